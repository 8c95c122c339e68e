/* Leaving, coming back, and other tabs with the same document. */

/** Whatever way a page goes away, what is on screen is kept before. */
function watchPage(k) {
  window.addEventListener("pagehide", () => saveKept(k));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saveKept(k);
    else lookAgain(k);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) lookAgain(k); // out of the memory of the back button: another page may have written since
  });
  k.guard = (event) => {
    if (saveKept(k)) return;
    event.preventDefault();
    event.returnValue = ""; // what older browsers wait for
  };
}

/** Ask before leaving only while something is not kept: a page that always asks cannot wait in the memory of the back button. */
function guardLeaving(k) {
  if (!k.guard) return;
  if (k.dirty) window.addEventListener("beforeunload", k.guard);
  else window.removeEventListener("beforeunload", k.guard);
}

function watchTabs(k) {
  window.addEventListener("storage", (event) => {
    if (event.key !== null && !event.key.startsWith(KEPT_KEY)) return;
    if (event.key === null || event.key === KEPT_KEY + k.doc.id) lookAgain(k);
    else k.draw(true); // another document came, went or got a name
  });
}

/** Hold what is on screen against what is kept now. */
function lookAgain(k) {
  if (k.dirty) { // the revision check finds out what another tab did
    saveKept(k);
    return;
  }
  if (!k.doc.id) {
    k.draw(true);
    return;
  }
  const raw = k.store.raw(k.doc.id);
  if (raw === k.doc.raw) return;
  if (raw === null) {
    k.doc = { id: "", name: k.doc.name, named: k.doc.named, revision: 0, raw: null, saved: "" };
    k.draw(true);
    k.say(fill(k.words.gone, { name: k.doc.name }), "warn");
    return;
  }
  const standing = keptDocument(raw);
  if (!standing || standing.revision <= k.doc.revision) { // both wrote at the same moment, and theirs stands
    goOnBeside(k, k.options.current());
    return;
  }
  if (openKept(k, k.doc.id)) k.say(fill(k.words.taken_over, { name: k.doc.name }), "warn");
  else goOnBeside(k, k.options.current());
}
