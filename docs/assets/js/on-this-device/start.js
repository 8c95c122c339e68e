/* Set the page "on this device" to work: the list, everything in one file and back, and away with everything. */

document.querySelectorAll("[data-kept]").forEach((root) => {
  const given = JSON.parse(root.dataset.kept);
  const part = (name) => root.querySelector("[data-kept-" + name + "]");
  const storage = deviceStorage();
  const d = {
    words: given.words, root: given.root, language: document.documentElement.lang || "nl", store: withTexts(openStore(storage), storage),
    count: part("count"), list: part("list"), message: part("message"), backup: part("backup"), clear: part("clear"),
  };
  part("forbidden").hidden = storageWorks(storage);
  drawKept(d);
  d.backup.addEventListener("click", () => download(backupFile(d.store, d.words, new Date())));
  d.clear.addEventListener("click", () => askToClear(d));
  part("file").addEventListener("change", async (event) => {
    const file = event.target.files[0];
    if (file) await readBackup(d, file);
    event.target.value = ""; // the same file can be chosen again
  });
  addEventListener("storage", () => drawKept(d)); // another tab saved
  addEventListener("pageshow", (event) => { if (event.persisted) drawKept(d); });
  root.dataset.drawn = "";
});

/** A store that can put a text back as it was, whatever it holds. */
function withTexts(store, storage) {
  return Object.assign(store, {
    putText: (id, text) => {
      try {
        storage.setItem(KEPT_KEY + id, text);
      } catch (failed) { /* the list then shows that it is not there */ }
    },
  });
}

function storageWorks(storage) {
  try {
    return storage !== null && storage.length >= 0;
  } catch (forbidden) {
    return false;
  }
}

/** Ask before everything goes; the count says how much that is. */
function askToClear(d) {
  const documents = d.store.list(), n = documents.length + d.store.spoiled().length;
  const answers = documents.reduce((sum, document) => sum + answersIn(document), 0);
  const yes = makeButton(fill(d.words.clear_yes, { n: n }), () => {
    dialog.close();
    const gone = d.store.clear();
    drawKept(d);
    sayKept(d, fill(d.words.cleared, { n: gone }));
    d.message.tabIndex = -1;
    d.message.focus(); // the button that had the focus can no longer be pressed
  }, "button button--main");
  const parts = [make("p", fill(d.words.count, { n: n }) + " " + fill(d.words.answers, { n: answers })), make("p", d.words.clear_warning)];
  const dialog = keptDialog({ words: d.words }, { title: d.words.clear_title, parts: parts, buttons: [yes], close: d.words.clear_no });
}

async function readBackup(d, file) {
  try {
    if (file.size > BACKUP_MOST) throw refused(d.words.no_backup);
    const found = documentsIn(await file.text(), d.words);
    const done = putBack(d.store, found.documents, d.words);
    drawKept(d);
    const lines = [fill(d.words.put, { n: done.put })];
    if (done.same) lines.push(fill(d.words.same, { n: done.same }));
    if (found.broken) lines.push(fill(d.words.broken, { n: found.broken }));
    if (done.failed) lines.push(fill(d.words.failed, { n: done.failed }));
    sayKept(d, lines.join(" "));
  } catch (error) {
    sayKept(d, error.refused ? error.message : d.words.no_backup);
  }
}
