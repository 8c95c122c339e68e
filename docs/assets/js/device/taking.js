/* Taking along and bringing back: exports, copy as text, import of a file. */

/** The fold with all ways out and in. */
function buildTaking(k) {
  const w = k.words;
  const fold = make("details", "", "device-taking");
  const body = make("div", "", "device-taking-body");
  const out = make("div", "", "device-buttons");
  k.options.exports.forEach((format) => out.append(makeButton(format.label, () => takeExport(k, format))));
  out.append(makeButton(w.copy, () => copyAsText(k)));
  if (k.options.share && location.protocol !== "file:") out.append(makeButton(w.share, () => offerShare(k)));
  const file = make("input");
  file.type = "file";
  file.className = "device-file";
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (chosen) await readFile(k, chosen);
    file.value = ""; // the same file can be chosen again
  });
  body.append(make("p", w.out, "device-label"), out, barField(w.in, file), make("p", w.in_hint, "hint"));
  fold.append(make("summary", w.taking, "button"), body);
  return fold;
}

function takeExport(k, format) {
  const made = format.make(k.options.current(), k.doc.name);
  download(made);
  k.say(fill(k.words.exported, { file: made.file }));
}

async function copyAsText(k) {
  const text = k.options.asText(k.options.current(), k.doc.name);
  if (await copied(text)) k.say(k.words.copied);
  else showToCopy(k, k.words.copy, text);
}

/** @returns {Promise<boolean>} whether a text is on the clipboard; without https browsers give none */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (forbidden) {
    return false;
  }
}

function showToCopy(k, title, text) {
  const field = make("textarea", text);
  field.readOnly = true;
  field.rows = 10;
  const label = make("label", "", "device-field");
  label.append(make("span", k.words.copy_self), field);
  keptDialog(k, { title: title, parts: [label], close: k.words.close });
  field.focus();
  field.select();
}

const KEPT_FILE_LIMIT = 10000000; // bytes; what teams write is a hundredth of it

async function readFile(k, file) {
  try {
    if (file.size > KEPT_FILE_LIMIT) throw refused(k.words.too_large);
    const found = await k.options.read(file.name, new Uint8Array(await file.arrayBuffer()));
    if (!found.length) throw refused(k.words.nothing_in);
    previewImport(k, found, fill(k.words.import_title, { file: file.name }));
  } catch (error) {
    tellRefused(k, error);
  }
}

/** Nothing has changed yet: that is said too. */
function tellRefused(k, error) {
  keptDialog(k, {
    title: k.words.refused_title,
    parts: [make("p", error.refused ? error.message : k.words.spoiled_reason), make("p", k.words.refused_same)],
    close: k.words.close,
  });
}

/** What a file or a link holds, before anything is done with it. @param {Array<{name: string, content: Object}>} found */
function previewImport(k, found, title) {
  saveKept(k);
  const current = k.options.current();
  const list = make("ul");
  found.forEach((one) => {
    list.append(make("li", fill(k.words.holds, { name: one.name || k.words.unnamed, answers: answersOf(k, one.content) })));
  });
  const parts = [list];
  const beside = !k.options.isEmpty(current);
  const modes = make("fieldset", "", "device-modes");
  if (found.length === 1 && beside) {
    modes.append(make("legend", k.words.how), keptMode("new", k.words.as_new, true), keptMode("replace", fill(k.words.as_replacement, { name: k.doc.name })));
    const changes = changesList(k, current, found[0].content);
    changes.hidden = true;
    modes.addEventListener("change", () => { changes.hidden = chosen() === "new"; });
    parts.push(modes, changes);
  } else {
    parts.push(make("p", beside ? k.words.as_new_said : k.words.as_first));
  }
  const chosen = () => (modes.querySelector("input:checked") || { value: "new" }).value;
  const dialog = keptDialog(k, {
    title: title, parts: parts,
    buttons: [makeButton(k.words.take, () => {
      dialog.close();
      takeOver(k, found, chosen());
    }, "button button--main")],
  });
}

function keptMode(value, text, checked) {
  const label = make("label");
  const radio = make("input");
  Object.assign(radio, { type: "radio", name: "device-mode", value: value, checked: Boolean(checked) });
  label.append(radio, make("span", text));
  return label;
}

function answersOf(k, content) {
  return fill(k.words.answers, { n: k.options.count(content) });
}

const KEPT_CHANGES_SHOWN = 40;

/** What would be other than it is now, answer by answer. */
function changesList(k, before, after) {
  const changes = k.options.differences(before, after);
  const box = make("div", "", "device-changes");
  box.append(make("p", changes.length ? fill(k.words.changes, { n: changes.length }) : k.words.no_changes));
  const list = make("dl");
  changes.slice(0, KEPT_CHANGES_SHOWN).forEach((change) => {
    const was = make("dd");
    was.append(make("del", change.before || k.words.empty));
    const becomes = make("dd");
    becomes.append(make("ins", change.after || k.words.empty));
    list.append(make("dt", change.label), was, becomes);
  });
  box.append(list);
  if (changes.length > KEPT_CHANGES_SHOWN) box.append(make("p", fill(k.words.more_changes, { n: changes.length - KEPT_CHANGES_SHOWN })));
  return box;
}

function takeOver(k, found, how) {
  const before = k.options.current();
  if (how === "replace") {
    replaceContent(k, found[0].content);
    const doc = k.doc;
    offerUndo(k, fill(k.words.replaced, { name: doc.name }), () => {
      if (k.doc === doc) replaceContent(k, before);
      else if (!leaveKept(k)) return false;
      else putDocument(k, { id: "", name: doc.name }, before); // another is open now: that one is not written over
      return true;
    });
    return;
  }
  for (const one of found) {
    if (!leaveKept(k)) return;
    putDocument(k, { id: "", name: one.name || k.words.unnamed }, one.content);
  }
  if (!k.dirty) k.say(fill(k.words.added, { n: found.length, name: k.doc.name }));
}
