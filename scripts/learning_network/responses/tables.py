"""Reads spreadsheets and CSV files as tables of texts with addresses, whatever program wrote them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine as calamine

SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
MOST_CELLS = 5_000_000
"""A sheet with more cells is no filled-in sheet but a mistake (a whole column formatted, or an archive that unpacks without end)."""


class Unreadable(ValueError):
    """A file that cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Table:
    """One sheet: its rows of texts from cell A1 on. `formulas` holds the places (row, column, from 0) of formulas."""

    name: str
    rows: list[list[str]]
    visible: bool = True
    formulas: frozenset[tuple[int, int]] = field(default_factory=frozenset)

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


def read_tables(path: Path, data: bytes) -> list[Table]:
    """All sheets of a spreadsheet, or the one table of a CSV file. Raises Unreadable."""
    if not data.strip():
        raise Unreadable("the file is empty: ask for it again")
    if path.suffix.lower() in SPREADSHEETS:
        return _spreadsheet(data)
    return [Table(path.stem, _csv(data))]


def _spreadsheet(data: bytes) -> list[Table]:
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            (meta, book.get_sheet_by_name(meta.name)) for meta in book.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise Unreadable("the file is protected with a password: open it, take the password off and save it again") from None
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError) as error:
        if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" and b"E\0n\0c\0r\0y\0p\0t\0e\0d" in data:
            raise Unreadable("the file is protected with a password: open it, take the password off and save it again") from None
        raise Unreadable(f"the file is damaged or no spreadsheet ({error}): open it and save it again as .xlsx") from None
    formulas = _formulas(data)
    tables = []
    for meta, sheet in sheets:
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Unreadable(f"the sheet '{meta.name}' is {sheet.total_height} rows by {sheet.total_width} columns: remove what is empty")
        rows = [[value if value.__class__ is str else _text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        tables.append(Table(meta.name, rows, meta.visible == calamine.SheetVisibleEnum.Visible, formulas.get(meta.name, frozenset())))
    return tables


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


_SHEET = re.compile(rb"<(?:\w+:)?sheet [^>]*?name=\"([^\"]*)\"[^>]*?r:id=\"([^\"]*)\"")
_RELATION = re.compile(rb"<Relationship [^>]*>")
_FORMULA = re.compile(rb"<(?:\w+:)?c [^>]*?r=\"([A-Z]+)(\d+)\"[^>]*>\s*<(?:\w+:)?f[ >/]")


def _formulas(data: bytes) -> dict[str, frozenset[tuple[int, int]]]:
    """Sheet name -> places of its formulas, from the XML of an XLSX; nothing for other kinds of files.

    The reader gives the result that was last worked out, and does not say that it was a formula.
    """
    found: dict[str, frozenset[tuple[int, int]]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
                return {}
            targets = _targets(archive.read("xl/_rels/workbook.xml.rels"))
            for name, relation in _SHEET.findall(archive.read("xl/workbook.xml")):
                target = "xl/" + targets.get(relation, b"").decode().removeprefix("/xl/")
                if target in names and b"<f" in (xml := archive.read(target)).replace(b":f", b"<f"):
                    places = frozenset((int(row) - 1, _column(letters)) for letters, row in _FORMULA.findall(xml))
                    if places:
                        found[name.decode("utf-8", "replace")] = places
    except (zipfile.BadZipFile, KeyError, OSError, ValueError):
        return {}
    return found


def _targets(relations: bytes) -> dict[bytes, bytes]:
    targets = {}
    for tag in _RELATION.findall(relations):
        id_, target = re.search(rb'Id="([^"]*)"', tag), re.search(rb'Target="([^"]*)"', tag)
        if id_ and target:
            targets[id_[1]] = target[1]
    return targets


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
