/* What the plan comes to, below it: what does not fit, the agenda, what to bring, to prepare and to print. */

function drawResult(p) {
  const session = sessionOf(p, p.plan);
  p.result.hidden = !session.exercises.length;
  p.root.classList.toggle("planner--filled", session.exercises.length > 0);
  drawFaults(p, session);
  drawAgenda(p, session);
  p.part("needs").replaceChildren(...needsList(p, session));
  p.part("prepare").replaceChildren(...session.exercises.filter((exercise) => exercise.preparation.length).flatMap((exercise) => {
    const list = make("ul", "", "checklist");
    list.append(...exercise.preparation.map((text) => make("li", text)));
    return [make("h3", exercise.title), list];
  }));
  p.part("sheets").replaceChildren(...sheetRows(p, session));
}

/** Drawn anew only when it says something else: screen readers hear it once. */
function drawFaults(p, session) {
  const faults = planFaults(session);
  const unknown = session.exercises.filter((exercise) => exercise.unknown);
  const said = JSON.stringify([faults, unknown.map((exercise) => exercise.id), session.participants]);
  if (said === p.said) return;
  p.said = said;
  const box = p.part("faults");
  box.classList.toggle("planner-faults--none", !faults.length && !unknown.length);
  if (!faults.length && !unknown.length) {
    const known = session.start !== null && session.end !== null && session.participants !== null;
    box.replaceChildren(make("p", known ? p.words.fits : p.words.fits_so_far));
    return;
  }
  const list = make("ul");
  list.append(...unknown.map((exercise) => make("li", fill(p.words.not_here, { id: exercise.id }))));
  list.append(...faults.map((fault) => faultItem(p, fault, session)));
  box.replaceChildren(list);
}

function faultItem(p, fault, session) {
  const w = p.words.fault;
  const titles = (exercises) => exercises.map((exercise) => exercise.title).join(", ");
  const item = make("li");
  if (fault.kind === "group") {
    const size = { title: fault.exercise.title, size: fault.exercise.size, n: session.participants };
    item.append(make("p", fill(w.group, size)));
    if (fault.large) item.append(moreLink(p, fault.exercise, w.large));
    if (session.exercises.length > 1) item.append(dropButton(p, fault.exercise));
  } else if (fault.kind === "facilitators") {
    item.append(make("p", fill(w.facilitators, { n: fault.needed, titles: titles(fault.exercises) })));
  } else if (fault.kind === "late" || fault.kind === "midnight") {
    item.append(make("p", fill(w[fault.kind], { n: fault.over })));
    if (fault.breaks) item.append(make("p", fill(w.breaks, { n: fault.breaks })));
    if (fault.together.length) item.append(make("p", fill(w.together, { titles: titles(fault.together) })));
    if (!fault.drop.length && !fault.together.length) item.append(make("p", w.other_time));
    item.append(...fault.drop.map((exercise) => dropButton(p, exercise)), ...fault.shorten.map((exercise) => moreLink(p, exercise, w.shorten)));
  } else {
    item.append(make("p", fault.kind === "no-start" ? w.no_start : w.end_first));
  }
  return item;
}

function dropButton(p, exercise) {
  return makeButton(fill(p.words.fault.drop, { title: exercise.title, n: exercise.minutes }), () => removeExercise(p, exercise.id));
}

function moreLink(p, exercise, text) {
  const line = make("p");
  const link = make("a", fill(text, { title: exercise.title }));
  link.href = exercise.href + "#variations";
  line.append(link);
  return line;
}

function drawAgenda(p, session) {
  p.part("facts").textContent = planFactsLine(p, p.plan).join(" · ");
  const rows = agendaRows(session);
  const end = (session.start || 0) + agendaMinutes(session);
  const items = rows.map((row) => (row.exercise ? agendaItem(p, row) : breakItem(p, row)));
  const last = make("li", "", "planner-slot planner-slot--end");
  last.append(make("p", agendaClock(end), "planner-clock"), make("p", fill(p.words.end_after, { n: agendaMinutes(session) })));
  p.part("agenda").replaceChildren(...items, last);
  p.part("without-start").hidden = session.start !== null;
}

function agendaItem(p, row) {
  const item = make("li", "", "planner-slot");
  if (row.exercise.phase) item.dataset.phase = row.exercise.phase;
  const body = make("div");
  const title = make("h3");
  if (row.exercise.href) {
    const link = make("a", row.exercise.title);
    link.href = row.exercise.href;
    title.append(link);
  } else title.textContent = row.exercise.title;
  title.append(" ", make("span", fill(p.words.min, { n: row.exercise.minutes }), "planner-minutes"));
  const steps = make("ul", "", "planner-steps");
  let now = row.start;
  row.exercise.steps.forEach(([name, minutes]) => {
    const step = make("li");
    step.append(make("span", agendaClock(now), "planner-step-clock"), make("span", name), make("span", fill(p.words.min, { n: minutes }), "planner-minutes"));
    steps.append(step);
    now += minutes;
  });
  body.append(title, steps);
  item.append(make("p", agendaClock(row.start), "planner-clock"), body);
  return item;
}

function breakItem(p, row) {
  const item = make("li", "", "planner-slot planner-slot--break");
  const what = make("p", p.words.break + " ");
  what.append(make("span", fill(p.words.min, { n: row.end - row.start }), "planner-minutes"));
  item.append(make("p", agendaClock(row.start), "planner-clock"), what);
  return item;
}

/** The materials, each with its total and what it is for. */
function needsList(p, session) {
  const needs = agendaNeeds(session, p.materials.map((material) => material.id));
  if (!needs.length) return [make("p", p.words.no_materials)];
  const counted = session.participants === null ? p.words.for_nobody : fill(p.words.for_participants, { n: session.participants });
  const list = make("ul", "", "checklist");
  list.append(...needs.map((need) => {
    const item = make("li");
    item.append(make("strong", needText(p, need)));
    const uses = make("ul", "", "planner-uses");
    uses.append(...need.uses.map((use) => make("li", useText(p, use))));
    item.append(uses);
    return item;
  }));
  return [make("p", counted + " " + p.words.reuse), list];
}

/** "SWOT: 12 (1 per persoon)". */
function useText(p, use) {
  const groups = use.material.per === "small-group" && use.shares ? ", " + fill(p.words.small_groups, { n: use.shares }) : "";
  const each = (use.material.each || "") + groups;
  if (use.number === null) return use.exercise.title + (each ? ": " + each : "");
  return use.exercise.title + ": " + use.number + (each && use.shares ? " (" + each + ")" : "");
}

/** What to print for each exercise, each sheet once, with a link to its PDF where the site has it and else to its page. */
function sheetRows(p, session) {
  const times = new Map();
  session.exercises.forEach((exercise) => exercise.sheets.forEach((sheet) => {
    const found = times.get(sheet.href) || { sheet: sheet, n: 0 };
    found.n += sheet.each ? session.participants || 1 : found.n ? 0 : 1;
    times.set(sheet.href, found);
  }));
  return Array.from(times.values(), ({ sheet, n }) => {
    const item = make("li");
    const link = make("a", sheet.label);
    link.href = sheet.href;
    item.append(link, make("span", fill(p.words.times, { n: n }), "planner-minutes"));
    return item;
  });
}
