/* What was answered, in words: for a mail, and to show what an import changes. No page is touched here. */

/** @returns {Array<{section: string, label: string, text: string}>} all that is filled in, in the order of the sheet */
function saidOnSheet(sheet, content) {
  const said = ANSWERS_ABOUT.filter((name) => content[name]).map((name) => ({
    section: "", label: sheet.words[name], text: name === "phase" ? sheet.phases[content.phase] || content.phase
      : name === "date" ? dayInWords(sheet, content.date) : content[name],
  }));
  sheet.questions.forEach((question) => {
    const answer = content.answers[question.id];
    if (answer !== undefined) said.push({ section: question.section, label: question.label, text: answerInWords(sheet, question, answer) });
  });
  earlierIds(sheet, content).forEach((id) => {
    said.push({ section: sheet.words.earlier, label: id, text: textsOf(content.answers[id]).join("\n") });
  });
  return said;
}

/** @returns {string[]} ids under which something is kept that this sheet does not ask */
function earlierIds(sheet, content) {
  return Object.keys(content.answers).filter((id) => !sheet.questions.some((question) => question.id === id));
}

function dayInWords(sheet, day) {
  return new Date(day + "T12:00:00").toLocaleDateString(sheet.language, { day: "numeric", month: "long", year: "numeric" });
}

function answerInWords(sheet, question, answer) {
  if (question.type === "choice") return question.labels[question.options.indexOf(answer)];
  if (question.type === "date") return dayInWords(sheet, answer);
  if (question.type === "list") {
    return answer.map((entry) => "- " + (typeof entry === "string" ? entry
      : entry.text + " (" + fill(sheet.words.votes, { n: entry.weight }) + ")")).join("\n");
  }
  if (question.type !== "table") return answer;
  return answer.map((row) => {
    const cells = question.columns.filter((column) => row[column.id])
      .map((column) => column.label + ": " + answerInWords(sheet, column, row[column.id]));
    return rowName(question, row.row) + ". " + cells.join("; ");
  }).join("\n");
}

function rowName(question, id) {
  return Array.isArray(question.rows) ? question.rowLabels[question.rows.indexOf(id)] : id;
}

/** The whole sheet as plain text. */
function sheetAsText(sheet, content, name) {
  const lines = [[sheet.title, name].filter(Boolean).join(": "), ""];
  let section = "";
  saidOnSheet(sheet, content).forEach((one) => {
    if (one.section && one.section !== section) {
      section = one.section;
      lines.push("", section.toUpperCase());
    }
    if (one.section) lines.push("", one.label, one.text);
    else lines.push(one.label + ": " + one.text);
  });
  return lines.join("\n") + "\n";
}

/** @returns {Array<{label: string, before: string, after: string}>} the answers that are not the same */
function sheetDifferences(sheet, before, after) {
  const texts = (content) => new Map(saidOnSheet(sheet, content).map((one) => [[one.section, one.label].filter(Boolean).join(": "), one.text]));
  const [old, coming] = [texts(before), texts(after)];
  return Array.from(new Set([...old.keys(), ...coming.keys()]))
    .map((label) => ({ label: label, before: old.get(label) || "", after: coming.get(label) || "" }))
    .filter((one) => one.before !== one.after);
}
