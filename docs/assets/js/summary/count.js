/* Counts by people, teams and organisations, and chooses quotations: summaries/counting.py, theme_counts.py and quoting.py. */

/** @returns {{items: number, respondents: number, teams: number, organisations: number}} */
function countOf(items) {
  const different = (of) => new Set(items.map(of).filter(Boolean)).size;
  return {
    items: items.length,
    respondents: different((item) => item.who),
    teams: different((item) => item.team && sameLabel(item.organisation) + "\x1f" + sameLabel(item.team)),
    organisations: different((item) => sameLabel(item.organisation)),
  };
}

/** The themes of some items: those that most people named first. order: ids in the order of the codebook */
function themesOf(items, order) {
  return order.map((id) => ({ id: id, items: items.filter((item) => item.themes.includes(id)) })).filter((theme) => theme.items.length)
    .map((theme) => ({ ...theme, count: countOf(theme.items) }))
    .sort((a, b) => b.count.respondents - a.count.respondents || b.count.organisations - a.count.organisations
      || b.count.items - a.count.items);
}

/** One quadrant or step: its themes with quotations, what has no theme, and who left it empty. */
function fieldOf(field, items, order) {
  const own = items.filter((item) => item.field === field);
  const answered = new Set(own.map((item) => item.response)).size;
  return {
    field: field, count: countOf(own),
    themes: themesOf(own, order).map((theme) => ({ ...theme, quotations: quotations(theme.items, 3) })),
    uncoded: own.filter((item) => !item.themes.length),
    leftEmpty: new Set(items.map((item) => item.response)).size - answered,
  };
}

/**
 * Each from another organisation first, then from another person, then any; within that what reads well, then by a draw that
 * follows from the id alone. A text is quoted once.
 * @returns {Object[]} items
 */
function quotations(items, most) {
  const off = (item) => {
    const length = Array.from(item.text).length;
    return Math.max(40 - length, length - 160, 0);
  };
  const ordered = items.map((item) => ({ item: item, off: off(item), draw: drawOf(item.id) }))
    .sort((a, b) => a.off - b.off || a.draw - b.draw).map((one) => one.item);
  const firstOf = (who) => {
    const first = new Map();
    ordered.forEach((item) => { if (!first.has(who(item))) first.set(who(item), item); });
    return Array.from(first.values());
  };
  const chosen = new Map();
  firstOf((item) => sameLabel(item.organisation) || item.who).concat(firstOf((item) => item.who), ordered).forEach((item) => {
    const text = sameLabel(item.text).replace(/[ .!]+$/, "");
    if (chosen.size < most && !chosen.has(text)) chosen.set(text, item);
  });
  return Array.from(chosen.values());
}
