/*
 * Merges what teams said: each answer once, disagreements first, an account that closes. The same rules as
 * learning_network/summaries/matrix_merge.py; tests/vectors/matrix-merge/ holds cases that both must answer alike.
 */

/** @param {Object[]} files as read.js gives them, in any order @returns {Object} {teams, spreads, newTools, listed, cells, merged} */
function mergeFiles(files, names) {
  const sorted = files.slice().sort((a, b) => byLetters(a.file, b.file) || byLetters(a.fingerprint, b.fingerprint));
  const once = eachOnce(sorted);
  const shared = labelTeams(once.teams);
  const said = new Set(once.teams.flatMap((team) => Array.from(team.answers.keys())));
  const newTools = new Map();
  sorted.forEach((file) => file.newTools.forEach((name, id) => { if (!newTools.has(id)) newTools.set(id, name); }));
  return {
    files: sorted.map((file) => file.file),
    teams: once.teams,
    spreads: spreadsOf(once.teams, names),
    newTools: new Map(Array.from(newTools).filter(([id]) => said.has(id)).sort((a, b) => byLetters(a[0], b[0]))),
    listed: once.listed.concat(shared),
    cells: sorted.reduce((sum, file) => sum + file.cells, 0),
    merged: once.teams.reduce((sum, team) => sum + cellsOf(team), 0),
  };
}

/** Every team once; what stands twice is listed with the number of its cells. */
function eachOnce(files) {
  const seen = new Map(), kept = new Map(), listed = [], pairs = [];
  files.forEach((file) => {
    if (seen.has(file.fingerprint)) {
      listed.push({ file: file.file, place: "", reason: "same_file", text: seen.get(file.fingerprint), cells: file.cells });
      return;
    }
    seen.set(file.fingerprint, file.file);
    listed.push(...file.listed);
    file.teams.filter((team) => team.answers.size).forEach((team) => pairs.push([team, file]));
  });
  const order = (a, b) => byLetters(folded(a[0].name), folded(b[0].name)) || byLetters(a[0].file, b[0].file) || byLetters(a[1].file, b[1].file);
  pairs.sort(order).forEach(([team, file]) => {
    const name = folded(team.name), namesakes = kept.get(name) || [];
    kept.set(name, namesakes);
    const first = namesakes.find((other) => saysTheSame(other, team));
    if (first) listed.push({ file: file.file, place: "", reason: "same_team", text: first.name, cells: cellsOf(team) });
    else namesakes.push(team);
  });
  const teams = Array.from(kept.values()).flat();
  return { teams: teams.sort((a, b) => byLetters(folded(a.name), folded(b.name)) || byLetters(a.file, b.file)), listed: listed };
}

function saysTheSame(one, other) {
  const same = (a, b, alike) => a.size === b.size && Array.from(a).every(([key, value]) => b.has(key) && alike(value, b.get(key)));
  return same(one.answers, other.answers, (a, b) => same(a, b, (x, y) => x === y));
}

/** Give each team its label; two teams with one name get their file behind it. @returns {Object[]} lines about those */
function labelTeams(teams) {
  const count = new Map(), taken = new Map();
  teams.forEach((team) => count.set(folded(team.name), (count.get(folded(team.name)) || 0) + 1));
  return teams.filter((team) => {
    team.label = count.get(folded(team.name)) === 1 ? team.name : team.name + " (" + team.file + ")";
    const times = (taken.get(team.label) || 0) + 1;
    taken.set(team.label, times);
    if (times > 1) team.label += " " + times;
    return team.label !== team.name;
  }).map((team) => ({ file: team.file, place: "", reason: "namesake", text: team.label, cells: 0 }));
}

/** Per tool and column who said what, the largest differences first: [{tool, criterion, answers, difference, teams}]. */
function spreadsOf(teams, names) {
  const said = new Map();
  teams.forEach((team) => team.answers.forEach((values, tool) => values.forEach((value, column) => {
    const key = tool + "\n" + column;
    if (!said.has(key)) said.set(key, { tool: tool, criterion: column, answers: new Map(), difference: null, teams: 0 });
    const spread = said.get(key);
    spread.answers.set(value, (spread.answers.get(value) || []).concat(team.label));
    spread.teams += 1;
  })));
  const found = Array.from(said.values());
  found.forEach((spread) => {
    spread.difference = differenceOf(names.criteria.get(spread.criterion), spread.answers);
    spread.answers = new Map(Array.from(spread.answers).sort((a, b) => b[1].length - a[1].length || byLetters(a[0], b[0])));
  });
  return found.sort((a, b) => (a.difference === null) - (b.difference === null) || (b.difference || 0) - (a.difference || 0) ||
    b.teams - a.teams || byLetters(a.tool, b.tool) || byLetters(a.criterion, b.criterion));
}

/**
 * How much teams differ, from 0 to 1; null for texts, remarks and fewer than two answers. One answer each: the share of teams
 * that did not give the most common one. Several: the share of the answers named that not every team named.
 */
function differenceOf(criterion, answers) {
  const known = Array.from(answers).filter(([value]) => value !== UNKNOWN);
  const total = known.reduce((sum, [, teams]) => sum + teams.length, 0);
  if (!criterion || criterion.type === "text" || total < 2) return null;
  if (criterion.type === "some-of") {
    const sets = known.map(([value]) => value.split(JOINT)), all = new Set(sets.flat());
    return 1 - Array.from(all).filter((id) => sets.every((set) => set.includes(id))).length / all.size;
  }
  return 1 - Math.max(...known.map(([, teams]) => teams.length)) / total;
}
