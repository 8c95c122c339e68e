/* Draws the summary: what was read, the fields with their themes, the rounds. Answers are texts, never HTML. */

/** A table in a part that scrolls sideways by itself. rows: cells are texts or elements; the first is the head of its row */
function tableOf(caption, heads, rows) {
  const table = make("table");
  table.append(make("caption", caption));
  const head = table.createTHead().insertRow();
  heads.forEach((text, n) => head.append(headCell(text, "col", rows.length && typeof rows[0][n] === "number" ? "number" : "")));
  const body = table.createTBody();
  rows.forEach((cells) => {
    const row = body.insertRow();
    cells.forEach((cell, n) => {
      const place = n ? row.insertCell() : headCell("", "row");
      if (!n) row.append(place);
      if (typeof cell === "number") place.className = "number";
      place.append(typeof cell === "number" ? String(cell) : cell);
    });
  });
  const scroller = make("div", "", "table-scroll");
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", caption);
  scroller.append(table);
  return scroller;
}

function listOf(texts, className) {
  const list = make("ul", "", className);
  texts.forEach((text) => list.append(make("li", text)));
  return list;
}

function folded(title, inside) {
  const details = make("details", "", "fold");
  const body = make("div", "", "fold-body");
  body.append(inside);
  details.append(make("summary", title), body);
  return details;
}

function counted(s, count) {
  const words = s.words.count;
  return ["respondents", "teams", "organisations", "items"].filter((name) => count[name] || name === "respondents")
    .map((name) => fill(words[name], { n: count[name] })).join(" · ");
}

/** What was read, file by file; it always adds up. */
function drawAccount(s, result) {
  const words = s.words, section = make("section");
  const sum = (name) => result.files.reduce((total, file) => total + file[name], 0);
  const rejected = result.files.reduce((total, file) => total + rejectedCells(file), 0);
  section.append(make("h2", words.account.title), make("p", fill(words.account.sum,
    { cells: sum("cells"), answered: sum("answered"), empty: sum("empty"), rejected: rejected })));
  section.append(tableOf(words.account.caption, words.account.heads, result.files.map((file) => [
    file.name, file.cells, file.answered, file.empty, rejectedCells(file), file.items])));
  const lines = result.files.flatMap((file) => file.rejected.map((line) =>
    fill(words.account.line, { file: file.name, place: line.place ? " (" + line.place + ")" : "", reason: words.reasons[line.reason] })));
  if (lines.length) section.append(make("h3", words.account.rejected), listOf(lines));
  const kinds = Object.keys(result.kinds).map((kind) => MARKS[kind] + " " + result.kinds[kind] + "×");
  section.append(make("p", (kinds.length ? fill(words.masked.some, { kinds: kinds.join(", ") }) : words.masked.none) + " " + words.masked.check));
  if (result.other) section.append(make("p", fill(words.account.other, { n: result.other })));
  return section;
}

/** @param {Object[]} items of one instrument */
function drawInstrument(s, instrument, items) {
  const words = s.words, section = make("section");
  const fields = FIELDS[instrument].map((field) => fieldOf(field, items, s.order));
  section.append(make("h2", words.instruments[instrument]), make("p", counted(s, countOf(items)), "summary-total"));
  if (instrument === "grrow") section.append(...drawPlans(s, items));
  const overall = themesOf(items, s.order);
  if (overall.length) {
    section.append(make("h3", words.themes.title), make("p", words.themes.how), tableOf(
      words.instruments[instrument] + ": " + words.themes.caption, [words.themes.theme].concat(fields.map((one) => words.fields[one.field])),
      overall.map((theme) => [s.labels[theme.id]].concat(fields.map((one) => {
        const there = one.themes.find((other) => other.id === theme.id);
        return there ? there.count.respondents : 0;
      })))));
  }
  const grid = make("div", "", "summary-fields");
  fields.forEach((one) => grid.append(drawField(s, one)));
  section.append(grid);
  const changes = roundChanges(items, s.order, s.least);
  if (changes.length) section.append(make("h3", words.rounds.title), make("p", words.rounds.about));
  changes.forEach((change) => section.append(...drawRound(s, change, words.instruments[instrument])));
  return section;
}

function drawField(s, one) {
  const words = s.words, part = make("section", "", "summary-field");
  part.append(make("h3", words.fields[one.field]), make("p", one.count.items ? counted(s, one.count) : words.empty, "summary-count"));
  if (one.leftEmpty && one.count.items) part.append(make("p", fill(words.left_empty, { n: one.leftEmpty }), "summary-count"));
  one.themes.forEach((theme) => {
    part.append(make("h4", s.labels[theme.id]), make("p", counted(s, theme.count), "summary-count"),
      listOf(theme.quotations.map((item) => item.text), "summary-quotes"));
  });
  if (one.uncoded.length) {
    part.append(folded(fill(words.uncoded, { n: one.uncoded.length }), listOf(one.uncoded.map((item) => item.text))));
  }
  return part;
}

function drawRound(s, change, instrument) {
  const words = s.words.rounds;
  const parts = [make("h4", fill(words.between, change)), make("p", fill(words.organisations, { n: change.organisations }))];
  if (change.keptOut) parts.push(make("p", fill(words.kept_out, { n: s.least })));
  else if (!change.themes.length) parts.push(make("p", words.nothing));
  else parts.push(tableOf(instrument + ": " + fill(words.caption, change), words.heads, change.themes.map((theme) =>
    [s.labels[theme.theme], s.words.fields[theme.field], theme.new, theme.gone, theme.stayed])));
  return parts;
}

/** The actions by date, and each goal as a chain. */
function drawPlans(s, items) {
  const words = s.words.plans, chains = chainsOf(items), actions = actionsOf(chains, s.today());
  const late = actions.filter((action) => action.overdue).length;
  const from = (item) => [item.organisation, item.team].filter(Boolean).join(", ");
  const parts = [make("h3", words.actions), make("p", [fill(words.count, { n: actions.length }), late ? fill(words.late, { n: late }) : "",
    words.signed].filter(Boolean).join(" "))];
  if (actions.length) {
    parts.push(tableOf(words.caption, words.heads, actions.map((action) => {
      const status = make("span", s.words.statuses[action.status] || action.status);
      if (action.overdue) status.append(status.textContent ? ", " : "", make("strong", words.overdue));
      return [action.text, action.owner || words.no_owner, dayInWords(s, action.due) || words.no_date, status, action.step, from(action)];
    })));
  }
  parts.push(make("h3", words.chains));
  chains.forEach((chain, n) => {
    const list = make("dl", "", "summary-chain");
    FIELDS.grrow.slice(0, 5).forEach((field) => {
      const own = chain.filter((item) => item.field === field);
      if (own.length) list.append(make("dt", s.words.fields[field]), ...own.map((item) => make("dd", item.text)));
    });
    const title = [fill(words.chain, { n: n + 1 }), from(chain[0])].filter(Boolean).join(": ");
    parts.push(make("h4", title), list.children.length ? list : make("p", words.no_chain));
  });
  return parts;
}

function dayInWords(s, day) {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(day + "T12:00:00") : null;
  return date ? date.toLocaleDateString(s.language, { day: "numeric", month: "long", year: "numeric" }) : day;
}
