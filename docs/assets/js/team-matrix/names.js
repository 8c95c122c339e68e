/*
 * What tools and columns are called, in ids and in words. The same rules as learning_network/responses/matrix_headings.py:
 * files of other teams have to come out alike in the page and with `learning-network matrix merge`.
 */

/** Words that YAML takes for something else, or Windows for a device: no ids. */
const NO_ID = /^(?:null|true|false|yes|no|on|off|y|n|con|prn|aux|nul|(?:com|lpt)\d)$/;
const MOST_LETTERS = 50;
const REMARK = "remark";

/** Without capitals, as far as comparing names goes. */
function folded(text) {
  return text.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
}

/** Spaces of all kinds as one, none at the ends. */
function oneLine(text) {
  return text.split(/[\s\u001c-\u001f\u0085]+/).filter(Boolean).join(" ");
}

/** A name to compare by. */
function plainName(text) {
  return folded(oneLine(text).replace(/[ :*]+$/, ""));
}

/** An id for a tool that the matrix does not have. Names of which the same letters are left get different ids. */
function slugOf(name) {
  const apart = name.normalize("NFKD");
  const words = apart.replace(/[^\x00-\x7f]/g, "").toLowerCase().match(/[a-z0-9]+/g) || [];
  let joined = words.join("-");
  const ends = (text) => text.replace(/^-+|-+$/g, "");
  if (!words.length || joined.length > MOST_LETTERS || /[\p{L}\p{N}]/u.test(apart.replace(/[\x00-\x7f]/g, ""))) {
    const sum = crc32(new TextEncoder().encode(plainName(name))).toString(16).padStart(8, "0");
    joined = ends(ends(joined.slice(0, MOST_LETTERS)) + "-" + sum);
  }
  return /^\d/.test(joined) || NO_ID.test(joined) ? "tool-" + joined : joined;
}

/**
 * Knows the criteria and tools of the matrix by all their names.
 * @param {{criteria: Object[], tools: Object[], columns: Object<string, string>, called: Object<string, string>, unknown: string[]}} given
 */
function knownNames(given) {
  const columns = new Map(Object.entries(given.columns)), called = new Map(Object.entries(given.called));
  const criteria = new Map(given.criteria.map((criterion) => [criterion.id, criterion]));
  const tools = new Map(given.tools.map((tool) => [tool.id, tool]));
  const readers = new Map(given.criteria.map((criterion) => [criterion.id, valueReader(criterion, given.unknown)]));
  return {
    criteria: criteria,
    tools: tools,
    readers: readers,
    /** A criterion, "remark" or "remark:cost"; undefined when nobody knows it. */
    column: (heading) => columns.get(plainName(heading)),
    /** The id of a tool of the matrix; undefined when it is not there. */
    tool: (name) => called.get(plainName(name)) || (tools.has(slugOf(name)) ? slugOf(name) : undefined),
  };
}

/** Whether a column holds remarks. */
function isRemark(column) {
  return column.split(":")[0] === REMARK;
}

/** Order of texts by the numbers of their letters, as Python has it: signs of two halves come after all others. */
function byLetters(a, b) {
  const at = (text, i) => {
    const half = text.charCodeAt(i);
    return half >= 0xd800 && half <= 0xdfff ? half + 0x10000 : half;
  };
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return at(a, i) - at(b, i);
  }
  return a.length - b.length;
}
