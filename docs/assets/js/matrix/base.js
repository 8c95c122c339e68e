/*
 * What all parts of the matrix script share: new elements, texts with blanks, the address, the texts that load on demand.
 * The build puts the parts of this folder into one file and one scope (site/bundles.py): they call each other by name.
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

function readAddress() {
  return new URLSearchParams(location.search);
}

/** The query of this page's address with other values for some names; an empty value takes the name out. */
function queryWith(values) {
  const address = readAddress();
  Object.keys(values).forEach((name) => {
    if (values[name]) address.set(name, values[name]);
    else address.delete(name);
  });
  const query = address.toString();
  return query ? "?" + query : "";
}

function writeAddress(values) {
  try {
    history.replaceState(null, "", location.pathname + queryWith(values) + location.hash);
  } catch (refused) { /* a browser that allows no addresses of files, or not so many: all works, it only forgets */ }
}

let texts = null;

/**
 * Summaries, remarks and notes of all tools (site/matrix.py, tool_texts), loaded when first asked for. A script and not a
 * fetch, so that it works from a file.
 * @returns {Promise<Object|null>} tool id -> texts; null when they cannot be had
 */
function loadTexts(address) {
  texts = texts || new Promise((done) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.toolTexts || null);
    script.onerror = () => { texts = null; done(null); };
    document.head.append(script);
  });
  return texts;
}
