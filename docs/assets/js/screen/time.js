/* The clock on the screen, and the soft sound at the end of a step for those who switched it on. */

function toggleClock(screen) {
  const clock = screen.clock;
  if (clock.since === null) startClock(clock, Date.now());
  else pauseClock(clock, Date.now());
  drawClock(screen);
}

function drawClock(screen) {
  const { view, words, clock } = screen;
  const now = Date.now();
  const left = leftOfStep(clock, now);
  const all = leftOfAll(clock, now);
  view.left.textContent = clockText(left);
  view.leftWord.textContent = left > 0 ? words.left : words.over;
  view.bar.style.setProperty("--done", Math.min(1, spentOnStep(clock, now) / clock.planned[clock.at]));
  view.dialog.classList.toggle("is-over", left <= 0);
  view.whole.textContent = all > 0 || !wholeMinutes(all)
    ? fill(words.whole, { n: wholeMinutes(Math.max(0, all)) }) : fill(words.whole_over, { n: wholeMinutes(all) });
  const spent = clock.spent.some(Boolean);
  view.run.textContent = clock.since !== null ? words.pause : spent ? words.go_on : words.start;
  if (clock.since !== null && left <= 0 && !screen.rung[clock.at]) {
    screen.rung[clock.at] = true;
    view.status.textContent = words.time_up;
    if (screen.sound) ring(screen);
  }
}

/** Sound is off until somebody asks for it; then it is heard at once, so that people know what comes. */
function toggleSound(screen) {
  screen.sound = !screen.sound;
  screen.view.sound.setAttribute("aria-pressed", String(screen.sound));
  if (screen.sound) ring(screen);
}

/** Two soft tones, made on the spot: no file to load. Browsers allow it after a press, which switching on was. */
function ring(screen) {
  const Audio = window.AudioContext;
  if (!Audio) return;
  screen.audio = screen.audio || new Audio();
  [0, 0.35].forEach((after, i) => {
    const start = screen.audio.currentTime + after;
    const tone = screen.audio.createOscillator();
    const volume = screen.audio.createGain();
    tone.frequency.value = i ? 523 : 659;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.25, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
    tone.connect(volume).connect(screen.audio.destination);
    tone.start(start);
    tone.stop(start + 1);
  });
}
