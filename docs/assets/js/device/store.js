/*
 * The documents on this device, over a Storage (localStorage, or one of a test). One key a document, so that two tabs with two
 * documents never write over each other. A value that is not ours to read stays as it is.
 */

const KEPT_KEY = "learning-network/";

/**
 * @typedef {{kept: 1, id: string, kind: string, name: string, revision: number, saved: string, version: number, content: Object,
 *   title: string, page: string, answers: number}} KeptDocument title, page and answers: for the list of all that is kept
 */

/** The storage of this browser; null where it is forbidden: reading the property alone then throws. */
function deviceStorage() {
  try {
    return window.localStorage;
  } catch (forbidden) {
    return null;
  }
}

/** A new id: no two devices make the same one, so that a document keeps it on its way. */
function newKeptId(kind) {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 32).toString(32));
  return kind + "." + letters.join("");
}

/** @returns {KeptDocument|null} what a stored text holds; null when it is not a document of ours */
function keptDocument(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch (spoiled) {
    return null;
  }
  const texts = found && typeof found === "object" && ["id", "kind", "name", "saved"].every((key) => typeof found[key] === "string");
  const whole = texts && found.kept === 1 && Number.isInteger(found.revision) && Number.isInteger(found.version);
  return whole && found.content && typeof found.content === "object" ? found : null;
}

/** @param {Storage|null} storage */
function openStore(storage) {
  const keyOf = (id) => KEPT_KEY + id;

  /** All ids under our keys, readable or not. */
  function ids() {
    const found = [];
    try {
      for (let i = 0; i < storage.length; i++) {
        const key = storage.key(i);
        if (key.startsWith(KEPT_KEY)) found.push(key.slice(KEPT_KEY.length));
      }
    } catch (forbidden) { /* nothing can be read, so there is nothing */ }
    return found.sort();
  }

  /** @returns {string|null} */
  function raw(id) {
    try {
      return storage.getItem(keyOf(id));
    } catch (forbidden) {
      return null;
    }
  }

  /** @returns {KeptDocument|null} the document with an id; null when there is none that can be read */
  function read(id) {
    const document = keptDocument(raw(id));
    return document && document.id === id ? document : null;
  }

  /**
   * Write a document, unless another tab wrote after this one read.
   * @param {KeptDocument} document with its new revision
   * @param {number} known the revision that this tab read or wrote last; 0 for a new document
   * @param {string|null} [text] what it read or wrote then: two tabs that write at the same moment make the same revision
   * @returns {"kept"|"changed"|"gone"|"spoiled"|"full"|"forbidden"}
   */
  function write(document, known, text) {
    if (!storage) return "forbidden";
    let before;
    try {
      before = storage.getItem(keyOf(document.id));
    } catch (forbidden) {
      return "forbidden"; // not the same as gone
    }
    if (before === null && known) return "gone";
    if (before !== null) {
      const standing = keptDocument(before);
      if (!standing) return "spoiled";
      if (standing.revision !== known || (text && text !== before)) return "changed";
    }
    try {
      storage.setItem(keyOf(document.id), JSON.stringify(document));
    } catch (failed) {
      return /quota/i.test(failed.name) || failed.code === 22 ? "full" : "forbidden";
    }
    return "kept";
  }

  function remove(id) {
    try {
      storage.removeItem(keyOf(id));
    } catch (forbidden) { /* then it was never kept */ }
  }

  return {
    ids, raw, read, write, remove,

    /** @returns {KeptDocument[]} all documents of a kind (of all kinds without one), the last saved first */
    list(kind) {
      return ids().map(read).filter((document) => document && (!kind || document.kind === kind))
        .sort((a, b) => (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : 0));
    },

    /** @returns {string[]} ids of what cannot be read, of a kind or all */
    spoiled(kind) {
      return ids().filter((id) => (!kind || id.startsWith(kind + ".")) && !read(id));
    },

    /** Take everything out. @returns {number} how many went */
    clear() {
      const all = ids();
      all.forEach(remove);
      return all.length - ids().length;
    },
  };
}
