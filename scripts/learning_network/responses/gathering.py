"""Gathers the answers of one file while it is read, and makes the table of items of them: dates, positions and ids.

Everything stands in lists beside each other, so that a file of a million items costs a few lists and no million objects.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import compress, islice, pairwise
from operator import add, gt, ne
from typing import NamedTuple, TypeVar

from learning_network.words.reasons import Reason

from .answer_words import language_code, phase, round_name, status, who
from .columns import Column, Numbered, same
from .days import Days, read_day, read_days
from .items import COLUMNS, SCHEMA_VERSION, FileRead, Items, Rejected, Remark, response_id
from .splitting import cleaned, plain_item, says_nothing, split_answer
from .tables import unprefixed

Field = tuple[str, str]
"""Instrument and name of a field."""


T = TypeVar("T")


class About(NamedTuple):
    """What a response says of itself, as it was written. `number` is the form tool's; it tells responses apart and no more."""

    number: str = ""
    organisation: str = ""
    team: str = ""
    role: str = ""
    phase: str = ""
    round: str = ""
    answered_on: str = ""
    participant: str = ""
    lang: str = ""


TIDY = {"phase": phase, "round": round_name, "participant": who, "lang": language_code}
FACTS = ("answered_on", "organisation", "team", "role", "phase", "round")
PARTS = ("weight", "owner_role", "due_on", "status", "first_step")

MOST_ARRANGED = 1_000
"""Orders in which responses give their fields that are remembered; exports mostly have one."""


class Gathered:
    """The answers of one file so far; `read` holds its account, what was rejected, and remarks."""

    def __init__(self, name: str, sha256: str, reader: str) -> None:
        self.read = FileRead(name, sha256, reader)
        self.abouts: list[About] = []
        self.first_rows: list[int] = []
        self.of: list[int] = []
        self.fields: list[Field] = []
        self.texts: list[str] = []
        self.rows: list[int] = []
        self.columns: list[str] = []
        self.parts: dict[str, dict[int, str]] = {name: {} for name in PARTS}
        self.taken_out: Counter[str] = Counter()

    def respond(self, about: About, row: int) -> int:
        """One more response; gives its number."""
        self.abouts.append(about)
        self.first_rows.append(row)
        return len(self.abouts) - 1

    def answer(
        self, number: int, field: Field, raw: str, row: int, column: str, sign: str = "", parts: Mapping[str, str] | None = None
    ) -> int:
        """Count a cell and make items of what is in it; gives how many."""
        read = self.read
        read.cells += 1
        if not raw:
            read.empty += 1
            return 0
        items = [raw] if not sign and plain_item(raw) else self.items_of(raw, column, sign)
        if not items:
            read.empty += 1
            return 0
        read.answered += 1
        for text in items:
            if parts:
                for part, value in parts.items():
                    self.parts[part][len(self.texts)] = value
            self.of.append(number)
            self.fields.append(field)
            self.texts.append(text)
            self.rows.append(row)
            self.columns.append(column)
        return len(items)

    def items_of(self, raw: str, column: str, sign: str = "") -> list[str]:
        """The items of a cell that holds something; counts it as said to be empty when it says so."""
        text, taken_out = cleaned(unprefixed(raw))
        if taken_out:
            self.taken_out[column] += 1
        if not text:
            return []
        items = [] if says_nothing(text) else split_answer(text, sign)
        if not items:
            self.read.said_empty += 1
        return items

    def reject(self, row: int, column: str, reason: Reason, text: str = "", cells: int = 1) -> None:
        self.read.cells += cells
        self.read.rejected.append(Rejected(self.read.file, row, column, reason, text, cells))

    def remark(self, place: str, message: Reason) -> None:
        remark = Remark(self.read.file, place, message)
        if remark not in self.read.remarks:
            self.read.remarks.append(remark)

    def finish(self, given: Mapping[str, str], month_first: bool = False, *, by_hand: bool = False) -> FileRead:
        """The file, read. `given` fills what a response does not say; month_first: order of dates that no cell of theirs shows.

        by_hand: people of our countries wrote the dates, who put the day first, so that no date is in doubt.
        """
        for column, cells in sorted(self.taken_out.items()):
            self.remark(column, Reason("control_characters", n=cells))
        days = self._days(True, Counter(about.answered_on for about in self.abouts if about.answered_on), month_first, by_hand)
        fields = sorted(set(self.fields))
        ranks = list(map({field: rank for rank, field in enumerate(fields)}.__getitem__, self.fields))
        keep, ids, positions, ends = self._identify(days, fields, ranks)
        about_columns = self._about(days, given)
        due = self._days(False, Counter(self.parts["due_on"].values()), month_first, by_hand)
        responses, of = _renumbered(_kept(self.of, keep))
        places, of_field = _renumbered(_kept(ranks, keep))
        columns: dict[str, Column] = dict.fromkeys(COLUMNS, same("", len(of)))
        for name, values in {"response_id": ids, **about_columns}.items():
            columns[name] = Numbered([values[response] for response in responses], of)
        columns["instrument"], columns["field"] = (Numbered([fields[place][n] for place in places], of_field) for n in (0, 1))
        columns["item_id"] = list(map(add, columns["response_id"], _kept(ends, keep)))
        columns["position"] = _kept(positions, keep)
        columns["text"] = _kept(self.texts, keep)
        columns["source_row"] = _kept(self.rows, keep)
        columns["source_column"] = _kept(self.columns, keep)
        for name, value in {"schema_version": SCHEMA_VERSION, "source_file": self.read.file, "source_sha256": self.read.sha256}.items():
            columns[name] = same(value, len(of))
        tidy = {"due_on": lambda text: due.iso(text) or text, "status": status, "weight": self._weight}
        kept = range(len(self.texts)) if keep is None else keep
        for part, said in self.parts.items():
            shown = tidy.get(part, lambda text: text)
            if said:
                columns[part] = [shown(said[i]) if i in said else "" for i in kept]
        self.read.items = Items(columns)
        return self.read

    def _weight(self, text: str) -> str:
        number = text.strip().removesuffix(".0").removesuffix("x").strip()
        if number.isdecimal() and len(number) < 10:
            return str(int(number))
        self.remark("", Reason("weight_no_number"))
        return ""

    def _about(self, days: Days, given: Mapping[str, str]) -> dict[str, list[str]]:
        """Column -> value a response."""
        found: dict[str, list[str]] = {}
        for name, said in zip(About._fields, self._said(), strict=True):
            if name == "number":
                continue
            shown = days.iso if name == "answered_on" else TIDY.get(name, str)
            other = given.get(name, "")
            if other:
                other = read_day(other) if name == "answered_on" else TIDY.get(name, str)(other)
            values = {text: shown(text) or other for text in sorted(set(said))}
            found[name] = list(map(values.__getitem__, said))
        return found

    def _said(self) -> list[tuple[str, ...]]:
        """What the responses say of themselves: the columns of About."""
        return list(zip(*self.abouts, strict=True)) or [()] * len(About._fields)

    def _days(self, of_responses: bool, counts: Counter[str], month_first: bool, by_hand: bool = False) -> Days:
        """The dates of a column, with remarks on what is not plain in them."""
        days = read_days(counts, month_first)
        if days.ambiguous and not (by_hand and not days.month_first):
            place = Reason("place_date") if of_responses else Reason("place_due_date")
            self.remark(place, _read_with(days.month_first, days.decided, days.ambiguous))
        unread = sum(counts[text] for text in days.unread)
        if unread and of_responses:
            wrong = set(days.unread)
            rows = [row for about, row in zip(self.abouts, self.first_rows, strict=True) if about.answered_on in wrong]
            self.remark(Reason("place_date"), Reason("no_date_read", n=unread, row=min(rows)))
        return days

    def _identify(self, days: Days, fields: Sequence[Field], ranks: list[int]) -> tuple[list[int] | None, list[str], list[int], list[str]]:
        """Which items stay (None: all), the id of each response; of each item its position, and what its id ends in.

        ranks: the place of each item's field among the fields.
        """
        of, texts = self.of, self.texts
        order: Sequence[int] = range(len(of))
        if any(map(gt, of, islice(of, 1, None))):  # mostly the rows of a response stand together
            order = sorted(order, key=of.__getitem__)
            of, ranks, texts = ([column[i] for i in order] for column in (of, ranks, texts))  # type: ignore[assignment]
        arranged = _Arranged(fields)
        tags = ["\x1e".join(field) + "\x1e" for field in fields]
        said = map(add, map(tags.__getitem__, ranks), texts)
        every, positions, ends, ids = self._facts(days), list[int](), list[str](), [""] * len(self.abouts)
        first: dict[str, int] = {}
        others: dict[str, list[int]] = {}
        dropped: set[int] = set()
        for start, end in pairwise(_edges(of)):
            number = of[start]
            places, of_fields, of_ids = arranged[tuple(ranks[start:end])]
            positions += of_fields
            ends += of_ids
            own = list(islice(said, end - start))
            facts = [*every[number], *map(own.__getitem__, places)]
            id_ = ids[number] = response_id(facts)
            if first.setdefault(id_, number) != number:
                before = others.setdefault(id_, [first[id_]])
                original = next((other for other in before if self._same(number, other, days)), None)
                before.append(number)
                ids[number] = response_id([*facts, str(len(before))])
                if original is not None:
                    self._twice(number, original, order[start:end])
                    dropped.add(number)
        if isinstance(order, list):
            positions = [position for _, position in sorted(zip(order, positions, strict=True))]
            ends = [end for _, end in sorted(zip(order, ends, strict=True))]
        return [i for i, number in enumerate(self.of) if number not in dropped] if dropped else None, ids, positions, ends

    def _facts(self, days: Days) -> list[tuple[str, ...]]:
        """What each response says of when and where it comes from."""
        said = dict(zip(About._fields, self._said(), strict=True))
        shown = {"answered_on": days.stamp, "phase": phase, "round": round_name}
        for name, tidy in shown.items():
            values = {text: tidy(text) for text in set(said[name])}
            said[name] = tuple(map(values.__getitem__, said[name]))
        return list(zip(*(said[name] for name in FACTS), strict=True))

    def _same(self, number: int, other: int, days: Days) -> bool:
        """Whether two responses that say the same are one, sent or copied twice.

        They are when they come from one person, or were given at the same time of day, or have the same number of a form tool.
        Responses that say nothing of that kind, or that a form tool numbered differently, are two.
        """
        one, two = self.abouts[number], self.abouts[other]
        if one.number and two.number and one.number != two.number:
            return False
        if who(one.participant).casefold() != who(two.participant).casefold():
            return False
        day = days.read.get(one.answered_on)
        return bool(who(one.participant)) or bool(day and day.timed) or bool(one.number and two.number)

    def _twice(self, number: int, original: int, members: Sequence[int]) -> None:
        cells = len({(self.rows[i], self.columns[i]) for i in members})
        row = self.first_rows[number]
        reason = Reason("same_response_in_row", row=self.first_rows[original])
        self.read.answered -= cells
        self.read.cells -= cells  # reject() counts them again
        self.reject(row, "", reason, cells=cells)


def _edges(numbers: Sequence[int]) -> list[int]:
    """The places where another number begins, and the end."""
    return [0, *compress(range(1, len(numbers)), map(ne, numbers, islice(numbers, 1, None))), len(numbers)] if numbers else []


class _Arranged(dict[tuple[int, ...], tuple[list[int], list[int], list[str]]]):
    """Ranks of the fields of a response's items -> the places of the items by field; of each item its number in its field, from 1, and
    what its id ends in."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = fields

    def __missing__(self, ranks: tuple[int, ...]) -> tuple[list[int], list[int], list[str]]:
        if len(self) > MOST_ARRANGED:
            self.clear()
        so_far: Counter[int] = Counter()
        positions = []
        for rank in ranks:
            so_far[rank] += 1
            positions.append(so_far[rank])
        ends = [f"-{self._fields[rank][1]}-{position}" for rank, position in zip(ranks, positions, strict=True)]
        found = self[ranks] = sorted(range(len(ranks)), key=ranks.__getitem__), positions, ends
        return found


def _renumbered(numbers: Sequence[int]) -> tuple[list[int], array[int]]:
    """The numbers that occur, from low to high, and of each row the place of its own among them."""
    used = sorted(set(numbers))
    if used == list(range(len(used))):
        return used, array("i", numbers)
    places = {number: place for place, number in enumerate(used)}
    return used, array("i", map(places.__getitem__, numbers))


def _kept(values: list[T], keep: Sequence[int] | None) -> list[T]:
    """The values at these places; all of them where nothing is said."""
    return values if keep is None else [values[i] for i in keep]


def _read_with(month_first: bool, decided: bool, cells: int) -> Reason:
    """In which order the dates were read that could be read in two, and why."""
    if decided:
        return Reason("dates_month_first_as_others", n=cells) if month_first else Reason("dates_day_first_as_others", n=cells)
    return Reason("dates_month_first", n=cells) if month_first else Reason("dates_day_first", n=cells)
