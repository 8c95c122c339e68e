/* The exercises of the plan in their order, with the buttons to move them and the breaks between them. */

function drawOrder(p) {
  const focus = p.order.contains(document.activeElement) ? document.activeElement.dataset.key : "";
  const rows = agendaRows(sessionOf(p, p.plan)).filter((row) => row.exercise);
  p.order.replaceChildren(...p.plan.exercises.map((part, i) => orderItem(p, part, i, rows[i])));
  p.orderNone.hidden = p.plan.exercises.length > 0;
  if (focus) focusInOrder(p, focus);
}

/** Focus goes with the exercise that was moved: to the same button, or to the other when that one can go no further. */
function focusInOrder(p, key) {
  const [what, id] = key.split(" ");
  const button = (name) => p.order.querySelector('[data-key="' + name + " " + id + '"]:not(:disabled)');
  const found = button(what) || button(what === "up" ? "down" : "up");
  if (found) found.focus();
}

function orderItem(p, part, i, row) {
  const exercise = row.exercise;
  const item = make("li", "", "planner-part");
  if (exercise.phase) item.dataset.phase = exercise.phase;
  const head = make("p", "", "planner-part-title");
  head.append(make("strong", exercise.title), make("span", agendaClock(row.start) + " – " + agendaClock(row.end), "planner-part-time"));
  const last = i === p.plan.exercises.length - 1;
  const buttons = make("p", "", "planner-part-buttons");
  buttons.append(
    orderButton(p, "up", part.id, exercise.title, i === 0, () => moveExercise(p, i, -1)),
    orderButton(p, "down", part.id, exercise.title, last, () => moveExercise(p, i, 1)),
    orderButton(p, "remove", part.id, exercise.title, false, () => removeExercise(p, part.id)),
  );
  item.append(head, buttons);
  if (!last) item.append(pauseField(p, part, exercise.title));
  return item;
}

function orderButton(p, what, id, title, disabled, press) {
  const button = makeButton(p.words[what], press, "button");
  button.setAttribute("aria-label", p.words[what] + ": " + title);
  button.dataset.key = what + " " + id;
  button.disabled = disabled;
  return button;
}

function pauseField(p, part, title) {
  const label = make("label", p.words.pause + " ", "planner-pause");
  const field = make("input");
  Object.assign(field, { type: "number", min: 0, max: 240, step: 1, value: part.pause, inputMode: "numeric" });
  field.setAttribute("aria-label", fill(p.words.pause_after, { title: title }));
  field.dataset.key = "pause " + part.id;
  field.addEventListener("input", () => {
    if (!field.validity.valid) return;
    part.pause = +field.value; // an empty field is no break
    p.keeping.changed();
    drawTimes(p);
    drawResult(p);
  });
  label.append(field, " " + p.words.minutes);
  return label;
}

/** The clock times alone: the field that people type in stays. */
function drawTimes(p) {
  const rows = agendaRows(sessionOf(p, p.plan)).filter((row) => row.exercise);
  p.order.querySelectorAll(".planner-part-time").forEach((time, i) => {
    time.textContent = agendaClock(rows[i].start) + " – " + agendaClock(rows[i].end);
  });
}

/** The breaks stay where they are in the day: only the exercises change places. */
function moveExercise(p, i, by) {
  const parts = p.plan.exercises;
  const id = parts[i].id;
  parts[i].id = parts[i + by].id;
  parts[i + by].id = id;
  planChanged(p);
  p.keeping.say(fill(p.words.moved, { title: exerciseOf(p, id).title, n: i + by + 1 }));
}
