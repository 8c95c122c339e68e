/* Cuts what stands in one answer into items: scripts/learning_network/responses/splitting.py. */

const BULLETS = "•●○◦‣▪▫■□◆◇➢➤►▶✓✔✗❖∙·\uf0b7\uf0a7\uf0d8\uf076\uf0fc";
const FULL_LINE = 40; // letters that a line has at least when a program broke it off
const NO_WORDS = new Set("-–—_/\\.,;:?!*+>…~= '\"()[]{\n" + BULLETS);
const ENDS = " \u200e\u200f\u061c";

/** The text without these signs at its ends. (A pattern would take very long where very many of them stand inside.) */
function without(text, signs) {
  let [start, end] = [0, text.length];
  while (start < end && signs.includes(text[start])) start += 1;
  while (end > start && signs.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** The text with plain spaces and line ends, without characters that no one sees. */
function cleaned(text) {
  return without(text.replace(/\r\n|[\r\v\x85\u2028\u2029]/g, "\n")
    .replace(/[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\t\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " "), ENDS + "\n");
}

/** Whether a whole answer is 'n/a', '-', 'geen' or the like. nothing: a Set of what people write for it */
function saysNothing(text, nothing) {
  if (Array.from(text).every((sign) => NO_WORDS.has(sign))) return true;
  const said = text.trim().toLowerCase();
  return nothing.has(said) || nothing.has(without(said, "-.!:;()[]'\" \n"));
}

/** @returns {string[]} the items of one cleaned answer, in their order */
function splitAnswer(text, nothing) {
  const number = /^[(\[]?(\d{1,2}|[a-zA-Z])(?:[.)\]]\s+|[.)\]]$|\.\))\s*/;
  const bullet = new RegExp("^(?:[" + BULLETS + "]\\s*|[-–—]+(?:\\s+|(?=\\p{L}))|[*+>](?:\\s+|$)|[-–—]+$)", "u");
  const inline = new RegExp("\\s[" + BULLETS + "](?=\\s)");
  const joins = /(?:,|\s(?:en|of|de|het|een|van|voor|met|om|te|dat|die|in|op|aan|and|or|the|a|of|to|for|with|und|oder|et|ou|le|la|les))$/i;
  const lines = text.split("\n").map((line) => without(line, ENDS));
  const first = lines.map((line) => number.exec(line)).find(Boolean);
  const numbered = first && ["1", "a", "A"].includes(first[1]);
  const items = [];
  let before = "", listed = false;
  lines.forEach((line) => {
    let rest = line.replace(bullet, "");
    const counted = numbered && number.exec(rest);
    const marked = bullet.test(line) || Boolean(counted);
    rest = without(counted ? rest.slice(counted[0].length) : rest, ENDS);
    const broken = /[^.!?;:…)\]"”’]$/.test(before) && (listed || before.length >= FULL_LINE || joins.test(before));
    if (rest && !marked && before && broken && /^\p{Lowercase}/u.test(rest)) items[items.length - 1] += " " + rest;
    else if (rest) {
      items.push(...rest.split(inline).map((part) => part.trim()).filter(Boolean));
      listed = marked;
    }
    before = rest;
  });
  return items.length || !text || saysNothing(text, nothing) ? items : [text];
}

/** @returns {string[]} the items of an answer as it was written; none when nothing is in it */
function itemsOf(raw, nothing) {
  const text = cleaned(unquoted(raw));
  return !text || saysNothing(text, nothing) ? [] : splitAnswer(text, nothing);
}
