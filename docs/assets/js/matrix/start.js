/*
 * The tool matrix on its page, and the guided choice. This part comes last and starts the others.
 *
 * Markup: site/templates/blocks/tool_matrix.html.j2 and tool_guide.html.j2. [data-matrix] and [data-guide] hold as JSON the
 * criteria and the words; the table holds the values: data-value with option ids, empty when unknown. All choices are kept
 * in the address. Without this script the whole table is there, without a form.
 */

/** @returns {Object} the matrix: its elements, criteria and tools, and what is chosen */
function startMatrix(root) {
  const given = JSON.parse(root.dataset.matrix);
  const part = (name) => root.querySelector("[data-matrix-" + name + "]");
  const form = part("form");
  const m = {
    root: root, part: part, form: form, words: given.words, criteria: given.criteria, nameWidth: given.name,
    delimiter: given.delimiter, texts: given.texts, language: document.documentElement.lang,
    table: root.querySelector("table"), body: root.querySelector("tbody"), scroller: root.querySelector("[data-scrolls]"),
    heads: Array.from(root.querySelectorAll("thead th")), filters: Array.from(form.querySelectorAll("[data-filter]")),
    search: form.elements.text, sort: form.elements.sort, count: part("count"), reset: part("reset"),
    tools: readTools(root, given.criteria),
  };
  const byId = new Map(m.criteria.map((criterion) => [criterion.id, criterion]));
  m.criterion = (id) => byId.get(id);
  startFilter(m);
  startColumns(m);
  show(m);
  startCompare(m);
  startPrint(m);
  return m;
}

/* A page with both blocks names this script twice. */
if (!document.documentElement.dataset.matrixStarted) {
  document.documentElement.dataset.matrixStarted = "yes";
  const roots = Array.from(document.querySelectorAll("[data-matrix]"), startMatrix);
  document.querySelectorAll("[data-guide]").forEach((root) => startGuide(root, roots[0] || null));
}
