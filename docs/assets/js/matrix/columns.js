/* Which columns are shown. The names always stay; the rest is the reader's choice, kept in the address. */

function startColumns(m) {
  m.boxes = Array.from(m.part("columns").querySelectorAll("input"));
  m.part("columns").addEventListener("change", () => {
    chooseColumns(m, m.boxes.filter((box) => box.checked).map((box) => box.value));
    writeColumns(m);
  });
  m.part("usual").addEventListener("click", () => {
    chooseColumns(m, usualColumns(m));
    writeColumns(m);
  });
  const asked = (readAddress().get("columns") || "").split(" ").filter((id) => id === "name" || m.criterion(id));
  chooseColumns(m, asked.length ? asked : usualColumns(m));
}

function usualColumns(m) {
  return m.criteria.filter((criterion) => criterion.shown).map((criterion) => criterion.id);
}

/** The ids of the columns shown, in the order of the table. */
function columnIds(m) {
  return m.columns.map((criterion) => criterion.id);
}

/** "name" in the address stands for a table of names alone: without it there would be nothing to write. */
function writeColumns(m) {
  const chosen = columnIds(m).join(" ");
  writeAddress({ columns: chosen === usualColumns(m).join(" ") ? "" : chosen || "name" });
}

/** @param {string[]} wanted ids; the order is that of the table */
function chooseColumns(m, wanted) {
  m.columns = m.criteria.filter((criterion) => wanted.includes(criterion.id));
  const cols = m.table.querySelectorAll("col");
  m.criteria.forEach((criterion, i) => {
    const hidden = !wanted.includes(criterion.id);
    hide(m.heads[i + 1], hidden);
    hide(cols[i + 1], hidden);
    m.tools.forEach((tool) => hide(tool.cells[criterion.id], hidden));
  });
  m.boxes.forEach((box) => { box.checked = wanted.includes(box.value); });
  const rem = m.columns.reduce((sum, criterion) => sum + criterion.screen, m.nameWidth.screen);
  m.scroller.style.setProperty("--width", rem);
}
