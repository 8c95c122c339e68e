/*
 * Reads an XLSX that is a worksheet of ours, by its hidden sheet and its hidden rows, or that holds the table of the site's CSV:
 * scripts/learning_network/responses/worksheet_files.py.
 */

const ABOUT = "_about", WORKSHEET = "learning-network/worksheet", FIRST_ROW = 2;

/** @param {Array<{name: string, rows: string[][]}>} tables of which rows and cells may be missing */
function readBook(file, tables) {
  const at = (row, n) => (row && row[n]) || "";
  const about = tables.find((table) => table.name === ABOUT && table.rows.some((row) => row[0] === "format" && row[1] === WORKSHEET));
  if (!about) {
    readTable(file, tables.length ? tables[0].rows : [], 0);
    return;
  }
  const said = about.rows.filter(Boolean);
  const facts = new Map(said.map((row) => [at(row, 0), at(row, 1)]));
  refuseIf(!["worksheet", "version", "language"].every((name) => facts.has(name)), "no_worksheet");
  const worksheet = facts.get("worksheet");
  refuseIf(Number(facts.get("version")) > file.known.versions[worksheet], "newer");
  const questions = new Map(said.filter((row) => row[0] === "question").map((row) => [at(row, 2), at(row, 1)]));
  const sheet = { _team: "", _date: "" };
  const kindOfSheet = (table) => at(table.rows[0], 0);
  tables.filter((table) => kindOfSheet(table) === ABOUT).forEach((table) => {
    table.rows.forEach((row) => { if (Object.hasOwn(sheet, at(row, 0))) sheet[row[0]] = at(row, 2).trim(); });
  });
  const responses = new Map();
  const asked = new Set();
  const give = (id, text, team, date) => {
    const key = JSON.stringify([team, date]);
    if (!responses.has(key)) {
      const about = { ...Object.fromEntries(FACTS.map((name) => [name, ""])), team: team, date: date, lang: facts.get("language") };
      responses.set(key, { about: about, given: [] });
    }
    responses.get(key).given.push({ id: id, text: text });
    asked.add(id);
  };
  tables.forEach((table) => {
    const ids = table.rows[0] || [], lines = table.rows.slice(FIRST_ROW), kind = kindOfSheet(table);
    if (kind === "items") {
      lines.forEach((cells) => {
        const row = {};
        ids.forEach((id, n) => { row[id] = at(cells, n).trim(); });
        const asks = row.question || "";
        if (row.text) give(questions.has(asks) ? questions.get(asks) : asks, row.text, row.team || sheet._team, row.date || sheet._date);
      });
    } else if (kind === "rows") readRows(lines, ids, (id, text) => give(id, text, sheet._team, sheet._date));
  });
  responses.forEach((one) => gatherWorksheet(file, worksheet, one.about, one.given));
  const left = said.filter((row) => row[0] === "answer" && !asked.has(at(row, 1))).length;
  file.cells += left;
  file.empty += left;
}

/** A row of a table a row, an answer a cell. A row that people inserted gets the next number. */
function readRows(lines, ids, give) {
  const names = lines.map((cells) => cells[0] || "").filter(Boolean);
  let added = names.reduce((most, name) => Math.max(most, (/^[^.]*\.(\d+)$/.exec(name) || [0, 0])[1]), 0);
  lines.forEach((cells) => {
    const given = new Map();
    ids.forEach((id, n) => { if (n && cells[n] && cells[n].trim()) given.set(id, cells[n].trim()); });
    let name = cells[0];
    if (given.size && !name) {
      added += 1;
      name = (names[0] || "").split(".")[0] + "." + added;
    }
    given.forEach((text, id) => give(name + "." + id, text));
  });
}
