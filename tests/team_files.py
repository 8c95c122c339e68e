"""Matrices as teams send them in: our template filled in with openpyxl, as Excel would leave it. All teams are made up."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from learning_network.content.library import Library
from learning_network.templates.matrix_table import matrix_table
from learning_network.templates.matrix_workbook import matrix_workbook
from learning_network.words.strings import strings

DAY = date(2026, 11, 22)
Answers = Mapping[tuple[str, str], Any]
"""(tool, column) -> what the team writes. A tool that the matrix does not have goes in an empty row, by its name."""


def template(library: Library, language: str = "nl", tools: tuple[str, ...] = (), blank: bool = True) -> bytes:
    return matrix_workbook(matrix_table(library, language, tools), blank=blank, today=DAY)


def filled_in(
    library: Library,
    team: str,
    answers: Answers,
    *,
    language: str = "nl",
    tools: tuple[str, ...] = (),
    change: Callable[[Any], None] = lambda book: None,
    made: bytes | None = None,
) -> bytes:
    """The template as a team fills it in. `change` does to the workbook what else happens to it."""
    t = strings(language)
    book = openpyxl.load_workbook(io.BytesIO(made or template(library, language, tools)))
    about, sheet = book[t("workbook.about")], book[t("workbook.sheet")]
    for row in about.iter_rows(max_col=1):
        if row[0].value == t("workbook.team"):
            about.cell(row[0].row, 2).value = team
    columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
    rows = {cell.value: cell.row for cell in sheet["A"][2:] if cell.value}
    free = max([2, *rows.values()]) + 1
    for (tool, column), value in answers.items():
        if tool not in rows:
            rows[tool] = free
            sheet.cell(free, 2).value = tool
            free += 1
        sheet.cell(rows[tool], columns[column]).value = value
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(folder: Path, **files: bytes) -> Path:
    """Write files (name without its ending, which is .xlsx) into a folder and return it."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    return folder
