/* Numbers of people, and what looks like one and stays: protection/numbers.py, phones.py and staying.py. */

const NOT_WORD = "[^\\p{L}\\p{N}_]";
const DATE = "(?:0?[1-9]|[12]\\d|3[01])", MONTH = "(?:0?[1-9]|1[0-2])", YEAR = "(?:19|20)\\d\\d";
const AMOUNT = "\\d{1,3}(?:[. ,']\\d{3}){1,4}(?!\\d)(?:,\\d{1,2}(?!\\d))?";
const CLOCK = "(?:[01]?\\d|2[0-4])[.:u][0-5]\\d";
const BETWEEN = "[^\\p{L}\\p{N}_\\n\\0]{0,4}(?:(?:is|van|was|nr|nummer)(?![\\p{L}\\p{N}_])[^\\p{L}\\p{N}_\\n\\0]{0,3}){0,2}";

const STAYING = new RegExp("(?<!\\d)(?:" + [
  DATE + "([./-])" + MONTH + "\\1" + YEAR + "(?!\\d)",
  YEAR + "([./-])" + MONTH + "\\2" + DATE + "(?!\\d)",
  "(?<![/.-])" + DATE + "([./-])" + MONTH + "\\3\\d\\d(?!\\d|[./-]\\d| \\d\\d \\d\\d(?!\\d))",
  YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)",
  CLOCK + " ?- ?" + CLOCK + "(?![\\d:]|[./-]\\d)",
  "97[89][ -]?(?:\\d[ -]?){9}[\\dXx](?!\\d)", "10\\.\\d{4,9}/[^\\s\\0]{1,80}",
  "(?<![.,])" + AMOUNT + "(?= ?(?:€|\\$|£|(?<![\\p{L}])(?:[eE][uU][rR][oO]?|USD|frank|miljoen|miljard|mln|mld|million|billion)))",
  "0[.,]\\d{4,40}(?!\\d)"].join("|") + ")", "gu");

const STAYING_WITH_A_WORD = new RegExp([
  "(?<!\\p{L})ISBN[^\\d\\n]{0,12}\\d(?:[ -]?\\d){8,11}[ -]?[\\dXx](?!\\d)", "(?<!\\p{L})ISSN[^\\d\\n]{0,6}\\d{4}-?\\d{3}[\\dXx](?!\\d)",
  "(?:€|\\$|£|(?<!\\p{L})(?:euro?|usd)) ?" + AMOUNT,
  "(?<!\\p{L})(?:budget(?:ten)?|bedrag|subsidie|begroting|omzet|kost(?:en|prijs)?|totaal)(?!\\p{L})" + BETWEEN + AMOUNT,
  "(?<!\\p{L})(?:ondernemingsn(?:umme)?r\\.?|KBO(?:-nummer|-nr)?|btw(?:-nummer|-nr)?|VAT|RSZ(?:-nummer|-nr)?|KvK(?:-nummer)?"
    + "|rechtspersonenregister|RPR)(?!\\p{L})" + BETWEEN + "(?:BE ?|NL ?)?\\d(?:[ .]?\\d){7,9}(?:B\\d\\d)?(?!\\d)",
  "(?<!\\p{L})BE ?[01]\\d{3}\\.\\d{3}\\.\\d{3}(?!\\d)",
  "(?<!\\p{L})(?:numac|ELI|omzendbrief|inventaris(?:nummer|nr))(?!\\p{L})" + BETWEEN + "\\d(?:[ ./-]?\\d){3,13}(?!\\d)"].join("|"), "giu");

const NATIONAL = /(?<![\d+])\d\d[ ./-]?\d\d[ ./-]?\d\d(?: ?[ ./-] ?)?\d{3}(?: ?[ ./-] ?)?\d\d(?!\d)/g;
const BSN = /(?<![\d.,])(?:\d{8,9}|\d{4}[. -]\d\d[. -]\d{3}|\d{3}([. -])\d{3}\1\d{3}|\d\d\.\d\d\.\d\d\.\d{3})(?!\d|[.,]\d)/g;
const IBAN = /(?:(?<=[A-Za-z]{2})|(?<=[A-Za-z]{2}[ .-]))\d\d(?=[ .-]?[A-Za-z0-9])/g;
const from = (blank, apart) => "(?:(?<![\\p{L}\\p{N}_+])\\(?\\+" + blank + "|\\(?(?<![\\p{L}\\p{N}_.,+])" + apart + "00[ .-]?)\\(?";
const FAR = "(?:[ ./\\-()_]{0,4}\\d)";
const NEIGHBOURS = new RegExp(from(" ?", "") + "3[12]" + FAR + "{7,12}(?!\\d)", "gu");
const ABROAD = new RegExp(from("", "(?<!\\d[ /.-]{1,3})") + "[1-9]" + FAR + "{6,14}(?!\\d)", "gu");
const HOME = /(?<!\d|\d[.,])\(?0(?:[ ./\-()_]{0,3}\d){7,10}(?!\d)/g;
const WITHOUT_ZERO = new RegExp("(?<![\\d.,])(?:(?:32[ .]?\\(?0?\\)?[ .]?4[5-9]\\d|31[ .]?\\(?0?\\)?[ .-]?6)(?:[ ./-]?\\d){6,8}"
  + "|4[5-9]\\d(?:[ /.-]\\d\\d[ .-]\\d\\d[ .-]\\d\\d|/\\d{6}|/\\d{3}[ .]\\d{3}))(?!\\d)", "g");
const ANY_NUMBER = /(?<![\d.,+])\(?\d(?:[ ./\-()_]{0,2}\d){6,13}(?!\d)/g;

const NATIONAL_WORDS = wordsBefore("rijksregister(?:nummer|nr)?|rr|rrn|insz|niss|inss|nationaal|identificatienummer|ikn|bis(?:nummer)?");
const BSN_WORDS = wordsBefore("bsn|burgerservicenummer|burgerservicenr|burgerservice|sofi|sofinummer|sofi-nummer|sofinr");
const PHONE_WORDS = wordsBefore("tel|telf|telefoon|telefonisch|telefoonnummer|telefoonnr|telnr|gsm|gsm-nummer|gsmnummer|gsm-nr|mobiel"
  + "|mobieltje|06-nummer|bel|belt|bellen|whatsapp|whatsappen|sms|sms'en|sms-nummer|app|appen|fax|phone|mobile|call|ring|text"
  + "|bereikbaar|te bereiken");

/** Whether one of these words stands right before a number: 'tel. ', 'BSN-nummer: ', 'gsm is '. */
function wordsBefore(words) {
  return new RegExp("(?<![\\p{L}\\p{N}_])(?:" + words + ")" + NOT_WORD + "{0,6}(?:(?:nummer|nr|number|is|van|op|naar|me|on|at)"
    + "(?![\\p{L}\\p{N}_])" + NOT_WORD + "{0,4}){0,2}$", "u");
}

function said(words, board, match, letters) {
  return words.test(board.text.slice(Math.max(0, match.index - letters), match.index).split(BLOT).pop().toLowerCase());
}

const onlyDigits = (text) => text.replace(/[ ./\-()_+]/g, "");

/** In this order: what is sure, what stays, then the strictest shape first. */
function maskNumbers(board) {
  if (!/\d(?:[^\d]{0,3}\d){6}/.test(board.text)) return;
  const bsn = (named) => (match) => {
    const number = onlyDigits(match[0]);
    const right = () => number.length === 9 && match[1] !== "." && Number(number) > 0
      && Array.from(number).reduce((sum, digit, n) => sum + digit * (n < 8 ? 9 - n : -1), 0) % 11 === 0;
    return said(BSN_WORDS, board, match, 40) || (!named && right()) ? "bsn" : null;
  };
  sweep(board, BSN, bsn(true));
  sweep(board, NEIGHBOURS, fromAbroad);
  sweep(board, NATIONAL, (match) => national(match, board, true));
  sweep(board, STAYING, () => "");
  sweep(board, STAYING_WITH_A_WORD, () => "");
  sweep(board, IBAN, ibanAt);
  sweep(board, /(?<![\d-])\d{3}[ -]\d{7}[ -]\d\d(?![\d-])/g, () => "iban");
  sweep(board, NATIONAL, (match) => national(match, board, false));
  sweep(board, ABROAD, fromAbroad);
  sweep(board, HOME, fromHome);
  sweep(board, WITHOUT_ZERO, (match) => phone(board, match.index, match.index + match[0].length));
  sweep(board, ANY_NUMBER, (match) => (said(PHONE_WORDS, board, match, 40) || /^(?:4[5-9]\d|6[1-58]\d)\d{6}$/.test(match[0])
    ? phone(board, match.index, match.index + match[0].length) : null));
  sweep(board, BSN, bsn(false));
}

/** A rijksregisternummer: by its word, by its check digits, or by a shape that holds a date of birth. */
function national(match, board, sure) {
  const number = onlyDigits(match[0]), kind = "national-number";
  if (said(NATIONAL_WORDS, board, match, 30)) return kind;
  const month = Number(number.slice(2, 4)); // bis numbers add 20 or 40 to it
  if (month % 20 > 12 || month > 52 || number.slice(4, 6) > 31) return null;
  const check = Number(number.slice(9));
  if (sure) return [number.slice(0, 9), "2" + number.slice(0, 9)].some((first) => 97 - (first % 97) === check) ? kind : null;
  return /^\d\d[ ./-]?\d\d[ ./-]?\d\d[^\d]+\d{3}/.test(match[0]) || (match[0] === number && !/^3[21][46]/.test(number)) ? kind : null;
}

function ibanAt(match, board) {
  const text = board.text;
  const start = match.index - 2 - (" .-".includes(text[match.index - 1]) ? 1 : 0);
  const shape = board.shapes[text.slice(start, start + 2).toUpperCase()];
  if (!shape || (start && /[\p{L}\p{N}]/u.test(text[start - 1]))) return null;
  const rest = /^(?:[ .-]?[A-Za-z0-9]){8,31}/.exec(text.slice(match.index + 2));
  let end = match.index + 2, n = 0;
  for (const sign of rest ? rest[0].matchAll(/[A-Za-z0-9]/g) : []) {
    if (n === shape.length || !(shape[n] === "c" || /\d/.test(sign[0]) === (shape[n] === "n"))) break;
    end = match.index + 3 + sign.index;
    n += 1;
  }
  return n === shape.length || (n >= 8 && n >= shape.length - 3) ? ["iban", start, end] : null;
}

/** With + or 00: a number of Belgium or the Netherlands ends where its length says, others where their digits end. */
function fromAbroad(match, board) {
  if (/^\+\d{1,3}(?:\.\d{3})+$/.test(match[0])) return null; // so many more
  const number = onlyDigits(match[0]), skipped = /^\(?00/.test(match[0]) ? 2 : 0;
  const country = number.slice(skipped, skipped + 2);
  const zero = number[skipped + 2] === "0" ? 1 : 0;
  const rest = number.slice(skipped + 2 + zero);
  const length = country === "31" ? 9 : country === "32" ? (/^4[5-9]/.test(rest) ? 9 : 8) : Infinity;
  const places = Array.from(match[0].matchAll(/\d/g), (digit) => digit.index);
  const last = skipped + 2 + zero + length;
  let end = match.index + match[0].length;
  if (last < places.length && !/\d/.test(board.text[match.index + places[last - 1] + 1])) end = match.index + places[last - 1] + 1;
  return phone(board, match.index, end);
}

/** With a zero: ten digits for a mobile number, nine or ten for others, eight for 0800 and 0900. A length fits where digits pause. */
function fromHome(match, board) {
  const number = onlyDigits(match[0]);
  if ((match[0].match(/\d\D{3}(?=\d)/g) || []).length > 3 || number[1] === "0") return null;
  const places = Array.from(match[0].matchAll(/\d/g), (digit) => digit.index);
  const lengths = /^(?:04[5-9]|06)/.test(number) ? [10, 9, 11] : /^0[89]0/.test(number) ? [11, 9, 10, 8] : [9, 10, 11];
  for (const length of lengths) {
    if (length > number.length) continue;
    const end = match.index + places[length - 1] + 1;
    const part = board.text.slice(match.index, end);
    const pauses = (part.match(/\d(?=\D+\d)/g) || []).length;
    if (/\d/.test(board.text[end] || "") || (/\D\d$/.test(part) && pauses < length - 2)) continue;
    return phone(board, match.index, end);
  }
  return null;
}

/** The stretch of a number, without a bracket that opens before it and closes behind it. */
function phone(board, start, end) {
  const part = board.text.slice(start, end);
  return ["phone", start + (part[0] === "(" && part.split("(").length !== part.split(")").length ? 1 : 0), end];
}
