/* Files that people take along, and the reasons why a file that comes back is refused. */

/**
 * Give a file to the browser's downloads.
 * @param {{file: string, type: string, data: (string|Uint8Array)}} made its name, media type and content
 */
function download(made) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([made.data], { type: made.type }));
  link.download = made.file;
  link.hidden = true;
  document.body.append(link); // Firefox presses no link that is not in the page
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // some browsers read it later
}

/**
 * A table as CSV: marked as UTF-8 (else Excel takes the local code page), lines end as spreadsheets end them, and no cell is
 * taken for a formula.
 * @param {Array<Array<string|number>>} rows
 * @param {string} delimiter ";" or ","
 * @returns {string}
 */
function csvText(rows, delimiter) {
  return "\ufeff" + rows.map((row) => row.map((cell) => csvCell(cell, delimiter)).join(delimiter) + "\r\n").join("");
}

/** One cell: an apostrophe before what would be a formula, quotes around what would be two cells. A number stays a number. */
function csvCell(cell, delimiter) {
  if (typeof cell === "number") return String(cell);
  const text = cell == null ? "" : String(cell);
  const said = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return said.includes(delimiter) || /["\r\n]/.test(said) ? '"' + said.replace(/"/g, '""') + '"' : said;
}

/** A name for a file: the letters of a text that every system takes, e.g. "Team Noord / 2" -> "team-noord-2". */
function fileName(text, ending) {
  const name = plain(text).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return (name || "export") + "." + ending;
}

/**
 * Why a file, a link or a kept document cannot be read, in words for people.
 * @returns {Error} with .refused set
 */
function refused(reason) {
  const error = new Error(reason);
  error.refused = true;
  return error;
}
