"""Made-up files of answers, and a reading of them whose account was checked."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from learning_network.responses.items import COLUMNS, FileRead
from learning_network.responses.readers import read_file


def read(name: str, data: str | bytes, **how: Any) -> FileRead:
    """Read a file; its account closes, its columns are of one length and its ids are all different."""
    data = data.encode() if isinstance(data, str) else data
    found = read_file(Path(name), data, name, **how)
    assert found.cells == found.answered + found.empty + sum(line.cells for line in found.rejected)
    assert found.said_empty <= found.empty
    assert tuple(found.items.columns) == COLUMNS
    assert {len(column) for column in found.items.columns.values()} == {len(found.items)}
    assert len(set(found.items["item_id"])) == len(found.items)
    assert all(text.strip() for text in found.items["text"])
    assert {line.source_file for line in found.rejected} | {line.source_file for line in found.remarks} <= {name}
    return found


def table(*rows: Sequence[str], sign: str = ",", code: str = "utf-8") -> bytes:
    """The rows as a CSV file."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue().encode(code)


def workbook(*rows: Sequence[Any], **sheets: Sequence[Sequence[Any]]) -> bytes:
    """The rows as the first sheet of an XLSX file, and other sheets by name."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def said(found: FileRead, *names: str) -> list[tuple[Any, ...]]:
    """Some columns of all items: field and text when none are named."""
    return list(zip(*(found.items[name] for name in names or ("field", "text")), strict=True))


def reasons(found: FileRead) -> str:
    return "\n".join(line.reason for line in found.rejected)


def remarks(found: FileRead) -> str:
    return "\n".join(f"{line.place}: {line.message}" for line in found.remarks)
