"""Writes tables of answers as CSV and JSONL, column by column: a million rows in a few seconds, without a second copy."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, NamedTuple

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


class _Rows:
    """The rows of a table, slice by slice. Equal values are made once, and what all rows share only once in all."""

    def __init__(self, names: Sequence[bytes], columns: Sequence[Sequence[Any]], form: _Format) -> None:
        self._names, self._columns, self._form = names, columns, form
        self._constant = [len(set(column[:SAMPLE])) == 1 and column.count(column[0]) == len(column) for column in columns]
        self._made: dict[tuple[int, bytes], _Made] = {}

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._columns[0]) if self._columns else 0, SLICE):
            yield self._rows([column[start : start + SLICE] for column in self._columns])

    def _rows(self, part: Sequence[Sequence[Any]]) -> bytes:
        form, before, size = self._form, self._form.start, len(part[0])
        pieces: list[list[bytes]] = []
        for n, (name, column) in enumerate(zip(self._names, part, strict=True)):
            form = self._form if n else self._form._replace(leaves_out=False)
            lead = form.between + name if n else name
            if self._constant[n]:
                before += _led(column[0], lead, form)
            elif len(set(column[:SAMPLE])) <= SAMPLE / 10 or (form.leaves_out and "" in column):
                made = self._made.setdefault((n, before), _Made(before, lead, form))
                if len(made) > MOST_MADE:
                    made.clear()
                pieces.append(list(map(made.__getitem__, column)))
                before = b""
            else:  # many different ones: to look up what was made before costs more than it saves
                cells, quote = _different(column, form)
                pieces += [[before + lead + quote] * size, cells]
                before = quote
        pieces.append([before + form.end] * size)
        rows = [b""] * (size * len(pieces))
        for n, piece in enumerate(pieces):
            rows[n :: len(pieces)] = piece
        return b"".join(rows)


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
