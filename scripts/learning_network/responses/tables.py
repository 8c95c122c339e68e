"""Reads spreadsheets and CSV files as tables of texts with addresses, whatever program wrote them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

import python_calamine as calamine

from learning_network.words.reasons import Reason

from .csv_text import csv_text, is_binary

SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
MOST_CELLS = 5_000_000
"""A sheet with more cells is no filled-in sheet but a mistake: something stands far below or far to the right of the answers."""

MOST_ROOM, MOST_BYTES = 20_000_000, 300_000_000
"""Cells of a sheet that the reader has memory for (it keeps room for empty ones too), and bytes that a file may unpack to."""


class Unreadable(ValueError):
    """A file that cannot be read; the reason says why and what to do."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Table:
    """One sheet: its rows of texts from cell A1 on."""

    name: str
    rows: list[list[str]]
    find_formulas: Callable[[str], frozenset[tuple[int, int]]] = lambda name: frozenset()
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    """First and last place (row, column, from 0) of cells that were made one; the text stands in the first."""

    @cached_property
    def formulas(self) -> frozenset[tuple[int, int]]:
        """The places (row, column, from 0) of formulas and of errors; looked up when asked for, as not all sheets hold answers."""
        return self.find_formulas(self.name)

    def cell(self, row: int, column: int) -> str:
        """The text at a place; empty outside the table."""
        line = self.rows[row] if 0 <= row < len(self.rows) else []
        return line[column] if column < len(line) else ""


def fingerprint(data: bytes) -> str:
    """What tells two files apart: the same bytes give the same text."""
    return hashlib.sha256(data).hexdigest()


def address(row: int, column: int) -> str:
    """The name of a cell, as spreadsheet programs write it: (0, 0) -> 'A1'."""
    letters, n = "", column + 1
    while n:
        n, rest = divmod(n - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def read_tables(path: Path, data: bytes, wanted: Callable[[Sequence[str]], Sequence[str]] = lambda names: names) -> list[Table]:
    """All sheets of a spreadsheet, or the one table (without a name) of a CSV file. Raises Unreadable.

    wanted: told the names of all sheets, says which ones to read. Hidden sheets are read like others.
    """
    kind = path.suffix.lower()
    if kind not in (*SPREADSHEETS, *TEXTS):
        raise Unreadable(Reason("kind_not_read"))
    if not data.strip():
        raise Unreadable(Reason("file_empty"))
    return _spreadsheet(data, wanted) if kind in SPREADSHEETS else [Table("", _csv(data))]


def _spreadsheet(data: bytes, wanted: Callable[[Sequence[str]], Sequence[str]]) -> list[Table]:
    inside = _Inside(data)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = wanted([meta.name for meta in book.sheets_metadata if _holds_cells(meta)])
        for name in names:
            inside.check_room(name)
        sheets = [book.get_sheet_by_name(name) for name in names]
    except Unreadable:
        raise
    except calamine.PasswordError:
        raise Unreadable(Reason("locked")) from None
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError) as error:
        if data.startswith(_OLE) and _ENCRYPTED in data:
            raise Unreadable(Reason("locked")) from None
        raise Unreadable(Reason("no_spreadsheet", error=str(error))) from None
    tables = []
    for sheet in sheets:
        last_row, last_column = sheet.end or (0, 0)
        if last_row * last_column > MOST_CELLS:
            raise Unreadable(_too_large(sheet.name, last_row + 1, last_column + 1))
        try:
            cells = sheet.to_python(skip_empty_area=False)
        except BaseException as error:  # a number of days that no calendar has: the reader panics, which is no Exception
            if not isinstance(error, OverflowError) and type(error).__name__ != "PanicException":
                raise
            raise Unreadable(Reason("time_too_large", sheet=sheet.name)) from None
        rows = [[value if value.__class__ is str else as_text(value) for value in row] for row in cells]
        merged = tuple(((top, left), (bottom, right)) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
        tables.append(Table(sheet.name, rows, inside.formulas, merged))
    return tables


def _too_large(name: str, rows: int, columns: int) -> Reason:
    return Reason("sheet_too_large", sheet=name, rows=rows, columns=columns, letters=address(0, columns - 1)[:-1])


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""How an XLSX with a password begins, and what it holds: it is no zip file any more."""


def _holds_cells(meta: calamine.SheetMetadata) -> bool:
    return bool(meta.typ == calamine.SheetTypeEnum.WorkSheet)


def as_text(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    return str(value)


_FORMULA = re.compile(rb"<(?:\w+:)?c [^>]*?r=\"([A-Z]+)(\d+)\"[^>]*>\s*<(?:\w+:)?f[ >/]")
_ERROR = re.compile(rb"<(?:\w+:)?c [^>]*?t=\"e\"[^>]*>")
_PLACE = re.compile(rb"r=\"([A-Z]+)(\d+)\"")
_ROW = re.compile(rb"row [^>]*?r=\"(\d+)\"")
_LETTERS = re.compile(rb" r=\"([A-Z]+)\d+\"")
_WIDE = re.compile(rb" r=\"[A-Z]{3}\d")


class _Inside:
    """What the XML of an XLSX tells beyond the reader; nothing for other kinds of files. Raises Unreadable for an archive without end."""

    def __init__(self, data: bytes) -> None:
        self.xml: dict[str, bytes] = {}
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data)) if data.startswith(b"PK") else None
        except (zipfile.BadZipFile, OSError, ValueError):
            self.archive = None
        if self.archive and (size := sum(part.file_size for part in self.archive.infolist())) > MOST_BYTES:
            raise Unreadable(Reason("unpacks_too_large", megabytes=size // 1_000_000))

    def check_room(self, name: str) -> None:
        """Raise Unreadable for a sheet that the reader would not have memory for: it ends the program then."""
        xml = self._sheet(name)
        last = _ROW.search(xml, max(xml.rfind(b"<row "), xml.rfind(b":row "), 0))
        rows = int(last[1]) if last else 0
        if rows * 16_384 > MOST_ROOM and (rows * 702 > MOST_ROOM or _WIDE.search(xml)):
            columns = 1 + max(map(_column, set(_LETTERS.findall(xml))), default=0)
            if rows * columns > MOST_ROOM:
                raise Unreadable(_too_large(name, rows, columns))

    def formulas(self, name: str) -> frozenset[tuple[int, int]]:
        """The places of the formulas and errors in a sheet.

        The reader gives the result that was last worked out, nothing for an error, and says neither.
        """
        xml = self._sheet(name)
        found: list[tuple[bytes, bytes]] = []
        if any(sign in xml for sign in (b"<f>", b"<f ", b":f>", b":f ")):  # much faster than the search itself
            found += _FORMULA.findall(xml)
        if b't="e"' in xml:
            found += [(place[1], place[2]) for cell in _ERROR.findall(xml) if (place := _PLACE.search(cell))]
        return frozenset((int(row) - 1, _column(letters)) for letters, row in found)

    def _sheet(self, name: str) -> bytes:
        """The XML of a sheet; empty when it cannot be found."""
        if name not in self.xml:
            try:
                self.xml[name] = self.archive.read(self._paths[name]) if self.archive else b""
            except (zipfile.BadZipFile, zlib.error, LookupError, OSError, ValueError, ElementTree.ParseError):
                self.xml[name] = b""
        return self.xml[name]

    @cached_property
    def _paths(self) -> dict[str, str]:
        """Where the sheets stand in the archive."""
        assert self.archive
        book = ElementTree.fromstring(self.archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(self.archive.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): link.get("Target", "") for link in links}
        paths = {}
        for element in book.iter():
            if element.tag.endswith("}sheet"):
                id_ = next((value for key, value in element.items() if key.endswith("}id")), None)
                target = targets.get(id_, "")
                paths[element.get("name", "")] = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        return paths


def _column(letters: bytes) -> int:
    n = 0
    for letter in letters:
        n = n * 26 + letter - 64
    return n - 1


def _csv(data: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    if is_binary(data):
        raise Unreadable(Reason("no_text_file"))
    try:
        return [[unprefixed(cell) for cell in row] for row in csv_text(data).rows()]
    except csv.Error as error:
        raise Unreadable(Reason("no_table", error=str(error))) from None


_RISKY = re.compile(r"'*[=+\-@\t\r]")
"""What a text begins with that a spreadsheet program takes for a formula."""


def prefixed(text: str) -> str:
    """A text for a CSV file that no spreadsheet program takes for a formula; unprefixed() takes it back."""
    return f"'{text}" if _RISKY.match(text) else text


def unprefixed(text: str) -> str:
    return text[1:] if text[:1] == "'" and _RISKY.match(text) else text
