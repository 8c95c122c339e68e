/* The screen itself: a dialog over the whole window, made once and filled for each slide. */

/** @returns {Object} the elements of the screen; nothing in it works yet */
function makeView(screen) {
  const words = screen.words;
  const view = { dialog: make("dialog", "", "screen") };
  if (screen.phase) view.dialog.dataset.phase = screen.phase;
  const title = make("p", screen.title, "screen-title");
  title.id = "screen-title";
  view.dialog.setAttribute("aria-labelledby", title.id);

  view.tabs = screen.parts.map((part) => makeButton(part.label, () => showPart(screen, part), "button screen-tab"));
  const parts = make("div", "", "screen-parts");
  parts.setAttribute("role", "group");
  parts.setAttribute("aria-label", words.parts);
  parts.append(...view.tabs);
  parts.hidden = view.tabs.length < 2;
  view.close = makeButton(words.close, () => closeScreen(screen), "button screen-close");
  const head = make("div", "", "screen-head");
  head.append(title, parts, view.close);

  view.place = make("p", "", "screen-place");
  view.name = make("h2", "", "screen-name");
  view.text = make("div", "", "screen-text");
  view.note = make("div", "", "facilitator-note screen-note");
  view.note.setAttribute("role", "note");
  view.stage = make("div", "", "screen-stage");
  view.stage.setAttribute("role", "region");
  view.stage.setAttribute("aria-label", words.stage);
  view.stage.tabIndex = 0; // it scrolls when a text is long: the keyboard must reach it
  view.stage.append(view.place, view.name, view.text, view.note);

  view.status = make("p", "", "visually-hidden");
  view.status.setAttribute("role", "status");
  view.dialog.append(head, view.stage, makeFoot(screen, view), view.status);
  return view;
}

function makeFoot(screen, view) {
  const words = screen.words;
  const foot = make("div", "", "screen-foot");
  const actions = make("div", "", "screen-actions");
  const toggle = (text, press) => {
    const button = makeButton(text, press, "button screen-toggle");
    button.setAttribute("aria-pressed", "false");
    return button;
  };
  view.previous = makeButton(words.previous, () => step(screen, -1), "button");
  view.next = makeButton(words.next, () => step(screen, 1), "button button--main");
  actions.append(view.previous, view.next);
  if (screen.clock) {
    view.run = makeButton(words.start, () => toggleClock(screen), "button screen-run");
    view.notes = toggle(words.notes, () => toggleNotes(screen));
    view.sound = toggle(words.sound, () => toggleSound(screen));
    actions.append(view.run, view.notes, view.sound);
    foot.append(makeTime(view));
  }
  view.turn = toggle(words.turn, () => turnCard(screen));
  view.shuffle = makeButton(words.shuffle, () => shuffleCards(screen), "button");
  actions.append(view.turn, view.shuffle);
  if (document.fullscreenEnabled) {
    view.full = toggle(words.full, () => toggleFullScreen());
    actions.append(view.full);
  }
  foot.append(actions, make("p", screen.clock ? words.keys : words.keys_cards, "screen-keys"));
  return foot;
}

function makeTime(view) {
  const time = make("div", "", "screen-time");
  const now = make("p", "", "screen-now");
  now.setAttribute("role", "timer");
  view.left = make("span", "", "screen-left");
  view.leftWord = make("span", "", "screen-left-word");
  now.append(view.left, " ", view.leftWord);
  view.bar = make("span");
  const bar = make("div", "", "screen-bar");
  bar.setAttribute("aria-hidden", "true");
  bar.append(view.bar);
  view.whole = make("p", "", "screen-whole");
  const line = make("div", "", "screen-line");
  line.append(now, view.whole);
  time.append(line, bar);
  return time;
}

/** Show the present slide. @param {boolean} [told] say it to screen readers: the focus stays where it is */
function drawSlide(screen, told) {
  const { view, part } = screen;
  const slide = part.slides[screen.at[part.id]];
  view.place.textContent = slide.place;
  view.name.textContent = slide.name || "";
  view.name.hidden = !slide.name;
  view.name.classList.toggle("screen-pile", Boolean(part.cards));
  view.text.replaceChildren(...(slide.big ? bigText(screen, slide) : slide.body));
  view.note.hidden = !(screen.notes && part.minutes);
  view.stage.classList.toggle("has-note", !view.note.hidden);
  view.note.replaceChildren(...(view.note.hidden ? [] : noteOf(screen, slide)));
  view.tabs.forEach((tab, i) => tab.setAttribute("aria-pressed", String(screen.parts[i] === part)));
  const at = screen.at[part.id];
  setOff(view.previous, at === 0);
  setOff(view.next, at === part.slides.length - 1);
  if (view.notes) view.notes.hidden = !part.minutes;
  view.turn.hidden = !part.slides.some((one) => one.back);
  setOff(view.turn, !slide.back);
  view.turn.setAttribute("aria-pressed", String(screen.turned));
  view.shuffle.hidden = !part.cards;
  view.stage.scrollTop = 0;
  if (told) view.status.textContent = [slide.place, slide.name, slide.big].filter(Boolean).join(": ");
  if (screen.clock) drawClock(screen);
}

function bigText(screen, slide) {
  const parts = [make("p", slide.big, "screen-big")];
  if (slide.back && screen.turned) parts.push(make("p", slide.back, "screen-back"));
  return parts;
}

/** What is for the facilitator: first at this step, then of the whole exercise. */
function noteOf(screen, slide) {
  const parts = slide.note.length ? [make("h3", screen.words.note), ...slide.note] : [];
  if (screen.tips.length) parts.push(make("h3", screen.words.tips), ...screen.tips);
  return parts;
}

/** A button that does nothing now, but keeps the focus: pressing it twice too often must not throw people out. */
function setOff(button, off) {
  button.setAttribute("aria-disabled", String(off));
}
