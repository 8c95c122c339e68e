"""Counts items by distinct respondents, teams and organisations, column by column.

Every column becomes whole numbers once (`Column`); counting is then arithmetic on arrays. A respondent is a participant; a response
that does not say who filled it in counts as a respondent of its own. A team belongs to an organisation: two organisations may each
have a 'Team A'. Labels that differ in capitals or spaces only are one, under the spelling that is used most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from learning_network.responses.columns import Numbered, values_in
from learning_network.responses.items import FIELDS, Items

from .codes import Codes, all_codes
from .numbers import Numbers
from .summary import Count

NOT_SAID = -1
"""Stands for an empty cell."""

MOST_CELLS = 8
"""A number: to mark what was seen in so many cells an item takes less time than sorting the items."""

PHASES = ("prepare", "explore", "roll-out", "sustain")

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Column:
    """A column as numbers: `numbers` says per item which of `labels` it has, or NOT_SAID."""

    numbers: Numbers
    labels: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True)
class Table:
    """The items of one instrument, ready to be counted. `at` and `theme` hold a row for every theme of every item."""

    items: Items
    instrument: str
    respondents: Column
    responses: Column
    fields: Column
    by: dict[str, Column]
    """phase, role, round, organisation, team."""
    themes: tuple[str, ...]
    at: Numbers
    theme: Numbers
    draw: Numbers
    """A number per item that follows from its id alone: the order in which equal candidates for a quotation come."""

    @cached_property
    def sayings(self) -> tuple[Numbers, int]:
        """Which respondent says which theme, as one number for every theme of every item; and how many such numbers there are."""
        pairs = self.respondents.numbers[self.at] * len(self.themes) + self.theme
        there = different(pairs)
        return np.searchsorted(there, pairs), len(there)

    @property
    def organisations(self) -> Column:
        return self.by["organisation"]

    @property
    def teams(self) -> Column:
        return self.by["team"]


def natural(label: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts as people do: 1 < 2 < 10, 2025 < 2026, capitals beside small letters."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(label.casefold()) if part)


def table_of(items: Items, codes: Sequence[Codes], instrument: str, themes: Iterable[str]) -> Table:
    """The items of this instrument with their themes. codes: (theme, rule) per item. themes: all ids, in the order of the codebook; an
    id that is not among them comes after them."""
    every = all_codes(codes)
    if any(value != instrument for value in values_in(items["instrument"])):
        places = [place for place, value in enumerate(items["instrument"]) if value == instrument]
        items, every = items.only(places), every.only(places)
    known = tuple(dict.fromkeys(themes))
    there = {every.different[number][0] for number in np.flatnonzero(np.bincount(every.numbers)).tolist()}
    order = {theme: number for number, theme in enumerate((*known, *sorted(there.difference(known))))}
    numbers = np.array([order.get(theme, NOT_SAID) for theme, _ in every.different], np.int64)
    organisations, responses = column(items["organisation"]), _ids(items["response_id"])
    return Table(
        items=items,
        instrument=instrument,
        respondents=_respondents(items["participant"], items["response_id"], responses),
        responses=responses,
        fields=column(items["field"], FIELDS.get(instrument, ())),
        by={
            "phase": column(items["phase"], PHASES),
            "role": column(items["role"]),
            "round": column(items["round"]),
            "organisation": organisations,
            "team": _teams(organisations, column(items["team"])),
        },
        themes=tuple(order),
        at=every.of,
        theme=numbers[every.numbers],
        draw=_draws(items["item_id"]),
    )


def column(values: Sequence[str], first: Sequence[str] = ()) -> Column:
    """Texts as numbers of labels: those of `first` in that order, then the others in natural order. Empty texts are NOT_SAID."""
    spellings: dict[str, tuple[int, str]] = {}
    known, given = _numbered(values)
    keys = [" ".join(value.casefold().split()) for value in known]
    for value, key, often in zip(known, keys, np.bincount(given, minlength=len(known)).tolist(), strict=True):
        candidate = (-often, value)
        spellings[key] = min(spellings.get(key, candidate), candidate)
    place = {key: number for number, key in enumerate(first)}
    ordered = sorted((key for key in spellings if key), key=lambda key: (place.get(key, len(place)), natural(key), key))
    number_of = {key: number for number, key in enumerate(ordered)} | {"": NOT_SAID}
    numbers = np.array([number_of[key] for key in keys], np.int64)
    return Column(numbers[given], tuple(spellings[key][1] for key in ordered))


def _ids(values: Sequence[str]) -> Column:
    """Ids as numbers, as they come: only how many there are counts."""
    known, given = _numbered(values)
    return Column(given, tuple(known))


def _numbered(values: Sequence[str]) -> tuple[list[str], Numbers]:
    """The different values, and of each row the place of its own among them."""
    numbers = {value: number for number, value in enumerate(values_in(values))}
    if isinstance(values, Numbered):
        own = np.fromiter(map(numbers.__getitem__, values.values), np.int64, len(values.values))
        return list(numbers), own[np.frombuffer(values.of, np.intc)]
    return list(numbers), np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))


def _respondents(who: Sequence[str], response_ids: Sequence[str], responses: Column) -> Column:
    """Participants; a response that does not say who answered counts as one of its own."""
    if not any(values_in(who)):
        return responses
    if isinstance(who, Numbered) and isinstance(response_ids, Numbered) and who.of is response_ids.of:
        return _ids(Numbered([one or other for one, other in zip(who.values, response_ids.values, strict=True)], who.of))
    return _ids([one or other for one, other in zip(who, response_ids, strict=True)])


def _teams(organisations: Column, teams: Column) -> Column:
    """Teams of organisations. Where teams are of several organisations, or some of none, the label says of which: 'Noord · Team A'."""
    width = len(teams) or 1
    pairs = np.where(teams.numbers < 0, NOT_SAID, (organisations.numbers + 1) * width + teams.numbers)
    found = [int(pair) for pair in np.unique(pairs) if pair >= 0]
    several = len({pair // width for pair in found}) > 1
    names = {}
    for pair in found:
        house, team = divmod(pair, width)
        names[pair] = f"{organisations.labels[house - 1]} · {teams.labels[team]}" if several and house else teams.labels[team]
    ordered = sorted(found, key=lambda pair: (natural(names[pair]), pair))
    ranks = np.empty(len(found) + 1, np.int64)
    ranks[:-1][np.searchsorted(found, ordered)] = np.arange(len(found))
    ranks[-1] = NOT_SAID
    places = np.where(pairs < 0, len(found), np.searchsorted(found, pairs)) if found else np.zeros(len(pairs), np.int64)
    return Column(ranks[places], tuple(names[pair] for pair in ordered))


def _draws(ids: Sequence[str]) -> Numbers:
    from zlib import crc32

    joined = "\0".join(ids)
    whole = joined.count("\0") == len(ids) - 1
    each = joined.encode("utf-8", "surrogatepass").split(b"\0") if whole else [id_.encode("utf-8", "surrogatepass") for id_ in ids]
    return np.fromiter(map(crc32, each), np.int64, len(ids))


def distinct(groups: Numbers, n_groups: int, who: Numbers, n_who: int) -> Numbers:
    """Per group, how many different numbers of `who` stand beside it. What is below 0 in either does not count."""
    both = (groups >= 0) & (who >= 0)
    if not both.all():
        groups, who = groups[both], who[both]
    if n_groups * n_who <= MOST_CELLS * len(who):
        seen = np.zeros(n_groups * n_who, np.bool_)
        seen[groups * n_who + who] = True
        marked: Numbers = np.count_nonzero(seen.reshape(n_groups, n_who), axis=1)
        return marked
    last, several = seen_in(groups, who, n_who)
    rest = several[who]
    alone = np.bincount(last[(last >= 0) & ~several], minlength=n_groups)
    return alone + np.bincount(different(groups[rest] * n_who + who[rest]) // n_who, minlength=n_groups)


def seen_in(groups: Numbers, who: Numbers, n_who: int) -> tuple[Numbers, NDArray[np.bool_]]:
    """Of each number of `who` the group that it was seen in last (NOT_SAID: in none), and whether it was seen in several.

    Most are in one group only: telling so takes no sorting, which is what takes long.
    """
    last = np.full(n_who, NOT_SAID)
    last[who] = groups
    several = np.zeros(n_who, np.bool_)
    several[who[last[who] != groups]] = True
    return last, several


def different(numbers: Numbers) -> Numbers:
    """The different numbers, from low to high. Sorting is several times faster here than np.unique, which hashes."""
    ordered: Numbers = np.sort(numbers)
    new: NDArray[np.bool_] = np.diff(ordered, prepend=-2) != 0
    return ordered[new]


def counts(table: Table, groups: Numbers, n_groups: int, at: Numbers | None = None) -> list[Count]:
    """A Count per group. groups: the group of every item, or of every item in `at`; below 0: in none."""
    numbers = [np.bincount(groups[groups >= 0], minlength=n_groups)]
    for who in (table.respondents, table.teams, table.organisations):
        numbers.append(distinct(groups, n_groups, who.numbers if at is None else who.numbers[at], len(who)))
    return [Count(*map(int, one)) for one in zip(*numbers, strict=True)]


def total(table: Table) -> Count:
    return counts(table, np.zeros(len(table.items), np.int64), 1)[0]
