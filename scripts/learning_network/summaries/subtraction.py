"""Whether a small group can be worked out from the groups that are shown, by adding them up and subtracting them.

People who are in exactly the same shown groups form a cell: nothing that is shown can tell them apart. A number of a set of cells is
told when it is a sum of shown numbers, each with any factor; in algebra: when the set, as a row of zeros and ones over the cells, lies
in the space that the rows of the shown groups span. This covers every chain of subtractions at once: from the total, from other groups,
over several breakdowns, and for every theme, as its numbers add up in the same way. It supposes the strongest reader: one who knows of
everybody in which groups they are, and only does not know what they said.

What it does not cover: estimates and bounds ('at least 3 of these 4'), and a group in which everybody says the same.

The algebra is done modulo a large prime, which is exact unless the prime divides an elementary divisor of a table of zeros and ones: these
are small numbers in all tables that occur.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Cell = frozenset[int]
"""The shown groups that its people are in, by number. The total is a group like others, in every cell."""

Matrix = NDArray[np.int64]

PRIME = 2**31 - 1

MOST_GROUPS, MOST_WORK = 700, 300_000_000
"""A table with more groups, or with more work in it (groups squared times small cells), is not judged: it counts as telling."""

MOST_LARGE, MOST_COLUMNS = 20_000, 64
"""Large cells, and cells that disagree, which are looked at. To look at fewer can only make the answer more careful or the search longer."""

MOST_STEPS = 3_000
"""Of one search. A search that does not end counts as telling."""


def told(cells: Mapping[Cell, int], least: int) -> frozenset[Cell] | None:
    """Cells that together hold fewer than `least` people, and whose number is told; None when there are none.

    cells: how many people each holds, from 1. The answer is empty when telling could not be ruled out within reasonable time: the
    caller then shows less, as if something were told.
    """
    small = sorted((cell for cell, n in cells.items() if n < least), key=sorted)
    if not small:
        return None
    large = sorted((cell for cell, n in cells.items() if n >= least), key=sorted)
    place = {group: row for row, group in enumerate(sorted(frozenset().union(*cells)))}
    if len(place) > MOST_GROUPS:
        return frozenset()
    sums = _zero_in([[place[group] for group in cell] for cell in large[:MOST_LARGE]], len(place))
    matrix = np.stack([sums[:, [place[group] for group in cell]].sum(axis=1) % PRIME for cell in small], axis=1)
    matrix = matrix[matrix.any(axis=1)]
    if not len(matrix):
        return None
    if len(matrix) ** 2 * len(small) > MOST_WORK:
        return frozenset()
    rows, pivots = _reduced(matrix)
    order = [*pivots, *sorted(set(range(len(small))).difference(pivots))]
    found = _Search(rows[:, order[len(pivots) :]], np.array([cells[small[n]] for n in order]), least).run()
    return None if found is None else frozenset(small[order[n]] for n in found)


def _zero_in(cells: Sequence[Sequence[int]], groups: int) -> Matrix:
    """The factors of groups, a row each, with which their sum leaves out all of these cells: a basis of them."""
    factors = np.eye(groups, dtype=np.int64)
    for cell in cells:
        held = factors[:, cell].sum(axis=1) % PRIME
        rows = np.flatnonzero(held)
        if rows.size:
            first, others = rows[0], rows[1:]
            pivot = factors[first] * pow(int(held[first]), -1, PRIME) % PRIME
            factors[others] = (factors[others] - held[others][:, None] * pivot % PRIME) % PRIME
            factors = np.delete(factors, first, axis=0)
    return factors


def _reduced(matrix: Matrix) -> tuple[Matrix, list[int]]:
    """The reduced echelon form, and the column in which each of its rows begins."""
    pivots: list[int] = []
    for column in range(matrix.shape[1]):
        below = np.flatnonzero(matrix[len(pivots) :, column])
        if below.size:
            matrix[[len(pivots), len(pivots) + below[0]]] = matrix[[len(pivots) + below[0], len(pivots)]]
            matrix = _cleared(matrix, len(pivots), column)
            pivots.append(column)
    return matrix[: len(pivots)], pivots


def _cleared(matrix: Matrix, row: int, column: int) -> Matrix:
    """The same rows with 1 in this place and 0 in the rest of its column."""
    matrix[row] = matrix[row] * pow(int(matrix[row, column]), -1, PRIME) % PRIME
    others = np.flatnonzero(matrix[:, column])
    others = others[others != row]
    matrix[others] = (matrix[others] - matrix[others, column][:, None] * matrix[row] % PRIME) % PRIME
    return matrix


@dataclass
class _Search:
    """Looks for cells with too few people that are a sum of rows. Each row begins in a cell of its own, its pivot, so that the pivots
    among the chosen cells say which rows are summed; the sum then says which other cells must be chosen. As long as the two disagree
    about a cell, that cell must join, or a pivot whose row holds something there.

    rows: without the pivots' own columns. sizes: people in each cell, pivots first.
    """

    rows: Matrix
    sizes: Matrix
    least: int
    steps: int = 0

    def run(self) -> list[int] | None:
        """Places of cells; empty when the search does not end; None when there are no such cells."""
        allowed = np.ones(len(self.sizes), np.bool_)
        for pivot in range(len(self.rows)):
            allowed[pivot] = False
            found = self._joined([pivot], self.rows[pivot], self.least - 1 - int(self.sizes[pivot]), allowed.copy())
            if found is not None:
                return found
        return None

    def _joined(self, chosen: list[int], apart: Matrix, left: int, allowed: NDArray[np.bool_]) -> list[int] | None:
        """apart: per cell that is no pivot, what the rows of the chosen pivots sum to, less 1 when it is chosen itself."""
        columns = np.flatnonzero(apart)
        if not columns.size:
            return chosen
        self.steps += 1
        if self.steps > MOST_STEPS:
            return []
        looked_at, held = columns[:MOST_COLUMNS], len(self.rows)
        pivots = np.flatnonzero((allowed & (self.sizes <= left))[:held])
        own = allowed[held + looked_at] & (self.sizes[held + looked_at] <= left)
        narrow = int(((self.rows[np.ix_(pivots, looked_at)] != 0).sum(axis=0) + own).argmin())
        column = int(looked_at[narrow])
        candidates = pivots[self.rows[pivots, column] != 0]
        if left < 2 * int(self.sizes.min()):  # one more at most: it must settle all
            if own[narrow] and columns.size == 1 and apart[column] == 1:
                return [*chosen, held + column]
            exact = candidates[(self.rows[candidates] == (PRIME - apart) % PRIME).all(axis=1)]
            return [*chosen, int(exact[0])] if exact.size else None
        for candidate in [*map(int, candidates), *([held + column] if own[narrow] else [])]:
            allowed[candidate] = False
            added = self._added(apart, candidate)
            found = self._joined([*chosen, candidate], added, left - int(self.sizes[candidate]), allowed.copy())
            if found is not None:
                return found
        return None

    def _added(self, apart: Matrix, candidate: int) -> Matrix:
        held = len(self.rows)
        if candidate < held:
            added: Matrix = (apart + self.rows[candidate]) % PRIME
            return added
        added = apart.copy()
        added[candidate - held] = (added[candidate - held] - 1) % PRIME
        return added
