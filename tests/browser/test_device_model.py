"""Thousands of random afternoons with the device layer, held against a simple model: what was ever kept is lost by removal alone.

Two tabs stand over one made-up storage that now and then refuses. Every text that is typed is a word of its own, so that it can be
followed: into the storage, and out of it only when somebody takes it away while it stands on the screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "assets" / "js" / "device" / "example.html"

AFTERNOONS = """
const words = exampleWords.device;

function dice(seed) { // mulberry32
  return () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class MadeUpStorage {
  constructor() { this.map = new Map(); this.failing = ''; }
  get length() { return this.map.size; }
  key(i) { return [...this.map.keys()][i]; }
  getItem(key) {
    if (this.failing === 'SecurityError') throw new DOMException('no', this.failing);
    return this.map.has(key) ? this.map.get(key) : null;
  }
  setItem(key, value) { if (this.failing) throw new DOMException('no', this.failing); this.map.set(key, value); }
  removeItem(key) { if (this.failing === 'SecurityError') throw new DOMException('no', this.failing); this.map.delete(key); }
}

function tabOver(storage) {
  const tab = { screen: { items: [] } };
  tab.k = newKeeping({
    root: document.createElement('div'), storage, kind: 'made-up', version: 1, words, title: 'Verzonnen', page: 'x.html', exports: [],
    empty: () => ({ items: [] }), isEmpty: content => !content.items.length, count: content => content.items.length,
    migrate: content => ({ items: content.items.slice() }), show: content => { tab.screen = { items: content.items.slice() } },
    current: () => ({ items: tab.screen.items.slice() }), asText: () => '', read: async () => [], differences: () => [], share: false,
  });
  openAnyKept(tab.k);
  return tab;
}

function afternoon(seed) {
  const roll = dice(seed);
  const pick = list => list[Math.floor(roll() * list.length)];
  const storage = new MadeUpStorage();
  const tabs = [tabOver(storage), tabOver(storage)];
  const log = [];
  const ever = new Set();      // words that stood in the storage at some time
  const gone = new Set();      // words that somebody took away on purpose
  const waiting = new Set();   // words typed and not kept yet: they must stay on a screen
  let words = 0;
  const inStorage = () => new Set([...storage.map.values()].flatMap(text => JSON.parse(text).content.items));
  const onScreen = () => new Set(tabs.flatMap(tab => tab.screen.items));
  const taken = items => items.forEach(word => gone.add(word));
  const replaced = (tab, items) => { tab.replaced = (tab.replaced || []).concat(items); taken(items); };
  const type = tab => {
    const word = 'w' + (words += 1);
    tab.screen.items.push(word);
    waiting.add(word);
    keptChanged(tab.k);
  };
  const others = tab => tabs.filter(one => one !== tab).forEach(one => lookAgain(one.k));
  const steps = {
    type: tab => type(tab),
    typeAndPause: tab => { type(tab); saveKept(tab.k); },
    pause: tab => saveKept(tab.k),
    new: tab => newKept(tab.k),
    choose: tab => chooseKept(tab.k, pick(tab.k.store.list('made-up').map(one => one.id).concat('made-up.nothing'))),
    rename: tab => renameKept(tab.k, pick(['Team A', 'Team B', ''])),
    remove: tab => {
      const items = tab.screen.items.slice();
      removeKept(tab.k);
      taken(items.filter(word => !tab.screen.items.includes(word)));
    },
    undo: tab => {
      const button = tab.k.bar.message.querySelector('button');
      if (!button || button.textContent !== tab.k.words.undo) return;
      const before = tab.screen.items.slice();
      const own = tab.putBy && tab.putBy.doc === tab.k.doc && tab.putBy.button === button;
      button.click();
      if (own) replaced(tab, before.filter(word => !tab.screen.items.includes(word))); // the replacement is taken back
    },
    bringIn: tab => {
      const word = 'w' + (words += 1);
      takeOver(tab.k, [{ name: pick(['Team A', '']), content: { items: [word] } }], 'new');
      if (tab.screen.items.includes(word)) waiting.add(word);
    },
    replace: tab => {
      const word = 'w' + (words += 1);
      replaced(tab, tab.screen.items);
      takeOver(tab.k, [{ name: '', content: { items: [word] } }], 'replace');
      waiting.add(word);
      tab.putBy = { doc: tab.k.doc, button: tab.k.bar.message.querySelector('button') };
    },
    reopen: tab => {
      if (!saveKept(tab.k)) taken(tab.screen.items.filter(word => waiting.has(word))); // it was asked, and left all the same
      clearTimeout(tab.k.timer);
      tabs[tabs.indexOf(tab)] = tabOver(storage);
    },
    crash: tab => {
      taken(tab.screen.items.filter(word => waiting.has(word))); // typed since the last pause
      clearTimeout(tab.k.timer);
      tabs[tabs.indexOf(tab)] = tabOver(storage);
    },
    hear: tab => others(tab),
    full: () => { storage.failing = 'QuotaExceededError'; },
    forbidden: () => { storage.failing = 'SecurityError'; },
    room: () => { storage.failing = ''; },
    sameMoment: tab => { // another process wrote while this tab still saw the old value
      const key = KEPT_KEY + tab.k.doc.id;
      const text = storage.map.get(key);
      if (storage.failing || text === undefined || text !== tab.k.doc.raw) return;
      const document = JSON.parse(text);
      const word = 'w' + (words += 1);
      document.content.items.push(word);
      storage.map.set(key, JSON.stringify(document));
    },
  };
  const names = Object.keys(steps);
  const likely = names.concat('type', 'type', 'typeAndPause', 'typeAndPause', 'pause', 'hear', 'hear', 'room', 'room', 'undo', 'undo');
  const many = 5 + Math.floor(roll() * 16);
  for (let n = 0; n < many; n++) {
    const name = pick(likely);
    const tab = pick(tabs);
    log.push(name + '/' + tabs.indexOf(tab));
    steps[name](tab);
    const stored = inStorage();
    const seen = onScreen();
    const going = new Set(tabs.flatMap(one => one.replaced || [])); // on their way out: replaced on screen, not saved yet
    stored.forEach(word => { ever.add(word); waiting.delete(word); if (!going.has(word)) gone.delete(word); });
    tabs.forEach(one => { if (!one.k.dirty) one.replaced = null; });
    const lost = [...ever].filter(word => !stored.has(word) && !gone.has(word));
    const vanished = [...waiting].filter(word => !seen.has(word) && !gone.has(word));
    if (lost.length || vanished.length) return { seed, log, lost, vanished };
  }
  storage.failing = '';
  tabs.forEach(tab => { saveKept(tab.k); clearTimeout(tab.k.timer); });
  const stored = inStorage();
  const left = [...ever, ...waiting].filter(word => !stored.has(word) && !gone.has(word));
  if (left.length) return { seed, log: log.concat('end'), lost: left, vanished: [] };
  const ids = [...storage.map.keys()].map(key => key.slice(KEPT_KEY.length));
  const reader = tabOver(storage);
  const unread = ids.filter(id => !openKept(reader.k, id));
  return unread.length ? { seed, log, unread } : { kept: ever.size, gone: gone.size };
}
"""


@pytest.fixture
def bare(page: Page) -> Page:
    page.goto(EXAMPLE.as_uri())
    page.add_script_tag(content=AFTERNOONS)
    return page


def afternoons(page: Page, first: int, number: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        "([first, number]) => Array.from({length: number}, (_, i) => afternoon(first + i))", [first, number]
    )
    return found


def test_in_two_thousand_random_afternoons_nothing_kept_is_lost_but_by_removal(bare: Page) -> None:
    ends = [end for first in range(0, 2000, 250) for end in afternoons(bare, first, 250)]
    faults = [end for end in ends if "seed" in end]
    assert faults == [], faults[:3]
    assert sum(end["kept"] for end in ends) > 4000, "enough was written to be worth following"
    assert sum(end["gone"] for end in ends) > 500, "and enough taken away"


FAULTS = {
    "writes over what another tab wrote": "saveKept = k => { const c = k.options.current(); k.doc.raw = null; "
    "const s = k.store.read(k.doc.id); k.doc.revision = s ? s.revision : 0; return savedAs(k, writeKept(k, c)) }",
    "opens another without saving": "leaveKept = () => true",
    "takes the newer one over without looking at its own": "lookAgain = k => { if (k.doc.id) openKept(k, k.doc.id) }",
    "removes what it never saw": "removeKept = k => { k.store.remove(k.doc.id); openAnyKept(k) }",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_model_notices_a_layer_that(fault: str, bare: Page) -> None:
    bare.evaluate(f"() => {{ {FAULTS[fault]} }}")
    assert any("seed" in end for end in afternoons(bare, 0, 500))
