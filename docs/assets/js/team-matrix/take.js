/* What people take along: JSON, CSV and XLSX that `learning-network matrix merge` reads, and plain text for a mail. */

function matrixExports(m) {
  const file = (name, ending) => m.words.file + "-" + (slugOf(name) || "team") + "." + ending;
  return [
    { id: "json", label: m.words.as_json, make: (content, name) => ({ file: file(name, "json"), type: "application/json", data: matrixJson(m, content, name) }) },
    { id: "xlsx", label: m.words.as_xlsx, make: (content, name) => ({
      file: file(name, "xlsx"), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", data: matrixXlsx(m, content, name),
    }) },
    { id: "csv", label: m.words.as_csv, make: (content, name) => ({ file: file(name, "csv"), type: "text/csv;charset=utf-8", data: matrixCsv(m, content, name) }) },
  ];
}

/** The name of a team as it goes out: on one line, never empty. */
function teamName(m, name) {
  return oneLine(name) || m.words.no_name;
}

function today() {
  const now = new Date(), two = (n) => String(n).padStart(2, "0");
  return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
}

function matrixJson(m, content, name) {
  const team = teamName(m, name);
  return JSON.stringify({
    format: MATRIX_FORMAT,
    version: MATRIX_VERSION,
    teams: [{ label: team, name: team, filled_on: today() }],
    columns: askedCriteria(content, m.names).map((criterion) => criterion.id),
    own: content.own.map((tool) => tool.name),
    judgements: judgementsOf(content, team, m.names),
  }, null, 1).replace(/\p{Surrogate}/gu, "\ufffd") + "\n";
}

/** A judgement a row. An apostrophe that stands before a sign of formulas is doubled: reading takes one away. */
function matrixCsv(m, content, name) {
  const cell = (text) => (/^'+[=+\-@\t\r]/.test(text) ? "'" + text : text);
  return csvText([LONG].concat(judgementsOf(content, teamName(m, name), m.names).map((row) => LONG.map((key) => cell(row[key])))), m.delimiter);
}

/** A row a tool and a column a question, as in the spreadsheets of the site; what has no place gets rows of its own below. */
function matrixXlsx(m, content, name) {
  const w = m.words, names = m.names, asked = askedCriteria(content, names).map((criterion) => criterion.id);
  const given = new Set(Object.values(content.answers).flatMap((values) => Object.keys(values)).concat(content.other.map((row) => row.criterion)));
  const known = Array.from(names.criteria.keys()).flatMap((id) => [id, REMARK + ":" + id]);
  const columns = known.filter((id) => asked.includes(id) || given.has(id)).concat(REMARK, Array.from(given).filter((id) => id !== REMARK && !known.includes(id)));
  const rows = toolsOf(content, names).map((tool) => [names.tools.has(tool.id) ? tool.id : "", tool.name].concat(columns.map((column) => {
    const said = answerOf(content, tool.id, column).trim(), reader = names.readers.get(column);
    return inWords(names.criteria.get(column), (reader && reader(said)) || said, w);
  })));
  content.other.forEach((row) => rows.push(["", row.tool].concat(columns.map((column) => (column === row.criterion ? row.value : "")))));
  return xlsxOf([
    { name: w.sheet, widths: [4, 34].concat(columns.map(() => 24)), rows: [["id", w.tool].concat(columns.map((column) => columnLabel(column, names, w)))].concat(rows) },
    { name: w.about, widths: [24, 40], rows: [[w.title, ""], [w.team, teamName(m, name)], [w.date, today()]] },
  ]);
}

/** For a mail. */
function matrixText(m, content, name) {
  const rows = judgementsOf(content, teamName(m, name), m.names), lines = [m.words.title + ": " + teamName(m, name)];
  let tool = null;
  rows.forEach((row) => {
    if (row.tool !== tool) lines.push("", toolName(row.tool, m.names));
    tool = row.tool;
    lines.push("- " + columnLabel(row.criterion, m.names, m.words) + ": " + inWords(m.names.criteria.get(row.criterion), row.value, m.words));
  });
  return lines.join("\n") + "\n";
}

/** Read a file for the device layer: one document a team. */
function readMatrices(m, file, bytes) {
  const read = readMatrixFile(file.name || String(file), bytes, m.names, m.words);
  const documents = read.teams.map((team) => ({ name: team.name, content: contentOf(team, read, m.names) }));
  if (!documents.length) throw refused(fill(m.words.nothing_in, { file: read.file }));
  return documents;
}
