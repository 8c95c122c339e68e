/*
 * What the scripts of all widgets share: new elements, what stays of the old ones, texts with blanks. The build puts the
 * folders of a widget into one file and one scope (site/bundles.py): parts call each other by name.
 */

/** @returns {HTMLElement} a new element with a text and a class */
function make(name, text, className) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function headCell(text, scope, className) {
  const cell = make("th", text, className);
  cell.scope = scope;
  return cell;
}

function makeButton(text, press, className) {
  const button = make("button", text, className || "button");
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

/** Fill in a text: "{shown} van {total}". A text with a singular and a plural is chosen by n. */
function fill(text, values) {
  const chosen = text.one ? (values.n === 1 ? text.one : text.other) : text;
  return chosen.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
}

/** A text to search in or by: no capitals, no accents, one kind of apostrophe. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’]/g, "'");
}

/** Make these the children of an element; those that stand right are not touched. @param {Element[]} wanted */
function arrange(parent, wanted) {
  const stays = new Set(wanted);
  Array.from(parent.children).forEach((child) => { if (!stays.has(child)) child.remove(); });
  let at = parent.firstElementChild;
  wanted.forEach((child) => {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  });
}

/** Say something in an element; what says it already is not touched, as that would cost a new layout. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
