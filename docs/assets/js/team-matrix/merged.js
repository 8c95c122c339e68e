/*
 * The matrices of several teams side by side, from files and from this device: where teams differ most comes first. Nothing goes
 * anywhere: the files are read in the page.
 */

/** Items that are drawn at once; the rest when asked for. */
const DIFFERENCES_AT_ONCE = 50;

function startMerge(m) {
  m.files = [];
  m.mergeStatus = m.part("merge-status");
  m.part("files").addEventListener("change", (event) => {
    const chosen = Array.from(event.target.files);
    Promise.all(chosen.map((file) => file.arrayBuffer().then((buffer) => [file.name, new Uint8Array(buffer)]))).then((read) => {
      event.target.value = ""; // so that the same file can be chosen again
      addToMerge(m, read);
    });
  });
  m.part("from-device").addEventListener("click", () => {
    m.keeping.save();
    const kept = openStore(deviceStorage()).list(m.kind), encoder = new TextEncoder();
    m.files = m.files.filter((file) => !file.here);
    addToMerge(m, kept.flatMap((document) => {
      try {
        const content = migrateMatrix(document.content, document.version, m.names, m.words);
        return countMatrix(content) ? [[fill(m.words.here, { name: document.name }), encoder.encode(matrixJson(m, content, document.name)), true]] : [];
      } catch (spoiled) {
        return []; // the bar says so of documents that cannot be read
      }
    }));
  });
}

/** @param {Array} files [name, bytes, whether it is from this device] */
function addToMerge(m, files) {
  const wrong = [];
  files.forEach(([name, bytes, here]) => {
    try {
      m.files.push(Object.assign(readMatrixFile(name, bytes, m.names, m.words), { here: Boolean(here) }));
    } catch (error) {
      wrong.push(error.refused ? error.message : fill(m.words.no_matrix, { file: name }));
    }
  });
  drawMerge(m);
  const said = m.files.length ? accountOf(m) : m.words.nothing_here;
  m.mergeStatus.textContent = wrong.concat(wrong.length && !m.files.length ? [] : [said]).join(" ");
}

/** "2 teams. 120 antwoorden gelezen: ..." */
function accountOf(m) {
  const listed = m.merged.listed.reduce((sum, line) => sum + line.cells, 0);
  return fill(m.words.teams, { n: m.merged.teams.length }) + " " + fill(m.words.account, { cells: m.merged.cells, merged: m.merged.merged, listed: listed });
}

function drawMerge(m) {
  m.merged = mergeFiles(m.files, m.names);
  m.part("merge-files").replaceChildren(...m.files.map((file) => {
    const line = make("li", file.file + " ");
    line.append(makeButton(m.words.take_out, () => {
      m.files.splice(m.files.indexOf(file), 1);
      drawMerge(m);
      m.mergeStatus.textContent = m.files.length ? accountOf(m) : m.words.nothing_here;
      m.part("files").focus(); // the button that had the focus is gone
    }));
    line.lastChild.append(make("span", " " + file.file, "visually-hidden"));
    return line;
  }));
  m.part("merged").replaceChildren(...(m.files.length ? mergedParts(m, false) : []));
}

/**
 * The parts of the result. @param {boolean} whole for paper: nothing folded, nothing left for later
 * @returns {HTMLElement[]}
 */
function mergedParts(m, whole) {
  const text = (spread) => isRemark(spread.criterion) || m.names.criteria.get(spread.criterion).type === "text";
  const judged = m.merged.spreads.filter((spread) => !text(spread));
  const differ = judged.filter((spread) => spread.difference > 0), w = m.words;
  const parts = [make("h3", w.differences), make("p", w.rule, "hint")];
  parts.push(...(differ.length ? spreadList(m, differ, whole) : [make("p", w.no_differences)]));
  const fold = (title, rows, list) => {
    if (rows.length) parts.push(...(whole ? [make("h3", title + " (" + rows.length + ")"), ...list(rows, true)] : [mergeFold(title, rows, list)]));
  };
  const spreads = (rows, all) => spreadList(m, rows, all);
  fold(w.agree, judged.filter((spread) => spread.difference === 0), spreads);
  fold(w.one_team, judged.filter((spread) => spread.difference === null), spreads);
  fold(w.said, m.merged.spreads.filter(text), spreads);
  fold(w.new_tools, Array.from(m.merged.newTools.values()), (rows) => [plainList(rows)]);
  fold(w.listed, m.merged.listed, (rows) => [plainList(rows.map((line) => listedLine(m, line)))]);
  if (!whole) parts.push(make("p", "", "actions"));
  if (!whole) parts[parts.length - 1].append(makeButton(w.print_merged, () => printMatrix(m, "merged")));
  return parts;
}

/** A part that is drawn when it is opened. */
function mergeFold(title, rows, list) {
  const fold = make("details", "", "fold"), body = make("div", "", "fold-body");
  fold.append(make("summary", title + " (" + rows.length + ")"), body);
  fold.addEventListener("toggle", () => { if (fold.open && !body.firstChild) body.append(...list(rows, false)); });
  return fold;
}

function plainList(rows) {
  const list = make("ul");
  list.append(...rows.map((row) => make("li", row)));
  return list;
}

/** What was not merged, and why: "noord.json, judgements[3]: dit antwoord kent de matrix niet. zomaar". */
function listedLine(m, line) {
  const reason = Object.hasOwn(m.words.reasons, line.reason) ? m.words.reasons[line.reason] : line.reason;
  return [line.file, line.place].filter(Boolean).join(", ") + ": " + reason + (line.text ? " “" + line.text + "”" : "");
}

/** @returns {HTMLElement[]} a list, and a button for the rest of a long one */
function spreadList(m, spreads, whole) {
  const list = make("ol", "", "team-spreads"), at = whole ? spreads.length : DIFFERENCES_AT_ONCE;
  list.append(...spreads.slice(0, at).map((spread) => spreadItem(m, spread)));
  if (spreads.length <= at) return [list];
  const more = makeButton(fill(m.words.show_rest, { n: spreads.length - at }), () => {
    const rest = spreads.slice(at).map((spread) => spreadItem(m, spread));
    list.append(...rest);
    more.remove();
    rest[0].tabIndex = -1;
    rest[0].focus(); // the button that had the focus is gone
  });
  return [list, more];
}

/** One tool and question: who said what. */
function spreadItem(m, spread) {
  const criterion = m.names.criteria.get(spread.criterion), tool = m.names.tools.get(spread.tool);
  const item = make("li", "", "team-spread"), head = item.appendChild(make("p", "", "team-spread-head"));
  head.append(make("strong", tool ? tool.name : m.merged.newTools.get(spread.tool) || spread.tool), " · " + columnLabel(spread.criterion, m.names, m.words));
  if (spread.difference) head.append(" ", make("span", fill(m.words.difference, { share: percent(spread.difference) }), "team-difference"));
  const list = item.appendChild(make("ul"));
  spread.answers.forEach((teams, value) => {
    const line = list.appendChild(make("li"));
    line.append(make("span", inWords(criterion, value, m.words), "team-said"), " (" + teams.length + "): " + teams.join(", "));
  });
  const site = tool && tool.site[spread.criterion];
  if (site) item.append(make("p", fill(m.words.on_site, { said: inWords(criterion, site, m.words) }), "hint"));
  return item;
}

function percent(share) {
  return Math.round(100 * share);
}
