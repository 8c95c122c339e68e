/* All documents of this device in one file, and back: for another computer, or before the browser is cleaned. */

const BACKUP = "learning-network/kept";
const BACKUP_MOST = 20e6; // bytes: more than any storage of a browser holds

/** @returns {{file: string, type: string, data: string}} */
function backupFile(store, words, now) {
  const content = { format: BACKUP, version: 1, documents: store.list() };
  return { file: fileName(words.backup_name + " " + now.toISOString().slice(0, 10), "json"), type: "application/json", data: JSON.stringify(content, null, 1) };
}

/**
 * The documents in a backup. Nothing of it is trusted: what is no whole document is left out and counted.
 * @param {string} text
 * @returns {{documents: Object[], broken: number}}
 * @throws {Error} with .refused, when it is no backup of this site
 */
function documentsIn(text, words) {
  let found;
  try {
    found = JSON.parse(text);
  } catch (broken) {
    throw refused(words.no_json);
  }
  if (!found || found.format !== BACKUP || !Array.isArray(found.documents)) throw refused(words.no_backup);
  if (found.version !== 1) throw refused(words.newer);
  const whole = found.documents.map((document) => keptDocument(JSON.stringify(document)));
  const documents = whole.filter((document) => document && /^[a-z0-9-]+\.[0-9a-v]{1,20}$/.test(document.id) && document.id.startsWith(document.kind + "."));
  return { documents: documents, broken: whole.length - documents.length };
}

/**
 * Put documents back beside what is there; nothing that is there changes.
 * @returns {{put: number, same: number, failed: number}} failed: there was no room
 */
function putBack(store, documents, words) {
  const done = { put: 0, same: 0, failed: 0 };
  documents.forEach((document) => {
    const present = store.read(document.id);
    if (present && JSON.stringify(present.content) === JSON.stringify(document.content)) return done.same++;
    const beside = store.raw(document.id) === null ? {} : { id: newKeptId(document.kind), name: fill(words.from_file, { name: document.name }) };
    const outcome = store.write(Object.assign({}, document, beside, { revision: 1 }), 0);
    if (outcome === "kept") done.put++;
    else done.failed++;
  });
  return done;
}
