/* Rounds side by side, chains of a GRROW and their actions: summaries/rounds.py, grrow.py and actions.py. */

/**
 * What changed between rounds that follow each other, in the organisations that took part in both: summaries/rounds.py, for a
 * page that shows no breakdown, so that no organisation stands by name.
 */
function roundChanges(items, order, least) {
  const label = new Map();
  items.forEach((item) => { if (item.round) label.set(sameLabel(item.round), label.get(sameLabel(item.round)) || item.round); });
  const rounds = Array.from(label.keys()).sort(naturally);
  const house = (item) => sameLabel(item.organisation);
  const people = (some) => new Set(some.map((item) => item.who)).size;
  const few = (some) => { const n = people(some); return n > 0 && n < least; };
  const named = items.filter(house);
  const told = new Set();
  let before = null;
  return rounds.slice(1).map((later, n) => {
    const [earlier, ...sides] = [rounds[n], rounds[n], later];
    const inRound = sides.map((round) => named.filter((item) => sameLabel(item.round) === round));
    const houses = inRound.map((some) => new Set(some.map(house)));
    const both = new Set(Array.from(houses[0]).filter((one) => houses[1].has(one)));
    const compared = inRound.map((some) => some.filter((item) => both.has(house(item))));
    const inside = new Set(compared.flat());
    const parts = [named.filter((item) => !inside.has(item)), named.filter((item) => !inside.has(item) && !told.has(item))];
    if (before) {
      parts.push(inRound[0].filter((item) => both.has(house(item)) && !before.has(house(item))),
        inRound[0].filter((item) => before.has(house(item)) && !both.has(house(item))));
    }
    const elsewhere = new Set(parts[0].map(house));
    parts.push(compared.flat().filter((item) => elsewhere.has(house(item))));
    const keptOut = compared.some((some) => people(some) < least) || parts.some(few);
    before = keptOut ? null : both;
    if (!keptOut) inside.forEach((item) => told.add(item));
    return { earlier: label.get(earlier), later: label.get(later), organisations: both.size, keptOut: keptOut,
      themes: keptOut ? [] : themeChanges(compared, house, order) };
  });
}

function themeChanges(compared, house, order) {
  const fields = FIELDS[compared[0][0].instrument];
  return fields.flatMap((field) => order.map((theme) => {
    const [was, is] = compared.map((some) => new Set(
      some.filter((item) => item.field === field && item.themes.includes(theme)).map(house)));
    const stayed = Array.from(is).filter((one) => was.has(one)).length;
    return { field: field, theme: theme, new: is.size - stayed, gone: was.size - stayed, stayed: stayed };
  })).filter((change) => change.new || change.gone || change.stayed);
}

/** Chains of a GRROW: a response each, by organisation and team; summaries/grrow.py. */
function chainsOf(items) {
  const chains = new Map();
  items.forEach((item) => chains.set(item.response, (chains.get(item.response) || []).concat(item)));
  chains.forEach((its) => its.sort((a, b) => a.position - b.position || naturally(a.id, b.id)));
  return Array.from(chains.values()).sort((a, b) => naturally(a[0].organisation, b[0].organisation)
    || naturally(a[0].team, b[0].team) || (a[0].response < b[0].response ? -1 : 1));
}

/** What, who, by when: by date; then what has a time that is no date, then what has none. today: ISO. summaries/actions.py */
function actionsOf(chains, today) {
  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
  const rank = (item) => (isDay(item.due) ? 0 : item.due ? 1 : 2);
  return chains.flatMap((chain) => {
    const actions = chain.filter((item) => item.field === "action");
    return actions.length ? actions : chain.filter((item) => item.field === "will");
  }).map((item) => ({ ...item, overdue: isDay(item.due) && item.due < today && !["done", "stopped"].includes(item.status) }))
    .sort((a, b) => rank(a) - rank(b) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) || naturally(a.organisation, b.organisation)
      || naturally(a.team, b.team) || naturally(a.id, b.id));
}
