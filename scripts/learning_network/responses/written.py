"""Writes tables of answers as CSV and JSONL, column by column: a million rows in a few seconds, without a second copy."""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, NamedTuple

from .columns import Numbered
from .tables import prefixed

SLICE = 2_500
"""Rows that are made ready at a time."""

SAMPLE = 1_000
"""Rows that tell whether a column holds many different texts."""

MOST_MADE = 20_000
"""Different values of a column that are remembered."""

FEW = 500
"""Cells that are made one by one; of more, those that hold no sign of the file's format are made at once."""

RISKY_START = frozenset("=+-@\t\r'")
"""How a text begins that prefixed() may change; looked at first, as hardly any does."""

Columns = Mapping[str, Sequence[Any]]
"""Heading -> values, all equally long; whole numbers and texts."""


class _Format(NamedTuple):
    """How a row is written."""

    start: bytes
    between: bytes
    end: bytes
    quote: bytes
    """Around every text."""
    cell: Callable[[Any], str]
    """A value, with its quotes."""
    signs: bytes
    """A text with one of these is written otherwise than it stands."""
    controls: bool
    """So is one with any control character."""
    starts: bytes
    """So may be one that begins with one of these."""
    leaves_out: bool
    """Whether an empty cell is left out, with what belongs before it; that of the first column never is."""


def csv_file(columns: Columns) -> Callable[[Path], None]:
    """Writes a table as CSV in UTF-8 with a mark in front, as spreadsheet programs want it; no text in it is a formula."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(codecs.BOM_UTF8 + f"{','.join(map(_csv_cell, columns))}\r\n".encode())
            file.writelines(_Rows([b""] * len(columns), list(columns.values()), _CSV))

    return write


def jsonl_file(columns: Columns) -> Callable[[Path], None]:
    """Writes a table as a JSON object a line, in UTF-8. What is empty is left out, as long lines of nothing fill a disk; but for the
    first column."""
    names = [f"{encode_basestring(name)}:".encode("utf-8", "replace") for name in columns]

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.writelines(_Rows(names, list(columns.values()), _JSONL))

    return write


class _Made(dict[Any, bytes]):
    """Value -> its cell, together with what stands before it in every row."""

    def __init__(self, before: bytes, lead: bytes, form: _Format) -> None:
        super().__init__()
        self._before, self._lead, self._form = before, lead, form

    def __missing__(self, value: Any) -> bytes:
        made = self[value] = self._before + _led(value, self._lead, self._form)
        return made


class _Run(NamedTuple):
    """Columns beside each other whose cells are made together."""

    columns: list[int]
    of: array[int] | None
    """Where they are Numbered: what numbers their rows have, all the same."""
    few: bool
    """Whether they are no more values than a slice has rows: then all are made at once."""


class _Rows:
    """The rows of a table, slice by slice. Equal values are made once, and what all rows share only once in all."""

    def __init__(self, names: Sequence[bytes], columns: Sequence[Sequence[Any]], form: _Format) -> None:
        self._names, self._form = names, form
        self._columns = [column.values if isinstance(column, Numbered) else column for column in columns]
        self._constant = [
            len(set(column[:SAMPLE])) == 1 and (len(column) == 1 or column.count(column[0]) == len(column)) for column in self._columns
        ]
        self._size = len(columns[0]) if columns else 0
        self._runs = self._together(columns)
        self._made: dict[tuple[int, bytes], _Made] = {}
        self._things: dict[tuple[int, bytes], list[bytes]] = {}

    def _together(self, columns: Sequence[Sequence[Any]]) -> list[_Run]:
        """Numbered columns with the same numbers are one run; constant ones go with those before them."""
        runs: list[_Run] = []
        for n, column in enumerate(columns):
            of = column.of if isinstance(column, Numbered) and not self._constant[n] else None
            if runs and (self._constant[n] or runs[-1].of is of):
                runs[-1].columns.append(n)
            else:
                runs.append(_Run([n], of, len(self._columns[n]) <= SLICE))
        return runs

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, self._size, SLICE):
            yield self._rows(start, min(start + SLICE, self._size))

    def _rows(self, start: int, end: int) -> bytes:
        before, size = self._form.start, end - start
        pieces: list[list[bytes]] = []
        for run in self._runs:
            if run.of is None:
                own, before = self._pieces(run.columns, slice(start, end), size, before)
                pieces += own
            else:
                pieces.append(self._of_things(run, run.of[start:end], before))
                before = b""
        pieces.append([before + self._form.end] * size)
        rows = [b""] * (size * len(pieces))
        for n, piece in enumerate(pieces):
            rows[n :: len(pieces)] = piece
        return b"".join(rows)

    def _of_things(self, run: _Run, numbers: array[int], before: bytes) -> list[bytes]:
        """The cells of a run of Numbered columns, joined, for rows with these numbers."""
        if run.few:
            key = run.columns[0], before
            if key not in self._things:
                self._things[key] = self._joined(run, slice(None), before)
            return list(map(self._things[key].__getitem__, numbers))
        low, high = min(numbers), max(numbers)
        if high - low < 2 * len(numbers):  # mostly the rows of a thing stand together, and things in their order
            joined = self._joined(run, slice(low, high + 1), before)
            return [joined[number - low] for number in numbers]
        used = sorted(set(numbers))
        places = dict(zip(used, self._joined(run, used, before), strict=True))
        return list(map(places.__getitem__, numbers))

    def _joined(self, run: _Run, part: slice | list[int], before: bytes) -> list[bytes]:
        columns = self._columns[run.columns[0]]
        size = len(columns[part] if isinstance(part, slice) else part)
        pieces, behind = self._pieces(run.columns, part, size, before)
        return list(map(b"".join, zip(*pieces, [behind] * size, strict=True)))

    def _pieces(self, numbers: Sequence[int], part: slice | list[int], size: int, before: bytes) -> tuple[list[list[bytes]], bytes]:
        """What stands behind each other in each row of a part of some columns, and what stands in every row behind that."""
        pieces: list[list[bytes]] = []
        for n in numbers:
            form = self._form if n else self._form._replace(leaves_out=False)
            lead = form.between + self._names[n] if n else self._names[n]
            whole = self._columns[n]
            if self._constant[n]:
                before += _led(whole[0], lead, form)
                continue
            column = whole[part] if isinstance(part, slice) else [whole[place] for place in part]
            if len(set(column[:SAMPLE])) <= SAMPLE / 10 or (form.leaves_out and "" in column):
                made = self._made.setdefault((n, before), _Made(before, lead, form))
                if len(made) > MOST_MADE:
                    made.clear()
                pieces.append(list(map(made.__getitem__, column)))
                before = b""
            else:  # many different ones: to look up what was made before costs more than it saves
                cells, quote = _different(column, form)
                pieces += [[before + lead + quote] * size, cells]
                before = quote
        return pieces, before


def _led(value: Any, lead: bytes, form: _Format) -> bytes:
    """A cell behind what leads to it; nothing, where the format leaves out what is empty."""
    return b"" if form.leaves_out and value == "" else lead + form.cell(value).encode("utf-8", "replace")


def _different(column: Sequence[Any], form: _Format) -> tuple[list[bytes], bytes]:
    """The cells of a column of different values, and the quotes that belong around them."""
    kinds = set(map(type, column))
    if kinds == {int}:
        return str(list(column))[1:-1].encode().split(b", "), b""
    joined = "\0".join(column) if kinds == {str} and len(column) > FEW else ""
    if joined.count("\0") != len(column) - 1:
        return [form.cell(value).encode("utf-8", "replace") for value in column], b""
    whole = joined.encode("utf-8", "replace")
    cells = whole.split(b"\0")
    trim = len(form.quote)
    for place in _unlike(whole, form):
        made = form.cell(column[place]).encode("utf-8", "replace")
        cells[place] = made[trim : len(made) - trim]
    return cells, form.quote


def _unlike(joined: bytes, form: _Format) -> list[int]:
    """Which of the texts, with a zero byte between them, are not written as they stand."""
    import numpy as np  # only here: a few answers are written without it

    signs = np.frombuffer(joined, np.uint8)
    ends = signs == 0
    found = (signs < 32) & ~ends if form.controls else np.zeros(len(signs), np.bool_)
    for sign in form.signs:
        found |= signs == sign
    if form.starts:
        begins = np.concatenate(([0], np.flatnonzero(ends) + 1))
        begins = begins[begins < len(signs)]
        risky = np.zeros(256, np.bool_)
        risky[list(form.starts)] = True
        found[begins[risky[signs[begins]]]] = True
    places: list[int] = np.unique(np.searchsorted(np.flatnonzero(ends), np.flatnonzero(found))).tolist()
    return places


def _json_value(value: Any) -> str:
    return encode_basestring(value) if isinstance(value, str) else str(value)


def _csv_cell(value: Any) -> str:
    """A cell, in quotes where it holds a sign of the table; a semicolon too, by which Dutch spreadsheet programs part columns."""
    if isinstance(value, int):
        return str(value)
    text: str = prefixed(value) if value and value[0] in RISKY_START else value
    return '"' + text.replace('"', '""') + '"' if _SIGNS(text) else text


_SIGNS = re.compile('[,;"\r\n]').search
_CSV = _Format(b"", b",", b"\r\n", b"", _csv_cell, b',;"\r\n', False, "".join(sorted(RISKY_START)).encode(), False)
_JSONL = _Format(b"{", b",", b"}\n", b'"', _json_value, b'"\\', True, b"", True)
