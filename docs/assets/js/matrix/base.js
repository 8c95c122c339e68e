/* What the parts of the matrix script share: the address, and the texts that load on demand. */

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
