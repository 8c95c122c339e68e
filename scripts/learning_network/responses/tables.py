"""Reads spreadsheets and CSV files as tables of texts with addresses, whatever program wrote them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, partial
from pathlib import Path
from xml.etree import ElementTree

import python_calamine as calamine

SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
MOST_CELLS = 5_000_000
"""A sheet with more cells is no filled-in sheet but a mistake (a whole column formatted, or an archive that unpacks without end)."""


class Unreadable(ValueError):
    """A file that cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Table:
    """One sheet: its rows of texts from cell A1 on."""

    name: str
    rows: list[list[str]]
    find_formulas: Callable[[str], frozenset[tuple[int, int]]] = lambda name: frozenset()

    @cached_property
    def formulas(self) -> frozenset[tuple[int, int]]:
        """The places (row, column, from 0) of formulas; looked up when asked for, as most sheets hold no answers."""
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


def read_tables(path: Path, data: bytes, wanted: Callable[[str], bool] = lambda name: True) -> list[Table]:
    """All sheets of a spreadsheet, or the one table of a CSV file. Raises Unreadable.

    wanted: told the name of a sheet, says whether to read it. Hidden sheets are read like others.
    """
    if not data.strip():
        raise Unreadable("the file is empty: ask for it again")
    if path.suffix.lower() in SPREADSHEETS:
        return _spreadsheet(data, wanted)
    return [Table(path.stem, _csv(data))]


def _spreadsheet(data: bytes, wanted: Callable[[str], bool]) -> list[Table]:
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(meta.name) for meta in book.sheets_metadata if _holds_cells(meta) and wanted(meta.name)]
    except calamine.PasswordError:
        raise Unreadable(_PASSWORD) from None
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError) as error:
        if data.startswith(_OLE) and _ENCRYPTED in data:
            raise Unreadable(_PASSWORD) from None
        raise Unreadable(f"the file is damaged or no spreadsheet ({error}): open it and save it again as .xlsx") from None
    tables = []
    for sheet in sheets:
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Unreadable(f"the sheet '{sheet.name}' is {sheet.total_height} rows by {sheet.total_width} columns: remove what is empty")
        rows = [[value if value.__class__ is str else _text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        tables.append(Table(sheet.name, rows, partial(formulas_of, data)))
    return tables


_PASSWORD = "the file is protected with a password: open it, take the password off and save it again"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""How an XLSX with a password begins, and what it holds: it is no zip file any more."""


def _holds_cells(meta: calamine.SheetMetadata) -> bool:
    return bool(meta.typ == calamine.SheetTypeEnum.WorkSheet)


def _text(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as year-month-day."""
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
_HAS_ONE = re.compile(rb"<(?:\w+:)?f[ >/]")


def formulas_of(data: bytes, name: str) -> frozenset[tuple[int, int]]:
    """The places of the formulas in a sheet of an XLSX, from its XML; none for other kinds of files.

    The reader gives the result that was last worked out, and does not say that it was a formula.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            xml = archive.read(_sheet_path(archive, name))
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, ElementTree.ParseError):
        return frozenset()
    if not _HAS_ONE.search(xml):
        return frozenset()
    return frozenset((int(row) - 1, _column(letters)) for letters, row in _FORMULA.findall(xml))


def _sheet_path(archive: zipfile.ZipFile, name: str) -> str:
    """Where a sheet stands in an XLSX. Raises KeyError."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for element in book.iter():
        if element.tag.endswith("}sheet") and element.get("name") == name:
            id_ = next((value for key, value in element.items() if key.endswith("}id")), None)
            target = targets[id_]
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(name)


def _column(letters: bytes) -> int:
    n = 0
    for letter in letters:
        n = n * 26 + letter - 64
    return n - 1


def _csv(data: bytes) -> list[list[str]]:
    """The rows of a CSV file. Its encoding is UTF-8 or else Windows-1252; its delimiter is the one that the first line has most of."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise Unreadable("the file is no text: save it as CSV or XLSX")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t|", key=first.count)
    csv.field_size_limit(10_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Unreadable(f"the file is no table ({error}): save it again as CSV or XLSX") from None
    return [[_unprefixed(cell) for cell in row] for row in rows]


def _unprefixed(cell: str) -> str:
    """Without the quote that keeps a spreadsheet program from taking a text for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell
