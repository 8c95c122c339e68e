/*
 * One filled-in worksheet, as it is kept, exported and read: a response of
 * scripts/learning_network/responses/readers/answers.schema.json. No page is touched here.
 */

const ANSWERS_FORMAT = "learning-network/answers";
const ANSWERS_VERSION = 1;
const ANSWERS_ABOUT = ["name", "organisation", "team", "role", "phase", "round", "date"];
const ANSWERS_MOST = 2000; // items of a list; more is no worksheet, and would stop the page
const ROWS_MOST = 200;

/** @returns {Object} a response without answers */
function emptyAnswers(sheet) {
  return {
    format: ANSWERS_FORMAT, version: ANSWERS_VERSION, worksheet: sheet.id, worksheet_version: sheet.version,
    language: sheet.language, answers: {},
  };
}

function isPlainObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isIsoDay(text) {
  const day = new Date(text + "T00:00:00Z"); // 31 February is read as 3 March
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text > "0001" && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * A response as this sheet can show it. What an older or newer sheet asked and this one does not, is kept under the id of its
 * question, or under that id with "-earlier": nothing that somebody wrote gets lost.
 * @throws refused, with the reason, for what is no response to this sheet
 */
function fitAnswers(sheet, said) {
  const w = sheet.words;
  if (!isPlainObject(said) || said.format !== ANSWERS_FORMAT) throw refused(w.foreign);
  if (said.version !== ANSWERS_VERSION) throw refused(said.version > ANSWERS_VERSION ? w.newer : w.foreign);
  if (said.worksheet !== sheet.id) throw refused(fill(w.other_sheet, { id: String(said.worksheet).slice(0, 60), own: sheet.id }));
  if (!isPlainObject(said.answers)) throw refused(w.broken);
  const fitted = emptyAnswers(sheet);
  ANSWERS_ABOUT.forEach((name) => {
    const value = said[name];
    if (value === undefined || value === "") return;
    if (typeof value !== "string" || (name === "date" && !isIsoDay(value.slice(0, 10)))) throw refused(w.broken);
    fitted[name] = name === "date" ? value.slice(0, 10) : value.trim().replace(/\s+/g, " ");
  });
  Object.entries(said.answers).forEach(([id, answer]) => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || !isAnswer(answer)) throw refused(w.broken);
    const question = sheet.questions.find((one) => one.id === id);
    const left = [];
    const fits = question ? FITTING[question.type](answer, question, left) : answer;
    if (fits.length) fitted.answers[id] = question ? fits : both(fitted.answers[id], fits);
    if (left.length) fitted.answers[id + "-earlier"] = both(fitted.answers[id + "-earlier"], left);
  });
  return fitted;
}

function both(before, more) {
  return before === undefined ? more : [].concat(before, more);
}

/** Whether a value has the form of an answer at all: a text, or a list of texts, items and rows. */
function isAnswer(value) {
  if (typeof value === "string") return true;
  return Array.isArray(value) && value.length <= ANSWERS_MOST && value.every((entry) => typeof entry === "string"
    || (isPlainObject(entry) && ("text" in entry ? isItem(entry) : isRow(entry))));
}

function isItem(entry) {
  const votes = entry.weight;
  return typeof entry.text === "string" && (votes === undefined || (Number.isInteger(votes) && votes >= 0))
    && Object.keys(entry).every((key) => key === "text" || key === "weight");
}

function isRow(entry) {
  return typeof entry.row === "string" && Object.values(entry).every((value) => typeof value === "string");
}

/** The texts of an answer, whatever its form. @returns {string[]} */
function textsOf(answer) {
  return [].concat(answer).map((entry) => {
    if (typeof entry === "string") return entry;
    if ("text" in entry) return entry.text;
    return Object.keys(entry).filter((key) => key !== "row" && entry[key]).map((key) => entry[key]).join("; ");
  }).filter((text) => text.trim());
}

/** A text for which there is one of the ids; else what was written goes to `left`. */
function oneOf(answer, ids, left) {
  const said = textsOf(answer);
  if (said.length === 1 && ids.includes(said[0])) return said[0];
  left.push(...said);
  return "";
}

/** Type of question -> the answer that it can show (empty: none); what it cannot show goes to `left`. */
const FITTING = {
  text: (answer) => (typeof answer === "string" ? answer : textsOf(answer).join("\n")),
  drawing: (answer) => FITTING.text(answer),
  list: (answer) => [].concat(answer).map((entry) => {
    if (typeof entry === "string") return entry;
    if (!("text" in entry)) return textsOf([entry]).join("");
    return entry.weight ? { text: entry.text, weight: Math.min(99, entry.weight) } : entry.text;
  }).filter((entry) => textsOf([entry]).length),
  choice: (answer, question, left) => oneOf(answer, question.options, left),
  scale: (answer, question, left) => oneOf(answer, scaleNumbers(question), left),
  date: (answer, question, left) => {
    const said = textsOf(answer);
    if (said.length === 1 && isIsoDay(said[0])) return said[0];
    left.push(...said);
    return "";
  },
  table: (answer, question, left) => {
    const rows = new Map();
    [].concat(answer).forEach((entry) => {
      const id = isPlainObject(entry) && "row" in entry ? entry.row : "";
      const known = Array.isArray(question.rows) ? question.rows.includes(id) : /^[1-9]\d{0,2}$/.test(id) && Number(id) <= ROWS_MOST;
      if (!known || rows.has(id)) return left.push(...textsOf([entry]));
      const row = { row: id };
      Object.keys(entry).filter((key) => key !== "row" && entry[key].trim()).forEach((key) => {
        const column = question.columns.find((one) => one.id === key);
        const value = column ? FITTING[column.type](entry[key], column, left) : (left.push(entry[key]), "");
        if (value) row[key] = value;
      });
      if (Object.keys(row).length > 1) rows.set(id, row);
    });
    return Array.from(rows.values());
  },
};

/** @returns {string[]} the numbers of a scale, low to high */
function scaleNumbers(question) {
  return Array.from({ length: question.max - question.min + 1 }, (_, i) => String(question.min + i));
}

/** @returns {number} answers in a response: a text, an item or a cell is one */
function countAnswers(content) {
  return Object.values(content.answers).reduce((sum, answer) => sum + [].concat(answer).reduce((some, entry) => {
    if (isPlainObject(entry) && !("text" in entry)) return some + Object.keys(entry).filter((key) => key !== "row").length;
    return some + 1;
  }, 0), 0);
}

function hasNoAnswers(content) {
  return !countAnswers(content) && !ANSWERS_ABOUT.some((name) => content[name]);
}
