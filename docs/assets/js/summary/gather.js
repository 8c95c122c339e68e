/*
 * Makes items of the answers of a file, with an account that closes: cells = answered + empty + rejected.
 * As in scripts/learning_network/responses/worksheet_answers.py and gathering.py; ids are the same too.
 */

const INSTRUMENTS = { "swot-sheet": "swot", "grrow-sheet": "grrow" };
const FIELDS = {
  swot: ["strengths", "weaknesses", "opportunities", "threats"],
  grrow: ["goal", "reality", "resources", "options", "will", "action"],
};
const ACTION_COLUMNS = { who: "owner", "by-when": "due", "first-small-step": "step", status: "status" };

function gathered(name, known) {
  return { name: name, known: known, cells: 0, answered: 0, empty: 0, rejected: [], abouts: [], items: [] };
}

function reject(file, place, reason, cells) {
  const n = cells === undefined ? 1 : cells;
  file.cells += n;
  file.rejected.push({ place: place.replace(/: $/, ""), reason: reason, cells: n });
}

/** ' before what a spreadsheet program takes for a formula is not part of the text. */
function unquoted(text) {
  return /^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** Count a cell and make items of what is in it. @returns {boolean} whether it gave any */
function answer(file, response, instrument, field, raw, place, parts) {
  const texts = itemsOf(raw, file.known.nothing);
  file.cells += 1;
  file[texts.length ? "answered" : "empty"] += 1;
  texts.forEach((text) => file.items.push({ of: response, instrument: instrument, field: field, text: text, place: place, ...parts }));
  return texts.length > 0;
}

/** @param {Array<{id: string, text: string}>} given the answers of one response */
function gatherWorksheet(file, worksheet, about, given) {
  if (!given.length) return;
  const response = file.abouts.push(about) - 1;
  const instrument = Object.hasOwn(INSTRUMENTS, worksheet) ? INSTRUMENTS[worksheet] : worksheet;
  const actions = new Map();
  const times = new Map();
  given.forEach((one) => {
    const [question, row, ...rest] = one.id.split(".");
    const column = rest.join(".");
    if (instrument === "grrow" && question === "actions" && (column === "what" || Object.hasOwn(ACTION_COLUMNS, column))) {
      if (!actions.has(row)) actions.set(row, new Map());
      if (actions.get(row).has(column)) reject(file, one.id, "cell_twice");
      else actions.get(row).set(column, one);
    } else {
      times.set(one.id, (times.get(one.id) || 0) + 1);
      answer(file, response, instrument, one.id, one.text, one.id + " " + times.get(one.id));
    }
  });
  actions.forEach((cells) => gatherAction(file, response, cells));
}

function gatherAction(file, response, cells) {
  const parts = {};
  cells.forEach((one, column) => { if (column !== "what") parts[ACTION_COLUMNS[column]] = oneLine(one.text); });
  const what = cells.get("what");
  const made = what && answer(file, response, "grrow", "action", what.text, what.id, parts);
  cells.forEach((one, column) => {
    if (column === "what") return;
    if (made) {
      file.cells += 1;
      file.answered += 1;
    } else reject(file, one.id, "no_action");
  });
}

/** Dates, phases, positions and ids; a response that stands in the file twice counts once. */
function finish(file) {
  const known = file.known;
  const days = readDays(file.abouts.map((about) => about.date).filter(Boolean));
  const due = readDays(file.items.map((item) => item.due || "").filter(Boolean));
  file.abouts.forEach((about) => {
    const phase = about.phase.toLowerCase().replace(/[.:]+$/, "");
    const stepped = phase.replace(/^(?:fase|phase|stap|step|étape)?\s*\d\s*[.:)-]?\s+/, "");
    about.phase = known.phases.get(phase) || known.phases.get(stepped) || about.phase;
    const round = /^(?:ronde|round|runde|tour|meting|wave)\s*(?:nr\.?|no\.?)?\s*(\d{1,4})$/.exec(about.round.toLowerCase());
    about.round = round ? round[1] : about.round;
    if (/^(?:anonymous|anoniem|anonyme?|anonimous)$/i.test(about.name)) about.name = "";
    about.lang = about.lang.toLowerCase().slice(0, 2);
    const day = days.get(about.date);
    about.stamp = day ? day.stamp : about.date;
    about.day = day ? day.iso : "";
  });
  const kept = [];
  const first = new Map();
  const byResponse = file.abouts.map(() => []);
  file.items.forEach((item) => byResponse[item.of].push(item));
  file.abouts.forEach((about, n) => {
    const rank = (item) => item.instrument + "\x1e" + item.field + "\x1e";
    const items = byResponse[n].slice().sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
    if (!items.length) return;
    const facts = [about.stamp, about.organisation, about.team, about.role, about.phase, about.round];
    facts.push(...items.map((item) => rank(item) + item.text));
    about.id = digest(facts.join("\x1f"));
    const same = first.get(about.id) || [];
    first.set(about.id, same.concat(about));
    if (same.length) {
      const timed = about.stamp.length > 10 && days.has(about.date);
      const original = same.find((other) => sameLabel(other.name) === sameLabel(about.name) && (about.name || timed));
      if (original) {
        const cells = new Set(items.map((item) => item.place)).size;
        file.answered -= cells;
        file.cells -= cells; // reject() counts them again
        reject(file, "", "response_twice", cells);
        return;
      }
      about.id = digest(facts.concat(String(same.length + 1)).join("\x1f"));
    }
    const positions = new Map();
    items.forEach((item) => {
      const position = (positions.get(rank(item)) || 0) + 1;
      positions.set(rank(item), position);
      item.position = position;
    });
    byResponse[n].forEach((item) => kept.push(item));
  });
  file.items = kept.map((item) => {
    const about = file.abouts[item.of];
    const status = item.status || "";
    return { ...item, ...about, response: about.id, id: about.id + "-" + item.field + "-" + item.position, owner: item.owner || "",
      step: item.step || "", due: due.has(item.due) ? due.get(item.due).iso : item.due || "",
      status: known.statuses.get(status.toLowerCase().replace(/[.!]+$/, "")) || status };
  });
  return file;
}
