/*
 * Reads a file with judgements: what this page exports, and matrix.json as `learning-network matrix merge` writes it. By the
 * rules of learning_network/responses/matrix_lists.py: what cannot be placed is listed, with the number of its cells.
 *
 * A file read: {file, fingerprint, teams, listed, newTools, cells, columns, own}. A team: {name, file, filledOn, answers, label,
 * other}; answers is a Map of tool -> Map of column -> value, other holds its judgements that cannot be placed.
 */

const MATRIX_FORMAT = "learning-network/matrix";
const MATRIX_VERSION = 1;
const LONG = ["team", "tool", "criterion", "value"];
/** Of one file, in bytes: more is for the command. */
const MOST_BYTES = 5000000;

/** @param {Uint8Array} bytes @returns {Object} the file read; throws a refusal (device) whose message is for people */
function readMatrixFile(file, bytes, names, words) {
  if (bytes.length > MOST_BYTES) throw refused(fill(words.too_large, { file: file }));
  let text, content;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    content = JSON.parse(text);
    JSON.stringify(content, (key, value) => {
      if (/\p{Surrogate}/u.test(key + (typeof value === "string" ? value : ""))) throw new Error("half a letter");
      return value;
    });
  } catch (broken) {
    throw refused(fill(words.no_json, { file: file }));
  }
  if (!isRecord(content) || content.format !== MATRIX_FORMAT || !Array.isArray(content.judgements)) throw refused(fill(words.no_matrix, { file: file }));
  if (typeof content.version === "number" && content.version > MATRIX_VERSION) throw refused(fill(words.newer, { file: file }));
  return readJudgements(file, content, names, text);
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value of JSON as text. */
function textOf(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function readJudgements(file, content, names, text) {
  const found = { file: file, fingerprint: text, teams: [], listed: [], newTools: new Map(), cells: 0, columns: content.columns, own: content.own };
  const teams = new Map();
  if (isRecord(content.new_tools)) Object.entries(content.new_tools).forEach(([id, name]) => found.newTools.set(id, textOf(name)));
  const list = (place, reason, said, cells) => {
    found.listed.push({ file: file, place: place, reason: reason, text: said, cells: cells });
    found.cells += cells;
  };
  content.judgements.forEach((given, i) => {
    const row = {}, place = "judgements[" + i + "]", record = isRecord(given) ? given : {};
    LONG.forEach((key) => { row[key] = textOf(record[key]).trim(); });
    addJudgement(found, teams, row, names, (reason) => list(place, reason, row.value, 1));
  });
  content.judgements.forEach((given, i) => {
    if (!isRecord(given)) return;
    Object.keys(given).filter((key) => !LONG.includes(key)).forEach((key) => list("judgements[" + i + "]", "key", textOf(given[key]), 1));
  });
  const told = new Map((Array.isArray(content.teams) ? content.teams : []).filter(isRecord).map((team) => [textOf(team.label) || textOf(team.name), team]));
  found.teams = Array.from(teams.values()).filter((team) => team.answers.size || team.other.length);
  found.teams.forEach((team) => {
    const said = told.get(team.name) || {};
    team.filledOn = textOf(said.filled_on);
    team.file = textOf(said.file) || file;
    team.name = textOf(said.name) || team.name;
  });
  (Array.isArray(content.listed) ? content.listed : []).filter(isRecord).forEach((line) => {
    const cells = Number.isInteger(line.cells) && line.cells >= 0 ? line.cells : 1;
    found.listed.push({ file: textOf(line.file), place: textOf(line.place), reason: textOf(line.reason), text: textOf(line.text), cells: cells });
    found.cells += cells;
  });
  return found;
}

/** The id of a tool that is not in the matrix. An id that we made of the name beside it stays: of a long one another would be made. */
function newToolId(found, said) {
  return found.newTools.has(said) && slugOf(found.newTools.get(said)) === said ? said : slugOf(said);
}

/** Put a judgement with its team, or list it. */
function addJudgement(found, teams, row, names, list) {
  const column = names.column(row.criterion);
  const whole = LONG.every((key) => row[key]);
  if (!teams.has(row.team)) teams.set(row.team, { name: row.team, file: found.file, filledOn: "", answers: new Map(), other: [], label: "" });
  const team = teams.get(row.team);
  const wrong = (reason) => {
    team.other.push(row);
    list(reason);
  };
  if (!whole) return wrong("missing");
  if (!column) return wrong("criterion");
  const value = isRemark(column) ? row.value : names.readers.get(column)(row.value);
  if (!value) return wrong("value");
  const tool = names.tool(row.tool) || newToolId(found, row.tool);
  found.cells += 1;
  if (!names.tools.has(tool) && !found.newTools.has(tool)) found.newTools.set(tool, row.tool);
  if (!team.answers.size) { // teams stand in the order of their first answer that can be placed
    teams.delete(row.team);
    teams.set(row.team, team);
  }
  if (!team.answers.has(tool)) team.answers.set(tool, new Map());
  if (team.answers.get(tool).has(column)) {
    found.cells -= 1;
    return wrong("twice");
  }
  team.answers.get(tool).set(column, value);
}

/** The number of judgements of a team that can be placed. */
function cellsOf(team) {
  return Array.from(team.answers.values()).reduce((sum, values) => sum + values.size, 0);
}
