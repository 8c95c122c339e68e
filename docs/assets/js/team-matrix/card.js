/*
 * The card of one tool: its questions as fields. Made when the tool is opened and gone when it is closed, so that the page stays
 * quick with many tools and many questions. What is typed goes straight into the content (content.js).
 */

const FIELDS_AT_ONCE = 9; // more than are in sight; the others come after the first paint, so that opening a tool takes no time

/** @param {Object} m the matrix (start.js) @param {{id: string, name: string, href: (string|undefined)}} tool */
function toolCard(m, tool) {
  const card = make("div", "", "team-card");
  if (tool.href) {
    const about = card.appendChild(make("p", "", "team-about")).appendChild(make("a", m.words.read_about));
    about.href = tool.href;
  }
  const fields = card.appendChild(make("div", "", "team-fields"));
  const asked = askedCriteria(m.content, m.names), draw = (criteria) => fields.append(...criteria.map((criterion) => criterionField(m, tool, criterion)));
  const rest = () => {
    draw(asked.slice(FIELDS_AT_ONCE));
    fields.append(textField(m, tool, REMARK, m.words.remark_tool, 2));
  };
  draw(asked.slice(0, FIELDS_AT_ONCE));
  if (asked.length > FIELDS_AT_ONCE) requestAnimationFrame(() => setTimeout(rest));
  else rest();
  return card;
}

function criterionField(m, tool, criterion) {
  const makers = { "one-of": chooseField, "yes-no": chooseField, "some-of": checksField, minutes: minutesField, text: (...given) => textField(...given, criterion.label, 2) };
  const field = makers[criterion.type](m, tool, criterion.id);
  const site = tool.site && tool.site[criterion.id], hint = [criterion.explanation];
  if (site) hint.push(fill(m.words.on_site, { said: inWords(criterion, site, m.words) }));
  field.querySelector("label, legend").after(describe(field, hint.join(" "), tool, criterion.id));
  if (criterion.type !== "text" || answerOf(m.content, tool.id, REMARK + ":" + criterion.id)) field.append(remarkFold(m, tool, criterion));
  return field;
}

/** A line of help, tied to what it helps with. */
function describe(field, text, tool, column) {
  const hint = make("p", text, "hint");
  hint.id = fieldId(column) + "-hint";
  (field.matches("fieldset") ? field : field.querySelector("select, input, textarea")).setAttribute("aria-describedby", hint.id);
  return hint;
}

function fieldId(column) {
  return "team-" + column.replace(":", "-");
}

/** A field with its label; `control` gets what is filled in now, and hands on what is changed. */
function labelled(m, tool, column, label, control) {
  const field = make("div", "", "team-field"), name = field.appendChild(make("label", label));
  control.id = name.htmlFor = fieldId(column);
  control.value = answerOf(m.content, tool.id, column);
  control.autocomplete = "off";
  control.addEventListener("input", () => answered(m, tool, column, control.value));
  field.append(control);
  return field;
}

function chooseField(m, tool, column) {
  const criterion = m.names.criteria.get(column), select = make("select");
  [["", m.words.no_answer]].concat(Object.entries(criterion.options), [[UNKNOWN, m.words.unknown]]).forEach(([value, label]) => {
    select.append(new Option(label, value));
  });
  return labelled(m, tool, column, criterion.label, select);
}

function textField(m, tool, column, label, rows) {
  const area = make("textarea");
  area.rows = rows;
  return labelled(m, tool, column, label, area);
}

/** Minutes as people type them; what are no minutes is kept, with a word about it. */
function minutesField(m, tool, column) {
  const input = make("input"), wrong = make("p", m.words.minutes_wrong, "team-wrong");
  const field = labelled(m, tool, column, m.names.criteria.get(column).label, input);
  const look = () => {
    wrong.hidden = !input.value.trim() || Boolean(m.names.readers.get(column)(input.value));
    input.setAttribute("aria-invalid", String(!wrong.hidden));
  };
  wrong.setAttribute("role", "status");
  input.addEventListener("change", look);
  look();
  field.append(wrong);
  return field;
}

/** Several answers; "not known" goes with none of the others. */
function checksField(m, tool, column) {
  const criterion = m.names.criteria.get(column), field = make("fieldset", "", "team-field");
  const checks = make("div", "", "filter-checks"), given = answerOf(m.content, tool.id, column).split(JOINT);
  field.append(make("legend", criterion.label), checks);
  const boxes = Object.entries(criterion.options).concat([[UNKNOWN, m.words.unknown]]).map(([value, label]) => {
    const line = checks.appendChild(make("label")), box = line.appendChild(make("input"));
    box.type = "checkbox";
    box.value = value;
    box.checked = given.includes(value);
    line.append(" ", make("span", label));
    return box;
  });
  checks.addEventListener("change", (event) => {
    const changed = event.target;
    if (changed.checked) boxes.filter((box) => (box.value === UNKNOWN) !== (changed.value === UNKNOWN)).forEach((box) => { box.checked = false; });
    answered(m, tool, column, boxes.filter((box) => box.checked).map((box) => box.value).join(JOINT));
  });
  return field;
}

/** Room for a remark about one question, folded until there is one. */
function remarkFold(m, tool, criterion) {
  const column = REMARK + ":" + criterion.id, fold = make("details", "", "team-remark");
  const name = fold.appendChild(make("summary", m.words.remark));
  name.append(make("span", ": " + criterion.label, "visually-hidden"));
  const field = textField(m, tool, column, fill(m.words.remark_about, { label: criterion.label }), 2);
  field.querySelector("label").className = "visually-hidden";
  fold.append(field);
  fold.open = Boolean(answerOf(m.content, tool.id, column));
  return fold;
}

/** Something was filled in or taken out. */
function answered(m, tool, column, value) {
  setAnswer(m.content, tool.id, column, value);
  tellState(m, tool);
  m.keeping.changed();
}
