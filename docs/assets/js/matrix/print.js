/*
 * The matrix on paper: the rows and columns that are shown, on A4 or A3 in landscape, text of 8.5 points or more. Columns that do
 * not fit side by side go to a further table, with the names again. Made when the browser is about to print, gone after.
 */

/** Room for columns in millimetres: the width of the sheet without its margins (matrix.css, @page). */
const ROOM = { a4: 277, a3: 396 };

function startPrint(m) {
  m.paper = "a4";
  m.root.querySelectorAll("[data-matrix-print]").forEach((button) => {
    button.addEventListener("click", () => print(m, "matrix", button.dataset.matrixPrint));
  });
  m.root.querySelector("[data-matrix-csv]").addEventListener("click", () => takeCsv(m));
  addEventListener("beforeprint", () => layOut(m));
  addEventListener("afterprint", () => {
    if (m.sheets) m.sheets.remove();
    m.root.classList.remove("matrix--laid-out");
    delete document.documentElement.dataset.printing;
    delete document.documentElement.dataset.paper;
    m.paper = "a4";
  });
}

/** Print one thing alone. @param {string} what "matrix" or "compare" @param {string} paper "a4" or "a3" */
function print(m, what, paper) {
  document.documentElement.dataset.printing = what;
  m.paper = paper;
  window.print();
}

/** Put the tables for paper on the page. */
function layOut(m) {
  if (m.sheets) m.sheets.remove();
  document.documentElement.dataset.paper = m.paper;
  m.sheets = make("div", "", "matrix-sheets");
  m.sheets.append(make("p", m.words.print_title, "sheets-title"), make("p", saidInWords(m), "sheets-said"));
  const parts = inParts(m.columns, ROOM[m.paper] - m.nameWidth.paper);
  parts.forEach((columns, i) => m.sheets.append(sheetTable(m, columns, i + 1, parts.length)));
  m.sheets.append(make("p", m.words.unknown_note, "sheets-said"));
  m.scroller.after(m.sheets);
  m.root.classList.add("matrix--laid-out");
}

/** What is shown, in one line: which filters, how many tools, on which day. */
function saidInWords(m) {
  const filters = m.filters.filter((field) => field.value)
    .map((field) => field.labels[0].textContent.trim() + ": " + field.selectedOptions[0].textContent);
  if (m.search.value.trim()) filters.unshift("“" + m.search.value.trim() + "”");
  const said = filters.length ? [fill(m.words.print_filters, { filters: filters.join("; ") })] : [];
  const today = new Date().toLocaleDateString(m.language, { day: "numeric", month: "long", year: "numeric" });
  return said.concat(m.message, today + ".").join(" ");
}

/** Divide columns over as few tables as fit the room, and as evenly as that goes. */
function inParts(columns, room) {
  const cut = (limit) => {
    const parts = [[]];
    let used = 0;
    columns.forEach((column) => {
      if (used + column.paper > limit && parts[parts.length - 1].length) {
        parts.push([]);
        used = 0;
      }
      parts[parts.length - 1].push(column);
      used += column.paper;
    });
    return parts;
  };
  const fewest = cut(room).length;
  let limit = Math.ceil(columns.reduce((sum, column) => sum + column.paper, 0) / fewest);
  while (limit < room && cut(limit).length > fewest) limit += 1;
  return cut(Math.min(limit, room));
}

function sheetTable(m, columns, n, total) {
  const table = make("table", "", columns.some((column) => column.team) ? "sheet-table sheet-table--room" : "sheet-table");
  const used = columns.reduce((sum, column) => sum + column.paper, m.nameWidth.paper);
  table.style.setProperty("--papers", used);
  table.style.setProperty("--letter", Math.min(10, Math.max(8.5, (8.5 * ROOM[m.paper]) / used)).toFixed(2) + "pt");
  const widths = table.appendChild(make("colgroup"));
  [m.nameWidth].concat(columns).forEach((column) => widths.appendChild(make("col")).style.setProperty("--paper", column.paper));
  if (total > 1) table.createCaption().textContent = fill(m.words.print_part, { n: n, total: total });
  const top = table.createTHead().insertRow();
  top.append(headCell(m.words.tool, "col"), ...columns.map((column) => headCell(column.label, "col")));
  const body = table.createTBody();
  m.shown.forEach((tool) => {
    const row = body.insertRow();
    const head = row.appendChild(headCell(tool.name, "row"));
    if (tool.fits === null) head.append(" ", make("span", m.words.perhaps, "perhaps"));
    columns.forEach((column) => {
      row.insertCell().append(...Array.from(tool.cells[column.id].childNodes, (node) => node.cloneNode(true)));
    });
  });
  return table;
}
