/*
 * What the screen shows, read from the page: its steps, the task, the questions of the debrief, the cards. What does not
 * stand on the page (cards of an exercise) comes along in data-screen.
 */

/**
 * @typedef {{place: string, name?: string, body?: Node[], big?: string, back?: string, note?: Node[]}} Slide
 *   place: "Step 2 of 6"; name: a heading; body: running text; big: one thought, set large; back: what stands behind a card
 * @typedef {{id: string, label: string, slides: Slide[], minutes?: number[], cards?: boolean}} Part
 *   minutes: of each slide, for what goes by the clock
 */

/** @returns {Part[]} the parts that this page has, in the order of use */
function readParts(given) {
  const words = given.words;
  return [readSteps(words), readTask(words), readDebrief(words), ...readCards(given)].filter((part) => part.slides.length);
}

function readSteps(words) {
  const stops = Array.from(document.querySelectorAll("[data-screen-steps] > li"));
  const slides = stops.map((stop, i) => {
    const body = Array.from(stop.querySelector(".stop-body").children);
    const note = body.filter((element) => element.matches(".facilitator-note"));
    return {
      place: fill(words.step_of, { number: i + 1, total: stops.length }) + " · " + fill(words.minutes, { n: +stop.dataset.minutes }),
      name: stop.querySelector("h3").textContent,
      body: copies(body.filter((element) => !element.matches("h3, .facilitator-note"))),
      note: copies(note.flatMap((element) => Array.from(element.children).slice(1))), // without its label: we have our own
    };
  });
  return { id: "steps", label: words.steps, slides: slides, minutes: stops.map((stop) => +stop.dataset.minutes) };
}

function readTask(words) {
  const task = document.querySelector("[data-screen-task]");
  return { id: "task", label: words.task_short, slides: task ? [{ place: words.task, body: copies(task.children) }] : [] };
}

function readDebrief(words) {
  const questions = Array.from(document.querySelectorAll("[data-screen-debrief] > li"));
  const slides = questions.map((question, i) => ({
    place: fill(words.question_of, { number: i + 1, total: questions.length }), big: textOf(question),
  }));
  return { id: "debrief", label: words.debrief, slides: slides };
}

/** The cards of this page, or those that come along: an exercise names its card sets, but does not show them. */
function readCards(given) {
  const here = document.querySelector("[data-screen-cards]");
  const sets = here ? [{ title: given.title, cards: cardsOn(here) }] : given.sets;
  return sets.map((set, i) => (
    numbered({ id: "cards-" + i, label: set.title, cards: true, slides: set.cards.map((card) => cardSlide(card)) }, given.words)
  ));
}

function cardsOn(place) {
  let pile = "";
  return Array.from(place.querySelectorAll(".card-pile, .card"), (element) => {
    if (element.matches(".card-pile")) { pile = textOf(element); return null; }
    const back = element.querySelector(".card-back");
    const label = back && back.querySelector(".card-back-label");
    return {
      front: textOf(element.querySelector(".card-front")), pile: pile,
      back: back ? textOf(back).slice(textOf(label).length).trim() : "",
    };
  }).filter(Boolean);
}

function cardSlide(card) {
  return { place: "", name: card.pile, big: card.front, back: card.back };
}

/** Number the cards, in the order in which they lie now. @param {Part} part */
function numbered(part, words) {
  part.slides.forEach((slide, i) => { slide.place = fill(words.card_of, { number: i + 1, total: part.slides.length }); });
  return part;
}

/** Another order, each as likely (Fisher and Yates). @param {function(): number} [random] from 0 up to 1 */
function shuffled(list, random) {
  const mixed = Array.from(list);
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor((random || Math.random)() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

/** The text of an element without the tips at its terms. */
function textOf(element) {
  return plainCopy(element).textContent.trim().replace(/\s+/g, " ");
}

function copies(elements) {
  return Array.from(elements, plainCopy);
}

/** A copy to look at: no links that lead away, no tips, no ids that would stand twice on the page. */
function plainCopy(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".term__tip").forEach((tip) => tip.remove());
  copy.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
  copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
  copy.removeAttribute("id");
  return copy;
}
