/* The exercises of the plan in their order, with the buttons to move them and the breaks between them. */

function drawOrder(p) {
  const focus = p.order.contains(document.activeElement) ? document.activeElement : null;
  const parts = p.plan.exercises;
  drawAgain(p, "order", parts.map((part) => [part.id, () => orderItem(p, part.id)]));
  parts.forEach((part, i) => tellPlace(p.order.children[i], part, i === 0, i === parts.length - 1));
  drawTimes(p);
  p.orderNone.hidden = parts.length > 0;
  if (focus && (focus.disabled || focus !== document.activeElement)) focusInOrder(p, focus.dataset.key);
}

/** Focus goes with the exercise that was moved: to the same button, or to the other when that one can go no further. */
function focusInOrder(p, key) {
  const [what, id] = key.split(" ");
  const button = (name) => p.order.querySelector('[data-key="' + name + " " + id + '"]:not(:disabled)');
  const found = button(what) || button(what === "up" ? "down" : "up");
  if (found) found.focus();
}

function orderItem(p, id) {
  const exercise = exerciseOf(p, id);
  const item = make("li", "", "planner-part");
  if (exercise.phase) item.dataset.phase = exercise.phase;
  const head = make("p", "", "planner-part-title");
  head.append(make("strong", exercise.title), make("span", "", "planner-part-time"));
  const buttons = make("p", "", "planner-part-buttons");
  buttons.append(
    orderButton(p, "up", exercise, () => moveExercise(p, id, -1)),
    orderButton(p, "down", exercise, () => moveExercise(p, id, 1)),
    orderButton(p, "remove", exercise, () => removeExercise(p, id)),
  );
  item.append(head, buttons, pauseField(p, exercise));
  return item;
}

function orderButton(p, what, exercise, press) {
  const button = makeButton(p.words[what], press, "button");
  button.setAttribute("aria-label", p.words[what] + ": " + exercise.title);
  button.dataset.key = what + " " + exercise.id;
  return button;
}

function pauseField(p, exercise) {
  const label = make("label", p.words.pause + " ", "planner-pause");
  const field = make("input");
  Object.assign(field, { type: "number", min: 0, max: 240, step: 1, inputMode: "numeric" });
  field.setAttribute("aria-label", fill(p.words.pause_after, { title: exercise.title }));
  field.dataset.key = "pause " + exercise.id;
  field.addEventListener("input", () => {
    if (!field.validity.valid) return;
    p.plan.exercises.find((part) => part.id === exercise.id).pause = +field.value; // an empty field is no break
    p.keeping.changed();
    drawTimes(p);
    drawResult(p);
  });
  label.append(field, " " + p.words.minutes);
  return label;
}

/** What hangs on the place in the order: the first goes no further up, after the last comes no break. */
function tellPlace(item, part, first, last) {
  const [up, down] = item.querySelectorAll("button"), pause = item.querySelector(".planner-pause"), field = pause.firstElementChild;
  up.disabled = first;
  down.disabled = last;
  pause.hidden = last;
  if (field.value !== String(part.pause)) field.value = part.pause;
}

/** The clock times alone: the field that people type in stays. */
function drawTimes(p) {
  const rows = agendaRows(sessionOf(p, p.plan)).filter((row) => row.exercise);
  p.order.querySelectorAll(".planner-part-time").forEach((time, i) => setText(time, agendaClock(rows[i].start) + " – " + agendaClock(rows[i].end)));
}

/** The breaks stay where they are in the day: only the exercises change places. */
function moveExercise(p, id, by) {
  const parts = p.plan.exercises, i = parts.findIndex((part) => part.id === id);
  parts[i].id = parts[i + by].id;
  parts[i + by].id = id;
  planChanged(p);
  p.keeping.say(fill(p.words.moved, { title: exerciseOf(p, id).title, n: i + by + 1 }));
}
