/* A plan as an appointment (iCalendar, RFC 5545), in the time of the place where it is opened. */

/**
 * @param {Object} plan with a day and a start
 * @param {string} title  @param {string} text the agenda  @param {string} uid  @param {Date} now
 * @returns {string}
 */
function calendarOf(plan, title, text, minutes, uid, now) {
  const start = new Date(plan.day + "T" + plan.start + "Z"); // a clock without a zone, reckoned as if in UTC
  const end = new Date(start.getTime() + minutes * 60000);
  const stamp = (time) => time.toISOString().replace(/[-:]|\.\d+/g, "");
  const local = (time) => stamp(time).slice(0, -1);
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//learning network//session planner//EN", "BEGIN:VEVENT", "UID:" + uid,
    "DTSTAMP:" + stamp(now), "DTSTART:" + local(start), "DTEND:" + local(end),
    "SUMMARY:" + calendarText(title), "DESCRIPTION:" + calendarText(text), "END:VEVENT", "END:VCALENDAR",
  ].map(foldedLine).join("\r\n") + "\r\n";
}

function calendarText(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A line of at most 75 bytes; the rest goes on after a line break and a space, never within a letter. */
function foldedLine(line) {
  const encoder = new TextEncoder();
  let folded = "", room = 75;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (size > room) {
      folded += "\r\n ";
      room = 74;
    }
    folded += letter;
    room -= size;
  }
  return folded;
}
