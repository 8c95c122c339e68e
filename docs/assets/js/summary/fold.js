/* Words that can be compared: rules 1 and 2 of scripts/learning_network/summaries/coding.py. */

const APOSTROPHES = /['‘’‚‛`´ʹʼ′]/g;

/**
 * @param {string} text
 * @returns {string[]} its words, folded: without capitals, marks, apostrophes and signs that nobody sees
 */
function wordsOf(text) {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase().replace(APOSTROPHES, "").match(/[a-z0-9]+/g) || [];
  // apostrophes go first: some of them would decompose into a space and a mark. Small letters are made one by one, as a
  // final sigma is another letter than one in the middle.
  const signs = Array.from(text.replace(APOSTROPHES, "").normalize("NFKD"), (sign) => sign.toLowerCase());
  return signs.join("").replace(/[\p{M}\p{Cf}]/gu, "").replace(APOSTROPHES, "").match(/[\p{L}\p{N}]+/gu) || [];
}

/** @returns {string} a label to compare: capitals and spaces make no difference */
function sameLabel(text) {
  return text.toLowerCase().replace(/ß/g, "ss").split(/\s+/).filter(Boolean).join(" ");
}

/** Compare as people sort: 1 < 2 < 10, 2025 < 2026. @returns {number} */
function naturally(one, other) {
  const parts = (text) => sameLabel(text).split(/(\d+)/).filter(Boolean);
  const [a, b] = [parts(one), parts(other)];
  for (let n = 0; n < Math.min(a.length, b.length); n += 1) {
    const numbers = [a[n], b[n]].map((part) => (/^\d/.test(part) ? Number(part) : Infinity));
    if (numbers[0] !== numbers[1]) return numbers[0] - numbers[1];
    if (numbers[0] === Infinity && a[n] !== b[n]) return a[n] < b[n] ? -1 : 1;
  }
  return a.length - b.length;
}
