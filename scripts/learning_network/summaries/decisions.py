"""What people decided about codes and merges: it wins over every rule.

Two files that people write, or make from ours, in one folder; both may be there or not:

- codes.csv: item_id, code, decision (add or remove);
- merges.csv: group_id, item_id. Items of one group say the same; an item alone in its group says what no other says.

Other columns are left alone. A line that cannot be used becomes a remark with its file and row; the others are used.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path

import numpy as np

from learning_network.content.findings import did_you_mean
from learning_network.responses.columns import Column, Numbered
from learning_network.responses.items import Items, Remark
from learning_network.words.reasons import Reason

from .codes import AllCodes, Codes, all_codes

CODES, MERGES = "codes.csv", "merges.csv"

_WORDS = {"add": True, "remove": False}


@dataclass
class Decisions:
    """codes: item_id -> theme -> whether it is there. merges: item_id -> group_id. remarks: what could not be used."""

    codes: dict[str, dict[str, bool]] = field(default_factory=dict)
    merges: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True)
class Coded:
    """The codes of all items, after the decisions of people."""

    item_ids: Sequence[str]
    codes: AllCodes
    human: frozenset[tuple[int, str]]
    """Place of an item and theme, of the codes that people gave or confirmed."""
    by_people: int
    """Codes that people added or took away: those that would be otherwise without them."""

    @property
    def uncoded(self) -> list[int]:
        """The places of the items without a theme."""
        places: list[int] = np.flatnonzero(self.codes.sizes == 0).tolist()
        return places

    def columns(self) -> dict[str, Column]:
        """The table of codes, in the order of the items: item_id, code, method (rule or human), rule (empty where people decided)."""
        different, numbers = self.codes.different, self.codes.numbers
        said = [*((theme, "rule", rule) for theme, rule in different), *((theme, "human", "") for theme, _ in different)]
        if self.human:
            pairs = zip(self.codes.of.tolist(), numbers.tolist(), strict=True)
            human = [(place, different[number][0]) in self.human for place, number in pairs]
            numbers = numbers + len(different) * np.array(human, np.int64)
        there = np.flatnonzero(np.bincount(numbers, minlength=len(said)))
        of = array("i", np.searchsorted(there, numbers).astype(np.intc).tobytes())
        ids = list(chain.from_iterable(map(repeat, self.item_ids, self.codes.sizes.tolist())))
        values = [[said[number][n] for number in there.tolist()] for n in range(3)]
        return {"item_id": ids} | {name: Numbered(own, of) for name, own in zip(("code", "method", "rule"), values, strict=True)}


def apply(codes: Sequence[Codes], decisions: Decisions, items: Items, themes: Sequence[str]) -> Coded:
    """The codes by rules, changed where people decided otherwise. codes: as Coder.codes() gives them for these items.

    themes: the ids of the codebook, in order.
    """
    after, human, changed = codes, set(), 0
    if decisions.codes:
        after = list(codes)
        order = {theme: n for n, theme in enumerate(themes)}
        for place, item_id in enumerate(items["item_id"]):
            decided = decisions.codes.get(item_id)
            if not decided:
                continue
            given = dict(after[place])
            for theme, there in decided.items():
                changed += (theme in given) != there
                if there:
                    given[theme] = ""
                    human.add((place, theme))
                else:
                    given.pop(theme, None)
            after[place] = tuple(sorted(given.items(), key=lambda code: order[code[0]]))
    return Coded(items["item_id"], all_codes(after), frozenset(human), changed)


def read_decisions(folder: Path | None, items: Items, themes: Collection[str], off: Collection[str] = ()) -> Decisions:
    """Read codes.csv and merges.csv in a folder. Raises OSError where the folder cannot be read.

    themes: the ids of the codebook; off: those that are switched off.
    """
    decisions = Decisions()
    if folder is None:
        return decisions
    there = sorted(path.name for path in folder.iterdir())
    if CODES not in there and MERGES not in there:
        wrong = Reason("nothing_decided", codes=CODES, merges=MERGES)
        if there:
            wrong = Reason("nothing_decided_but", codes=CODES, merges=MERGES, files=tuple(there[:5]))
        decisions.remarks.append(Remark(folder.name, "", wrong))
        return decisions
    known = set(items["item_id"])
    if CODES in there:
        _read_codes(folder / CODES, decisions, known, themes, off)
    if MERGES in there:
        _read_merges(folder / MERGES, decisions, known)
    return decisions


def _read_codes(path: Path, decisions: Decisions, known: Collection[str], themes: Collection[str], off: Collection[str]) -> None:
    for row, (item_id, theme, word) in _lines(path, ("item_id", "code", "decision"), decisions):
        say = _Say(decisions, path.name, row)
        if item_id not in known:
            say(Reason("decision_of_no_item", item=item_id))
        elif theme not in themes:
            hint = did_you_mean(theme, themes)
            say(Reason("theme_off", theme=theme) if theme in off else Reason("theme_not_known", theme=theme, hint=hint))
        elif word.lower() not in _WORDS:
            say(Reason("decision_not_known", word=word))
        else:
            decided = decisions.codes.setdefault(item_id, {})
            there = _WORDS[word.lower()]
            if decided.get(theme, there) != there:
                say(Reason("decided_otherwise", theme=theme, item=item_id))
            decided[theme] = there


def _read_merges(path: Path, decisions: Decisions, known: Collection[str]) -> None:
    for row, (group, item_id) in _lines(path, ("group_id", "item_id"), decisions):
        say = _Say(decisions, path.name, row)
        if item_id not in known:
            say(Reason("merge_of_no_item", item=item_id))
        elif not group:
            say(Reason("group_without_name"))
        elif (other := decisions.merges.get(item_id, group)) != group:
            say(Reason("in_other_group", item=item_id, group=other))
        else:
            decisions.merges[item_id] = group


@dataclass(frozen=True)
class _Say:
    """Adds a remark about one row."""

    decisions: Decisions
    file: str
    row: int

    def __call__(self, message: Reason) -> None:
        self.decisions.remarks.append(Remark(self.file, Reason("place_row", row=self.row), message))


def _lines(path: Path, wanted: tuple[str, ...], decisions: Decisions) -> Iterator[tuple[int, list[str]]]:
    """The wanted columns of each row that holds something, with its number from 1, whatever the order and signs of the file."""
    from learning_network.responses.tables import Unreadable, read_tables  # the reader of spreadsheets: only where people decided

    try:
        table = read_tables(path, path.read_bytes())[0]
    except Unreadable as error:
        decisions.remarks.append(Remark(path.name, "", error.reason))
        return
    numbered = ((number, row) for number, row in enumerate(table.rows, 1) if any(cell.strip() for cell in row))
    number, first = next(numbered, (1, []))
    headings = [_heading(cell) for cell in first]
    if missing := [name for name in wanted if name not in headings]:
        seen, lacks = tuple(cell.strip() for cell in first if cell.strip()), tuple(missing)
        wrong = Reason("heading_missing", headings=seen, missing=lacks, wanted=wanted) if seen else Reason("no_heading", wanted=wanted)
        decisions.remarks.append(Remark(path.name, Reason("place_row", row=number), wrong))
        return
    columns = [headings.index(name) for name in wanted]
    for number, row in numbered:
        yield number, [row[column].strip() if column < len(row) else "" for column in columns]


def _heading(cell: str) -> str:
    return cell.strip().lower().replace(" ", "_")
