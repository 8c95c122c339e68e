/* What the plan comes to, below it: what does not fit, the agenda, what to bring, to prepare and to print. */

function drawResult(p) {
  const session = sessionOf(p, p.plan);
  p.result.hidden = !session.exercises.length;
  p.root.classList.toggle("planner--filled", session.exercises.length > 0);
  p.root.classList.toggle("planner--long", session.exercises.length > 8);
  drawFaults(p, session);
  drawAgenda(p, session);
  drawNeeds(p, session);
  drawAgain(p, "prepare", session.exercises.filter((exercise) => exercise.preparation.length).map((exercise) => [exercise.id, () => {
    const list = make("ul", "", "checklist");
    list.append(...exercise.preparation.map((text) => make("li", text)));
    return [make("h3", exercise.title), list];
  }]));
  drawSheets(p, session);
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
  const minutes = agendaMinutes(session), agenda = p.part("agenda");
  const slots = rows.map((row, i) => (row.exercise ? [row.exercise.id, () => agendaItem(p, row.exercise)]
    : [row.end - row.start + " min " + rows[i + 1].exercise.id, () => breakItem(p, row.end - row.start)]));
  drawAgain(p, "agenda", slots.concat([["end " + minutes, () => agendaEnd(p, minutes)]]));
  rows.concat({ start: (session.start || 0) + minutes }).forEach((row, i) => tellClocks(agenda.children[i], row));
  p.part("without-start").hidden = session.start !== null;
}

function agendaItem(p, exercise) {
  const item = make("li", "", "planner-slot");
  if (exercise.phase) item.dataset.phase = exercise.phase;
  const body = make("div");
  const title = make("h3");
  if (exercise.href) {
    const link = make("a", exercise.title);
    link.href = exercise.href;
    title.append(link);
  } else title.textContent = exercise.title;
  title.append(" ", make("span", fill(p.words.min, { n: exercise.minutes }), "planner-minutes"));
  const steps = make("ul", "", "planner-steps");
  exercise.steps.forEach(([name, minutes]) => {
    const step = make("li");
    step.append(make("span", "", "planner-step-clock"), make("span", name), make("span", fill(p.words.min, { n: minutes }), "planner-minutes"));
    steps.append(step);
  });
  body.append(title, steps);
  item.append(make("p", "", "planner-clock"), body);
  return item;
}

function breakItem(p, minutes) {
  const item = make("li", "", "planner-slot planner-slot--break");
  const what = make("p", p.words.break + " ");
  what.append(make("span", fill(p.words.min, { n: minutes }), "planner-minutes"));
  item.append(make("p", "", "planner-clock"), what);
  return item;
}

function agendaEnd(p, minutes) {
  const item = make("li", "", "planner-slot planner-slot--end");
  item.append(make("p", "", "planner-clock"), make("p", fill(p.words.end_after, { n: minutes })));
  return item;
}

/** The clock of a row of the agenda, and of its steps. */
function tellClocks(item, row) {
  let now = row.start;
  setText(item.firstElementChild, agendaClock(now));
  item.querySelectorAll(".planner-step-clock").forEach((clock, i) => {
    setText(clock, agendaClock(now));
    now += row.exercise.steps[i][1];
  });
}

/** The materials, each with its total and what it is for. */
function drawNeeds(p, session) {
  const needs = agendaNeeds(session, p.materials.map((material) => material.id));
  const counted = session.participants === null ? p.words.for_nobody : fill(p.words.for_participants, { n: session.participants });
  p.part("needs-said").textContent = needs.length ? counted + " " + p.words.reuse : p.words.no_materials;
  drawAgain(p, "needs", needs.map((need) => {
    const said = need.uses.map((use) => useText(p, use));
    return [[need.id, needText(p, need), ...said].join("\n"), () => {
      const item = make("li"), uses = make("ul", "", "planner-uses");
      uses.append(...said.map((text) => make("li", text)));
      item.append(make("strong", needText(p, need)), uses);
      return item;
    }];
  }));
}

/** "SWOT: 12 (1 per persoon)". */
function useText(p, use) {
  const groups = use.material.per === "small-group" && use.shares ? ", " + fill(p.words.small_groups, { n: use.shares }) : "";
  const each = (use.material.each || "") + groups;
  if (use.number === null) return use.exercise.title + (each ? ": " + each : "");
  return use.exercise.title + ": " + use.number + (each && use.shares ? " (" + each + ")" : "");
}

/** What to print for each exercise, each sheet once, with a link to its PDF where the site has it and else to its page. */
function drawSheets(p, session) {
  const times = new Map();
  session.exercises.forEach((exercise) => exercise.sheets.forEach((sheet) => {
    const found = times.get(sheet.href) || { sheet: sheet, n: 0 };
    found.n += sheet.each ? session.participants || 1 : found.n ? 0 : 1;
    times.set(sheet.href, found);
  }));
  drawAgain(p, "sheets", Array.from(times.values(), ({ sheet, n }) => [n + " " + sheet.href, () => {
    const item = make("li");
    const link = make("a", sheet.label);
    link.href = sheet.href;
    item.append(link, make("span", fill(p.words.times, { n: n }), "planner-minutes"));
    return item;
  }]));
}
