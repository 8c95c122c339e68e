"""The rows below the headings of a sheet, column by column: without blank rows and repeated headings, with what they say of responses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import compress, islice
from operator import ne

from learning_network.words.reasons import Reason

from .answer_headings import ABOUT, meaning
from .answer_table import Column, Plan, is_heading_again
from .answer_words import language_code, phase, round_name
from .gathering import About, Gathered
from .opened import HEAD, Sheet
from .tables import address

POSTER_ROWS = 25
"""A poster typed over as four columns has no more rows than this; a table without names or dates that has more is a survey."""

MOST_MERGED = 10_000
"""Rows over which one cell is merged; more is a mistake."""

MOST_TEXTS = 5_000
"""Different texts of a column that are remembered."""

_TIDY = {"phase": phase, "round": round_name}
_OF = {"number": ("response",), "participant": ("email", "name")}
"""Which columns say what a response has under another name: an e-mail address tells people apart better than a name does."""

Numbers = Sequence[int]
Columns = list[Sequence[str]]


class TableRows:
    """A sheet and its plan, while its rows are read."""

    def __init__(self, gathered: Gathered, sheet: Sheet, plan: Plan) -> None:
        self.gathered, self.sheet, self.plan = gathered, sheet, plan
        self.formulas = sheet.table.formulas if sheet.table else frozenset()
        self.results = 0
        """Answers that a formula gave."""
        self.headings_again = 0
        self.above: set[int] = set()
        """Rows above the headings that were read."""
        self.facts = self._facts_above()
        self.sources = [[c for means in _OF.get(name, (name,)) for c in plan.of(means)] for name in About._fields]
        self.merged = self._merged_down()
        self.tidy: dict[str, _Tidy] = {}
        """Of each field of About what its texts were made into."""

    def _facts_above(self) -> dict[str, str]:
        """What stands above the headings of the whole table, such as 'Team: Noord' or a cell 'Team' with 'Noord' beside it."""
        found: dict[str, str] = {}
        for row, cells in self.plan.above:
            for cell, beside in zip(cells, [*cells[1:], ""], strict=True):
                label, colon, value = cell.partition(":")
                known = meaning(label) if label.strip() else None
                value = value.strip() if colon and value.strip() else beside.strip()
                if known and known.sure and known.means in ABOUT and value:
                    found.setdefault(known.means, value)
                    self.above.add(row)
        return found

    def _merged_down(self) -> dict[tuple[int, int], str]:
        """Texts of cells that were merged over rows, in columns about the response or its field: they hold for all of those rows."""
        table, found = self.sheet.table, {}
        places = {c.place for sources in [*self.sources, self.plan.of("field"), self.plan.of("instrument")] for c in sources}
        if table:
            for (top, left), (bottom, _) in table.merged:
                if left in places and self.plan.first_row <= top < bottom < top + MOST_MERGED:
                    found.update({(row, left): table.cell(top, left) for row in range(top + 1, bottom + 1)})
        return found

    def is_poster(self) -> bool:
        """Whether the rows of a wide table are no responses, but the lists of one sheet that was typed over in columns.

        So it is when nothing tells the rows apart (columns that hold no items are empty below the first row), there are at most
        POSTER_ROWS of them, and every column is filled from the top without gaps, with one item a cell.
        """
        table = self.sheet.table
        head = table.rows[:HEAD] if table else self.sheet.head
        rows = [row for row in head[self.plan.first_row :] if any(cell.strip() for cell in row)]
        if not 1 < len(rows) <= POSTER_ROWS or len(self.plan.answers) < 2:
            return False
        answers = {column.place for column in self.plan.answers}
        others = [place for place in range(self.plan.width) if place not in answers]
        if any(place < len(row) and row[place].strip() for row in rows[1:] for place in others):
            return False
        texts = {column: [row[column.place].strip() if column.place < len(row) else "" for row in rows] for column in self.plan.columns}
        lists = [texts[column] for column in self.plan.answers]
        gaps = any("" in column[: len(column) - column[::-1].index(next(filter(None, column[::-1])))] for column in lists if any(column))
        return not gaps and not any("\n" in text for column in lists for text in column)

    def filled(self) -> Iterator[tuple[Numbers, Columns]]:
        """The rows that somebody filled in, chunk by chunk: their numbers in the sheet from 1, and their columns."""
        width, start = self.plan.width, self.plan.first_row
        key = next(iter([*self.plan.of("text"), *self.plan.answers])).place if self.plan.answers or self.plan.is_long else 0
        headings = list(self.plan.headings[:width])
        for first, rows in self.sheet.chunks():
            if first <= start:
                rows = rows[start + 1 - first :]
                first = start + 1
            if set(map(len, rows)) - {width}:
                rows = [self._fit(row, number, width) for number, row in enumerate(rows, start=first)]
            numbers: Numbers = range(first, first + len(rows))
            keys = [row[key] for row in rows]
            skip, again = set[int](), set[int]()
            if not all(map(str.strip, keys)):
                skip = {i for i, row in enumerate(rows) if not keys[i].strip() and not any(map(str.strip, row))}
            if headings[key] in keys:
                again = {i for i, row in enumerate(rows) if row == headings}
            again |= {i for i in range(min(2, len(rows))) if first == start + 1 and i not in skip and is_heading_again(rows[i], self.plan)}
            self.headings_again += len(again)
            if skip or again:
                stay = [i for i in range(len(rows)) if i not in skip and i not in again]
                rows, numbers = [rows[i] for i in stay], [numbers[i] for i in stay]
            if not rows:
                continue
            if self.merged or self.plan.nameless:
                rows = [self._mended(row, number) for row, number in zip(rows, numbers, strict=True)]
            yield numbers, list(zip(*rows, strict=True))

    def _fit(self, row: list[str], number: int, width: int) -> list[str]:
        for place in range(width, len(row)):
            if row[place].strip():
                self._no_heading(number, place, row[place])
        return row[:width] + [""] * (width - len(row))

    def _mended(self, row: list[str], number: int) -> list[str]:
        for place in self.plan.nameless:
            if row[place].strip():
                self._no_heading(number, place, row[place])
        return [cell or self.merged.get((number - 1, place), "") for place, cell in enumerate(row)] if self.merged else row

    def _no_heading(self, number: int, place: int, text: str) -> None:
        self.gathered.reject(number, address(number - 1, place), Reason("column_without_heading"), text)

    def abouts(self, columns: Columns, places: Numbers) -> Iterator[tuple[str, ...]]:
        """What the rows at these places say of their response, as the fields of About: of each kind the first column that says something."""
        size = len(places)
        found: list[Sequence[str]] = []
        for name, sources in zip(About._fields, self.sources, strict=True):
            above = next((self.facts[means] for means in _OF.get(name, (name,)) if means in self.facts), "")
            above = above or (self.plan.lang if name == "lang" else "")
            if not sources:
                found.append([above] * size)
                continue
            values, *others = (list(map(columns[source.place].__getitem__, places)) for source in sources)
            for other in others:
                values = [value if value.strip() else beside for value, beside in zip(values, other, strict=True)]
            found.append(self._tidied(name, values, above))
        return zip(*found, strict=True)

    def stretches(self, columns: Columns, size: int) -> list[int]:
        """Where stretches of rows begin whose cells say the same of their response, as they stand. size: how many rows there are."""
        cells = list(zip(*(columns[source.place] for sources in self.sources for source in sources), strict=True)) or [()] * size
        return [*range(min(1, size)), *compress(range(1, size), map(ne, cells, islice(cells, 1, None)))]

    def _tidied(self, name: str, values: Sequence[str], above: str) -> list[str]:
        """The values without spaces that do not matter."""
        known = self.tidy.get(name)
        if known is None or len(known) > MOST_TEXTS:
            tidy = language_code if name == "lang" else _TIDY.get(name, _on_one_line)
            known = self.tidy[name] = _Tidy(tidy, above)
        return list(map(known.__getitem__, values))

    def rejects_formula(self, number: int, column: Column, raw: str) -> bool:
        """Whether a cell holds a formula or an error without a result; it is rejected then."""
        if (number - 1, column.place) not in self.formulas:
            return False
        if raw.strip():
            self.results += 1
            return False
        self.gathered.reject(number, column.heading, Reason("formula_without_result"))
        return True


class _Tidy(dict[str, str]):
    """Text -> the same without spaces that do not matter; one text for all that are equal."""

    def __init__(self, tidy: Callable[[str], str], above: str) -> None:
        super().__init__()
        self._tidy, self._above = tidy, above

    def __missing__(self, text: str) -> str:
        found = self[text] = self._tidy(text) or self._above
        return found


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
