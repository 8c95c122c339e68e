"""Items that people coded by hand, to hold the rules against.

items.csv: item_id, text (and whatever else). codes.csv: item_id, theme, one line a code; an item without a line has no theme.
Halves: the items on odd places of items.csv are for tuning rules, those on even places only for measuring.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from learning_network.faults import Fault
from learning_network.responses.tables import Table, Unreadable, read_tables

from .agreement import Measured, measure
from .codebook import Codebook
from .coding import Coder

HALVES = ("tune", "measure", "all")


@dataclass(frozen=True)
class HandCoded:
    """item_id -> text, and item_id -> the themes that people gave."""

    texts: dict[str, str]
    codes: dict[str, set[str]]

    def half(self, name: str) -> HandCoded:
        """name: one of HALVES."""
        start, step = {"tune": (0, 2), "measure": (1, 2), "all": (0, 1)}[name]
        return HandCoded(dict(list(self.texts.items())[start::step]), self.codes)


def measure_rules(codebook: Codebook, hand: HandCoded, language: str = "nl") -> Measured:
    """How well the rules of a codebook agree with people on these items."""
    given = Coder(codebook, language).codes(list(hand.texts.values()))
    by_rules = {item: {theme for theme, _ in codes} for item, codes in zip(hand.texts, given, strict=True)}
    by_people = {item: hand.codes.get(item, set()) for item in hand.texts}
    return measure(codebook.ids, by_rules, by_people)


def read_hand_coded(items: Path, codes: Path) -> HandCoded:
    """Read the two files. Raises Fault where they do not hold what they should, OSError where they are not there."""
    texts: dict[str, str] = {}
    for row, (item_id, text) in _columns(items, "item_id", "text"):
        if not item_id or item_id in texts:
            raise Fault(f"{items}: row {row}: the item_id '{item_id}' is empty or stands there twice: give every item its own")
        texts[item_id] = text
    given: dict[str, set[str]] = {}
    for row, (item_id, theme) in _columns(codes, "item_id", "theme"):
        if item_id not in texts:
            raise Fault(f"{codes}: row {row}: there is no item '{item_id}' in {items.name}: take the line out, or add the item")
        given.setdefault(item_id, set()).add(theme)
    return HandCoded(texts, given)


def _columns(path: Path, *wanted: str) -> list[tuple[int, list[str]]]:
    try:
        table: Table = read_tables(path, path.read_bytes())[0]
    except Unreadable as error:
        raise Fault(f"{path}: {error}") from None
    headings = [cell.strip().lower() for cell in table.rows[0]]
    if missing := [name for name in wanted if name not in headings]:
        raise Fault(f"{path}: the first row does not say {', '.join(missing)}: it must name the columns {', '.join(wanted)}")
    places = [headings.index(name) for name in wanted]
    return [(n + 1, [table.cell(n, place).strip() for place in places]) for n in range(1, len(table.rows)) if any(table.rows[n])]
