/*
 * Keeping what people fill in, on their own device: startKeeping is what a widget calls. notes.md tells how.
 */

/**
 * Put the bar into the page, show the document that was open last (or an empty one) and keep it from now on.
 * @param {Object} options see notes.md
 * @returns {{changed: Function, save: Function, say: Function, undo: Function, name: function(): string}} name: that people gave, or ""
 */
function startKeeping(options) {
  const k = newKeeping(options);
  openAnyKept(k, rememberedOpen(k));
  tellSpoiled(k);
  watchPage(k);
  watchTabs(k);
  readShared(k);
  return {
    changed: () => keptChanged(k),
    save: () => saveKept(k),
    say: (text) => k.say(text),
    undo: (text, back) => { k.undoHere = offerUndo(k, text, back); },
    name: () => (k.doc.named ? k.doc.name : ""),
  };
}

/** All but the listeners on the window. options.storage is for tests. */
function newKeeping(options) {
  const k = {
    options: options, words: options.words, store: openStore("storage" in options ? options.storage : deviceStorage()),
    language: document.documentElement.lang || "nl", dirty: false, dirtySince: 0, failure: "", timer: 0,
  };
  k.doc = blankDocument(k);
  buildBar(k);
  k.draw = () => drawBar(k);
  k.say = (text, tone, parts) => sayInBar(k, text, tone, parts);
  return k;
}

function tellSpoiled(k) {
  const n = k.store.spoiled(k.options.kind).length;
  if (n) k.say(fill(k.words.spoiled, { n: n }), "warn");
}

/** An empty document, beside those that are kept. */
function newKept(k) {
  if (!leaveKept(k)) return;
  openBlank(k);
  k.say(k.words.new_said);
  k.bar.name.focus();
  k.bar.name.select();
}

function chooseKept(k, id) {
  if (leaveKept(k) && id !== k.doc.id) openKept(k, id);
  k.draw();
}

function renameKept(k, name) {
  k.doc.name = name.trim() || k.words.unnamed;
  k.doc.named = Boolean(name.trim()) || k.doc.named;
  keptChanged(k);
}

/** Take the open document away; what is on screen comes back with "undo". */
function removeKept(k) {
  const gone = { doc: k.doc, content: k.options.current() };
  saveKept(k); // another tab's version is not ours to take away: then ours has gone on beside it
  gone.doc = k.doc;
  const standing = k.doc.id ? k.store.raw(k.doc.id) : null;
  if (standing !== null && standing !== k.doc.raw && !k.dirty) { // a newer one, that nobody saw here yet
    lookAgain(k);
    return;
  }
  if (standing !== null && standing === k.doc.raw) k.store.remove(k.doc.id);
  openAnyKept(k);
  offerUndo(k, fill(k.words.removed, { name: gone.doc.name }), () => {
    if (!leaveKept(k)) return false;
    putDocument(k, gone.doc, gone.content);
    return true;
  });
}

/** Bring a document on screen that is not kept (any more), and keep it. */
function putDocument(k, doc, content) {
  const id = doc.id && k.store.raw(doc.id) === null ? doc.id : "";
  k.doc = { id: id, name: freeName(k, doc.name), named: true, revision: 0, raw: null, saved: "" };
  showKept(k, content);
  k.dirty = true;
  saveKept(k);
}

/** Put other answers in the open document. */
function replaceContent(k, content) {
  showKept(k, content);
  k.dirty = true;
  saveKept(k);
}

/**
 * A message with a button that takes back what was done.
 * @param {function(): (boolean|undefined)} back false: it could not be done, and the bar has said why
 * @returns {HTMLElement} the button
 */
function offerUndo(k, text, back) {
  const button = makeButton(k.words.undo, () => {
    if (back() === false) k.bar.message.append(button); // it can be tried again
    else if (!sayFailure(k)) k.say(k.words.undone);
    k.bar.message.focus();
  });
  k.say(text, "", [button]);
  if (document.activeElement === document.body || !document.activeElement) button.focus({ preventScroll: true });
  return button;
}
