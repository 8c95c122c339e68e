/*
 * Saving: when, under which id, and what to do when it cannot be done. `k` is one keeping (start: keeping.js):
 *   k.doc    the open document: id ("" while nothing was kept), name, named (by people), revision, raw (the text last read or
 *            written), saved
 *   k.dirty  something on screen is not in the storage yet
 *   k.failure why not: "" | "full" | "forbidden"
 */

const KEPT_PAUSE = 400; // milliseconds without typing before a save
const KEPT_LONGEST = 2000; // and the longest that typing on can put it off

function blankDocument(k) {
  return { id: "", name: freeName(k, k.words.unnamed), named: false, revision: 0, raw: null, saved: "" };
}

/** A name that no other document of this kind has: "Team A", "Team A 2". */
function freeName(k, name, but) {
  const taken = new Set(k.store.list(k.options.kind).filter((doc) => doc.id !== but).map((doc) => doc.name));
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : name + " " + n;
    if (!taken.has(tried)) return tried;
  }
}

/** At each edit. */
function keptChanged(k) {
  const now = Date.now();
  if (!k.dirty) k.dirtySince = now;
  k.dirty = true;
  guardLeaving(k);
  clearTimeout(k.timer);
  const wait = Math.min(KEPT_PAUSE, k.dirtySince + KEPT_LONGEST - now);
  k.timer = setTimeout(() => saveKept(k), Math.max(0, wait));
}

/** Save what is on screen, at once. @returns {boolean} whether all that is on screen is kept (or nothing is there to keep) */
function saveKept(k) {
  clearTimeout(k.timer);
  if (!k.dirty) return true;
  const content = k.options.current();
  if (!k.doc.id && !k.doc.named && k.options.isEmpty(content)) {
    k.dirty = false;
    return savedAs(k, "kept");
  }
  let outcome = writeKept(k, content);
  if (outcome === "gone") { // taken away in another tab, and worked on here: it comes back
    Object.assign(k.doc, { revision: 0, raw: null });
    outcome = writeKept(k, content);
  }
  if (outcome === "changed" || outcome === "spoiled") return goOnBeside(k, content);
  return savedAs(k, outcome);
}

function savedAs(k, outcome) {
  k.dirty = outcome !== "kept";
  k.dirtySince = Date.now(); // the next try waits for a pause again
  k.failure = k.dirty ? outcome : "";
  if (!k.dirty) rememberOpen(k);
  guardLeaving(k);
  k.draw();
  return !k.dirty;
}

/** Write the document that is open; k.doc is up to date when it worked. */
function writeKept(k, content) {
  const id = k.doc.id || newKeptId(k.options.kind);
  const document = {
    kept: 1, id: id, kind: k.options.kind, name: k.doc.name, revision: k.doc.revision + 1, saved: new Date().toISOString(),
    version: k.options.version, title: k.options.title, page: k.options.page, answers: k.options.count(content), content: content,
  };
  const outcome = k.store.write(document, k.doc.revision, k.doc.raw);
  if (outcome === "kept") Object.assign(k.doc, { id: id, revision: document.revision, saved: document.saved, raw: k.store.raw(id) });
  return outcome;
}

/** Another tab wrote this document too: theirs stays where it is, ours goes on as a document of its own. */
function goOnBeside(k, content) {
  const theirs = k.doc.name;
  const own = freeName(k, fill(k.words.second_name, { name: theirs, time: keptTime(k, new Date()) }));
  const before = k.doc;
  k.doc = { id: "", name: own, named: true, revision: 0, raw: null, saved: "" };
  const outcome = writeKept(k, content);
  if (outcome !== "kept") k.doc = before; // full: it stays what it was, and the next change tries again
  const whole = savedAs(k, outcome);
  if (whole) k.say(fill(k.words.beside, { name: theirs, own: own }), "warn");
  return whole;
}

/** Before another document comes on screen: what is there must be kept. */
function leaveKept(k) {
  if (saveKept(k)) return true;
  k.say(k.words.stays, "warn");
  return false;
}

/** Other content on screen: what a button for "undo" of the widget was about is no longer there. */
function showKept(k, content) {
  k.options.show(content);
  if (k.undoHere && k.bar.message.contains(k.undoHere)) k.say("");
  k.undoHere = null;
}

/** Show a kept document. @returns {boolean} false when it cannot be read: it stays where it is, and that is said */
function openKept(k, id) {
  const document = k.store.read(id);
  if (!document || document.kind !== k.options.kind) return false;
  try {
    if (document.version > k.options.version) throw refused(k.words.newer); // saving would drop what this version does not know
    showKept(k, k.options.migrate(document.content, document.version));
  } catch (error) {
    k.say(fill(k.words.unreadable, { name: document.name, reason: error.refused ? error.message : k.words.spoiled_reason }), "warn");
    return false;
  }
  k.doc = {
    id: id, name: document.name, named: true, revision: document.revision, saved: document.saved, raw: k.store.raw(id),
  };
  k.dirty = false;
  k.failure = "";
  rememberOpen(k);
  k.draw();
  return true;
}

/** The first that can be opened of all that are kept, else a blank one. */
function openAnyKept(k, first) {
  const ids = (first ? [first] : []).concat(k.store.list(k.options.kind).map((document) => document.id));
  if (!ids.some((id) => openKept(k, id))) openBlank(k);
}

function openBlank(k) {
  k.doc = blankDocument(k);
  k.dirty = false;
  k.failure = "";
  showKept(k, k.options.empty());
  rememberOpen(k);
  k.draw();
}

/** Which document is open in this tab: so that two tabs come back with their own after a reload. */
function rememberOpen(k) {
  try {
    sessionStorage.setItem(KEPT_KEY + "open/" + k.options.kind, k.doc.id);
  } catch (forbidden) { /* then the last saved one opens */ }
}

function rememberedOpen(k) {
  try {
    return sessionStorage.getItem(KEPT_KEY + "open/" + k.options.kind) || "";
  } catch (forbidden) {
    return "";
  }
}

/** "14:32", with the day before it when that is not today. */
function keptTime(k, moment) {
  const clock = moment.toLocaleTimeString(k.language, { hour: "2-digit", minute: "2-digit" });
  if (moment.toDateString() === new Date().toDateString()) return clock;
  return moment.toLocaleDateString(k.language, { day: "numeric", month: "long", year: "numeric" }) + ", " + clock;
}
