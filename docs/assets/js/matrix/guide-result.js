/* What the guided choice shows: at most three tools with the reasons in words, and the way on to the matrix. */

/** One sentence for screen readers too, then the rest. */
function tell(g, text, parts) {
  const said = g.root.querySelector("[role=status]");
  if (said.textContent !== text) said.textContent = text;
  g.root.querySelector("[data-guide-found]").replaceChildren(...parts);
}

function foundList(g, found, given, whole) {
  const list = make("ol", "", "guide-tools");
  found.forEach((one, i) => {
    if (whole && i === whole) list.append(make("li", g.words.nearest, "guide-nearest"));
    const item = list.appendChild(make("li", "", "guide-tool"));
    const link = make("a", one.tool.name);
    link.href = g.tool.replace("{id}", one.id);
    item.appendChild(make("h3")).append(link);
    item.append(make("p", one.tool.summary), reasons(g, one));
  });
  return list;
}

/** Why, in the words of the matrix: what fits, what nobody knows, what does not fit; and what to watch out for. */
function reasons(g, one) {
  const list = make("dl", "", "guide-why");
  const add = (label, texts, className) => {
    if (!texts.length) return;
    const line = list.appendChild(make("div", "", className));
    line.append(make("dt", label), make("dd", unique(texts).join("; ")));
  };
  const parts = (fits) => one.judged.flatMap((judged) => judged.parts).filter((part) => part.fits === fits);
  const inWords = (part, ids) => part.criterion.label + ": " + ids.map((id) => part.criterion.options[id] || id).join(", ");
  add(g.words.fits, parts(true).map((part) => inWords(part, part.values.filter(part.counts))), "why-fits");
  add(g.words.unknown, parts(null).map((part) => part.criterion.label), "why-unknown");
  add(g.words.not, parts(false).map((part) => inWords(part, part.values)), "why-not");
  add(g.words.mind, one.tool.pitfalls.slice(0, 1), "why-mind");
  return list;
}

function unique(texts) {
  return Array.from(new Set(texts));
}

/**
 * What the matrix can filter by: answers that ask for one option of a criterion with a filter.
 * @returns {{filters: Object, left: Object[]}} criterion id -> option id; the answers that cannot be taken over whole
 */
function asFilters(g, given) {
  const filters = {}, left = [];
  given.forEach((one) => {
    const ids = Object.keys(one.asks);
    const can = (id) => g.criterion(id).filter && one.asks[id].length === 1 && (!filters[id] || filters[id] === one.asks[id][0]);
    ids.filter(can).forEach((id) => { filters[id] = one.asks[id][0]; });
    if (!ids.every((id) => filters[id] === one.asks[id][0] && one.asks[id].length === 1)) left.push(one);
  });
  return { filters: filters, left: left };
}

/** How many more there are, and the way to the matrix. @param {number} more tools that fit and are not shown */
function toMatrix(g, given, more) {
  const asked = asFilters(g, given);
  const box = make("div", "", "guide-more");
  if (more > 0) box.append(make("p", fill(g.words.more, { n: more })));
  const label = more > 0 ? g.words.show : g.words.show_all;
  if (g.m) {
    box.append(makeButton(label, () => filterTo(g.m, asked.filters)));
  } else {
    const link = box.appendChild(make("a", label, "button"));
    link.href = g.matrix + "?" + new URLSearchParams(asked.filters);
  }
  if (asked.left.length) {
    const left = asked.left.map((one) => one.question.label + " " + one.answer);
    box.append(make("p", fill(g.words.left_out, { questions: left.join("; ") + "." }), "hint"));
  }
  return box;
}

/** Set the filters of the matrix to these and go there. */
function filterTo(m, filters) {
  clearFilter(m);
  m.filters.forEach((field) => { field.value = filters[field.name] || ""; });
  update(m);
  m.form.scrollIntoView();
  m.count.focus({ preventScroll: true });
}
