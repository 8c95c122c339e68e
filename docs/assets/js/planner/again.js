/* Drawing again: what stays the same stays in the page as it is, so that a long plan answers at once. */

/**
 * Put elements in a part of the page. One whose key was there before is not made again.
 * @param {Object} p the planner (start.js)
 * @param {string} name the part
 * @param {Array<Array>} keyed [key, make] in their order: a key only once, and it tells all that the element says; make gives
 *   an element or several
 */
function drawAgain(p, name, keyed) {
  const before = p.drawn[name] || new Map();
  p.drawn[name] = new Map(keyed.map(([key, make]) => [key, before.get(key) || [].concat(make())]));
  arrange(p.part(name), Array.from(p.drawn[name].values()).flat());
}
