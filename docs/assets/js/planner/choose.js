/* Choosing: the list of exercises with its search, the facts of the session, and the plans that are ready. */

function watchChoice(p) {
  p.picks.forEach((pick) => {
    pick.box.addEventListener("change", () => (pick.box.checked ? addExercise(p, pick.id) : removeExercise(p, pick.id)));
  });
  p.search.addEventListener("input", () => showPicks(p));
  p.phase.addEventListener("change", () => showPicks(p));
  p.form.addEventListener("submit", (event) => event.preventDefault());
  p.form.addEventListener("input", () => readFacts(p));
  p.root.querySelectorAll("[data-planner-use]").forEach((button) => {
    button.addEventListener("click", () => usePlan(p, button.dataset.plannerUse));
  });
}

/** Show the exercises that hold all words and fit in the phase. */
function showPicks(p) {
  const asked = plain(p.search.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  p.picks.forEach((pick) => {
    const fits = asked.every((word) => pick.text.includes(word)) && (!p.phase.value || pick.phases.includes(p.phase.value));
    pick.item.hidden = !fits;
    shown += fits ? 1 : 0;
  });
  p.found.textContent = fill(p.words.found, { n: shown });
}

/** The fields of the session as they stand; what is no whole number yet counts as empty. */
function readFacts(p) {
  const number = (field) => (field.value !== "" && field.validity.valid ? +field.value : null);
  PLAN_FACTS.forEach((key) => {
    const field = p.form.elements[key];
    p.plan[key] = field.type === "number" ? number(field) : field.validity.valid ? field.value.slice(0, 10) : "";
  });
  planChanged(p);
}

function writeFacts(p) {
  PLAN_FACTS.forEach((key) => { p.form.elements[key].value = p.plan[key] === null ? "" : p.plan[key]; });
}

/** Draw all of the plan again, and keep it. */
function planChanged(p) {
  drawPlan(p);
  p.keeping.changed();
}

function addExercise(p, id) {
  if (p.plan.exercises.some((part) => part.id === id)) return;
  if (p.plan.exercises.length === PLAN_MOST) {
    drawPlan(p); // the tick goes out again
    p.keeping.say(fill(p.words.full, { n: PLAN_MOST }));
    return;
  }
  p.plan.exercises.push({ id: id, pause: 0 });
  planChanged(p);
  p.keeping.say(fill(p.words.added, { title: exerciseOf(p, id).title }));
}

function removeExercise(p, id) {
  const before = copyOfPlan(p.plan);
  p.plan.exercises = p.plan.exercises.filter((part) => part.id !== id);
  planChanged(p);
  offerBack(p, fill(p.words.removed, { title: exerciseOf(p, id).title }), before);
}

function usePlan(p, id) {
  const before = copyOfPlan(p.plan);
  const ready = p.ready.find((plan) => plan.id === id);
  p.plan.exercises = ready.exercises.map((part) => ({ ...part }));
  planChanged(p);
  offerBack(p, fill(p.words.used, { title: ready.title }), before);
  p.orderTitle.focus();
}

/** A message with "undo", which brings the plan back as it was; what was said of the session meanwhile stays. */
function offerBack(p, text, before) {
  p.keeping.undo(text, () => {
    p.plan.exercises = before.exercises;
    planChanged(p);
  });
}

/** A link such as plan.html?add=swot puts the exercise into the plan that is open; once, not at each reload. */
function addFromAddress(p) {
  const address = new URLSearchParams(location.search);
  const ids = address.getAll("add").flatMap((text) => text.split(",")).filter((id) => p.exercises.has(id));
  if (!address.has("add")) return;
  ids.forEach((id) => addExercise(p, id));
  address.delete("add");
  const query = address.toString();
  try {
    history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
  } catch (forbidden) { /* a browser that allows no new addresses of files: the exercise is in the plan once, all the same */ }
}
