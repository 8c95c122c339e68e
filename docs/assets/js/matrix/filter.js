/*
 * Filter, search and sort. What is unknown is never a no: such tools count apart, stand at the bottom, and when they are
 * hidden the page says so.
 */

/** Rows that come into the table in one go: more than fit a window. */
const AT_ONCE = 60;

/** Set the form and the heads of the table to work. @param {Object} m the matrix (start.js) */
function startFilter(m) {
  m.form.querySelector("fieldset").disabled = false;
  m.heads.forEach((head) => {
    const criterion = m.criterion(head.dataset.column);
    if (!criterion || !criterion.team) addSortButton(m, head); // an empty column has no order
  });
  m.tools.forEach((tool) => {
    tool.perhaps = make("span", m.words.perhaps, "perhaps");
    tool.perhaps.hidden = true;
    tool.head.append(tool.perhaps);
  });
  readFilter(m);
  m.form.addEventListener("submit", (event) => event.preventDefault());
  m.form.addEventListener("input", (event) => {
    if (event.target === m.sort) sortBy(m, m.sort.value || "name", false);
    update(m, event.target === m.search);
  });
  m.search.addEventListener("focus", () => searchEverything(m));
  m.form.addEventListener("reset", (event) => {
    event.preventDefault();
    clearFilter(m);
    update(m);
    m.search.focus(); // the button that had the focus goes away
  });
}

function clearFilter(m) {
  m.filters.forEach((field) => { field.value = ""; });
  m.search.value = "";
  m.form.elements.unknown.checked = true;
}

/** Take over what the address says; what is not there is left out. */
function readFilter(m) {
  const address = readAddress();
  m.filters.forEach((field) => {
    field.value = address.get(field.name) || "";
    if (field.selectedIndex === -1) field.value = "";
  });
  m.search.value = address.get("text") || "";
  if (m.search.value) searchEverything(m);
  m.form.elements.unknown.checked = address.get("unknown") !== "hide";
  const by = m.criterion(address.get("sort"));
  sortBy(m, by && !by.team ? by.id : "name", address.get("down") === "yes");
}

function writeFilter(m) {
  const values = { text: m.search.value.trim(), unknown: m.form.elements.unknown.checked ? "" : "hide" };
  m.filters.forEach((field) => { values[field.name] = field.value; });
  values.sort = m.by === "name" ? "" : m.by;
  values.down = m.down ? "yes" : "";
  writeAddress(values);
}

function sortBy(m, id, down) {
  m.by = id;
  m.down = down;
  m.sorted = sortTools(m.tools, m.criterion(id), down, m.language);
}

function update(m, typing) {
  show(m, typing);
  writeFilter(m);
}

/** Get the descriptions, so that a search finds more than names. */
function searchEverything(m) {
  if (m.everything) return;
  m.everything = true;
  loadTexts(m.texts).then((told) => {
    if (told) addTexts(m.tools, told);
    m.namesOnly = !told;
    if (m.search.value) show(m);
  });
}

/**
 * Show what fits; below it what may fit.
 * @param {boolean} [typing] then the count waits for a pause: a screen reader is not to read every letter
 */
function show(m, typing) {
  const asked = m.filters.filter((field) => field.value).map((field) => ({ criterion: m.criterion(field.name), wanted: field.value }));
  const words = plain(m.search.value).split(/\s+/).filter(Boolean);
  const unknownToo = m.form.elements.unknown.checked;
  let fit = 0, perhaps = 0;
  m.sorted.forEach((tool) => {
    const answers = asked.map((ask) => fits(ask.criterion, tool.values[ask.criterion.id], ask.wanted));
    tool.fits = answers.includes(false) ? false : answers.includes(null) ? null : true;
    const found = tool.fits !== false && words.every((word) => tool.text.includes(word));
    if (found && tool.fits) fit += 1;
    if (found && tool.fits === null) perhaps += 1;
    tool.shown = found && (tool.fits || unknownToo);
  });
  // The words typed hide rows, but do not move them: only filters do, that leave something unknown.
  const order = m.sorted.filter((tool) => tool.fits !== null).concat(m.sorted.filter((tool) => tool.fits === null));
  inOrder(m.body, order.map((tool) => tool.row));
  m.shown = order.filter((tool) => tool.shown);
  order.forEach((tool) => {
    hide(tool.perhaps, tool.fits !== null);
    if (!tool.shown) hide(tool.row, true);
  });
  showRows(m);
  m.heads.forEach((head) => {
    if (head.dataset.column === m.by) head.setAttribute("aria-sort", m.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  m.sort.value = m.by === "name" ? "" : m.by;
  hide(m.reset, !asked.length && !words.length && unknownToo);
  m.message = countInWords(m, asked.length, words.length, fit, perhaps);
  clearTimeout(m.waiting);
  if (typing) m.waiting = setTimeout(() => { m.count.textContent = m.message; }, 350);
  else m.count.textContent = m.message;
}

/** Show the rows that fit: what can be in sight at once, the rest right after, so that typing never waits for 300 rows. */
function showRows(m) {
  const coming = m.shown.filter((tool) => tool.row.hidden);
  coming.slice(0, AT_ONCE).forEach((tool) => hide(tool.row, false));
  clearTimeout(m.later);
  if (coming.length > AT_ONCE) m.later = setTimeout(() => showRows(m));
}

/** Bring rows into this order by moving only those that stand elsewhere. */
function inOrder(body, rows) {
  let next = body.firstElementChild;
  rows.forEach((row) => {
    if (row === next) next = next.nextElementSibling;
    else body.insertBefore(row, next);
  });
}

function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function countInWords(m, asked, typed, fit, perhaps) {
  const said = [];
  if (!asked && !typed) return fill(m.words.count_all, { total: m.tools.length });
  said.push(fill(m.words.count, { shown: fit, total: m.tools.length }));
  if (perhaps) {
    said.push(fill(m.words.count_unknown, { n: perhaps }));
    said.push(m.form.elements.unknown.checked ? m.words.unknown_shown : m.words.unknown_hidden);
  } else if (!fit) said.push(typed && !asked ? fill(m.words.none_text, { text: m.search.value.trim() }) : m.words.none);
  if (typed && m.namesOnly) said.push(m.words.names_only);
  return said.join(" ");
}

function addSortButton(m, head) {
  const button = makeButton(head.textContent.trim(), () => {
    sortBy(m, head.dataset.column, m.by === head.dataset.column && !m.down);
    update(m);
  }, "matrix-sort");
  head.replaceChildren(button);
  button.addEventListener("focus", () => { if (button.matches(":focus-visible")) bringIntoSight(m, button); });
}

/** A browser leaves a head that is half in sight where it is: move it out from the edge, and from under the names. */
function bringIntoSight(m, button) {
  const box = button.getBoundingClientRect();
  const names = m.heads[0].contains(button) ? -Infinity : m.heads[0].getBoundingClientRect().right;
  const right = m.scroller.getBoundingClientRect().right;
  if (box.right + 8 > right) m.scroller.scrollLeft += box.right + 8 - right;
  else if (box.left - 8 < names) m.scroller.scrollLeft -= names - box.left + 8;
}
