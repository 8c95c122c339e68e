/*
 * The time of an exercise, apart from the page: what was planned per step, what is spent, and since when it runs.
 *
 * Nothing is counted down. Each question is answered from the time of day, so that a laptop that slept, or a tab that the
 * browser slowed down, still tells the right time.
 */

/** @typedef {{planned: number[], spent: number[], at: number, since: number|null}} Clock all times in milliseconds */

/** @param {number[]} minutes of each step @returns {Clock} standing still, at the first step */
function newClock(minutes) {
  return { planned: minutes.map((n) => n * 60000), spent: minutes.map(() => 0), at: 0, since: null };
}

function startClock(clock, now) {
  if (clock.since === null) clock.since = now;
}

function pauseClock(clock, now) {
  clock.spent[clock.at] = spentOnStep(clock, now);
  clock.since = null;
}

/** Go to another step; a clock that runs goes on running there. */
function moveClock(clock, step, now) {
  const runs = clock.since !== null;
  pauseClock(clock, now);
  clock.at = step;
  if (runs) startClock(clock, now);
}

/** What the present step took so far. A time of day that was set back takes nothing away. */
function spentOnStep(clock, now) {
  return clock.spent[clock.at] + (clock.since === null ? 0 : Math.max(0, now - clock.since));
}

/** @returns {number} milliseconds left of the present step; below nought when it takes longer */
function leftOfStep(clock, now) {
  return clock.planned[clock.at] - spentOnStep(clock, now);
}

/** @returns {number} milliseconds left of all that was planned, whatever the steps took */
function leftOfAll(clock, now) {
  const sum = (times) => times.reduce((total, time) => total + time, 0);
  return sum(clock.planned) - sum(clock.spent) - (spentOnStep(clock, now) - clock.spent[clock.at]);
}

/** "4:05": what is left is told up to the last second, what is over from the first. */
function clockText(left) {
  const seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
}

/** Whole minutes, rounded as people do: "3 minutes left" until it is 2, "1 minute over" once it is a whole one. */
function wholeMinutes(left) {
  return left > 0 ? Math.ceil(left / 60000) : Math.floor(-left / 60000);
}
