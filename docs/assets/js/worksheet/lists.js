/* A list: a field for each item; add, move, remove, and votes. */

function listQuestion(s, element, question) {
  const list = make("ol", "", "items");
  const label = element.querySelector(".question-label").textContent;
  const pattern = itemPattern(s);
  const items = () => Array.from(list.children);
  const textOf = (item) => item.firstChild.firstChild;

  function newItem(entry) {
    const item = pattern.cloneNode(true);
    writeGrowing(item.firstChild, typeof entry === "string" ? entry : entry.text);
    setVotes(s, item, typeof entry === "string" ? 0 : entry.weight);
    return item;
  }

  /** Names with numbers, for whoever does not see where the buttons stand. Only what changed is written. */
  function number() {
    items().forEach((item, i) => {
      const n = String(i + 1);
      if (item.dataset.n === n) return;
      item.dataset.n = n;
      textOf(item).setAttribute("aria-label", label + " " + n);
      item.querySelectorAll("button").forEach((button) => button.setAttribute("aria-label", fill(s.words["item_" + button.dataset.do], { n: n })));
    });
  }

  /** An empty field below an item, or at the end; there is never more than one empty field at one place. */
  function add(after) {
    const item = newItem("");
    if (after) after.after(item);
    else list.append(item);
    number();
    textOf(item).focus();
  }

  function move(item, step, button) {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other && step < 0) other.before(item);
    else if (other) other.after(item);
    number();
    button.focus(); // what is moved in the page loses it
    s.keeping.say(fill(s.words.moved, { n: item.dataset.n, total: list.children.length }));
    if (other) s.changed();
  }

  function remove(item) {
    const place = items().indexOf(item);
    const next = item.nextElementSibling || item.previousElementSibling;
    const text = textOf(item).value;
    item.remove();
    if (!list.children.length) list.append(newItem(""));
    number();
    textOf(next || list.firstChild).focus();
    if (!text.trim()) return;
    s.changed();
    s.undo(fill(s.words.removed_item, { text: shortened(text) }), () => {
      list.insertBefore(item, list.children[place] || null);
      delete item.dataset.n;
      number();
      s.changed();
    });
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const item = event.target.closest("li");
    if (!button) return;
    const what = button.dataset.do;
    if (what === "up" || what === "down") move(item, what === "up" ? -1 : 1, button);
    else if (what === "remove") remove(item);
    else {
      setVotes(s, item, Math.max(0, Math.min(99, votesOf(item) + (what === "more" ? 1 : -1))));
      s.changed();
    }
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.localName !== "textarea") return;
    event.preventDefault();
    if (event.target.value.trim()) add(event.target.closest("li"));
  });
  const last = () => items().pop();
  element.append(list, makeButton(s.words.add, () => (textOf(last()).value.trim() ? add(null) : textOf(last()).focus()), "button button-small items-add"));
  return {
    get: () => items().map((item) => {
      const text = textOf(item).value;
      const votes = votesOf(item);
      return votes ? { text: text, weight: votes } : text;
    }).filter((entry) => (typeof entry === "string" ? entry : entry.text).trim()),
    set: (answer) => {
      list.replaceChildren(...(answer && answer.length ? answer : [""]).map(newItem));
      number();
    },
  };
}

/** What every item is a copy of. */
function itemPattern(s) {
  const item = make("li", "", "item");
  const button = (what, sign) => {
    const made = make("button", sign, "button button-sign");
    made.type = "button";
    made.dataset.do = what;
    return made;
  };
  const votes = make("span", "", "item-votes");
  votes.append(button("less", "−"), make("output", ""), button("more", "+"));
  const tools = make("span", "", "item-tools");
  tools.append(votes, button("up", "↑"), button("down", "↓"), button("remove", "×"));
  item.append(growingField(1, ""), tools);
  return item;
}

function votesOf(item) {
  return Number(item.dataset.votes || 0);
}

function setVotes(s, item, votes) {
  item.dataset.votes = votes || 0;
  item.querySelector("output").textContent = fill(s.words.votes, { n: votes || 0 });
}

function shortened(text) {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 40 ? Array.from(line).slice(0, 38).join("") + "…" : line;
}
