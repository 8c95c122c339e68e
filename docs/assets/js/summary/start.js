/*
 * The summary in the browser: files come in, the summary comes out. Nothing leaves the device. This part comes last.
 *
 * Markup: site/templates/blocks/browser_summary.html.j2. [data-summary] holds the words and what the rules ask, as JSON.
 */

/** Where things stop being quick: more goes through the command. */
const MOST_ITEMS = 5000, MOST_BYTES = 20000000;

/** @returns {Object} what is known of answers: words for nothing, phases and statuses, and shapes of IBANs */
function knownWords(rules) {
  const byWord = (meanings) => new Map(Object.entries(meanings).flatMap(([id, words]) => words.split(",").map((word) => [word, id])));
  const shapes = {};
  rules.iban.split(" ").forEach((text) => {
    shapes[text.slice(0, 2)] = text.slice(2).replace(/([a-z])(\d+)/g, (whole, kind, n) => kind.repeat(n));
  });
  return { nothing: new Set(rules.nothing.split(",")), phases: byWord(rules.phases), statuses: byWord(rules.statuses), shapes: shapes,
    versions: rules.versions || {} };
}

const breath = () => new Promise((go) => setTimeout(go));

/** @returns {function(): Promise} to wait for now and then: after a while it lets the page answer */
function pauses() {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < 40) return;
    await breath();
    started = performance.now();
  };
}

/** The rules of a language, a script of their own: loaded when the first answer in it is there. @returns {Promise<boolean>} */
function loadRules(address, lang) {
  return new Promise((done) => {
    if (window.summaryRules && window.summaryRules[lang]) return done(true);
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(true);
    script.onerror = () => { script.remove(); done(false); };
    return document.head.append(script);
  });
}

/**
 * @param {Array<{name: string, text: string}|{name: string, reason: string}>} sources what is in each file (of a spreadsheet: its
 *   tables too), or why it is not read
 * @param {Object} s what is known
 * @returns {Object} the account of the files, the items, and how many of each kind were masked
 */
function readSources(sources, s) {
  const sorted = sources.slice().sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const files = sorted.map((one) => (one.reason ? refusedFile(one.name, one.reason, one.place)
    : Object.assign(readAnswers(one.name, one.text, s.known, one.tables), { text: one.text })));
  return collect(files);
}

/** Give all items their themes, some at a time, so that the page goes on answering. @returns {Promise<boolean>} */
async function codeItems(items, s) {
  for (const item of items) item.rules = s.rules[item.lang] ? item.lang : s.language;
  for (const lang of new Set(items.map((item) => item.rules))) {
    if (!s.matchers[lang]) {
      if (!await loadRules(s.rules[lang], lang)) return false;
      s.matchers[lang] = makeMatcher(s.order, window.summaryRules[lang]);
    }
  }
  const rest = pauses();
  for (const item of items) {
    item.themes = s.matchers[item.rules](item.text).map((code) => code[0]);
    await rest();
  }
  return true;
}

function startSummary(root) {
  const given = JSON.parse(root.dataset.summary);
  const part = (name) => root.querySelector("[data-summary-" + name + "]");
  const [input, drop, status, tools, found] = ["files", "drop", "status", "tools", "result"].map(part);
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const s = { ...given, order: Object.keys(given.labels), known: knownWords(given), matchers: {}, today: today };
  let sources = [];
  let busy = Promise.resolve();

  const say = (text) => { status.textContent = text; };
  const size = (list) => list.reduce((sum, one) => sum + one.size, 0);

  /** Read what is there and the new files; what is too large changes nothing. */
  async function add(files) {
    if (size(sources.concat(files)) > MOST_BYTES) return say(s.words.too_large);
    say(s.words.busy);
    const all = sources.slice();
    // one by one: a spreadsheet takes room while it is unpacked
    for (const file of files) {
      const one = { name: file.name, size: file.size }, ending = file.name.split(".").pop().toLowerCase();
      try {
        if (!/^(?:json|csv|xls[mx]?)$/.test(ending)) throw unreadable("kind");
        Object.assign(one, await opened(new Uint8Array(await file.arrayBuffer()), ending));
      } catch (error) {
        Object.assign(one, { reason: error.unreadable || "unreadable", place: error.place });
      }
      all.push(one);
      if (size(all) > MOST_BYTES) return say(s.words.too_large);
    }
    await breath();
    const result = readSources(all, s);
    if (result.items.length > MOST_ITEMS) return say(s.words.too_large);
    result.kinds = maskItems(result.items, s.known.shapes);
    if (!await codeItems(result.items, s)) return say(s.words.no_rules);
    sources = all;
    draw(result);
    return say(fill(s.words.done, { n: result.items.length, files: all.length }));
  }

  function draw(result) {
    const of = (instrument) => result.items.filter((item) => item.instrument === instrument);
    const shown = Object.keys(FIELDS).filter((instrument) => of(instrument).length);
    result.other = result.items.length - shown.reduce((sum, instrument) => sum + of(instrument).length, 0);
    const made = make("p", fill(s.words.made_on, { day: dayInWords(s, s.today()) }), "summary-made");
    found.replaceChildren(made, ...shown.map((instrument) => drawInstrument(s, instrument, of(instrument))), drawAccount(s, result));
    if (!shown.length) made.after(make("p", s.words.nothing));
    tools.hidden = false;
  }

  const take = (list) => {
    const files = Array.from(list);
    if (files.length) busy = busy.then(() => add(files)).catch(() => say(s.words.failed));
  };
  input.addEventListener("change", () => {
    take(input.files);
    input.value = ""; // the same file can be chosen again
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("is-over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("is-over");
    take(event.dataTransfer.files);
  });
  part("print").addEventListener("click", () => print());
  part("again").addEventListener("click", () => {
    sources = [];
    found.replaceChildren();
    input.focus(); // before its button goes
    tools.hidden = true;
    say(s.words.cleared);
  });
}

document.querySelectorAll("[data-summary]").forEach(startSummary);
