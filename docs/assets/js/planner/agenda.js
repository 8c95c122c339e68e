/*
 * What a session of several exercises comes to: its clock times, what to bring for so many people, whom it does not fit. The
 * same rules stand in scripts/learning_network/sheets/agenda.py; both are held against tests/vectors/agenda/.
 */

const AGENDA_DAY = 24 * 60;
const AGENDA_COPIES = "worksheet-copies"; // the material that stands in the list of what to print

/**
 * @typedef {{id: string, title: string, minutes: number, min: number, max: number, small: number|null,
 *   materials: Array<{id: string, amount: number|null, per: string}>, worksheets: string[]}} PlannedExercise
 * @typedef {{exercises: PlannedExercise[], pauses: number[], start: number|null, participants: number|null}} PlannedSession
 *   pauses: minutes after each exercise; start: minutes after midnight
 */

/**
 * The exercises with the breaks between them; what comes after the last one is no break. Without a start from 0:00.
 * @param {PlannedSession} session
 * @returns {Array<{exercise: PlannedExercise|null, start: number, end: number}>} a break has no exercise
 */
function agendaRows(session) {
  const rows = [];
  let now = session.start || 0;
  session.exercises.forEach((exercise, i) => {
    const pause = i ? session.pauses[i - 1] : 0;
    if (pause) {
      rows.push({ exercise: null, start: now, end: now + pause });
      now += pause;
    }
    rows.push({ exercise: exercise, start: now, end: now + exercise.minutes });
    now += exercise.minutes;
  });
  return rows;
}

/** @returns {number} minutes of all exercises and of the breaks between them */
function agendaMinutes(session) {
  const rows = agendaRows(session);
  return rows.length ? rows[rows.length - 1].end - rows[0].start : 0;
}

/** @returns {boolean} whether a session with a start goes on after midnight */
function afterMidnight(session) {
  return session.start !== null && session.start + agendaMinutes(session) > AGENDA_DAY;
}

/** @returns {number|null} how many times an amount is needed; null when nobody can say */
function agendaShares(per, exercise, participants) {
  if (per === "group") return 1;
  if (participants === null || per === "tool") return null;
  if (per === "pair") return Math.ceil(participants / 2);
  if (per === "small-group") return exercise.small ? Math.ceil(participants / exercise.small) : 1;
  return participants;
}

/**
 * The materials of all exercises, without the copies of worksheets that are told apart.
 * @param {string[]} order the ids of all materials, in their order
 * @returns {Array<{id: string, total: number|null, atLeast: boolean, uses: Array<Object>}>} total: all known numbers together
 */
function agendaNeeds(session, order) {
  const uses = new Map();
  session.exercises.forEach((exercise) => exercise.materials.forEach((material) => {
    if (material.id === AGENDA_COPIES && exercise.worksheets.length) return;
    const times = agendaShares(material.per, exercise, session.participants);
    const number = times === null || material.amount === null ? null : material.amount * times;
    const own = material.per === "group" || material.amount === null ? null : times;
    if (!uses.has(material.id)) uses.set(material.id, []);
    uses.get(material.id).push({ exercise: exercise, material: material, number: number, shares: own });
  }));
  return order.filter((id) => uses.has(id)).map((id) => {
    const known = uses.get(id).map((use) => use.number).filter((number) => number !== null);
    return {
      id: id, uses: uses.get(id), atLeast: known.length < uses.get(id).length,
      total: known.length ? known.reduce((sum, number) => sum + number, 0) : null,
    };
  });
}

/** @returns {PlannedExercise[]} the exercises that are for fewer or more people than there will be */
function agendaMisfits(session) {
  const n = session.participants;
  return n === null ? [] : session.exercises.filter((exercise) => n < exercise.min || n > exercise.max);
}

/** Minutes as a clock time: 75 -> "1:15". */
function agendaClock(n) {
  return Math.floor(n / 60) + ":" + String(n % 60).padStart(2, "0");
}

/** @returns {number|null} "13:30" -> 810; null for an empty text */
function minutesOf(time) {
  if (!time) return null;
  const [hours, minutes] = time.split(":");
  return +hours * 60 + +minutes;
}
