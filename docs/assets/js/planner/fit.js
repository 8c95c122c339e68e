/* What does not fit in a plan, and what to drop or shorten. Pure: no page, no words. */

const FIT_OFFERS = 3; // more ways out than this and nobody chooses

/**
 * @param {Object} session PlannedSession with end (minutes after midnight or null) and facilitators (or null)
 * @returns {Array<Object>} faults, each with a kind: "no-start", "end-first", "midnight", "late", "group", "facilitators"
 */
function planFaults(session) {
  const faults = [];
  if (!session.exercises.length) return faults;
  if (session.end !== null && session.start === null) faults.push({ kind: "no-start" });
  if (session.end !== null && session.start !== null && session.end <= session.start) faults.push({ kind: "end-first" });
  else if (session.start !== null) faults.push(...tooLong(session));
  agendaMisfits(session).forEach((exercise) => {
    faults.push({ kind: "group", exercise: exercise, large: session.participants > exercise.max && exercise.large });
  });
  if (session.facilitators !== null) {
    const short = session.exercises.filter((exercise) => exercise.facilitators > session.facilitators);
    if (short.length) faults.push({ kind: "facilitators", exercises: short, needed: Math.max(...short.map((exercise) => exercise.facilitators)) });
  }
  return faults;
}

/** Later than the end that was given, or than midnight: by how much, and every way that is enough by itself. */
function tooLong(session) {
  const limit = session.end === null ? AGENDA_DAY : session.end;
  const over = session.start + agendaMinutes(session) - limit;
  if (over <= 0) return [];
  const breaks = session.pauses.slice(0, -1).reduce((sum, pause) => sum + pause, 0);
  const drops = session.exercises.map((exercise) => ({ exercise: exercise, saves: savedWithout(session, [exercise]) }))
    .sort((a, b) => a.saves - b.saves);
  const enough = drops.filter((drop) => drop.saves >= over);
  return [{
    kind: session.end === null ? "midnight" : "late", over: over, breaks: breaks >= over ? breaks : 0,
    drop: session.exercises.length > 1 ? enough.slice(0, FIT_OFFERS).map((drop) => drop.exercise) : [],
    together: enough.length ? [] : dropTogether(session, drops.map((drop) => drop.exercise), over),
    shorten: session.exercises.filter((exercise) => exercise.short),
  }];
}

/** @returns {number} minutes that a session is shorter without these exercises, and without the breaks that then go */
function savedWithout(session, gone) {
  const kept = session.exercises.map((exercise, i) => i).filter((i) => !gone.includes(session.exercises[i]));
  const rest = { exercises: kept.map((i) => session.exercises[i]), pauses: kept.map((i) => session.pauses[i]), start: session.start };
  return agendaMinutes(session) - agendaMinutes(rest);
}

/** The longest exercises first, until the rest fits; none when nothing would be left. */
function dropTogether(session, shortestFirst, over) {
  const gone = [];
  for (const exercise of shortestFirst.slice().reverse()) {
    gone.push(exercise);
    if (savedWithout(session, gone) >= over) return gone.length < session.exercises.length ? gone : [];
  }
  return [];
}
