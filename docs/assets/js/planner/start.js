/*
 * The session planner. This part comes last and starts the others; notes.md tells about the data attributes.
 */

function startPlanner(root) {
  const given = JSON.parse(root.dataset.planner);
  const part = (name) => root.querySelector("[data-planner-" + name + "]");
  const p = {
    root: root, part: part, words: given.words, language: document.documentElement.lang, materials: given.materials, ready: given.ready,
    exercises: new Map(given.exercises.map((exercise) => [exercise.id, exercise])), plan: emptyPlan(), said: "", drawn: {},
    form: part("form"), search: part("search"), phase: part("phase"), found: part("found"), order: part("order"),
    orderNone: part("none"), orderTitle: part("order-title"), result: part("result"),
  };
  p.picks = Array.from(root.querySelectorAll("[data-pick]"), (item) => ({
    item: item, id: item.dataset.pick, phases: item.dataset.phases.split(" "), text: plain(item.dataset.text), box: item.querySelector("input"),
  }));
  p.keeping = { changed() {}, say() {}, undo() {} }; // while the plan that was open last is drawn
  showPicks(p);
  watchChoice(p);
  part("calendar").addEventListener("click", () => takeCalendar(p));
  p.keeping = startKeeping({
    root: root.querySelector("[data-device]"), kind: PLAN_KIND, version: PLAN_VERSION, words: given.device, title: given.title, page: given.page,
    empty: emptyPlan, isEmpty: planIsEmpty, count: planCount, share: true,
    migrate: (content) => checkedPlan(content, p.words),
    show(content) {
      p.plan = copyOfPlan(content);
      writeFacts(p);
      drawPlan(p);
    },
    current: () => copyOfPlan(p.plan),
    exports: [{
      id: "json", label: p.words.json,
      make: (content, name) => ({
        file: fileName(name, "json"), type: "application/json", data: JSON.stringify(planFile(content, name, p.language), null, 2) + "\n",
      }),
    }],
    asText: (content, name) => planText(p, content, name),
    read: async (file, bytes) => readPlanFile(bytes, p.words),
    differences: (before, after) => planDifferences(p, before, after),
  });
  addFromAddress(p);
  addEventListener("beforeprint", () => {
    part("name").textContent = p.keeping.name();
    part("name").hidden = !p.keeping.name();
  });
  root.dataset.drawn = "";
}

function drawPlan(p) {
  const chosen = new Set(p.plan.exercises.map((part) => part.id));
  p.picks.forEach((pick) => { pick.box.checked = chosen.has(pick.id); });
  drawOrder(p);
  drawResult(p);
}

/** An appointment needs a day and a start: without them, the field that is empty gets the focus. */
function takeCalendar(p) {
  const empty = ["day", "start"].find((key) => !p.plan[key]);
  if (empty) {
    p.keeping.say(p.words.calendar_needs);
    p.form.elements[empty].focus();
    return;
  }
  const title = p.keeping.name() || p.words.session + ": " + p.plan.exercises.map((part) => exerciseOf(p, part.id).title).join(", ");
  const uid = newKeptId(PLAN_KIND) + "@learning-network";
  const made = calendarOf(p.plan, title, planText(p, p.plan, title), agendaMinutes(sessionOf(p, p.plan)), uid, new Date());
  download({ file: fileName(p.words.session + " " + p.plan.day, "ics"), type: "text/calendar;charset=utf-8", data: made });
  p.keeping.say(p.words.calendar_made);
}

document.querySelectorAll("[data-planner]").forEach(startPlanner);
