/*
 * The list of tools. One is open at a time: on a phone it is a card of its own. Above it the choice of questions and a search;
 * below it room for a tool that the matrix does not have.
 */

function buildForm(m) {
  m.search = m.part("search");
  m.show = m.part("show");
  m.status = m.part("status");
  m.search.addEventListener("input", () => filterTools(m, true));
  m.show.addEventListener("change", () => filterTools(m, true));
  m.part("questions").addEventListener("change", () => {
    const boxes = Array.from(m.part("questions").querySelectorAll("input"));
    m.content.criteria = boxes.filter((box) => box.checked).map((box) => box.value);
    redrawOpen(m);
    tellQuestions(m);
    m.keeping.changed();
  });
  m.part("own").addEventListener("submit", (event) => {
    event.preventDefault();
    newOwn(m);
  });
}

/** Draw the list anew: at the start, and when another document or other tools come. @param {string} [open] the tool to open */
function drawTools(m, open) {
  const before = m.rows || new Map(), tools = toolsOf(m.content, m.names);
  m.rows = new Map(tools.map((tool) => {
    const row = before.get(tool.id);
    return [tool.id, row && row.tool.name === tool.name ? Object.assign(row, { tool: tool }) : newRow(m, tool)];
  }));
  before.forEach(closeTool);
  m.rows.forEach((row) => tellRow(m, row));
  arrange(m.part("tools"), Array.from(m.rows.values(), (row) => row.fold));
  tellFilled(m);
  if (m.rows.has(open)) m.rows.get(open).fold.open = true;
  drawQuestions(m);
  drawOther(m);
  filterTools(m, false);
}

function newRow(m, tool) {
  const fold = make("details", "", "team-tool"), row = { tool: tool, fold: fold, state: make("span", "", "team-state"), text: plain(tool.name) };
  const head = fold.appendChild(make("summary"));
  head.append(make("strong", tool.name), row.state);
  fold.addEventListener("toggle", () => openedOrClosed(m, row));
  return row;
}

function closeTool(row) {
  row.fold.open = false;
  if (row.card) row.card.remove();
  row.card = null;
}

/** A tool that was opened gets its card; the one that was open closes. */
function openedOrClosed(m, row) {
  if (!row.fold.open) return closeTool(row);
  m.rows.forEach((other) => { if (other !== row) other.fold.open = false; });
  if (!row.card) drawCard(m, row);
}

function drawCard(m, row) {
  if (row.card) row.card.remove();
  row.card = row.fold.appendChild(toolCard(m, row.tool));
  const actions = row.card.appendChild(make("p", "", "actions"));
  actions.append(makeButton(m.words.next, () => openNext(m, row)));
  if (!m.names.tools.has(row.tool.id)) actions.append(makeButton(fill(m.words.remove, { name: row.tool.name }), () => removeOwn(m, row)));
}

function redrawOpen(m) {
  m.rows.forEach((row) => { if (row.fold.open) drawCard(m, row); });
}

/** Close this tool, open the one below it that is shown; after the last one go to the room for a tool of your own. */
function openNext(m, row) {
  const shown = Array.from(m.rows.values()).filter((other) => !other.fold.hidden || other === row);
  const next = shown[shown.indexOf(row) + 1];
  closeTool(row);
  if (!next) return m.part("own").elements.name.focus();
  next.fold.open = true;
  drawCard(m, next); // at once, not at the event: so that the page does not jump afterwards
  next.fold.querySelector("summary").focus({ preventScroll: true });
  next.fold.scrollIntoView({ block: "start" });
}

/** A tool got an answer, or lost one. */
function tellState(m, tool) {
  tellRow(m, m.rows.get(tool.id));
  tellFilled(m);
}

/** How far a tool is: the number of answers and remarks. */
function tellRow(m, row) {
  row.n = Object.hasOwn(m.content.answers, row.tool.id) ? Object.keys(m.content.answers[row.tool.id]).length : 0;
  setText(row.state, [m.names.tools.has(row.tool.id) ? "" : m.words.own, row.n ? fill(m.words.answers, { n: row.n }) : ""].filter(Boolean).join(", "));
}

/** How many tools have an answer. No status: it would speak at each answer. */
function tellFilled(m) {
  const some = Array.from(m.rows.values()).filter((row) => row.n).length;
  setText(m.part("filled"), fill(m.words.filled, { n: some, total: m.rows.size }));
}

/** @param {boolean} say whether people asked for it: then it is told */
function filterTools(m, say) {
  const wanted = plain(m.search.value.trim()), show = m.show.value;
  let n = 0;
  m.rows.forEach((row) => {
    const fits = row.text.includes(wanted) && (!show || (show === "some") === Boolean(row.n));
    row.fold.hidden = !fits;
    if (fits) n += 1;
  });
  m.status.textContent = say && (wanted || show) ? fill(m.words.found, { n: n }) : "";
}

function drawQuestions(m) {
  const asked = askedCriteria(m.content, m.names).map((criterion) => criterion.id);
  m.part("questions").querySelectorAll("input").forEach((box) => { box.checked = asked.includes(box.value); });
  tellQuestions(m);
}

function tellQuestions(m) {
  m.part("asked").textContent = fill(m.words.asked, { n: askedCriteria(m.content, m.names).length, total: m.names.criteria.size });
}

/** What a file said that has no place here: to read, as it goes out again. */
function drawOther(m) {
  const box = m.part("other");
  box.hidden = !m.content.other.length;
  box.querySelector("summary").textContent = fill(m.words.other, { n: m.content.other.length });
  box.querySelector("ul").replaceChildren(...m.content.other.map((row) => make("li", [row.tool, row.criterion, row.value].filter(Boolean).join(" · "))));
}

function newOwn(m) {
  const input = m.part("own").elements.name, name = oneLine(input.value);
  if (!name) return m.keeping.say(m.words.own_empty);
  const before = m.content.own.length, id = addOwn(m.content, m.names, name);
  if (m.content.own.length === before) m.keeping.say(fill(m.words.own_known, { name: m.rows.get(id).tool.name }));
  else m.keeping.changed();
  input.value = "";
  m.search.value = m.show.value = "";
  drawTools(m, id);
  m.rows.get(id).fold.querySelector("summary").focus();
}

/** Take away a tool of the team, with what was said of it. */
function removeOwn(m, row) {
  const id = row.tool.id, at = m.content.own.indexOf(m.content.own.find((tool) => tool.id === id)), said = m.content.answers[id], content = m.content;
  content.own.splice(at, 1);
  delete content.answers[id];
  drawTools(m);
  m.keeping.changed();
  m.part("own").elements.name.focus(); // the button that had the focus is gone
  m.keeping.undo(fill(m.words.removed, { name: row.tool.name }), () => {
    if (m.content !== content) return;
    content.own.splice(at, 0, row.tool);
    if (said) content.answers[id] = said;
    drawTools(m, id);
    m.keeping.changed();
  });
}
