/*
 * Which tool when? People answer some questions; the first rules tools out, the others rank what is left. Says of each
 * tool why. Needs only the texts that load on demand, so it also works on a page without the matrix.
 */

/** @param {HTMLElement} root @param {Object|null} m the matrix on this page, if there is one */
function startGuide(root, m) {
  const g = Object.assign(JSON.parse(root.dataset.guide), { root: root, m: m, form: root.querySelector("form") });
  g.criterion = (id) => g.criteria.find((criterion) => criterion.id === id);
  g.again = g.form.querySelector("[type=reset]");
  const address = readAddress();
  g.form.querySelectorAll("input").forEach((box) => { box.checked = address.get(box.name) === box.value; });
  g.form.addEventListener("submit", (event) => event.preventDefault());
  g.form.addEventListener("focusin", () => loadTexts(g.texts), { once: true });
  g.form.addEventListener("change", () => {
    const values = {};
    g.questions.forEach((question) => { values["guide." + question.id] = chosen(g, question); });
    writeAddress(values);
    answer(g);
  });
  g.form.addEventListener("reset", () => {
    const values = {};
    g.questions.forEach((question) => { values["guide." + question.id] = ""; });
    writeAddress(values);
    setTimeout(() => { // the browser clears the form after this event
      answer(g);
      g.form.querySelector("input").focus();
    });
  });
  answer(g);
}

/** The id of the answer that is chosen; empty when none is. */
function chosen(g, question) {
  const box = g.form.querySelector('[name="guide.' + question.id + '"]:checked');
  return box ? box.value : "";
}

/** The answers that ask something of a tool: [{question, answer (its words), asks}]. */
function answers(g) {
  return g.questions.filter((question) => chosen(g, question)).map((question) => ({
    question: question,
    answer: g.form.querySelector('[name="guide.' + question.id + '"]:checked').labels[0].textContent.trim(),
    asks: question.asks[chosen(g, question)] || {},
  })).filter((given) => Object.keys(given.asks).length);
}

/**
 * How a tool does on one answer: it fits when it has one of the options asked for under every criterion.
 * @returns {{given: Object, fits: (boolean|null), parts: Object[]}} null when that is not known
 */
function judge(g, tool, given) {
  const parts = Object.keys(given.asks).map((id) => {
    const criterion = g.criterion(id), values = tool.values[id] || [];
    const counts = (value) => given.asks[id].includes(value) || value === criterion.covers;
    return { criterion: criterion, values: values, counts: counts, fits: values.length ? values.some(counts) : null };
  });
  const all = parts.map((part) => part.fits);
  return { given: given, parts: parts, fits: all.includes(false) ? false : all.includes(null) ? null : true };
}

/** The tools that the first question leaves, the best first: most answers that fit, fewest unknown, surest, by name. */
function rank(g, told, given) {
  const first = g.questions[0];
  const letters = new Intl.Collator(document.documentElement.lang).compare;
  return Object.keys(told).map((id) => {
    const judged = given.map((one) => judge(g, told[id], one));
    const count = (fits) => judged.filter((one) => one.fits === fits).length;
    return { id: id, tool: told[id], judged: judged, fits: count(true), unknown: count(null) };
  })
    .filter((found) => !found.judged.some((one) => one.given.question === first && one.fits === false))
    .sort((a, b) => b.fits - a.fits || a.unknown - b.unknown || a.tool.confidence - b.tool.confidence || letters(a.tool.name, b.tool.name));
}

/** Show what goes with the answers. */
function answer(g) {
  const any = g.questions.some((question) => chosen(g, question));
  const given = answers(g);
  const turn = g.turn = (g.turn || 0) + 1;
  hide(g.again, !any);
  if (!any) return tell(g, g.words.hint, []);
  loadTexts(g.texts).then((told) => {
    if (turn !== g.turn) return; // another answer was given meanwhile
    if (!told) return tell(g, g.words.failed, []);
    const total = Object.keys(told).length;
    if (!given.length) return tell(g, fill(g.words.asks_nothing, { total: total }), []);
    const found = rank(g, told, given);
    const whole = found.filter((one) => one.fits === given.length).length;
    const first = given.find((one) => one.question === g.questions[0]);
    if (!found.length) return tell(g, fill(g.words.nothing, { answer: first.answer }), [toMatrix(g, given, 0)]);
    const said = whole ? fill(g.words.fit, { n: whole, total: total }) : g.words.none;
    tell(g, said, [foundList(g, found.slice(0, 3), given, whole), toMatrix(g, given, whole - 3)]);
  });
}
