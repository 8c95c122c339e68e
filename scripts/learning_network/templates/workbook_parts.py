"""What the sheets of a worksheet's workbook share: heads with hidden ids, what a cell accepts, the page they print on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from learning_network.content.library import Library
from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Column, Question, QuestionText
from learning_network.responses.filled_in import ABOUT, FIRST_ROW
from learning_network.wording.marks import MARKS
from learning_network.wording.network import own_strings
from learning_network.wording.text import plain

from .spreadsheet import PAPER_CODE, cell_formats, column_width, height, write_cell

ROW = 24
"""Points: the height of a row for one thought."""

_MOST_LETTERS = 255
"""What a hint of a cell, and a head or foot of a page, may hold in Excel."""

_FIRST_LIST = 4
"""Column of the hidden sheet where the words of the drop-downs begin."""

_CELL = {"font_name": "Arial", "font_size": 10, "valign": "top", "border": 1, "border_color": "#b9b09c"}
_SINCE = date(2000, 1, 1)


class WorkbookParts:
    """A workbook under way; `sheets` holds its sheets by name."""

    def __init__(self, book: Any, library: Library, worksheet: Worksheet, language: str) -> None:
        self.book, self.library, self.worksheet, self.language = book, library, worksheet, language
        self.words = getattr(worksheet, language)
        self.t = own_strings(library, language)
        self.formats = cell_formats(book)
        self.formats["day"] = book.add_format({**_CELL, "num_format": "yyyy-mm-dd", "align": "left"})
        self.sheets: dict[str, Any] = {}
        self.lists = 0

    def wide(self, sheet: Any, row: int, text: str, widths: Sequence[int]) -> int:
        """A text across the columns; returns the next row."""
        sheet.merge_range(row, 1, row, len(widths), text, self.formats["text"])
        sheet.set_row(row, height([text], [sum(widths)]))
        return row + 1

    def heads(self, sheet: Any, kind: str, columns: Sequence[tuple[str, str, int]]) -> None:
        """The hidden row and column of ids, the heads, which stay in sight and on every page. columns: id, head, millimetres."""
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.write_string(0, 0, kind)
        for column, (id_, label, width) in enumerate(columns, start=1):
            sheet.set_column(column, column, column_width(width))
            write_cell(sheet, 0, column, id_, None)
            write_cell(sheet, 1, column, label, self.formats["head"])
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, max(height([label for _, label, _ in columns], [width for _, _, width in columns]), ROW))
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.repeat_rows(1)

    def check(self, kind: str, key: str, options: Sequence[str], words: QuestionText, of: Question | Column) -> dict[str, Any] | None:
        """What a cell accepts, by the kind of question or column; None where it is text."""
        if kind == "choice":
            return self.list([plain(words.options[id_]) for id_ in options], "")
        if kind == "scale" and isinstance(of, Question) and of.scale:
            return {"validate": "integer", "criteria": "between", "minimum": of.scale.min, "maximum": of.scale.max}
        return self.date() if kind == "date" else None

    def list(self, words: Sequence[str], message: str) -> dict[str, Any]:
        """A drop-down. Its words stand in the hidden sheet: a list in the cell itself may hold 255 letters only."""
        sheet, column = self.sheets[ABOUT], _FIRST_LIST + self.lists
        self.lists += 1
        sheet.write_column(0, column, list(words))
        letter = xl_col_to_name(column, col_abs=True)
        source = f"='{ABOUT}'!{letter}$1:{letter}${len(words)}"
        return {"validate": "list", "source": source, "error_message": (message or ", ".join(words))[:_MOST_LETTERS]}

    def date(self, message: str = "") -> dict[str, Any]:
        hint = self.t("sheets.book.date_hint")
        message = f"{hint} {message}".strip()[:_MOST_LETTERS]
        return {"validate": "date", "criteria": ">=", "value": _SINCE, "input_message": message, "error_message": hint}

    def paper(self, sheet: Any) -> None:
        """A4 in landscape, one page across, with a head and a foot as all our sheets have."""
        phase = self.library.phases[self.worksheet.phases[0]]
        place = f"{MARKS[phase.mark]} {self.t('phase.number', number=phase.number)}: {plain(getattr(phase, self.language).short_name)}"
        network = plain(getattr(self.library.network.name, self.language))
        title = f"{plain(self.words.title)} · {self.t('sheets.worksheet')}"
        sheet.set_landscape()
        sheet.set_paper(PAPER_CODE["a4"])
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_header(_within(f"&L{_literal(network)}&R{_literal(place)}"))
        sheet.set_footer(_within(f"&L{_literal(title)}&R{self.t('workbook.page')}"))


def _literal(text: str) -> str:
    """A text in the head or foot of a page, where & begins a code."""
    return text.replace("&", "&&")


def _within(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS]
