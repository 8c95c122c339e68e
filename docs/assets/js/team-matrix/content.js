/*
 * What a team fills in, as data: {criteria, own, answers, other}.
 *   criteria: ids of the criteria that are asked; null for those that teams fill in by themselves
 *   own:      tools that the matrix does not have, [{id, name}]
 *   answers:  tool -> column -> text; a column is a criterion, "remark" or "remark:cost"
 *   other:    what a file said that has no place here, [{tool, criterion, value}]; it goes out again as it came
 */

const CONTENT_VERSION = 1;

function emptyMatrix() {
  return { criteria: null, own: [], answers: {}, other: [] };
}

function isEmptyMatrix(content) {
  return !countMatrix(content) && !content.own.length && !content.criteria;
}

/** The number of answers and remarks. */
function countMatrix(content) {
  return Object.values(content.answers).reduce((sum, values) => sum + Object.keys(values).length, content.other.length);
}

/** The ids of the criteria asked, in the order of the matrix. */
function askedCriteria(content, names) {
  const all = Array.from(names.criteria.values()), team = all.filter((criterion) => criterion.team);
  return content.criteria ? all.filter((criterion) => content.criteria.includes(criterion.id)) : team.length ? team : all;
}

/** What a team says of a tool under a column; empty when nothing. */
function answerOf(content, tool, column) {
  const values = Object.hasOwn(content.answers, tool) ? content.answers[tool] : {};
  return Object.hasOwn(values, column) ? values[column] : "";
}

/** Set an answer; an empty one takes it away. */
function setAnswer(content, tool, column, value) {
  const values = Object.hasOwn(content.answers, tool) ? content.answers[tool] : {};
  if (value.trim()) values[column] = value;
  else delete values[column];
  if (Object.keys(values).length) content.answers[tool] = values;
  else delete content.answers[tool];
}

/**
 * A content from storage, a link or elsewhere as this page can show it: what has no place goes to `other`, so that nothing is lost.
 * Throws a refusal for what is no matrix at all, or made by a newer page.
 */
function migrateMatrix(content, from, names, words) {
  if (from > CONTENT_VERSION) throw refused(words.newer_here);
  if (!isMatrix(content)) throw refused(words.not_ours);
  const found = emptyMatrix(), list = (value) => value || [];
  const own = new Map(list(content.own).map((tool) => [textOf(tool.id), textOf(tool.name)]));
  if (content.criteria) found.criteria = content.criteria.filter((id) => names.criteria.has(id));
  own.forEach((name, id) => addOwn(found, names, name || id));
  Object.entries(content.answers).forEach(([tool, values]) => {
    Object.entries(values).forEach(([column, value]) => place(found, names, own.get(tool) || tool, column, textOf(value)));
  });
  list(content.other).forEach((row) => place(found, names, textOf(row.tool), textOf(row.criterion), textOf(row.value)));
  return found;
}

/** Whether something has the form of a content: else it is refused, and stays where it is. */
function isMatrix(content) {
  const list = (value, each) => value === undefined || value === null || (Array.isArray(value) && value.every(each));
  const text = (value) => typeof value === "string";
  const texts = (value) => isRecord(value) && Object.values(value).every(text);
  return isRecord(content) && isRecord(content.answers) && Object.values(content.answers).every(texts) &&
    list(content.criteria, text) && list(content.own, texts) && list(content.other, texts);
}

/** Put an answer in its place. Minutes stay as they were typed, also when they are none: the page says so beside the field. */
function place(content, names, toolName, heading, said) {
  const column = names.column(heading), criterion = names.criteria.get(column);
  const typed = column && (isRemark(column) || criterion.type === "minutes" || criterion.type === "text");
  const value = typed ? said : column ? names.readers.get(column)(said) : "";
  const tool = names.tool(toolName) || (toolName.trim() && slugOf(toolName));
  if (!said.trim()) return;
  if (!value || !tool || answerOf(content, tool, column)) {
    content.other.push({ tool: toolName, criterion: heading, value: said });
    return;
  }
  addOwn(content, names, toolName);
  setAnswer(content, tool, column, value);
}

/** A tool of the team itself; nothing happens when it is there. @returns {string} its id, or that of the tool that is called so */
function addOwn(content, names, name) {
  const known = names.tool(name);
  const id = known || slugOf(name);
  if (!known && !content.own.some((tool) => tool.id === id)) content.own.push({ id: id, name: oneLine(name) });
  return id;
}

/** The tools to judge: those of the matrix, then those of the team. */
function toolsOf(content, names) {
  return Array.from(names.tools.values()).concat(content.own);
}

/** One team of a file that was read, as content. */
function contentOf(team, file, names) {
  const content = emptyMatrix();
  team.answers.forEach((values, tool) => values.forEach((value, column) => {
    place(content, names, names.tools.has(tool) ? tool : file.newTools.get(tool) || tool, column, value);
  }));
  content.other.push(...team.other.map((row) => ({ tool: row.tool, criterion: row.criterion, value: row.value })));
  const used = new Set(Object.values(content.answers).flatMap((values) => Object.keys(values)).filter((column) => names.criteria.has(column)));
  const asked = Array.isArray(file.columns) ? file.columns : Array.from(used).concat(askedCriteria(emptyMatrix(), names).map((one) => one.id));
  content.criteria = Array.from(names.criteria.keys()).filter((id) => asked.includes(id));
  (Array.isArray(file.own) ? file.own : []).forEach((name) => { if (textOf(name).trim()) addOwn(content, names, textOf(name)); });
  return content;
}

/** All judgements, as rows {team, tool, criterion, value}: the tools of the team by their names, so that people know them. */
function judgementsOf(content, name, names) {
  const rows = [];
  toolsOf(content, names).forEach((tool) => {
    const columns = Array.from(names.criteria.keys()).flatMap((id) => [id, REMARK + ":" + id]).concat(REMARK);
    columns.forEach((column) => {
      const said = answerOf(content, tool.id, column).trim();
      const reader = names.readers.get(column);
      if (said) rows.push({ team: name, tool: names.tools.has(tool.id) ? tool.id : tool.name, criterion: column, value: (reader && reader(said)) || said });
    });
  });
  return rows.concat(content.other.map((row) => ({ team: name, tool: row.tool, criterion: row.criterion, value: row.value })));
}

/** What differs between two contents, in words: [{label, before, after}]. */
function differencesOf(before, after, names, words) {
  const one = judgementsOf(before, "", names), other = judgementsOf(after, "", names);
  const key = (row) => row.tool + "\n" + row.criterion;
  const first = new Map(one.map((row) => [key(row), row])), second = new Map(other.map((row) => [key(row), row]));
  const say = (row) => (row ? inWords(names.criteria.get(row.criterion), row.value, words) : "");
  return Array.from(new Set(Array.from(first.keys()).concat(Array.from(second.keys()))))
    .filter((at) => say(first.get(at)) !== say(second.get(at)))
    .map((at) => {
      const row = first.get(at) || second.get(at);
      return { label: toolName(row.tool, names) + ": " + columnLabel(row.criterion, names, words), before: say(first.get(at)), after: say(second.get(at)) };
    });
}

function toolName(tool, names) {
  return names.tools.has(tool) ? names.tools.get(tool).name : tool;
}

/** "Kosten", "Opmerking: Kosten", "Opmerking". */
function columnLabel(column, names, words) {
  const about = isRemark(column) ? column.slice(REMARK.length + 1) : column;
  const label = names.criteria.has(about) ? names.criteria.get(about).label : about;
  return !isRemark(column) ? label : about ? fill(words.remark_about, { label: label }) : words.remark;
}
