/* The list of all that is kept: what, since when, where it is opened, and away with it. */

/** Draw the list anew. @param {Object} d see start.js */
function drawKept(d) {
  const documents = d.store.list(), spoiled = d.store.spoiled();
  const answers = documents.reduce((sum, document) => sum + answersIn(document), 0);
  d.count.textContent = documents.length + spoiled.length
    ? fill(d.words.count, { n: documents.length + spoiled.length }) + " " + fill(d.words.answers, { n: answers }) : d.words.nothing;
  d.list.replaceChildren(...documents.map((document) => keptRow(d, document)), ...spoiled.map((id) => spoiledRow(d, id)));
  d.list.hidden = !d.list.children.length;
  d.backup.disabled = !documents.length;
  d.clear.disabled = !d.list.children.length;
}

function answersIn(document) {
  return Number.isInteger(document.answers) && document.answers > 0 ? document.answers : 0;
}

function keptRow(d, document) {
  const row = make("li");
  const name = document.name || d.words.unnamed;
  const title = make("p", "", "kept-name");
  title.append(pageOf(d, document, name));
  const facts = [document.title, fill(d.words.answers, { n: answersIn(document) }), fill(d.words.saved, { moment: momentOf(d, document.saved) })];
  row.append(title, make("p", facts.filter(Boolean).join(" · "), "hint"), removeButton(d, document.id, name));
  return row;
}

/** A link to the page where a document is opened; only the name where the stored address is none of ours. */
function pageOf(d, document, name) {
  if (!/^([a-z0-9-]+\/)*[a-z0-9-]+\.html$/.test(document.page || "")) return make("strong", name);
  const link = make("a", name);
  link.href = d.root + document.page;
  link.addEventListener("click", () => {
    try {
      sessionStorage.setItem(KEPT_KEY + "open/" + document.kind, document.id); // the page opens this one of its kind
    } catch (forbidden) { /* then it opens the one that was saved last */ }
  });
  return link;
}

function spoiledRow(d, id) {
  const row = make("li");
  row.append(make("p", d.words.spoiled, "kept-name"), make("p", d.words.spoiled_hint, "hint"), removeButton(d, id, d.words.spoiled));
  return row;
}

function removeButton(d, id, name) {
  const button = makeButton(d.words.remove, () => {
    const text = d.store.raw(id), rows = Array.from(d.list.children), place = rows.indexOf(button.closest("li"));
    d.store.remove(id);
    drawKept(d);
    sayKept(d, fill(d.words.removed, { name: name }), makeButton(d.words.undo, () => {
      d.store.putText(id, text);
      drawKept(d);
      sayKept(d, d.words.undone);
    }));
    const next = d.list.children[Math.min(place, d.list.children.length - 1)];
    (next ? next.querySelector("button") : d.message.querySelector("button")).focus(); // the button that had the focus is gone
  });
  button.setAttribute("aria-label", d.words.remove + ": " + name);
  return button;
}

function momentOf(d, saved) {
  const moment = new Date(saved);
  return isNaN(moment) ? "?" : moment.toLocaleString(d.language, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** Say what was done. @param {HTMLElement} [button] to take it back */
function sayKept(d, text, button) {
  d.message.replaceChildren(make("span", text), ...(button ? [" ", button] : []));
}
