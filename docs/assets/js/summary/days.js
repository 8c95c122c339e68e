/* Dates as people write them: scripts/learning_network/responses/days.py, with the day numbers of spreadsheets. */

const MONTHS = ("januari jan january januar janvier,februari feb february februar février fevrier,maart mrt march mar märz mars,"
  + "april apr avril,mei may mai,juni jun june juin,juli jul july juillet,augustus aug august août aout,"
  + "september sep sept septembre,oktober okt october oct octobre,november nov novembre,"
  + "december dec dezember dez décembre decembre").split(",").map((names) => names.split(" "));
const TIME = "(?:[ T,]+(?:om |at |um |à )?(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?(?:\\.\\d+)?\\s*([AaPp])?\\.?[Mm]?\\.?)?"
  + "(?:\\s*(?:Z|UTC|GMT|MEZ|CET|CEST)?\\s*(?:[+-]\\d{1,2}(?::?\\d{2})?)?)$";
const WEEKDAY = new RegExp("^(?:ma|di|wo|do|vr|za|zo|maan|dins|woens|donder|vrij|zater|zon|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri"
  + "|sat(?:ur)?|sun)(?:dag|day)?\\.?,?\\s+", "i");
const YEAR_FIRST = new RegExp("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
const YEAR_LAST = new RegExp("^(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{4}|\\d{2})" + TIME);
const DAY_MONTH = new RegExp("^(\\d{1,2})(?:st|nd|rd|th|e|de|ste|er|\\.)?[\\s-]+(?:of |de )?(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4})" + TIME, "iu");
const MONTH_DAY = new RegExp("^(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME, "iu");

/**
 * Read the dates of one column; a cell with a number over 12 shows the order of day and month for those that do not.
 * @param {string[]} texts of all cells
 * @returns {Map<string, {iso: string, stamp: string}>} text -> date; what is no date is not in it
 */
function readDays(texts) {
  const found = new Map();
  const open = [];
  let votes = 0;
  const keep = (text, day) => { if (day) found.set(text, day); };
  texts.forEach((text) => {
    const said = text.trim().replace(WEEKDAY, "");
    const match = YEAR_LAST.exec(said);
    if (!match) keep(text, surely(said));
    else if (match[1] > 12 || match[2] > 12 || match[1] === match[2]) {
      if (match[1] !== match[2] && (match[1] <= 12 || match[2] <= 12)) votes += match[2] > 12 ? 1 : -1;
      keep(text, yearLast(match, match[1] <= 12 && match[2] > 12));
    } else open.push([text, match]);
  });
  open.forEach(([text, match]) => keep(text, yearLast(match, votes > 0)));
  return found;
}

function yearLast(match, monthFirst) {
  const [day, month] = monthFirst ? [match[2], match[1]] : [match[1], match[2]];
  return dayOf(match[3].length === 4 ? match[3] : "20" + match[3], month, day, match.slice(4));
}

/** A date whose order is plain. */
function surely(said) {
  const month = (name) => MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  let match = YEAR_FIRST.exec(said) || /^(20\d\d)(\d\d)(\d\d)$/.exec(said);
  if (match) return dayOf(match[1], match[2], match[3], match.slice(4));
  match = /^(\d{5})(?:[.,](\d+))?$/.exec(said);
  // days as spreadsheets count them
  if (match) {
    const seconds = Math.round(Number("0." + (match[2] || 0)) * 86400) % 86400;
    return match[1] < 73051 ? surely(new Date((match[1] - 25569) * 864e5 + seconds * 1000).toISOString()) : null;
  }
  match = DAY_MONTH.exec(said);
  if (match && month(match[2])) return dayOf(match[3], month(match[2]), match[1], match.slice(4));
  match = MONTH_DAY.exec(said);
  return match && month(match[1]) ? dayOf(match[3], month(match[1]), match[2], match.slice(4)) : null;
}

function dayOf(year, month, day, time) {
  const two = (n) => String(n).padStart(2, "0");
  const made = new Date(Date.UTC(year, month - 1, day));
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== Number(day) || year < 1990 || year > 2100) return null;
  const iso = year + "-" + two(Number(month)) + "-" + two(Number(day));
  const [hour, minute = 0, second = 0, half] = time;
  const hours = half ? (hour % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  if (hour === undefined || hours > 23 || minute > 59 || second > 59) return { iso: iso, stamp: iso };
  const clock = [hours, Number(minute), Number(second)].map(two).join(":");
  return { iso: iso, stamp: clock === "00:00:00" ? iso : iso + "T" + clock };
}
