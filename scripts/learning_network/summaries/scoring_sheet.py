"""The scoring sheet of the confrontation matrix as a spreadsheet: people say of every pair whether it helps or hinders.

Inside factors are rows, outside factors columns, with a drop-down from -2 to +2. The hidden first row and column hold the ids of the
factors, and a hidden sheet tells which factors these are, so that scoring_read.py can read it back and refuses a sheet of another
summary. What people wrote is text in it, never a formula.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from learning_network.responses.filled_in import ABOUT, FIRST_ROW
from learning_network.templates.spreadsheet import PAPER_CODE, cell_formats, column_width, height, plain_table, workbook, write_cell
from learning_network.words.strings import strings

from .summary import Confrontation, Factor, Summary

FILE = "scoring-sheet.xlsx"
FORMAT = "learning-network/scoring"
VERSION = "1"
SCORES = "scores"
"""What cell A1 of the sheet with scores says."""

VALUES = (-2, -1, 0, 1, 2)

_PAGE = 270
"""Millimetres of columns on an A4 page in landscape."""

_INSIDE, _CELL_MOST = 62, 26

_QUOTED = 3
"""Quotations a factor on the sheet with evidence: enough to know what it is about; the report has all."""


def factor_lines(confrontation: Confrontation) -> list[tuple[str, str, str]]:
    """id, field and theme of every factor: what a sheet and a summary must have in common."""
    return [(factor.id, factor.field, factor.theme) for factor in (*confrontation.inside, *confrontation.outside)]


def scoring_sheet(summary: Summary) -> bytes | None:
    """The sheet as XLSX, in the language of the summary; None where there are no pairs to score. Same summary, same bytes."""
    if summary.swot is None or not (summary.swot.confrontation.inside and summary.swot.confrontation.outside):
        return None
    t = strings(summary.language)
    made_on = date.fromisoformat(summary.made_on)
    with workbook(t("scoring.title"), made_on) as (book, out):
        _Sheet(book, summary, summary.swot.confrontation).write()
    return out.getvalue()


class _Sheet:
    def __init__(self, book: Any, summary: Summary, confrontation: Confrontation) -> None:
        self.book, self.summary, self.confrontation = book, summary, confrontation
        self.t = strings(summary.language)
        self.labels = {theme["id"]: theme["label"] for theme in summary.coding.themes}
        self.formats = cell_formats(book)
        centred = {"font_name": "Arial", "font_size": 12, "border": 1, "border_color": "#5d5646", "align": "center", "valign": "vcenter"}
        self.formats["score"] = book.add_format({**centred, "num_format": "+0;-0;0"})

    def write(self) -> None:
        self._how_to()
        self._grid()
        self._evidence()
        self._about()

    def _how_to(self) -> None:
        t, f = self.t, self.formats
        sheet = self.book.add_worksheet(t("scoring.how_sheet"))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, column_width(8))
        sheet.set_column(1, 1, column_width(230))
        sheet.write_string(0, 1, t("scoring.title"), f["title"])
        sheet.set_row(0, 26)
        made_on = t("scoring.made", date=t.date(date.fromisoformat(self.summary.made_on)))
        for row, text in enumerate((made_on, t("scoring.intro")), start=1):
            sheet.write_string(row, 1, text, f["text"])
            sheet.set_row(row, height([text], [230]))
        for number, text in enumerate(t.raw("scoring.how"), start=1):
            sheet.write_string(3 + number, 0, f"{number}.", f["label"])
            sheet.write_string(3 + number, 1, text, f["text"])
            sheet.set_row(3 + number, height([text], [230]))
        self._paper(sheet)

    def _grid(self) -> None:
        inside, outside = self.confrontation.inside, self.confrontation.outside
        sheet, f = self.book.add_worksheet(self.t("scoring.scores")), self.formats
        width = min((_PAGE - _INSIDE) // len(outside), _CELL_MOST)
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_column(1, 1, column_width(_INSIDE))
        sheet.set_column(2, 1 + len(outside), column_width(width))
        sheet.write_string(0, 0, SCORES)
        write_cell(sheet, 1, 1, self.t("scoring.corner"), f["head"])
        for column, factor in enumerate(outside, start=2):
            sheet.write_string(0, column, factor.id)
            write_cell(sheet, 1, column, self._name(factor), f["head" if factor.field == "opportunities" else "team"])
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, max(height([self._name(factor) for factor in outside], [width] * len(outside)), 40))
        for row, factor in enumerate(inside, start=FIRST_ROW):
            sheet.write_string(row, 0, factor.id)
            write_cell(sheet, row, 1, self._name(factor), f["head" if factor.field == "strengths" else "team"])
            sheet.set_row(row, max(height([self._name(factor)], [_INSIDE]), 30))
            for column in range(2, 2 + len(outside)):
                sheet.write_blank(row, column, None, f["score"])
        last = FIRST_ROW + len(inside) - 1
        accepts = self.t("scoring.accepts")
        sheet.data_validation(
            FIRST_ROW, 2, last, 1 + len(outside), {"validate": "list", "source": list(VALUES), "ignore_blank": True, "error_message": accepts}
        )  # fmt: skip
        sheet.freeze_panes(FIRST_ROW, 2)
        self._paper(sheet)
        sheet.fit_to_pages(1, 1)
        sheet.activate()

    def _evidence(self) -> None:
        sheet = self.book.add_worksheet(self.t("scoring.evidence"))
        heads = [self.t(f"scoring.heads.{key}") for key in ("id", "field", "theme", "respondents", "organisations", "quotations")]
        rows = (
            [
                factor.id,
                self.t(f"scoring.fields.{factor.field}"),
                self.labels.get(factor.theme, factor.theme),
                str(factor.count.respondents),
                str(factor.count.organisations),
                "\n".join(f"“{quotation.text}”" for quotation in factor.quotations[:_QUOTED]),
            ]
            for factor in (*self.confrontation.inside, *self.confrontation.outside)
        )
        plain_table(sheet, self.formats, heads, (16, 26, 55, 20, 28, 130), rows)
        sheet.ignore_errors({"number_stored_as_text": "A1:F40"})
        sheet.set_footer(f"&L{self.t('scoring.title')}&R{self.t('scoring.page')}")

    def _about(self) -> None:
        sheet = self.book.add_worksheet(ABOUT)
        lines = [("format", FORMAT), ("version", VERSION), ("made_on", self.summary.made_on), ("language", self.summary.language)]
        for row, cells in enumerate((*lines, *(("factor", *line) for line in factor_lines(self.confrontation)))):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
        sheet.hide()

    def _name(self, factor: Factor) -> str:
        return f"{factor.id} {self.labels.get(factor.theme, factor.theme)} ({self.t(f'scoring.fields.{factor.field}')})"

    def _paper(self, sheet: Any) -> None:
        sheet.set_landscape()
        sheet.set_paper(PAPER_CODE["a4"])
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self.t('scoring.title')}&R{self.t('scoring.page')}")
