/* Brings the answers of several files together, each response once, and masks them: responses/collect.py and protection/. */

/**
 * @param {Object[]} files as readAnswers gives them, with `text`: what is in the file
 * @returns {{items: Object[], files: Object[]}} files: the account of each
 */
function collect(files) {
  const items = [];
  const texts = new Map();
  const responses = new Set();
  const accounts = files.map((file) => {
    const account = { name: file.name, cells: file.cells, answered: file.answered, empty: file.empty, rejected: file.rejected.slice(), items: 0 };
    if (file.text !== undefined && texts.has(file.text)) {
      account.answered = account.empty = 0;
      account.rejected = [{ place: "", reason: "file_twice", cells: file.cells }];
      return account;
    }
    texts.set(file.text, file.name);
    const byResponse = new Map();
    file.items.forEach((item) => byResponse.set(item.response, (byResponse.get(item.response) || []).concat(item)));
    const gone = new Set();
    const seenBefore = Array.from(byResponse.keys()).filter((id) => responses.has(id));
    byResponse.forEach((its, id) => responses.add(id));
    seenBefore.forEach((id) => {
      const its = byResponse.get(id);
      const letters = its.reduce((sum, item) => sum + Array.from(item.text).length, 0);
      const from = its.some((item) => item.name || item.organisation || item.team || item.day);
      if (letters < 40 && !from) { // so little may well be said twice by different people
        let n = 2;
        while (responses.has(id + "x" + n)) n += 1;
        responses.add(id + "x" + n);
        its.forEach((item) => { item.id = item.id.replace(id, id + "x" + n); item.response = id + "x" + n; });
        return;
      }
      const cells = new Set(its.map((item) => item.place)).size;
      account.answered -= cells;
      account.rejected.push({ place: "", reason: "response_twice", cells: cells });
      gone.add(id);
    });
    const kept = file.items.filter((item) => !gone.has(item.response));
    account.items = kept.length;
    items.push(...kept);
    return account;
  });
  return { items: items, files: accounts };
}

/** @returns {number} cells of the account that were rejected */
function rejectedCells(account) {
  return account.rejected.reduce((sum, line) => sum + line.cells, 0);
}

const MASKED = ["text", "organisation", "team", "role", "phase", "round", "owner", "due", "status", "step"];

/**
 * Masks what is personal in all items, in place; who answered becomes a number.
 * @returns {Object<string, number>} kind -> how many: in texts each one, elsewhere once for each different value
 */
function maskItems(items, shapes) {
  const kinds = {};
  const done = new Map();
  const people = new Map();
  items.forEach((item) => {
    MASKED.forEach((column) => {
      const value = item[column];
      if (!value) return;
      const first = !done.has(column + value);
      const result = first ? mask(value, shapes) : done.get(column + value);
      done.set(column + value, result);
      item[column] = result.text;
      if (first || column === "text") result.kinds.forEach((kind) => { kinds[kind] = (kinds[kind] || 0) + 1; });
    });
    const person = sameLabel((item.name || "").normalize("NFKC"));
    if (person && !people.has(person)) people.set(person, String(people.size));
    item.who = person ? people.get(person) : item.response;
    delete item.name;
    delete item.stamp;
    delete item.date;
  });
  return kinds;
}
