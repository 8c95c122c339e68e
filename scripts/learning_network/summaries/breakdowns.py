"""The respondents by phase, role, round, organisation and team, without giving small groups away.

The rule (complementary suppression):

1. A group under the least size is not shown. Small groups stand together as one last group, '*', when there are at least two of them and
   they hold at least the least number of people. If not, the smallest group that is shown joins them, and the next, until they do.
2. What is shown must not let anybody work out a smaller group by adding and subtracting (subtraction.py): not from the total, not from
   the other groups, not over two breakdowns (a team within an organisation; the same people by role and by phase), not from the numbers
   per theme. Breakdowns are judged in order, each together with those before it. As long as something can be worked out, more groups
   join '*': the smallest of those from which it can be worked out.
3. When no group would be left beside '*', the breakdown is kept out.

Somebody may be in more than one group (in two rounds, say): that counts in each of them, and rule 2 sees it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .counting import Column, Table, counts, different, distinct, seen_in
from .numbers import Numbers
from .subtraction import Cell, told
from .summary import Breakdown, Group

BY = ("phase", "role", "round", "organisation", "team")
TOGETHER = "*"
TOTAL = 0
"""Number of the group that everybody is in."""

MOST_TRIES = 40
"""Of one breakdown. Each joins one group more, or a twentieth of what is left, so that hundreds of groups are judged too."""


@dataclass(frozen=True)
class _Crowd:
    """The respondents by the groups that they are in: per breakdown a tuple of group numbers -> how many are so."""

    sizes: dict[tuple[tuple[int, ...], ...], int]

    def group_sizes(self, place: int, width: int) -> dict[int, int]:
        """How many are in each group of the breakdown at this place."""
        sizes = dict.fromkeys(range(width), 0)
        for groups, n in self.sizes.items():
            for group in groups[place]:
                sizes[group] += n
        return sizes

    def in_group(self, place: int, small: set[int]) -> int:
        """How many are in one of these groups of the breakdown at this place."""
        return sum(n for groups, n in self.sizes.items() if not small.isdisjoint(groups[place]))

    def cells(self, shown: Sequence[dict[int, int] | None]) -> dict[Cell, int]:
        """shown: per breakdown, group -> its number among all shown groups; None for a breakdown that is not shown."""
        cells: Counter[Cell] = Counter()
        for groups, n in self.sizes.items():
            numbers = {TOTAL}
            for of_group, own in zip(shown, groups, strict=False):
                if of_group is not None:
                    numbers.update(map(of_group.__getitem__, own))
            cells[frozenset(numbers)] += n
        return dict(cells)


def breakdowns(table: Table, least: int) -> tuple[Breakdown, ...]:
    """The breakdowns for which files name at least two groups, in the order of BY."""
    by = [name for name in BY if len(table.by[name]) > 1]
    columns = [_with_rest(table.by[name]) for name in by]
    crowd = _crowd(table, columns)
    shown: list[dict[int, int] | None] = []
    made = []
    for place, (name, column) in enumerate(zip(by, columns, strict=True)):
        small = _to_put_together(crowd, place, len(column), shown, least)
        if small is None:
            shown.append(None)
            made.append(Breakdown(name, (), (), True))
            continue
        shown.append(_numbered(place, len(column), small))
        made.append(Breakdown(name, _groups(table, column, small), tuple(column.labels[group] for group in sorted(small)), False))
    return tuple(made)


def named_groups(made: Iterable[Breakdown], by: str) -> frozenset[str]:
    """The labels of the groups that are shown by name."""
    return frozenset(group.label for breakdown in made if breakdown.by == by for group in breakdown.groups) - {"", TOGETHER}


def _with_rest(column: Column) -> Column:
    """Those that say nothing are a group too, the last one, with an empty label."""
    if not (column.numbers < 0).any():
        return column
    return Column(np.where(column.numbers < 0, len(column), column.numbers), (*column.labels, ""))


def _crowd(table: Table, columns: Sequence[Column]) -> _Crowd:
    described = [_kinds(table.respondents, column) for column in columns]
    together = np.zeros(len(table.respondents), np.int64)
    for kinds, own in described:
        _, together = np.unique(together * len(kinds) + own, return_inverse=True)
    _, first, sizes = np.unique(together, return_index=True, return_counts=True)
    keys = zip(*([kinds[number] for number in own[first]] for kinds, own in described), strict=True)
    return _Crowd(dict(zip(keys, map(int, sizes), strict=True)) if columns else {})


def _kinds(respondents: Column, column: Column) -> tuple[list[tuple[int, ...]], Numbers]:
    """The different sets of groups that a respondent is in, and which of them each respondent has."""
    width = len(column)
    kinds: list[tuple[int, ...]] = [(number,) for number in range(width)]
    own, several = seen_in(column.numbers, respondents.numbers, len(respondents))
    if several.any():
        sets: dict[int, list[int]] = {}
        rest = several[respondents.numbers]
        for pair in different(respondents.numbers[rest] * width + column.numbers[rest]).tolist():
            sets.setdefault(pair // width, []).append(pair % width)
        known = {kind: number for number, kind in enumerate(dict.fromkeys((*kinds, *map(tuple, sets.values()))))}
        kinds = list(known)
        for one, numbers in sets.items():
            own[one] = known[tuple(numbers)]
    return kinds, own


def _to_put_together(crowd: _Crowd, place: int, width: int, before: Sequence[dict[int, int] | None], least: int) -> set[int] | None:
    """The groups that stand together as '*'; empty when all can be shown; None when the breakdown must be kept out."""
    sizes = crowd.group_sizes(place, width)
    small = {group for group, size in sizes.items() if size < least}
    rest = sorted(sizes.keys() - small, key=lambda group: (sizes[group], group))
    while rest and small and (len(small) < 2 or crowd.in_group(place, small) < least):
        small.add(rest.pop(0))
    for _ in range(MOST_TRIES):
        if not rest:
            return None
        cells = crowd.cells([*before, _numbered(place, width, small)])
        found = told(cells, least)
        if found is None:
            return small
        near = _near(found, cells, place, rest)
        step = 1 + len(rest) // 20
        joining = near[:step]
        if not small and len(joining) < 2:
            joining = [*joining, *(group for group in rest if group not in joining)][:2]
        small.update(joining)
        rest = [group for group in rest if group not in small]
    return None


def _numbered(place: int, width: int, small: Iterable[int]) -> dict[int, int]:
    """Numbers for the groups of a breakdown, different for every breakdown; those in `small` share the first one."""
    first = 1 + (place << 32)
    return {group: first + group + 1 for group in range(width)} | dict.fromkeys(small, first)


def _near(found: Collection[Cell], cells: Mapping[Cell, int], place: int, rest: Sequence[int]) -> list[int]:
    """The groups of this breakdown, smallest first, with people in the smallest other group that holds all of what can be worked out:
    for a team that is, the other teams of its organisation. All groups where there is no such group."""
    first = 1 + (place << 32)
    shared = frozenset.intersection(*found) - {TOTAL, first} if found else frozenset()
    within = {group: [cell for cell in cells if group in cell] for group in shared}
    closest = min(within.values(), key=lambda some: sum(map(cells.__getitem__, some)), default=[])
    near = {number - first - 1 for cell in closest for number in cell if number > first}
    return [group for group in rest if group in near] or list(rest)


def _groups(table: Table, column: Column, small: set[int]) -> tuple[Group, ...]:
    shown = [group for group in range(len(column)) if group not in small]
    place = {group: number for number, group in enumerate(shown)} | dict.fromkeys(small, len(shown))
    labels = [*(column.labels[group] for group in shown), *([TOGETHER] if small else [])]
    numbers = np.array([place[group] for group in range(len(column))], np.int64)[column.numbers]
    n_themes = len(table.themes)
    cells = numbers[table.at] * n_themes + table.theme
    named = distinct(cells, len(labels) * n_themes, *table.sayings)
    of_themes = named.reshape(len(labels), n_themes).tolist()
    return tuple(
        Group(label, count, {theme: n for theme, n in zip(table.themes, of_theme, strict=True) if n})
        for label, count, of_theme in zip(labels, counts(table, numbers, len(labels)), of_themes, strict=True)
    )
