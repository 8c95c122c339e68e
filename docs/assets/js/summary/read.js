/*
 * Reads a file that this site exported of worksheets: JSON as in answers.schema.json, or a table with one answer a row
 * (scripts/learning_network/responses/readers/site_answers.py). All that is wrong is listed, by the name of its reason.
 */

const ANSWERS = "learning-network/answers";
const FACTS = ["name", "organisation", "team", "role", "phase", "round", "date"];

/** @returns {string} the text in these bytes, in the encodings that programs write */
function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (other) {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * @param {string} name of the file
 * @param {string} text what is in it
 * @param {Object} known what the rules of answers need: nothing, phases, statuses, versions of our worksheets
 * @param {Object[]} [tables] of a spreadsheet
 * @returns {Object} the file, gathered; a file that cannot be read has one line among its rejected
 */
function readAnswers(name, text, known, tables) {
  const file = gathered(name, known);
  try {
    if (tables) readBook(file, tables);
    else if (/^\s*[[{]/.test(text)) readJson(file, text);
    else readCsv(file, text);
  } catch (error) {
    if (!error.unreadable) throw error;
    return refusedFile(name, error.unreadable);
  }
  return finish(file);
}

function refusedFile(name, reason, place = "") {
  return { name: name, cells: 0, answered: 0, empty: 0, items: [], rejected: [{ place: place, reason: reason, cells: 0 }] };
}

function unreadable(reason) {
  return Object.assign(new Error(reason), { unreadable: reason });
}

function checkVersion(version) {
  if (String(version).trim() !== "1" || version === true) throw unreadable("newer");
}

function readJson(file, text) {
  let said;
  try {
    said = JSON.parse(text);
  } catch (error) {
    throw unreadable("no_json");
  }
  const responses = Array.isArray(said) ? said : [said];
  if (!isObject(responses[0]) || responses[0].format !== ANSWERS) throw unreadable("other_json");
  responses.forEach((response, n) => readResponse(file, response, responses.length > 1 ? n + 1 + ": " : ""));
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @returns {?string} a value that can stand for a text; null for a list, an object and the like */
const textOf = (value) => (value === null || value === undefined ? "" : ["string", "number"].includes(typeof value) ? String(value) : null);
const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

function readResponse(file, said, where) {
  if (!isObject(said) || said.format !== ANSWERS) return reject(file, where, "no_response");
  checkVersion(said.version);
  if (typeof said.worksheet !== "string" || !said.worksheet.trim() || !isObject(said.answers)) return reject(file, where, "no_worksheet");
  const about = { lang: textOf(said.language) || "" };
  FACTS.forEach((name) => {
    const text = textOf(said[name]);
    if (text === null) reject(file, where + name, "no_text", 0);
    about[name] = oneLine(text || "");
  });
  const given = [];
  let left = 0;
  Object.entries(said.answers).forEach(([question, answer]) => {
    const before = given.length;
    readAnswer(file, question, answer, where, given);
    const nothing = answer === "" || answer === null || (Array.isArray(answer) && !answer.length);
    if (nothing && given.length === before) left += 1;
  });
  gatherWorksheet(file, said.worksheet.trim(), about, given);
  file.cells += left;
  file.empty += left;
}

/** The answers to one question. What is of another type than the format says is rejected, and the rest read. */
function readAnswer(file, question, answer, where, given) {
  const listed = Array.isArray(answer);
  (listed ? answer : [answer]).forEach((entry, n) => {
    const text = textOf(entry);
    if (text !== null) {
      if (text.trim() || (listed && entry !== null)) given.push({ id: question, text: text });
    } else if (!listed || !isObject(entry)) reject(file, where + question, "no_text");
    else if ("text" in entry) {
      if (textOf(entry.text) === null) reject(file, where + question, "no_text");
      else given.push({ id: question, text: textOf(entry.text) });
    } else {
      const row = textOf(entry.row) || String(n + 1);
      Object.entries(entry).forEach(([column, value]) => {
        const id = question + "." + row + "." + column;
        if (textOf(value) === null) reject(file, where + id, "no_text");
        else if (column !== "row") given.push({ id: id, text: textOf(value) });
      });
    }
  });
}

function readCsv(file, text) {
  const told = /^\ufeff?"?sep=([;,\t|])"?\r?\n/i.exec(text);
  const head = text.split("\n")[told ? 1 : 0] || "";
  const sign = told ? told[1] : Array.from(";,\t|").sort((a, b) => head.split(b).length - head.split(a).length)[0];
  readTable(file, csvRows(text.replace(/^\ufeff/, ""), sign), told ? 1 : 0);
}

/** @param {string[][]} rows of which some may be missing, and cells too; the heads stand in row `head` */
function readTable(file, rows, head) {
  const names = Array.from(rows[head] || [], (name) => (name || "").trim());
  const needed = ["format", "version", "worksheet", "response", "question", "text"];
  if (!needed.every((name) => names.includes(name)) || !rows.some((row) => (row[names.indexOf("format")] || "").trim() === ANSWERS)) {
    throw unreadable("other_file");
  }
  const responses = new Map();
  rows.forEach((cells, n) => {
    if (n <= head || !cells.some((cell) => cell.trim())) return;
    const row = Object.fromEntries(FACTS.concat("language", "row", "column").map((name) => [name, ""]));
    names.forEach((name, place) => { row[name] = unquoted(cells[place] || ""); });
    if (row.format.trim() !== ANSWERS || !row.worksheet.trim() || !row.question.trim()) {
      reject(file, String(n + 1), "no_row");
      return;
    }
    checkVersion(row.version);
    const about = { lang: row.language.trim() };
    FACTS.forEach((name) => { about[name] = oneLine(row[name]); });
    const key = JSON.stringify([row.worksheet.trim(), row.language, row.response, about]);
    if (!responses.has(key)) responses.set(key, { worksheet: row.worksheet.trim(), about: about, given: [] });
    const id = [row.question, row.row, row.column].map((part) => part.trim()).filter(Boolean).join(".");
    responses.get(key).given.push({ id: id, text: row.text });
  });
  responses.forEach((one) => gatherWorksheet(file, one.worksheet, one.about, one.given));
}

/** @returns {string[][]} the rows of a CSV file, with quotation marks as spreadsheet programs write them */
function csvRows(text, sign) {
  const rows = [[]];
  const cell = new RegExp("(?:\"([^\"]*(?:\"\"[^\"]*)*)(?:\"|$))?([^" + sign + "\\r\\n]*)(" + (sign === "|" ? "\\|" : sign) + "|\\r\\n|[\\r\\n]|$)", "y");
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    rows[rows.length - 1].push((match[1] || "").replace(/""/g, "\"") + match[2]);
    if (match[3] !== sign && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}
