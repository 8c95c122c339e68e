"""Decides which column of a table holds what: by its headings, by what a form tool adds, or by a mapping that people wrote."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping as Lookup
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from learning_network.words.reasons import Reason

from .answer_headings import ABOUT, ACTION_PARTS, Meaning, in_words, language, meanings, plain
from .heading_words import NOT_USED
from .mapping import Mapping
from .tables import address

HEADING_ROWS = 25
"""The headings stand in one of the first rows that hold anything; above them are titles and who filled it in."""


@dataclass(frozen=True)
class Column:
    """One column of the table. `means`: a meaning of answer_headings; `sign`: what parts choices in its cells."""

    place: int
    heading: str
    means: str
    sign: str = ""

    @property
    def is_answer(self) -> bool:
        return "." in self.means

    @property
    def field(self) -> tuple[str, str]:
        """Instrument and field."""
        instrument, _, name = self.means.partition(".")
        return instrument, name


@dataclass(frozen=True)
class Plan:
    """How a table is read. `width`: number of headings; `first_row`: index of the first row below them."""

    columns: tuple[Column, ...]
    width: int
    first_row: int
    headings: tuple[str, ...]
    lang: str = ""
    unused: tuple[str, ...] = ()
    """Headings of columns that are not read."""
    guessed: tuple[Reason, ...] = ()
    """What was decided by a word in a heading, for people to check."""
    twice: tuple[str, ...] = ()
    """Headings that stand more than once, or two that mean the same."""
    nameless: tuple[int, ...] = ()
    """Places of columns without a heading."""
    one_response: bool | None = None
    """All rows are one response (a poster typed over); None: the table decides."""
    above: tuple[tuple[int, list[str]], ...] = field(default=(), repr=False)
    """Rows above the headings, with their numbers from 0."""
    month_first: bool | None = None

    def of(self, means: str) -> list[Column]:
        return [column for column in self.columns if column.means == means]

    def under(self, name: str) -> Plan:
        """The same plan, with the name of its sheet before each heading."""
        return replace(self, columns=tuple(replace(column, heading=f"{name}: {column.heading}") for column in self.columns))

    @property
    def answers(self) -> list[Column]:
        return [column for column in self.columns if column.is_answer]

    @property
    def is_long(self) -> bool:
        """One item a row: a column says the field, another one the text."""
        return bool(self.of("text")) and bool(self.of("field"))

    @property
    def says_enough(self) -> bool:
        """Whether the headings leave no doubt that this table holds answers to our questions."""
        if self.is_long:
            return True
        fields = {column.means for column in self.answers}
        about = any(column.means in (*ABOUT, *ACTION_PARTS) for column in self.columns)
        return len(fields) > 1 or (bool(fields) and (about or self.width == 1))


def plan(
    head: Sequence[Sequence[str]], *, mapping: Mapping | None = None, added: Lookup[str, str] | None = None, instrument: str = ""
) -> Plan | None:
    """The plan for a table whose first rows are these; None when no row of them holds headings that we know.

    added: plain heading -> meaning, for the columns that a form tool adds. instrument: 'swot' or 'grrow' where it is known. What
    the mapping says of a heading holds; the others are read by what they say, unless the mapping says `others: not-used`.
    """
    best: tuple[int, int, list[Meaning | None]] | None = None
    for row, cells in _first_filled(head):
        found = _meanings(cells, mapping, added or {}, instrument)
        score = sum(3 if m.sure and m.is_answer else 2 if m.sure or m.is_answer else 1 for m in found if m)
        filled = sum(1 for cell in cells if cell.strip())
        if filled > 1 and score < 4 and sum(map(bool, found)) < 2:
            continue  # one known word among other cells is an answer rather than a row of headings
        if score and (best is None or score > best[0]):
            best = score, row, found
    if best is None:
        return None
    _, row, found = best
    return _plan_of(head, row, found, mapping)


def plan_at(
    head: Sequence[Sequence[str]], row: int, *, mapping: Mapping | None = None, added: Lookup[str, str] | None = None, instrument: str = ""
) -> Plan:
    """The plan for a table of which the row of headings is known (from 0), whether or not its questions are."""
    return _plan_of(head, row, _meanings(head[row], mapping, added or {}, instrument), mapping)


def _first_filled(head: Sequence[Sequence[str]]) -> list[tuple[int, Sequence[str]]]:
    return [(row, cells) for row, cells in enumerate(head) if any(cell.strip() for cell in cells)][:HEADING_ROWS]


def _meanings(cells: Sequence[str], mapping: Mapping | None, added: Lookup[str, str], instrument: str) -> list[Meaning | None]:
    said = instrument or (mapping.instrument if mapping else "")
    found = meanings(cells, said)
    for place, cell in enumerate(cells):
        name = plain(cell)
        if mapping and (means := mapping.means(cell, place)):
            found[place] = Meaning(means)
        elif mapping and mapping.only:
            found[place] = None
        elif name in added:
            found[place] = Meaning(added[name])
    return found


def shown(heading: str) -> str:
    """A heading as people recognise it: on one line, without tags, not longer than a line."""
    text = " ".join(re.sub(r"<[^<>]{0,200}>", " ", html.unescape(heading)).split())
    return text if len(text) <= 80 else f"{text[:77]}..."


def _plan_of(head: Sequence[Sequence[str]], row: int, found: list[Meaning | None], mapping: Mapping | None) -> Plan:
    cells = list(head[row])
    while cells and not cells[-1].strip():
        cells.pop()
    columns, unused, guessed, nameless = [], [], [], []
    names = Counter(plain(cell) for cell in cells if cell.strip())
    for place, cell in enumerate(cells):
        name, means = shown(cell), found[place]
        if name and names[plain(cell)] > 1:
            name = f"{name} ({address(0, place)[:-1]})"  # two cells of a row need two names
        if means and means.means != NOT_USED:
            columns.append(Column(place, name or address(0, place)[:-1], means.means, mapping.sign(cell, place) if mapping else ""))
            if not means.sure:
                guessed.append(Reason("heading_read_as", heading=name, means=in_words(means.means)))
        elif not name:
            nameless.append(place)
        elif not means:
            unused.append(name)
    about = Counter(column.means for column in columns if column.means in ABOUT)
    same: list[str] = [Reason("meaning", means=in_words(means)) for means, times in about.items() if times > 1]
    return Plan(
        columns=tuple(columns),
        width=len(cells),
        first_row=row + 1,
        headings=tuple(head[row]),
        lang=mapping.language if mapping and mapping.language else language(found),
        unused=tuple(unused),
        guessed=tuple(guessed),
        twice=tuple(dict.fromkeys([shown(cell) for cell in cells if names[plain(cell)] > 1] + same)),
        nameless=tuple(nameless),
        one_response=mapping.one_response if mapping else None,
        above=tuple((r, list(line)) for r, line in enumerate(head[:row]) if any(cell.strip() for cell in line)),
        month_first=mapping.month_first if mapping else None,
    )


def is_heading_again(row: Sequence[str], plan_: Plan) -> bool:
    """Whether a row below the headings is one more row of headings: the same ones, or their ids or other names."""
    found = meanings(row)
    same = [
        c for c in plan_.columns if c.place < len(row) and row[c.place].strip() and (m := found[c.place]) and m.sure and m.means == c.means
    ]
    filled = sum(1 for cell in row if cell.strip())
    return (len(same) > 1 and len(same) * 2 > filled) or (bool(filled) and list(row) == list(plan_.headings))
