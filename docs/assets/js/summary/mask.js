/*
 * Takes what is personal out of a text: e-mail addresses, telephone numbers, IBAN, rijksregisternummer, BSN and licence plates.
 * As in scripts/learning_network/responses/protection/, with two differences that mask more or look less: every web address
 * becomes [link], and plates that only their sentence gives away are not looked for. Names are not looked for.
 */

const MARKS = { email: "[mailadres]", phone: "[telefoon]", "national-number": "[rijksregisternummer]", bsn: "[BSN]", iban: "[IBAN]",
  plate: "[nummerplaat]", url: "[link]" };
const BLOT = "\0"; // stands for what was recognised: in no pattern

/**
 * @param {string} text
 * @param {Object<string, string>} shapes country -> what follows the check digits of an IBAN
 * @returns {{text: string, kinds: string[]}} the text with marks, and the kinds that were masked
 */
function mask(text, shapes) {
  const kinds = [];
  for (let pass = 0; pass < 5; pass += 1) { // a mark makes room for what was hidden beside it
    if (!/\d(?:[^\d]{0,3}\d){2}|\p{Nd}|[@([{<]|:\/\/|www\./iu.test(text)) break;
    const seen = text.replace(/&nbsp;/g, " ").replace(/[\0\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g, "")
      .replace(/[\u{10000}-\u{10ffff}]/gu, (sign) => (/\p{Nd}/u.test(sign) ? digitOf(sign) : sign));
    const board = { text: asWritten(seen), found: [], shapes: shapes };
    sweep(board, /\[(?:mailadres|telefoon|rijksregisternummer|BSN|IBAN|nummerplaat|link|naam)\]/g, () => "");
    sweep(board, ADDRESS, (match) => ["url", match.index, match.index + match[0].replace(/[.,;:!?'’”»*_]+$/, "").length]);
    sweep(board, /[([{<] ?(?:@|at|apenstaart(?:je)?) ?[)\]}>]|@/gi, emailAt);
    sweep(board, PLATES, () => "plate");
    maskNumbers(board);
    if (!board.found.length) break;
    let last = 0, made = "";
    board.found.sort((a, b) => a.start - b.start).forEach((one) => {
      made += seen.slice(last, one.start) + MARKS[one.kind];
      last = one.end;
      kinds.push(one.kind);
    });
    text = made + seen.slice(last);
  }
  return { text: text, kinds: kinds };
}

/** Sign for sign: digits of any script, dashes, blanks and wide signs as those that the patterns know. */
function asWritten(text) {
  return text.replace(/[^\x01-\x7e\u00a1-\u00ac\u00ae-\u024f€‘’“”…•\ud800-\udfff]/g, (sign) => {
    if (/\p{Nd}/u.test(sign)) return digitOf(sign);
    if (/[\p{Pd}\u2212]/u.test(sign)) return "-";
    if (/\p{Zs}/u.test(sign)) return " ";
    const folded = sign.normalize("NFKC");
    return folded.length === 1 && folded !== BLOT ? folded : sign;
  });
}

/** The digits of a script stand beside each other, from nought on. */
function digitOf(sign) {
  let n = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0) - n - 1))) n += 1;
  return String(n % 10);
}

/**
 * Blot out all that a pattern finds and the judge recognises. A judge gives "" for what stays, null for nothing, else a kind,
 * or [kind, start, end].
 */
function sweep(board, pattern, judge) {
  const found = new RegExp(pattern);
  for (let match = found.exec(board.text); match; match = found.exec(board.text)) {
    const said = judge(match, board);
    if (said === null) found.lastIndex = match.index + 1;
    else {
      const [kind, start, end] = Array.isArray(said) ? said : [said, match.index, match.index + match[0].length];
      if (kind) board.found.push({ kind: kind, start: start, end: end });
      board.text = board.text.slice(0, start) + BLOT.repeat(end - start) + board.text.slice(end);
      found.lastIndex = Math.max(end, match.index + 1);
    }
  }
}

/** An address: what stands before the @, and a host with a dot. */
function emailAt(match, board) {
  const text = board.text;
  let end = match.index;
  while (end && text[end - 1] === " " && match.index - end < 2) end -= 1;
  let start = end;
  while (start && /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.’-]/u.test(text[start - 1])) start -= 1;
  while (start < end && /[!#$%&'*+/=?^`{|}~.’-]/.test(text[start])) start += 1;
  const host = / ?(?:[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}(?:\.| ?[([{] ?(?:\.|dot|DOT|punt|PUNT) ?[)\]}] ?)){1,8}(?:xn--[a-z0-9-]{2,30}|\p{L}{2,24})[\p{L}\p{N}_]{0,40}/uy;
  host.lastIndex = match.index + match[0].length;
  const apart = end < match.index;
  if (start === end || (apart && /^\d+$/.test(text.slice(start, end))) || !host.test(text)) return null;
  return ["email", start - (/mailto:$/i.test(text.slice(0, start)) ? 7 : 0), host.lastIndex];
}

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"\0]+|(?<![\w.@-])www\.[^\s<>"\0]+|(?<![\w.@/-])(?:[a-z\d][\w-]{0,40}\.){1,4}[a-z]{2,20}\/[^\s<>"\0]*/gi;

const PLATES = new RegExp("(?<![\\p{L}\\p{N}_/.-])(?:" + [
  "[1-9T]-[A-Z]{3}-\\d{2,3}|[1-9]-[a-z]{3}-\\d{3}|[1-9][A-Z]{3}\\d{3}|[A-Z]{2}-\\d\\d-\\d\\d|\\d\\d-\\d\\d-[A-Z]{2}|\\d\\d-[A-Z]{2}-\\d\\d",
  "[A-Z]{2}-\\d\\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\\d\\d|\\d\\d-[A-Z]{2}-[A-Z]{2}|\\d\\d-[A-Z]{3}-\\d|\\d-[A-Z]{3}-\\d\\d|[A-Z]{2}-\\d{3}-[A-Z]",
  "[A-Z]-\\d{3}-[A-Z]{2}|[A-Z]{3}-\\d\\d-[A-Z]|\\d-[A-Z]{2}-\\d{3}|\\d{3}-[A-Z]{2}-\\d|[A-Z]-\\d\\d-[A-Z]{3}",
].join("|") + ")(?![\\p{L}\\p{N}_-]|\\.\\d)", "gu");
