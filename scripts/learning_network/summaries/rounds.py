"""What changed between two rounds that follow each other, in the organisations that took part in both.

Per field and theme the organisations are counted in which it is new, gone, or stayed. A change is kept out (only the numbers of
organisations are told) when

1. the compared organisations have fewer than the least number of respondents in either round; or
2. somebody could work out what a few people said by subtraction: the people who named an organisation and are not compared (their
   organisation is in one round only, or they answered in another round) are fewer than the least number, so that the totals per theme
   minus this change, or minus all changes that are shown, would tell of them; or two changes that share a round compare nearly the same
   organisations, and those that only one of them compares have too few respondents in that round. This must also hold for those of them
   whose organisation is not shown by name among the groups, or is in further rounds: what the others named is known from the groups,
   and can be subtracted too.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from learning_network.responses.items import FIELDS

from .counting import Table, different
from .summary import RoundChange, ThemeChange


def round_changes(table: Table, least: int, shown: Collection[str]) -> tuple[RoundChange, ...]:
    """The changes between rounds that follow each other, in natural order (2025 < 2026, 1 < 2 < 10).

    shown: the organisations that stand by name among the groups of breakdowns.py.
    """
    rounds = table.by["round"]
    houses = [_houses(table, number) for number in range(len(rounds))]
    changes: list[RoundChange] = []
    told = unnamed = table.organisations.numbers < 0
    hidden = np.isin(table.organisations.numbers, [n for n, label in enumerate(table.organisations.labels) if label not in shown])
    before: frozenset[int] | None = None
    for earlier, later in pairwise(range(len(rounds))):
        both = houses[earlier] & houses[later]
        theirs = np.isin(table.organisations.numbers, list(both))
        compared = [theirs & (rounds.numbers == number) for number in (earlier, later)]
        outside = [~(unnamed | compared[0] | compared[1]), ~(told | compared[0] | compared[1])]
        if before is not None:
            middle = rounds.numbers == earlier
            outside += [middle & np.isin(table.organisations.numbers, list(some)) for some in (both - before, before - both)]
        elsewhere = table.organisations.numbers[~(compared[0] | compared[1])]
        unsettled = (compared[0] | compared[1]) & (hidden | np.isin(table.organisations.numbers, elsewhere))
        parts = [*outside, unsettled, *(part & hidden for part in (*compared, *outside))]
        too_few = any(_respondents(table, part) < least for part in compared)
        kept_out = too_few or any(0 < _respondents(table, part) < least for part in parts)
        changes.append(
            RoundChange(
                rounds.labels[earlier],
                rounds.labels[later],
                organisations=len(both),
                only_earlier=len(houses[earlier] - both),
                only_later=len(houses[later] - both),
                kept_out=kept_out,
                themes=() if kept_out else _theme_changes(table, both, earlier, later),
            )
        )
        before = None if kept_out else both
        if not kept_out:
            told = told | compared[0] | compared[1]
    return tuple(changes)


def _houses(table: Table, round_: int) -> frozenset[int]:
    found = different(table.organisations.numbers[table.by["round"].numbers == round_])
    return frozenset(int(number) for number in found if number >= 0)


def _respondents(table: Table, items: NDArray[np.bool_]) -> int:
    return len(different(table.respondents.numbers[items]))


def _theme_changes(table: Table, houses: frozenset[int], earlier: int, later: int) -> tuple[ThemeChange, ...]:
    """In the order of fields and codebook; a theme that no compared organisation named in either round is left out."""
    order = sorted(houses)
    named = [_named(table, order, number) for number in (earlier, later)]
    numbers = {
        "new": (named[1] & ~named[0]).sum(axis=0),
        "gone": (named[0] & ~named[1]).sum(axis=0),
        "stayed": (named[0] & named[1]).sum(axis=0),
    }
    changes = []
    for name in FIELDS[table.instrument]:
        if name in table.fields.labels:
            field = table.fields.labels.index(name)
            for place, theme in enumerate(table.themes):
                change = {key: int(n[field, place]) for key, n in numbers.items()}
                if any(change.values()):
                    changes.append(ThemeChange(name, theme, **change))
    return tuple(changes)


def _named(table: Table, houses: list[int], round_: int) -> NDArray[np.bool_]:
    """Organisation, field, theme: whether it was named in this round."""
    place = np.full(len(table.organisations) + 1, -1, np.int64)  # the last one stands for 'not said', as -1 does
    place[houses] = np.arange(len(houses))
    house, field = place[table.organisations.numbers[table.at]], table.fields.numbers[table.at]
    there = (table.by["round"].numbers[table.at] == round_) & (house >= 0) & (field >= 0)
    marks = np.zeros((len(houses), len(table.fields), len(table.themes)), np.bool_)
    marks[house[there], field[there], table.theme[there]] = True
    return marks
