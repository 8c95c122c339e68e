/*
 * A worksheet that is filled in on its page. This part comes last and starts the others.
 *
 * Markup: site/templates/parts/sheet.html.j2 is the sheet as it prints, with a .question#q-<id> for every question; the fields
 * come into those. [data-worksheet] stands above it (parts/sheet_form.html.j2) and holds as JSON what the sheet asks.
 */

const QUESTION_FIELDS = {
  text: textQuestion, drawing: textQuestion, list: listQuestion, choice: choiceQuestion, scale: choiceQuestion,
  date: dateQuestion, table: tableQuestion,
};

/** What the sheet asks, with the words that stand on the page. */
function readSheet(root) {
  const sheet = JSON.parse(root.dataset.worksheet);
  const words = (parts) => Array.from(parts, (part) => part.textContent.trim());
  sheet.questions.forEach((question) => {
    const element = document.getElementById("q-" + question.id);
    question.label = element.querySelector(".question-label").textContent.trim();
    const title = Array.from(element.closest(".worksheet-section").querySelector("h3").childNodes);
    question.section = words(title.filter((node) => node.localName !== "svg" && node.className !== "worksheet-marker")).join(" ").trim();
    if (question.type === "choice") question.labels = words(element.querySelectorAll(".boxes li"));
    if (question.type !== "table") return;
    const [head, row] = [element.querySelector("thead tr"), element.querySelector("tbody tr")];
    question.rowLabels = words(element.querySelectorAll("tbody th"));
    question.columns.forEach((column, i) => {
      column.label = head.cells[i + 1].textContent.trim();
      column.labels = words(row.cells[i + 1].querySelectorAll("li"));
    });
  });
  return sheet;
}

function startWorksheet(root) {
  const paper = document.querySelector(".worksheet");
  const sheet = readSheet(root);
  const s = { words: sheet.words, sheet: sheet, keeping: null, shown: 0, changed: () => s.keeping && s.keeping.changed() };
  s.undo = (text, back) => {
    const shown = s.shown;
    s.keeping.undo(text, () => { if (shown === s.shown) back(); }); // not into another sheet that was opened since
  };
  const fields = sheet.questions.map((question) => {
    const element = document.getElementById("q-" + question.id);
    return Object.assign({ question: question, element: element }, QUESTION_FIELDS[question.type](s, element, question));
  });
  const about = Array.from(root.querySelectorAll("[data-about]"));
  const earlier = startEarlier(s, paper);
  paper.classList.add("worksheet--form");

  const current = () => {
    const content = emptyAnswers(sheet);
    about.forEach((field) => { if (field.value.trim()) content[field.dataset.about] = field.value.trim(); });
    fields.forEach((field) => {
      const answer = field.get();
      if (typeof answer === "string" ? answer.trim() : answer.length) content.answers[field.question.id] = answer;
    });
    Object.assign(content.answers, earlier.get());
    return content;
  };
  const show = (content) => {
    s.shown += 1;
    about.forEach((field) => showAbout(field, content[field.dataset.about] || ""));
    fields.forEach((field) => field.set(content.answers[field.question.id]));
    earlier.set(content);
  };

  [root, paper].forEach((part) => part.addEventListener("input", (event) => {
    if (event.target.parentNode.classList.contains("grow")) event.target.nextSibling.textContent = event.target.value;
    if (event.target.dataset.about || paper.contains(event.target)) s.changed();
  }));
  startSheetPrint(s, root, paper, fields);
  startWeighing(root, paper);
  s.keeping = startKeeping({
    root: root.querySelector("[data-device]"), kind: sheet.id, version: ANSWERS_VERSION, words: sheet.device, title: sheet.title,
    page: sheet.page, share: true, empty: () => emptyAnswers(sheet), isEmpty: hasNoAnswers, count: countAnswers, current: current, show: show,
    migrate: (content) => fitAnswers(sheet, content),
    exports: [
      { id: "json", label: s.words.json, make: (content, name) => ({
        file: fileName(sheet.title + " " + name, "json"), type: "application/json", data: JSON.stringify(content, null, 1) }) },
      { id: "csv", label: s.words.csv, make: (content, name) => ({
        file: fileName(sheet.title + " " + name, "csv"), type: "text/csv", data: answersAsCsv(sheet, content) }) },
    ],
    asText: (content, name) => sheetAsText(sheet, content, name),
    read: (file, bytes) => readAnswerFile(sheet, file, bytes),
    differences: (before, after) => sheetDifferences(sheet, before, after),
  });
}

/** A phase in words of somebody's own, out of a file, gets an option of its own. */
function showAbout(field, value) {
  if (field.options && value && !Array.from(field.options).some((option) => option.value === value)) field.add(new Option(value, value));
  field.value = value;
}

/** Votes show where some were given; with the button, everywhere. */
function startWeighing(root, paper) {
  const button = root.querySelector("[data-worksheet-weigh]");
  if (!button) return;
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(paper.classList.toggle("worksheet--weighing")));
  });
}

document.querySelectorAll("[data-worksheet]").forEach(startWorksheet);
