/*
 * The tools as the script knows them, read from the table once: so that a keystroke asks nothing of the page.
 *
 * A tool: {id, name, row, head, link, cells, values, text}. values: criterion id -> list of option ids, or ["20-30"] for
 * minutes, or the words of a text; an empty list means that nobody knows.
 */

/** @returns {Object[]} the rows of the table, in its order */
function readTools(root, criteria) {
  return Array.from(root.querySelector("tbody").rows, (row) => {
    const head = row.cells[0];
    const tool = { id: row.dataset.tool, name: head.textContent.trim(), row: row, head: head, link: head.querySelector("a"), cells: {}, values: {} };
    criteria.forEach((criterion, i) => {
      const cell = row.cells[i + 1];
      tool.cells[criterion.id] = cell;
      tool.values[criterion.id] = readValues(cell, criterion);
    });
    tool.text = plain(tool.name);
    return tool;
  });
}

function readValues(cell, criterion) {
  if (criterion.type === "text") return !criterion.team && !cell.querySelector(".unknown") ? [cell.textContent.trim()] : [];
  return cell.dataset.value ? cell.dataset.value.split(" ") : [];
}

/** Let people search in all that is told of a tool, not only in its name. */
function addTexts(tools, told) {
  tools.forEach((tool) => {
    const said = told[tool.id];
    if (said) tool.text = plain([tool.name, said.summary, said.more].concat(said.strengths, said.pitfalls).join("\n"));
  });
}

/**
 * Does a tool with these values fit what is asked? An option that takes in all others (everyone, everywhere) fits each.
 * @returns {boolean|null} null when that is not known, which is never a no
 */
function fits(criterion, values, wanted) {
  if (!values.length) return null;
  if (criterion.type === "minutes") return parseInt(values[0], 10) <= +wanted;
  return values.includes(wanted) || values.includes(criterion.covers);
}

/** What a column sorts by: the place of the first option, the fewest minutes, the words; undefined when not known. */
function sortKey(criterion, values) {
  if (!values.length) return undefined;
  if (criterion.type === "minutes") return parseInt(values[0], 10);
  if (criterion.type === "text") return values[0];
  const order = Object.keys(criterion.options);
  return Math.min(...values.map((id) => order.indexOf(id)));
}

/** @returns {Object[]} the tools in the order asked for; what is not known comes last, whichever way we sort */
function sortTools(tools, criterion, down, language) {
  const letters = new Intl.Collator(language).compare;
  const sign = down ? -1 : 1;
  const byName = (a, b) => letters(a.name, b.name);
  if (!criterion) return tools.slice().sort((a, b) => sign * byName(a, b));
  const keys = new Map(tools.map((tool) => [tool, sortKey(criterion, tool.values[criterion.id])]));
  return tools.slice().sort((a, b) => {
    const x = keys.get(a), y = keys.get(b);
    if (x === undefined || y === undefined) return (x === undefined) - (y === undefined) || byName(a, b);
    return sign * (typeof x === "number" ? x - y : letters(x, y)) || byName(a, b);
  });
}
