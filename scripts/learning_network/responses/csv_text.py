"""Reads CSV of whatever program: its encoding, its delimiter, its rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

MOST_CELL = 50_000_000
"""Letters in one cell: more than this comes of a quotation mark that is never closed."""

DELIMITERS = ";,\t|"

AT_FIRST = 30
"""Rows that are looked at to find the delimiter."""


@dataclass(frozen=True)
class CsvText:
    """A CSV file that can be read more than once, a row at a time."""

    data: bytes
    encoding: str
    delimiter: str
    told: bool
    """Whether the first row is `sep=;`, which tells Excel the delimiter; it is read as a row with nothing."""

    def rows(self) -> Iterator[list[str]]:
        """Raises csv.Error for what is no table."""
        return chain.from_iterable(self.chunks(AT_FIRST))

    def chunks(self, size: int) -> Iterator[list[list[str]]]:
        """So many rows at a time: a million of them cost less so than one by one. Raises csv.Error for what is no table."""
        return _chunks(self.data, self.encoding, self.delimiter, self.told, size)


def csv_text(data: bytes) -> CsvText:
    """The file with its encoding and with the delimiter that makes the best table of its first rows. Raises csv.Error."""
    csv.field_size_limit(MOST_CELL)
    code = encoding(data)
    said = data[:40].decode(code, "ignore").lstrip("\ufeff").replace('"', "")
    sign = said[4:5] if said.lower().startswith("sep=") else ""
    if sign and sign in DELIMITERS:
        return CsvText(data, code, sign, True)
    best = max(DELIMITERS, key=lambda delimiter: _cells(CsvText(data, code, delimiter, bool(sign)).rows()))
    return CsvText(data, code, best, bool(sign))


def encoding(data: bytes) -> str:
    """The encoding of a text: UTF-16 by its mark or its zero bytes, UTF-8 when all of it is, else Windows-1252."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) > 3 and max(even, odd) * 10 > len(sample) * 3 and min(even, odd) * 50 < len(sample):
        return "utf-16-le" if odd > even else "utf-16-be"
    if data.isascii():
        return "utf-8-sig"
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        for start in range(0, len(data), 65_536):  # in parts: the whole text may take twice the memory of its bytes
            decoder.decode(data[start : start + 65_536])
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def is_binary(data: bytes) -> bool:
    """Whether this is no text: pictures and programs hold zero bytes all over, UTF-16 at every second place."""
    sample = data[:4000]
    return sample.count(0) > len(sample) // 50 and not encoding(data).startswith("utf-16")


def _chunks(data: bytes, code: str, delimiter: str, told: bool, size: int) -> Iterator[list[list[str]]]:
    lines = io.TextIOWrapper(io.BytesIO(data), encoding=code, errors="replace", newline="")
    if told:
        next(csv.reader(lines, delimiter=delimiter), None)
        yield [[]]
    rows_from = _RowsFrom(lines, delimiter)
    while chunk := [
        rows_from.row(line) if '"' in line or len(line) > MOST_CELL else text.split(delimiter) if (text := line.rstrip("\r\n")) else []
        for line in islice(lines, size)
    ]:
        yield chunk


class _RowsFrom:
    """Rows that begin in a line and may go on in the next ones."""

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self._lines, self._first = lines, list[str]()
        self._rows = csv.reader(iter(self._line, None), delimiter=delimiter)

    def row(self, line: str) -> list[str]:
        """Raises csv.Error."""
        self._first.append(line)
        return next(self._rows)

    def _line(self) -> str | None:
        return self._first.pop() if self._first else next(self._lines, None)


def _cells(rows: Iterator[list[str]]) -> int:
    """How many cells the first rows of one width hold."""
    widths = Counter(len(row) for row in islice(rows, AT_FIRST))
    return max(((width - 1) * rows for width, rows in widths.items()), default=0)
