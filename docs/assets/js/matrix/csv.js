/*
 * The rows and columns that are shown as CSV, for spreadsheets and for `learning-network matrix merge`. The same form as
 * the files of learning_network/templates/matrix_files.py.
 */

/** @returns {string} */
function toCsv(m) {
  const lines = [["id", m.words.tool].concat(m.columns.map((criterion) => criterion.label))];
  m.shown.forEach((tool) => lines.push([tool.id, tool.name].concat(m.columns.map((criterion) => cellText(m, tool, criterion)))));
  return csvText(lines, m.delimiter);
}

/** What a cell says in words; empty where teams fill in for themselves. */
function cellText(m, tool, criterion) {
  const values = tool.values[criterion.id];
  if (criterion.team) return "";
  if (!values.length) return m.words.unknown;
  return values.map((id) => criterion.options[id] || id).join("; ");
}

function takeCsv(m) {
  download({ file: m.words.csv_name + "-" + new Date().toISOString().slice(0, 10) + ".csv", type: "text/csv;charset=utf-8", data: toCsv(m) });
}
