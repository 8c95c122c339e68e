/*
 * Answers as files, and back: JSON, and CSV with one answer a row. The columns are those of
 * scripts/learning_network/responses/readers/site_answers.py, which reads both.
 */

const ANSWER_FILE_MOST = 5000000; // bytes

function answerColumns() {
  return ["format", "version", "worksheet", "worksheet_version", "language", "response"]
    .concat(ANSWERS_ABOUT, ["question", "row", "column", "text", "weight"]);
}

function answersAsCsv(sheet, content) {
  const about = [content.format, content.version, content.worksheet, content.worksheet_version, content.language, 1]
    .concat(ANSWERS_ABOUT.map((name) => marked(content[name] || "")));
  const rows = [answerColumns()];
  Object.keys(content.answers).forEach((id) => {
    [].concat(content.answers[id]).forEach((entry) => {
      const add = (row, column, text, weight) => rows.push(about.concat(id, row, column, marked(text), weight));
      if (typeof entry === "string") add("", "", entry, "");
      else if ("text" in entry) add("", "", entry.text, entry.weight || "");
      else Object.keys(entry).filter((key) => key !== "row").forEach((key) => add(entry.row, key, entry[key], ""));
    });
  });
  return csvText(rows, sheet.delimiter);
}

/** An apostrophe of somebody's own before a sign that a formula begins with: one more, as the reader takes one away. */
function marked(text) {
  return /^'+[=+\-@\t\r]/.test(text) ? "'" + text : text;
}

function unmarked(text) {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/**
 * The sheets in a file.
 * @param {string} file its name
 * @param {Uint8Array} bytes
 * @returns {Promise<Array<{name: string, content: Object}>>}
 * @throws refused, with the reason
 */
async function readAnswerFile(sheet, file, bytes) {
  const w = sheet.words;
  if (bytes.length > ANSWER_FILE_MOST) throw refused(w.too_large);
  const text = answerFileText(bytes);
  const isJson = /^\s*[[{]/.test(text);
  const said = isJson ? fromJson(w, text) : fromCsv(w, text);
  const strange = said.find((one) => !isPlainObject(one) || one.format !== ANSWERS_FORMAT);
  if (!said.length || strange !== undefined) throw refused(w.foreign);
  const own = said.filter((one) => one.worksheet === sheet.id);
  const read = (own.length ? own : said.slice(0, 1)).map((one) => fitAnswers(sheet, one)); // of another sheet: it says so
  return read.map((content) => ({
    name: content.team || content.organisation || file.replace(/\.[^.]*$/, ""), content: content,
  }));
}

/** Text in UTF-8; a spreadsheet program may have saved it in the old way of Windows. */
function answerFileText(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (other) {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function fromJson(w, text) {
  try {
    return [].concat(JSON.parse(text));
  } catch (broken) {
    throw refused(w.broken);
  }
}

/** @returns {Object[]} responses as they would stand in JSON */
function fromCsv(w, text) {
  const first = text.slice(0, (text + "\n").search(/[\r\n]/));
  const delimiter = [";", ",", "\t"].find((sign) => first.split(sign).length === answerColumns().length);
  const rows = delimiter ? csvRows(text, delimiter) : [];
  const head = (rows.shift() || []).map((name) => name.trim());
  if (!answerColumns().every((name) => head.includes(name))) throw refused(w.foreign);
  const found = new Map();
  rows.filter((cells) => cells.some((cell) => cell.trim())).forEach((cells) => {
    const row = Object.fromEntries(head.map((name, i) => [name, unmarked(cells[i] || "")]));
    const key = JSON.stringify([row.worksheet, row.response].concat(ANSWERS_ABOUT.map((name) => row[name])));
    if (!found.has(key)) {
      const about = ANSWERS_ABOUT.map((name) => [name, row[name]]);
      found.set(key, {
        ...Object.fromEntries(about), format: row.format, version: Number(row.version), worksheet: row.worksheet, answers: Object.create(null),
      });
    }
    addCsvAnswer(found.get(key).answers, row);
  });
  return Array.from(found.values());
}

function addCsvAnswer(answers, row) {
  const entries = answers[row.question] = answers[row.question] || [];
  const weight = Number(row.weight);
  if (!row.column) entries.push(weight > 0 && Number.isInteger(weight) ? { text: row.text, weight: weight } : row.text);
  else {
    let standing = entries.find((entry) => entry.row === row.row);
    if (!standing) entries.push(standing = { row: row.row });
    standing[row.column] = row.text;
  }
}

/** Rows of cells; quotes may hold line breaks and the delimiter. */
function csvRows(text, delimiter) {
  const rows = [[]];
  const cell = new RegExp('(?:"((?:[^"]|"")*)"|([^"\\r\\n' + delimiter + '][^\\r\\n' + delimiter + ']*)|)(' + delimiter + "|\\r\\n|\\r|\\n|$)", "y");
  for (cell.lastIndex = 0; cell.lastIndex < text.length;) {
    const match = cell.exec(text);
    if (!match) return []; // a quote that never ends
    rows[rows.length - 1].push(match[1] === undefined ? match[2] || "" : match[1].replace(/""/g, '"'));
    if (match[3] !== delimiter) rows.push([]);
  }
  return rows.filter((row) => row.length);
}
