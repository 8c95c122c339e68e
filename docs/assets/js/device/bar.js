/*
 * The bar above what is filled in: which document is open, its name, how it stands with saving, and what can be done with it.
 * The state of saving is plain text that changes at each save; only another kind of state is announced (role="status").
 */

function buildBar(k) {
  const w = k.words;
  const root = k.options.root;
  root.classList.add("device", "needs-js");
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", w.bar);
  const choice = make("select");
  choice.addEventListener("change", () => chooseKept(k, choice.value));
  const name = make("input");
  name.type = "text";
  name.maxLength = 80;
  name.autocomplete = "off";
  name.addEventListener("input", () => renameKept(k, name.value));
  name.addEventListener("change", () => { name.value = k.doc.name; });
  const state = make("p", "", "device-state");
  const announced = make("p", "", "visually-hidden");
  announced.setAttribute("role", "status");
  const message = make("p", "", "device-message");
  message.setAttribute("role", "status");
  message.tabIndex = -1;
  const which = make("div", "", "device-row");
  const choiceField = barField(w.choose, choice);
  which.append(choiceField, barField(w.name, name), makeButton(w.new, () => newKept(k)), makeButton(w.remove, () => removeKept(k)));
  const doing = make("div", "", "device-row");
  doing.append(state, makeButton(w.print, () => { saveKept(k); window.print(); }), buildTaking(k));
  root.replaceChildren(which, doing, announced, message);
  k.bar = { root, choice, choiceField, name, state, announced, message, drawn: "", kind: "none" };
}

function barField(label, field) {
  const whole = make("label", "", "device-field");
  whole.append(make("span", label), field);
  return whole;
}

/** @param {boolean} [again] the list of documents may have changed */
function drawBar(k, again) {
  const bar = k.bar;
  const drawn = k.doc.id + "\n" + k.doc.name;
  if (again || bar.drawn !== drawn) drawChoice(k);
  bar.drawn = drawn;
  if (document.activeElement !== bar.name) bar.name.value = k.doc.name;
  const kind = k.failure || (k.doc.id ? "kept" : "none");
  const said = k.words.state[kind];
  bar.state.textContent = kind === "kept" ? fill(said, { time: keptTime(k, new Date(k.doc.saved)) }) : said;
  bar.root.classList.toggle("device--failed", Boolean(k.failure));
  if (kind === bar.kind) return;
  const before = bar.kind;
  bar.kind = kind;
  if (sayFailure(k)) return;
  if (before === "full" || before === "forbidden") k.say(bar.state.textContent);
  else bar.announced.textContent = bar.state.textContent;
}

/** @returns {boolean} whether there is one */
function sayFailure(k) {
  if (k.failure) k.say(k.words.state[k.failure], "warn", rescueButtons(k));
  return Boolean(k.failure);
}

function drawChoice(k) {
  const all = k.store.list(k.options.kind).sort((a, b) => a.name.localeCompare(b.name, k.language));
  const options = all.map((document) => new Option(document.name, document.id, false, document.id === k.doc.id));
  if (!k.doc.id) options.unshift(new Option(k.doc.name, "", true, true));
  k.bar.choice.replaceChildren(...options);
  k.bar.choiceField.hidden = options.length < 2;
}

/** What to do when nothing can be kept: take it along, now. */
function rescueButtons(k) {
  const first = k.options.exports[0];
  return [
    ...(first ? [makeButton(first.label, () => takeExport(k, first))] : []),
    makeButton(k.words.copy, () => copyAsText(k)),
  ];
}

/** @param {string} [tone] "warn" for what people must not miss  @param {HTMLElement[]} [parts] buttons behind the text */
function sayInBar(k, text, tone, parts) {
  const message = k.bar.message;
  const lost = message.contains(document.activeElement) && document.activeElement !== message;
  message.classList.toggle("device-message--warn", tone === "warn");
  message.replaceChildren(make("span", text), ...(parts || []));
  if (lost) message.focus({ preventScroll: true });
}

/**
 * A window over the page. Its first button is the one that does something; "cancel" comes last.
 * @param {{title: string, parts: HTMLElement[], buttons?: HTMLElement[], close?: string}} given
 * @returns {HTMLDialogElement} closed with .close(); focus goes back by itself
 */
function keptDialog(k, given) {
  const dialog = make("dialog", "", "device-dialog");
  const title = make("h2", given.title);
  title.id = "device-dialog-title";
  title.tabIndex = -1;
  dialog.setAttribute("aria-labelledby", title.id);
  const buttons = make("p", "", "device-buttons");
  buttons.append(...(given.buttons || []), makeButton(given.close || k.words.cancel, () => dialog.close()));
  dialog.append(title, ...given.parts, buttons);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
  return dialog;
}
