"""Writes tables of answers as CSV and JSONL, column by column: a million rows in a few seconds, without a second copy."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from .tables import prefixed

SLICE = 50_000
"""Rows that are made ready at a time."""

SAMPLE = 1_000
"""Rows that tell whether a column holds many different texts."""

RISKY_START = frozenset("=+-@\t\r'")
"""How a text begins that prefixed() may change; looked at first, as hardly any does."""

Columns = Mapping[str, Sequence[Any]]
"""Heading -> values, all equally long; whole numbers and texts."""


def csv_file(columns: Columns) -> Callable[[Path], None]:
    """Writes a table as CSV in UTF-8 with a mark in front, as spreadsheet programs want it; no text in it is a formula."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(codecs.BOM_UTF8 + f"{','.join(map(_csv_cell, columns))}\r\n".encode())
            for part in _slices(columns):
                file.write("".join(_lines([""] * len(part), part, _csv_cell, ",", "%s\r\n")).encode("utf-8", "replace"))

    return write


def jsonl_file(columns: Columns) -> Callable[[Path], None]:
    """Writes a table as a JSON object a line, in UTF-8."""
    names = [f"{encode_basestring(name)}: ".replace("%", "%%") for name in columns]

    def write(path: Path) -> None:
        with path.open("wb") as file:
            for part in _slices(columns):
                file.write("".join(_lines(names, part, _json_value, ", ", "{%s}\n")).encode("utf-8", "replace"))

    return write


def _slices(columns: Columns) -> Iterator[list[Sequence[Any]]]:
    values = list(columns.values())
    for start in range(0, len(values[0]) if values else 0, SLICE):
        yield [column[start : start + SLICE] for column in values]


Cell = Callable[[Any], str]


def _lines(names: Sequence[str], part: Sequence[Sequence[Any]], cell: Cell, between: str, around: str) -> Iterator[str]:
    """A line a row. Equal values are made once, and what all rows of the slice share stands in the pattern."""
    pattern, values = [], []
    for name, column in zip(names, part, strict=True):
        made: Iterable[str]
        if len(set(column[:SAMPLE])) > SAMPLE / 2:  # nearly all different: looking up what was made before costs more than it saves
            made = map(cell, column)
        else:
            distinct = {value: cell(value) for value in set(column)}
            if len(distinct) == 1:
                pattern.append(name + distinct[column[0]].replace("%", "%%"))
                continue
            made = map(distinct.__getitem__, column)
        pattern.append(f"{name}%s")
        values.append(made)
    line = around.replace("%s", between.join(pattern))
    return map(line.__mod__, zip(*values, strict=True)) if values else (line % () for _ in part[0])


def _json_value(value: Any) -> str:
    return encode_basestring(value) if isinstance(value, str) else str(value)


def _csv_cell(value: Any) -> str:
    """A cell, in quotes where it holds a sign of the table; a semicolon too, by which Dutch spreadsheet programs part columns."""
    if isinstance(value, int):
        return str(value)
    text: str = prefixed(value) if value and value[0] in RISKY_START else value
    return '"' + text.replace('"', '""') + '"' if _SIGNS(text) else text


_SIGNS = re.compile('[,;"\r\n]').search
