/*
 * The rows and columns that are shown as CSV, for spreadsheets and for `learning-network matrix merge`. The same form as
 * the files of learning_network/templates/matrix_files.py.
 */

const BOM = "\ufeff"; // Excel takes a CSV for the local code page unless this mark says UTF-8

/** @returns {string} */
function toCsv(m) {
  const lines = [["id", m.words.tool].concat(m.columns.map((criterion) => criterion.label))];
  m.shown.forEach((tool) => lines.push([tool.id, tool.name].concat(m.columns.map((criterion) => cellText(m, tool, criterion)))));
  return BOM + lines.map((line) => line.map((text) => quoted(safe(text), m.delimiter)).join(m.delimiter) + "\r\n").join("");
}

/** What a cell says in words; empty where teams fill in for themselves. */
function cellText(m, tool, criterion) {
  const values = tool.values[criterion.id];
  if (criterion.team) return "";
  if (!values.length) return m.words.unknown;
  return values.map((id) => criterion.options[id] || id).join("; ");
}

/** A text that no spreadsheet program takes for a formula. */
function safe(text) {
  return /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
}

function quoted(text, delimiter) {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

function download(m) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([toCsv(m)], { type: "text/csv;charset=utf-8" }));
  link.download = m.words.csv_name + "-" + new Date().toISOString().slice(0, 10) + ".csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // some browsers read it later
}
