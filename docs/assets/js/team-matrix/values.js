/*
 * Values of the matrix in words and back, by the rules of learning_network/content/matrix_values.py. In canonical form a value
 * is a text: an option id, option ids in the order of the criterion joined by " | ", "yes" or "no", minutes such as 20 or
 * 20-30, a text as it stands, or "unknown".
 */

const JOINT = " | ";
const UNKNOWN = "unknown";
const MINUTES = /^(\d{1,4})(?:\s*(?:-|–|à|a|tot|to)\s*(\d{1,4}))?\s*(?:min\.?|minuten|minutes|minuut|minute|')?$/i;

/** @returns {function(string): string} the canonical value of what is said; empty when the criterion does not know it */
function valueReader(criterion, unknown) {
  const order = Object.keys(criterion.options);
  const known = new Map(Object.entries(criterion.words).concat(order.map((id) => [id, id])));
  const look = (part) => known.get(folded(part.replace(/^[ .\t]+|[ .\t]+$/g, "")));
  const cut = (text, sign) => text.split(sign).map((part) => part.trim()).filter(Boolean);
  return (said) => {
    const text = oneLine(said);
    if (text === "?" || text.toLowerCase() === UNKNOWN || unknown.includes(folded(text))) return UNKNOWN;
    if (criterion.type === "text") return said.trim();
    if (criterion.type === "minutes") return minutesOf(text);
    if (look(text)) return look(text);
    let parts = cut(said, /[;|\n]/);
    if (parts.length === 1 && !look(parts[0])) parts = cut(parts[0], ",");
    const found = new Set(parts.map(look));
    if (found.has(undefined) || !found.size || (found.size > 1 && criterion.type !== "some-of")) return "";
    return order.filter((id) => found.has(id)).join(JOINT);
  };
}

function minutesOf(text) {
  const match = MINUTES.exec(text);
  if (!match) return "";
  const low = Number(match[1]), high = Number(match[2] || match[1]);
  if (low > high || low === 0) return "";
  return low === high ? String(low) : low + "-" + high;
}

/** A canonical value in the words of the page. @param {Object} criterion undefined for remarks: they stand as they are */
function inWords(criterion, value, words) {
  if (!criterion) return value;
  if (value === UNKNOWN) return words.unknown;
  if (criterion.type === "text" || criterion.type === "minutes") return value;
  return value.split(JOINT).map((id) => criterion.options[id] || id).join("; ");
}
