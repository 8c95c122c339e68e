"""Chooses the quotations of a theme: a stated rule, so that nobody can say that we picked what suits us.

Each from another organisation first, then from another respondent, then any. Within that, texts of 40 to 160 characters (long enough
to understand, short enough to read out) come before shorter and longer ones, which come nearest first; among equal ones by a draw that
follows from the item's id alone, so that neither the order of the files nor a person chooses. A text is quoted once. Lengths and number
are our own choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from .counting import Table
from .numbers import Numbers
from .summary import Quotation

MOST = 5
LIKELY = 500
"""Of many items, those among which quotations are looked for first."""

SHORTEST, LONGEST = 40, 160


def quotation(table: Table, place: int) -> Quotation:
    items = table.items
    return Quotation(items["item_id"][place], items["field"][place], items["text"][place])


class Quoter:
    """Chooses quotations from the items of a table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        texts = table.items["text"]
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        self.rank = (np.maximum(np.maximum(SHORTEST - lengths, lengths - LONGEST), 0) << 32) + table.draw
        """The lower, the sooner it is chosen. A draw is below 2 to the power of 32."""
        organisations = table.organisations
        self.house = np.where(organisations.numbers < 0, len(organisations) + table.respondents.numbers, organisations.numbers)

    def choose(self, places: Numbers, most: int = MOST) -> tuple[Quotation, ...]:
        """At most so many of the items at these places, the first that the rule takes first."""
        if len(places) > 2 * LIKELY:
            ranks = self.rank[places]
            first = places[ranks <= np.partition(ranks, LIKELY)[LIKELY]]
            chosen = self._first(first, most, (self.house,))
            if len(chosen) == most:  # the others come after these
                return tuple(quotation(self.table, place) for place in chosen)
        return tuple(quotation(self.table, place) for place in self._first(places, most, (self.house, self.table.respondents.numbers)))

    def _first(self, places: Numbers, most: int, groups: Sequence[Numbers]) -> list[int]:
        """The first of each of these groups, then the others, with different texts."""
        ordered = places[np.argsort(self.rank[places], kind="stable")]
        of_groups = [ordered[np.sort(np.unique(who[ordered], return_index=True)[1])] for who in groups]
        chosen: dict[str, int] = {}
        for place in map(int, chain(*of_groups, ordered if len(groups) > 1 else ())):
            chosen.setdefault(_folded(self.table.items["text"][place]), place)
            if len(chosen) == most:
                break
        return list(chosen.values())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .!")
