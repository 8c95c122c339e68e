/*
 * On paper: what the team filled in, tool by tool, every answer whole; or the matrices side by side. Made when the browser is
 * about to print, gone after.
 */

function startPaper(m) {
  addEventListener("beforeprint", () => layOutMatrix(m));
  addEventListener("afterprint", () => {
    m.part("paper").replaceChildren();
    m.paper = "own";
  });
}

/** @param {string} what "own" or "merged" */
function printMatrix(m, what) {
  m.paper = what;
  window.print();
}

function layOutMatrix(m) {
  const paper = m.part("paper"), day = new Date().toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
  if (m.paper === "merged") return paper.replaceChildren(make("h2", m.words.merge), make("p", accountOf(m) + " " + day + "."), ...mergedParts(m, true));
  const rows = judgementsOf(m.content, "", m.names), parts = [make("h2", openName(m)), make("p", day + ".")];
  let tool = null, list = null;
  rows.forEach((row) => {
    if (row.tool !== tool) {
      parts.push(make("h3", toolName(row.tool, m.names)));
      list = make("dl", "", "team-answers");
      parts.push(list);
    }
    tool = row.tool;
    const line = list.appendChild(make("div"));
    line.append(make("dt", columnLabel(row.criterion, m.names, m.words)), make("dd", inWords(m.names.criteria.get(row.criterion), row.value, m.words)));
  });
  if (!rows.length) parts.push(make("p", m.words.nothing_yet));
  paper.replaceChildren(...parts);
}

/** What the matrix that is open is called: the bar of the device layer holds its name. */
function openName(m) {
  const field = m.root.querySelector("[data-device] input");
  return m.words.title + (field && field.value.trim() ? ": " + field.value.trim() : "");
}
