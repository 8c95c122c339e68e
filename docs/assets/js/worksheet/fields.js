/* Fields of the sheet: a text that grows, one of a few, a number on a scale, a day. */

/**
 * A text field that is as high as its text. The text stands behind the field a second time: it gives the height without the
 * script measuring anything, and it is what paper shows, whole.
 */
function growingField(rows, label, className) {
  const box = make("div", "", "grow" + (className ? " " + className : ""));
  const area = make("textarea");
  area.rows = rows;
  area.dir = "auto";
  if (label) area.setAttribute("aria-label", label);
  const behind = make("div", "", "grow-text");
  behind.dir = "auto";
  behind.setAttribute("aria-hidden", "true");
  box.append(area, behind);
  return box;
}

function writeGrowing(box, text) {
  box.firstChild.value = text;
  box.lastChild.textContent = text;
}

function textQuestion(s, element, question) {
  const box = growingField(question.type === "drawing" ? 4 : Math.min(question.lines || 3, 4), "");
  nameField(element, box.firstChild);
  if (question.type === "drawing") {
    const hint = make("p", s.words.drawing, "question-help on-screen-only");
    hint.id = "q-" + question.id + "-drawing";
    box.firstChild.setAttribute("aria-describedby", hint.id);
    element.append(hint);
  }
  element.append(box);
  return {
    get: () => box.firstChild.value,
    set: (answer) => writeGrowing(box, answer || ""),
  };
}

/** The question that stands on the sheet is the name of the field, its help the description. */
function nameField(element, field) {
  const label = element.querySelector(".question-label");
  const help = element.querySelector(".question-help");
  label.id = element.id + "-label";
  field.setAttribute("aria-labelledby", label.id);
  if (!help) return;
  help.id = element.id + "-help";
  field.setAttribute("aria-describedby", help.id);
}

/** One of a few options, or a number: radio buttons, and a button to choose nothing again. */
function choiceQuestion(s, element, question) {
  const scale = question.type === "scale";
  const ids = scale ? scaleNumbers(question) : question.options;
  const group = make("div", "", scale ? "choices choices-scale" : "choices");
  group.setAttribute("role", "radiogroup");
  nameField(element, group);
  const radios = ids.map((id, i) => {
    const label = group.appendChild(make("label"));
    const radio = label.appendChild(make("input"));
    radio.type = "radio";
    radio.name = element.id;
    radio.value = id;
    label.append(make("span", scale ? id : question.labels[i]));
    return radio;
  });
  const onPaper = element.querySelectorAll(".boxes li, .rating-steps li");
  const clear = makeButton(s.words.clear, () => {
    set("");
    radios[0].focus();
    s.changed();
  }, "button button-small choices-clear");
  const ends = element.querySelector(".rating-ends");
  if (ends) element.append(group, ends.cloneNode(true), clear); // the other one is for paper
  else element.append(group, clear);
  const mark = () => {
    const chosen = radios.findIndex((radio) => radio.checked);
    onPaper.forEach((box, i) => box.classList.toggle("chosen", i === chosen));
    clear.hidden = chosen < 0;
  };
  group.addEventListener("change", mark);
  const set = (answer) => {
    radios.forEach((radio) => { radio.checked = radio.value === answer; });
    mark();
  };
  return { get: () => (radios.find((radio) => radio.checked) || { value: "" }).value, set: set };
}

function dateField(label) {
  const box = make("span", "", "day");
  const field = box.appendChild(make("input"));
  field.type = "date";
  field.min = "1900-01-01";
  field.max = "2199-12-31";
  if (label) field.setAttribute("aria-label", label);
  const onPaper = box.appendChild(make("span", "", "on-paper-only"));
  onPaper.setAttribute("aria-hidden", "true");
  return box;
}

function dateQuestion(s, element) {
  const box = dateField("");
  nameField(element, box.firstChild);
  element.append(box);
  return { get: () => box.firstChild.value, set: (answer) => { box.firstChild.value = answer || ""; } };
}
