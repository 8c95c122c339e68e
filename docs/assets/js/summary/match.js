/*
 * Which themes a text carries, and by which rule: rules 3 to 6 of scripts/learning_network/summaries/coding.py.
 * The rules come from summaries/for_browser.py: of each theme one text, words;near;not, with commas in each.
 */

/** Which of many patterns a word fits, by looking up its beginnings, ends and parts. */
function makeGlobs() {
  const kinds = [new Map(), new Map(), new Map(), new Map()]; // whole, begins, ends, holds
  const held = new Set(); // lengths of what a word may hold
  return {
    add(pattern, number) {
      const core = wordsOf(pattern).join("");
      const n = (pattern.endsWith("*") ? 1 : 0) + (pattern.startsWith("*") ? 2 : 0);
      const kind = kinds[n];
      if (n === 3) held.add(core.length);
      if (!kind.has(core)) kind.set(core, []);
      kind.get(core).push(number);
    },
    fitting(word) {
      const found = new Set(kinds[0].get(word));
      const look = (kind, part) => (kind.get(part) || []).forEach((number) => found.add(number));
      for (let from = 0; from <= word.length; from += 1) {
        look(kinds[1], word.slice(0, from));
        look(kinds[2], word.slice(from));
        held.forEach((size) => { if (from + size <= word.length) look(kinds[3], word.slice(from, from + size)); });
      }
      return Array.from(found);
    },
  };
}

/** 'goed|sterk team' -> [[goed, team], [sterk, team]] */
function spelledOut(text) {
  return text.split(/\s+/).reduce(
    (made, part) => made.flatMap((before) => part.split("|").map((word) => before.concat(word))), [[]]);
}

/**
 * @param {string[]} themes ids, in the order of the codebook
 * @param {string[]} rules of each theme
 * @returns {function(string): Array<[string, string]>} told a text, gives its themes, each with the rule that applied
 */
function makeMatcher(themes, rules) {
  const globs = makeGlobs();
  const numbers = new Map();
  const begun = []; // pattern -> the rules that it is the first part of
  const known = new Map(); // word -> the patterns that it fits
  let order = 0;
  const number = (pattern) => {
    if (!numbers.has(pattern)) {
      numbers.set(pattern, numbers.size);
      begun.push([]);
      globs.add(pattern, numbers.get(pattern));
    }
    return numbers.get(pattern);
  };
  const addRule = (theme, parts, within, unseen) => {
    order += 1;
    const name = within ? parts[0] + " near " + parts[1] + " (" + within + ")" : parts.join(" ");
    const rule = { theme: theme, order: order, name: name, parts: parts.map(number), within: within, unseen: unseen };
    begun[rule.parts[0]].push(rule);
  };
  const listed = (text) => text.split(",").filter(Boolean);
  rules.forEach((text, theme) => {
    const [words, near, without] = text.split(";").map(listed);
    words.flatMap(spelledOut).forEach((parts) => addRule(theme, parts, 0, false));
    near.forEach((one) => {
      const [first, second, within] = one.split(" ");
      spelledOut(first + " " + second).forEach((parts) => addRule(theme, parts, Number(within), false));
    });
    without.flatMap(spelledOut).forEach((parts) => addRule(theme, parts, 0, true));
  });

  return function codesOf(text) {
    const at = new Map(); // pattern -> the places of the words that fit it
    wordsOf(text).forEach((word, place) => {
      if (!known.has(word)) known.set(word, globs.fitting(word));
      known.get(word).forEach((pattern) => {
        if (at.has(pattern)) at.get(pattern).push(place);
        else at.set(pattern, [place]);
      });
    });
    const possible = [];
    at.forEach((places, pattern) => begun[pattern].forEach((rule) => {
      if (rule.parts.every((part) => at.has(part))) possible.push(rule);
    }));
    possible.sort((a, b) => a.order - b.order);
    const hidden = themes.map(() => new Set());
    possible.filter((rule) => rule.unseen).forEach((rule) => runsOf(rule, at).flat().forEach((place) => hidden[rule.theme].add(place)));
    const found = new Map();
    possible.forEach((rule) => {
      if (!rule.unseen && !found.has(rule.theme) && applies(rule, at, hidden[rule.theme])) found.set(rule.theme, rule.name);
    });
    return Array.from(found, ([theme, name]) => [themes[theme], name]);
  };
}

/** @returns {number[][]} the places of words that stand after each other as a rule says */
function runsOf(rule, at) {
  const places = rule.parts.map((part) => at.get(part));
  return places[0].filter((start) => places.every((there, n) => there.includes(start + n)))
    .map((start) => rule.parts.map((part, n) => start + n));
}

/** hidden: the places that the theme of the rule does not see */
function applies(rule, at, hidden) {
  if (!rule.within) return runsOf(rule, at).some((run) => !run.some((place) => hidden.has(place)));
  const [one, other] = rule.parts.map((part) => at.get(part).filter((place) => !hidden.has(place)));
  return one.some((a) => other.some((b) => a !== b && Math.abs(a - b) <= rule.within));
}
