"""What our spreadsheets share: the look of cells, widths and heights, a plain table to read."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, Literal

import xlsxwriter

Paper = Literal["a4", "a3"]
PAPER_CODE: dict[Paper, int] = {"a4": 9, "a3": 8}
LINE, PADDING = 12.8, 6
"""Points: the height of a line of text, and the space round it."""

LONG_TEXT = 300
"""Letters from which the lines of a cell are reckoned by their number."""

_INK, _FAINT = "#5d5646", "#b9b09c"


@contextmanager
def workbook(title: str, day: date, **about: str) -> Iterator[tuple[Any, io.BytesIO]]:
    """A new XLSX and the bytes that it becomes when this is left. No text in it turns into a formula, a link or a number."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title, "created": datetime.combine(day, time()), **about})
        yield book, out


def cell_formats(book: Any) -> dict[str, Any]:
    """The looks of cells by name."""
    text = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
    edge = {"border": 1, "border_color": _INK}
    looks: dict[str, dict[str, Any]] = {
        "title": {"font_size": 16, "bold": True, "text_wrap": False},
        "text": {},
        "label": {"bold": True},
        "number": {"align": "left", "num_format": "#,##0"},
        "field": edge,
        "date": {**edge, "num_format": "yyyy-mm-dd", "align": "left"},
        "head": {**edge, "bold": True, "bg_color": "#eee7d8"},
        "team": {**edge, "bold": True, "bg_color": "#dfe8df"},
        "name": {**edge, "bold": True},
        "cell": {"border": 1, "border_color": _FAINT},
        # as text: a program would make a date of 5-10, and a formula of a remark that begins with a hyphen
        "answer": {"border": 1, "border_color": _FAINT, "num_format": "@"},
    }
    return {name: book.add_format({**text, **look}) for name, look in looks.items()}


def column_width(millimetres: float) -> float:
    """Excel's column width (digits of its standard font, 7 pixels each and 5 more) for a width on paper."""
    pixels = millimetres / 25.4 * 96
    return round((pixels - 5) / 7, 2)


def height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """The height in points of a row that shows all its text: in Arial 10 a letter is about 1.9 mm wide, words wrap."""
    lines = 1
    for words, width in zip(cells, widths, strict=True):
        letters = max(int((width - 2) / 1.9), 4)
        if len(words) > LONG_TEXT:  # to break every line at a word takes long, and hardly differs
            lines = max(lines, int(1.1 * len(words) / letters) + 1 + words.count("\n"))
        elif len(words) > letters or "\n" in words:
            lines = max(lines, sum(len(textwrap.wrap(line, letters)) or 1 for line in words.split("\n")))
    return min(round(lines * LINE + PADDING, 1), 409)  # Excel's highest row


def write_cell(sheet: Any, row: int, column: int, words: str, look: Any) -> None:
    """Words as a text, never a formula; nothing as an empty cell with its look."""
    if words:
        sheet.write_string(row, column, words, look)
    else:
        sheet.write_blank(row, column, None, look)


def plain_table(
    sheet: Any, formats: dict[str, Any], heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], paper: Paper = "a4"
) -> None:
    """A table to read: head and first column stay in sight, one page across in landscape. widths: in millimetres."""
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, column_width(width))
        sheet.write_string(0, column, head, formats["head"])
    sheet.set_row(0, height(heads, widths))
    last = 0
    for last, cells in enumerate(rows, start=1):
        for column, words in enumerate(cells):
            write_cell(sheet, last, column, words, formats["name" if column == 0 else "cell"])
        sheet.set_row(last, height(cells, widths))
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(PAPER_CODE[paper])
    sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.5)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
