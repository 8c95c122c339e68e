/* Up to four tools side by side: all criteria, what differs marked in words, room for the team on paper. */

const MOST = 4;

function startCompare(m) {
  m.picked = [];
  m.bar = addBar(m);
  m.tools.forEach((tool) => addPick(m, tool));
  const ids = (readAddress().get("compare") || "").split(" ");
  m.picked = m.tools.filter((tool) => ids.includes(tool.id)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).slice(0, MOST);
  m.picked.forEach((tool) => { tool.pick.checked = true; });
  if (m.picked.length > 1) m.part("compare").hidden = false;
  compare(m);
}

/** A box to pick a tool. */
function addPick(m, tool) {
  const label = make("label", "", "matrix-pick");
  tool.pick = make("input");
  tool.pick.type = "checkbox";
  tool.pick.setAttribute("aria-label", fill(m.words.choose_label, { name: tool.name }));
  label.append(tool.pick, make("span", m.words.choose));
  tool.head.append(label);
  tool.pick.addEventListener("change", () => {
    if (tool.pick.checked && m.picked.length >= MOST) {
      tool.pick.checked = false;
      return say(m, m.words.compare_full);
    }
    pick(m, m.picked.filter((other) => other !== tool).concat(tool.pick.checked ? tool : []));
  });
}

function pick(m, tools) {
  m.picked = tools;
  m.tools.forEach((tool) => { tool.pick.checked = tools.includes(tool); });
  writeAddress({ compare: tools.map((tool) => tool.id).join(" ") });
  compare(m);
}

/** The bar that counts what is picked. */
function addBar(m) {
  const box = make("div", "", "matrix-bar");
  const status = make("p");
  status.setAttribute("role", "status");
  const open = makeButton(m.words.compare, () => compare(m, true), "button button--main");
  const clear = makeButton(m.words.compare_clear, () => {
    const last = m.picked[m.picked.length - 1];
    pick(m, []);
    (last.shown ? last.pick : m.search).focus(); // the button that had the focus goes away
  });
  box.append(status, open, clear);
  box.hidden = true;
  m.root.insertBefore(box, m.part("compare"));
  return { box: box, status: status, open: open };
}

/** Say something in the bar; also when it is the same as before. */
function say(m, text) {
  m.bar.status.textContent = "";
  setTimeout(() => { m.bar.status.textContent = text; }, 50);
}

/** Bring the comparison up to date. @param {boolean} [go] open it and go there */
function compare(m, go) {
  const place = m.part("compare");
  m.bar.box.hidden = !m.picked.length;
  m.bar.open.hidden = m.picked.length < 2;
  say(m, m.picked.length < 2 ? m.words.compare_hint : fill(m.words.compare_chosen, { n: m.picked.length }));
  if (m.picked.length < 2) { place.hidden = true; return; }
  if (!go && place.hidden) return;
  loadTexts(m.texts).then((told) => {
    if (m.picked.length < 2) return; // cleared meanwhile
    const title = make("h3", m.words.compare_title);
    title.tabIndex = -1;
    const scroller = make("div", "", "compare-scroll");
    scroller.setAttribute("role", "region");
    scroller.setAttribute("aria-label", m.words.compare_title);
    scroller.tabIndex = 0;
    scroller.append(sideBySide(m, told || {}));
    const actions = make("p", "", "actions");
    actions.append(
      makeButton(m.words.compare_print, () => print(m, "compare", "a4")),
      makeButton(m.words.compare_close, () => { place.hidden = true; m.bar.open.focus(); })
    );
    place.replaceChildren(title, scroller, actions);
    place.hidden = false;
    if (go) title.focus();
  });
}

/** @returns {HTMLTableElement} the picked tools as columns, every criterion as a row */
function sideBySide(m, told) {
  const table = make("table", "", "compare-table");
  table.style.setProperty("--tools", m.picked.length);
  table.createCaption().textContent = fill(m.words.compare_caption, { names: m.picked.map((tool) => tool.name).join(", ") });
  const top = table.createTHead().insertRow();
  top.append(headCell(m.words.criterion, "col"));
  m.picked.forEach((tool) => {
    const cell = headCell("", "col");
    cell.append(tool.link.cloneNode(true));
    top.append(cell);
  });
  const body = table.createTBody();
  const line = (label, toCell) => {
    const row = body.insertRow();
    row.append(headCell(label, "row"));
    m.picked.forEach((tool) => toCell(row.insertCell(), tool, told[tool.id]));
    return row;
  };
  const unknown = (cell) => cell.append(make("span", m.words.unknown, "unknown"));
  const list = (name) => (cell, tool, said) => {
    const points = said ? said[name] : [];
    if (!points.length) return unknown(cell);
    const ul = cell.appendChild(make("ul"));
    points.forEach((point) => ul.append(make("li", point)));
  };
  line(m.words.summary, (cell, tool, said) => { if (said) cell.textContent = said.summary; else unknown(cell); });
  m.criteria.filter((criterion) => !criterion.team).forEach((criterion) => {
    const row = line(criterion.label, (cell, tool) => {
      cell.append(...Array.from(tool.cells[criterion.id].childNodes, (node) => node.cloneNode(true)));
    });
    if (differ(criterion, m.picked)) {
      row.className = "differs";
      row.firstElementChild.append(" ", make("span", m.words.differs, "differs-mark"));
    }
  });
  line(m.words.strengths, list("strengths"));
  line(m.words.pitfalls, list("pitfalls"));
  line(m.words.link, (cell, tool, said) => {
    if (!said || !said.link) return unknown(cell);
    const link = cell.appendChild(make("a", new URL(said.link).hostname.replace(/^www\./, "")));
    link.href = said.link;
    link.rel = "external";
  });
  const room = m.criteria.filter((criterion) => criterion.team);
  if (room.length) {
    const row = body.insertRow();
    row.className = "team-room";
    row.appendChild(headCell(m.words.team_room, "rowgroup")).colSpan = m.picked.length + 1;
  }
  room.forEach((criterion) => { line(criterion.label, () => {}).className = "team-room"; });
  return table;
}

/** Do tools say different things? One of which we do not know it does not differ: it may be the same. */
function differ(criterion, tools) {
  const said = tools.map((tool) => tool.values[criterion.id].slice().sort().join(" ")).filter(Boolean);
  return new Set(said).size > 1;
}
