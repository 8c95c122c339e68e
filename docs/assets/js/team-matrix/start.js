/*
 * The tool matrix that a team fills in. This part comes last and starts the others.
 *
 * Markup: site/templates/blocks/team_matrix.html.j2. [data-team-matrix] holds as JSON the criteria, the tools, their names and the
 * words; [data-team-...] mark the parts.
 */

/** @returns {Object} the matrix: its elements, criteria and tools, and what is filled in */
function startTeamMatrix(root) {
  const given = JSON.parse(root.dataset.teamMatrix);
  const m = {
    root: root, words: given.words, kind: given.kind, delimiter: given.delimiter, names: knownNames(given), content: emptyMatrix(),
    part: (name) => root.querySelector("[data-team-" + name + "]"), paper: "own", rows: new Map(),
    keeping: { changed() {}, say() {}, undo() {}, save() {} },
  };
  buildForm(m);
  m.keeping = startKeeping({
    root: root.querySelector("[data-device]"),
    kind: given.kind,
    version: CONTENT_VERSION,
    words: given.device,
    title: m.words.title,
    page: given.page,
    empty: emptyMatrix,
    isEmpty: isEmptyMatrix,
    migrate: (content, from) => migrateMatrix(content, from, m.names, m.words),
    show: (content) => {
      m.content = content;
      drawTools(m);
    },
    current: () => JSON.parse(JSON.stringify(m.content)),
    count: countMatrix,
    exports: matrixExports(m),
    asText: (content, name) => matrixText(m, content, name),
    read: async (file, bytes) => readMatrices(m, file, bytes),
    differences: (before, after) => differencesOf(before, after, m.names, m.words),
    share: true,
  });
  startMerge(m);
  startPaper(m);
  root.dataset.drawn = "";
  return m;
}

document.querySelectorAll("[data-team-matrix]").forEach(startTeamMatrix);
