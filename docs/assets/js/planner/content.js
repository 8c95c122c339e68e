/*
 * A plan as data: new, checked, compared, as a file and as text. The form of the file is that of
 * scripts/learning_network/sheets/plan_file.py, which makes a session pack of it.
 */

const PLAN_KIND = "session-plan";
const PLAN_VERSION = 1;
const PLAN_MOST = 40; // exercises
const PLAN_FACTS = ["day", "start", "end", "participants", "facilitators"];

/** @returns {Object} {exercises: [{id, pause}], day, start, end: texts, participants, facilitators: numbers or null} */
function emptyPlan() {
  return { exercises: [], day: "", start: "", end: "", participants: null, facilitators: null };
}

function planIsEmpty(plan) {
  return planCount(plan) === 0;
}

/** How much is filled in: exercises, and facts of the session. */
function planCount(plan) {
  return plan.exercises.length + PLAN_FACTS.filter((key) => plan[key] !== "" && plan[key] !== null).length;
}

function copyOfPlan(plan) {
  return { ...plan, exercises: plan.exercises.map((part) => ({ ...part })) };
}

/**
 * A plan from the storage, a link or a file, as it may be; all else is refused.
 * @param {Object} found  @param {Object} words
 * @returns {Object} a new plan
 */
function checkedPlan(found, words) {
  const whole = (value, low, high) => Number.isInteger(value) && value >= low && value <= high;
  const text = (value, pattern) => value === "" || (typeof value === "string" && pattern.test(value));
  const time = /^([01]\d|2[0-3]):[0-5]\d$/;
  const fits = found && Array.isArray(found.exercises) && found.exercises.length <= PLAN_MOST
    && found.exercises.every((part) => part && typeof part.id === "string" && /^[a-z][a-z0-9-]{0,60}$/.test(part.id) && whole(part.pause, 0, 240))
    && text(found.day, /^\d{4}-\d{2}-\d{2}$/) && text(found.start, time) && text(found.end, time)
    && (found.participants === null || whole(found.participants, 1, 500))
    && (found.facilitators === null || whole(found.facilitators, 0, 100));
  if (!fits) throw refused(words.refused_plan);
  const ids = found.exercises.map((part) => part.id);
  if (new Set(ids).size < ids.length) throw refused(words.refused_twice);
  const plan = emptyPlan();
  PLAN_FACTS.forEach((key) => { plan[key] = found[key]; });
  plan.exercises = found.exercises.map((part) => ({ id: part.id, pause: part.pause }));
  return plan;
}

/** @returns {Object} what the file of a plan holds; what is not filled in is left out */
function planFile(plan, name, language) {
  const file = { kind: PLAN_KIND, version: PLAN_VERSION, name: name, language: language };
  PLAN_FACTS.forEach((key) => { if (plan[key] !== "" && plan[key] !== null) file[key] = plan[key]; });
  file.exercises = plan.exercises.map((part) => ({ id: part.id, break: part.pause }));
  return file;
}

/** @param {Uint8Array} bytes  @returns {Array<{name: string, content: Object}>} */
function readPlanFile(bytes, words) {
  let found;
  try {
    found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (spoiled) {
    throw refused(words.refused_json);
  }
  if (!found || found.kind !== PLAN_KIND) throw refused(words.refused_kind);
  if (found.version > PLAN_VERSION) throw refused(words.refused_newer);
  if (found.version !== PLAN_VERSION || !Array.isArray(found.exercises)) throw refused(words.refused_plan);
  const plan = emptyPlan();
  PLAN_FACTS.forEach((key) => { if (found[key] !== undefined && found[key] !== null) plan[key] = found[key]; });
  ["start", "end"].forEach((key) => { if (/^\d:/.test(plan[key])) plan[key] = "0" + plan[key]; });
  plan.exercises = found.exercises.map((part) => ({ id: part && part.id, pause: (part && part.break) || 0 }));
  return [{ name: typeof found.name === "string" ? found.name.slice(0, 80) : "", content: checkedPlan(plan, words) }];
}

/** @returns {Array<{label: string, before: string, after: string}>} */
function planDifferences(p, before, after) {
  const parts = (plan) => plan.exercises.map((part, i) => {
    const pause = part.pause && i < plan.exercises.length - 1 ? ", " + fill(p.words.pause_of, { n: part.pause }) : "";
    return i + 1 + ". " + exerciseOf(p, part.id).title + pause;
  }).join("\n");
  const said = (value) => (value === null ? "" : String(value));
  return [
    { label: p.words.exercises, before: parts(before), after: parts(after) },
    ...PLAN_FACTS.map((key) => ({ label: p.words[key], before: said(before[key]), after: said(after[key]) })),
  ].filter((change) => change.before !== change.after);
}

/** A plan as the rules of the agenda take it. */
function sessionOf(p, plan) {
  return {
    exercises: plan.exercises.map((part) => exerciseOf(p, part.id)), pauses: plan.exercises.map((part) => part.pause),
    start: minutesOf(plan.start), end: minutesOf(plan.end), participants: plan.participants, facilitators: plan.facilitators,
  };
}

/** An exercise of the site; one that the site does not have (any more) keeps its place, without minutes. */
function exerciseOf(p, id) {
  return p.exercises.get(id) || {
    id: id, title: fill(p.words.unknown, { id: id }), unknown: true, minutes: 0, min: 1, max: 500, small: null, facilitators: 0,
    materials: [], worksheets: [], steps: [], preparation: [], sheets: [],
  };
}

/** The agenda, what to bring and what to prepare, for a mail. */
function planText(p, plan, name) {
  const session = sessionOf(p, plan);
  const lines = [name, ...planFactsLine(p, plan), "", p.words.agenda];
  agendaRows(session).forEach((row) => {
    lines.push(agendaClock(row.start) + " " + (row.exercise ? row.exercise.title : p.words.break) + " (" + fill(p.words.min, { n: row.end - row.start }) + ")");
  });
  if (session.exercises.length) lines.push(agendaClock((session.start || 0) + agendaMinutes(session)) + " " + p.words.finish);
  const needs = agendaNeeds(session, p.materials.map((material) => material.id));
  if (needs.length) lines.push("", p.words.bring, ...needs.map((need) => "- " + needText(p, need)));
  const preparation = session.exercises.filter((exercise) => exercise.preparation.length);
  if (preparation.length) lines.push("", p.words.prepare);
  preparation.forEach((exercise) => lines.push(exercise.title, ...exercise.preparation.map((text) => "- " + text)));
  return lines.join("\n") + "\n";
}

/** @returns {string[]} the facts of the session in words, one each */
function planFactsLine(p, plan) {
  const facts = [];
  if (plan.day) facts.push(new Intl.DateTimeFormat(p.language, { dateStyle: "full", timeZone: "UTC" }).format(new Date(plan.day + "T00:00Z")));
  if (plan.participants !== null) facts.push(fill(p.words.n_participants, { n: plan.participants }));
  if (plan.facilitators !== null) facts.push(fill(p.words.n_facilitators, { n: plan.facilitators }));
  return facts;
}

/** "pennen: 12", "post-its: minstens 36", or the name alone. */
function needText(p, need) {
  const label = p.materials.find((material) => material.id === need.id).label;
  if (need.total === null) return label;
  return label + ": " + (need.atLeast ? fill(p.words.at_least, { n: need.total }) : need.total);
}
