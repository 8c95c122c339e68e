/*
 * The facilitator's screen: an exercise or a card set over the whole window, one thing at a time. This part comes last.
 *
 * Markup: a button [data-screen] with words, title and cards as JSON (site/screen.py), and on the page [data-screen-steps],
 * [data-screen-task], [data-screen-debrief], [data-screen-tips] and [data-screen-cards]. See notes.md.
 */

/** How often the time on the screen is looked at again, in milliseconds. */
const TICK = 500;

function startScreen(opener) {
  const given = JSON.parse(opener.dataset.screen);
  const parts = readParts(given);
  if (!parts.length) { opener.hidden = true; return; }
  const timed = parts.find((part) => part.minutes);
  const tips = document.querySelector("[data-screen-tips]");
  const screen = {
    opener: opener, words: given.words, title: given.title, phase: given.phase, parts: parts, part: parts[0],
    at: Object.fromEntries(parts.map((part) => [part.id, 0])), tips: tips ? copies(tips.children) : [],
    clock: timed ? newClock(timed.minutes) : null, rung: [], notes: false, turned: false, sound: false, audio: null,
    view: null, ticking: 0, awake: null,
  };
  opener.addEventListener("click", () => openScreen(screen));
}

function openScreen(screen) {
  if (!screen.view) {
    screen.view = makeView(screen);
    document.body.append(screen.view.dialog);
    listen(screen);
  }
  screen.view.dialog.showModal();
  drawSlide(screen);
  (screen.view.run || screen.view.next).focus();
  if (screen.clock) screen.ticking = setInterval(() => drawClock(screen), TICK);
  enterFullScreen();
  stayAwake(screen);
}

/** Gone from sight; a clock that runs goes on, and the place is kept: who closes by mistake loses nothing. */
function closeScreen(screen) {
  screen.view.dialog.close();
}

function leaveScreen(screen) {
  if (screen.view.dialog.open) return; // only put on top again, see listen()
  clearInterval(screen.ticking);
  if (document.fullscreenElement) document.exitFullscreen();
  if (screen.awake) screen.awake.release();
  screen.awake = null;
  screen.opener.focus();
}

function listen(screen) {
  const { view } = screen;
  view.dialog.addEventListener("close", () => leaveScreen(screen));
  view.dialog.addEventListener("keydown", (event) => pressed(screen, event));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || !view.dialog.open) return;
    if (screen.clock) drawClock(screen); // at once, not at the next tick
    stayAwake(screen);
  });
  document.addEventListener("fullscreenchange", () => {
    const full = Boolean(document.fullscreenElement);
    if (view.full) view.full.setAttribute("aria-pressed", String(full));
    if (!full || !view.dialog.open) return;
    // The page went full screen after the dialog came, and would lie over it.
    const focus = document.activeElement;
    view.dialog.close();
    view.dialog.showModal();
    focus.focus();
  });
}

/** Arrows, and the keys that remote controls for presentations send. Escape is the dialog's own. */
function pressed(screen, event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const onButton = event.target.closest("button");
  const does = {
    ArrowRight: () => step(screen, 1), PageDown: () => step(screen, 1),
    ArrowLeft: () => step(screen, -1), PageUp: () => step(screen, -1),
    n: () => screen.clock && toggleNotes(screen), N: () => screen.clock && toggleNotes(screen),
    " ": onButton || !screen.clock ? null : () => toggleClock(screen),
  }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
}

function showPart(screen, part) {
  screen.part = part;
  screen.turned = false;
  drawSlide(screen, true);
}

/** The next slide or the one before. A step on the screen is the step that the clock counts. */
function step(screen, by) {
  const { part, at } = screen;
  const to = at[part.id] + by;
  if (to < 0 || to >= part.slides.length) return;
  at[part.id] = to;
  screen.turned = false;
  if (part.minutes) moveClock(screen.clock, to, Date.now());
  drawSlide(screen, true);
}

function toggleNotes(screen) {
  if (!screen.part.minutes) return;
  screen.notes = !screen.notes;
  screen.view.notes.setAttribute("aria-pressed", String(screen.notes));
  drawSlide(screen);
  const { note, stage } = screen.view;
  if (screen.notes && note.getBoundingClientRect().top > stage.getBoundingClientRect().bottom - 60) note.scrollIntoView();
}

function turnCard(screen) {
  const slide = screen.part.slides[screen.at[screen.part.id]];
  if (!slide.back) return;
  screen.turned = !screen.turned;
  drawSlide(screen);
  screen.view.status.textContent = screen.turned ? slide.back : "";
}

function shuffleCards(screen) {
  const { part } = screen;
  part.slides = shuffled(part.slides);
  numbered(part, screen.words);
  screen.at[part.id] = 0;
  screen.turned = false;
  drawSlide(screen, true);
}

/** Not every browser allows it, and none needs it: the dialog fills the window anyway. */
function enterFullScreen() {
  if (document.fullscreenEnabled && !document.fullscreenElement) document.documentElement.requestFullscreen().catch(() => {});
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else enterFullScreen();
}

/** Ask the device not to dim the screen in the middle of a step; where it cannot, all works. */
function stayAwake(screen) {
  if (!navigator.wakeLock) return;
  navigator.wakeLock.request("screen").then((lock) => {
    if (screen.view.dialog.open) screen.awake = lock;
    else lock.release();
  }).catch(() => {});
}

document.querySelectorAll("[data-screen]").forEach(startScreen);
