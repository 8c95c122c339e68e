"""The tool matrix as a spreadsheet: blank for teams to fill in, or filled with what the records say.

Sheet 'Matrix' has the ids of its columns in a hidden first row and the ids of its tools in a hidden first column, so that a
filled-in file can be read back whatever people did to the headings. The headings (row 2) and names (column B) stay in sight.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from learning_network.content.matrix_values import choices
from learning_network.content.models import Criterion

from .matrix_table import MatrixTable
from .spreadsheet import PAPER_CODE, Paper, cell_formats, column_width, height, plain_table, workbook, write_cell

NAME_MM, REMARK_MM = 40, 40
ABOUT_MM = (90, 45, 25, 60, 25, 28)
"""Widths of what else is known of a tool, in the order of MatrixTable.about."""

BLANK_ROW = 34
"""Points: the height of a row to write in."""

BLANK_ROWS = 12
"""Empty rows below the tools, for tools that a team adds; a matrix without tools has twice as many."""

_A4_ROOM, _A4_SCALE = 282, 84
"""Millimetres of columns on an A4 page in landscape, with its margins off, and the percentage to print at: programs without
Excel's own font make columns up to a fifth wider (LibreOffice does), and those must stay on the page too."""

_FIRST_ROW = 2
_FIRST_COLUMN = 2


def matrix_workbook(table: MatrixTable, *, blank: bool, today: date, paper: Paper = "a4") -> bytes:
    """The matrix as XLSX.

    blank: cells stay empty and offer their answers as drop-downs, with a sheet for the name of the team; otherwise the
    cells say what the records say. Prints in landscape: on A3 all columns on one page across, on A4 the columns that
    teams fill in on a second page.
    """
    with workbook(table.words("workbook.title"), today) as (book, out):
        _Book(book, table, blank, paper, today).write()
    return out.getvalue()


class _Book:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, table: MatrixTable, blank: bool, paper: Paper, today: date) -> None:
        self.book, self.table, self.t = book, table, table.words
        self.blank, self.paper, self.today = blank, paper, today
        self.formats = cell_formats(book)
        self.ranges: dict[str, str] = {}
        sheets = ["about", "sheet", *([] if blank else ["tools"]), "explanation", "lists"]
        self.sheets = {key: book.add_worksheet(self.t(f"workbook.{key}")) for key in sheets}

    def write(self) -> None:
        self._about()
        self._lists()
        self._matrix()
        if not self.blank:
            self._tools()
        self._explanation()

    def _about(self) -> None:
        sheet, t, f = self.sheets["about"], self.t, self.formats
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 70)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(PAPER_CODE["a4"])
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, t("workbook.title"), f["title"])
        row = 2
        sheet.merge_range(row, 0, row, 1, t("workbook.blank_intro" if self.blank else "workbook.filled_intro"), f["text"])
        sheet.set_row(row, 30)
        row += 2
        if self.blank:
            for i, line in enumerate(t.raw("workbook.how"), start=1):
                sheet.merge_range(row, 0, row, 1, f"{i}. {line}", f["text"])
                sheet.set_row(row, 28)
                row += 1
            row += 1
            for key, format_ in (("team", "field"), ("date", "date")):
                sheet.write_string(row, 0, t(f"workbook.{key}"), f["label"])
                sheet.write_blank(row, 1, None, f[format_])
                sheet.set_row(row, 22)
                self.book.define_name(key, f"='{sheet.get_name()}'!$B${row + 1}")
                row += 1
            row += 1
        sheet.merge_range(row, 0, row, 1, t("workbook.origin", date=t.date(self.today)), f["text"])
        if self.blank:
            sheet.activate()
        else:
            self.sheets["sheet"].activate()

    def _lists(self) -> None:
        """The answers of each criterion, a column each: drop-downs point here, as a list in a cell may be too short."""
        sheet = self.sheets["lists"]
        for column, criterion in enumerate(c for c in self.table.criteria if choices(c, self.table.language)):
            words = choices(criterion, self.table.language)
            sheet.write_column(0, column, words)
            letter = xl_col_to_name(column, col_abs=True)
            self.ranges[criterion.id] = f"='{sheet.get_name()}'!{letter}$1:{letter}${len(words)}"
        sheet.hide()

    def _matrix(self) -> None:
        sheet, table, f, t = self.sheets["sheet"], self.table, self.formats, self.t
        # A filled matrix has no columns for a team, a blank one has them all.
        criteria = [c for c in table.criteria if self.blank or not c.filled_in_by_team]
        ids = ["id", "name", *(c.id for c in criteria), *(["remark"] if self.blank else [])]
        labels = ["id", t("workbook.tool"), *map(table.label, criteria), t("workbook.remark")][: len(ids)]
        widths = [8, NAME_MM, *(c.width.paper for c in criteria), REMARK_MM][: len(ids)]
        last = _FIRST_ROW + len(table.tools) - 1
        self._heads(sheet, ids, labels, widths, criteria)
        look = f["answer" if self.blank else "cell"]
        for row, tool in enumerate(table.tools, start=_FIRST_ROW):
            cells = [table.name(tool), *("" if self.blank else table.cell(tool, criterion) for criterion in criteria)]
            cells += [""] * (len(ids) - 1 - len(cells))
            sheet.write_string(row, 0, tool.id)
            for column, words in enumerate(cells, start=1):
                write_cell(sheet, row, column, words, f["name"] if column == 1 else look)
            if self.blank:
                sheet.write_comment(row, 1, table.summary(tool), {"x_scale": 2.5, "y_scale": 1.5, "author": ""})
            sheet.set_row(row, max(height(cells, widths[1:]), BLANK_ROW if self.blank else 0))
        if self.blank:
            last = self._room_to_write(sheet, ids, criteria, last + 1)
        sheet.autofilter(1, 0, max(last, _FIRST_ROW), len(ids) - 1)  # with the ids: who sorts, sorts them too
        sheet.freeze_panes(_FIRST_ROW, _FIRST_COLUMN)
        self._paper(sheet, criteria, widths, max(last, _FIRST_ROW))

    def _heads(self, sheet: Any, ids: list[str], labels: list[str], widths: list[int], criteria: list[Criterion]) -> None:
        by_id = {criterion.id: criterion for criterion in criteria}
        for column, (id_, label, width) in enumerate(zip(ids, labels, widths, strict=True)):
            sheet.set_column(column, column, column_width(width), None, {"hidden": column == 0})
            sheet.write_string(0, column, id_)
            criterion = by_id.get(id_)
            sheet.write_string(1, column, label, self.formats["team" if criterion and criterion.filled_in_by_team else "head"])
            if criterion:
                explanation = getattr(criterion, self.table.language).explanation
                sheet.write_comment(1, column, explanation, {"x_scale": 2, "y_scale": 1.2, "author": ""})
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, max(height(labels, widths), 30))

    def _room_to_write(self, sheet: Any, ids: list[str], criteria: list[Criterion], first: int) -> int:
        """Empty rows for tools of the team's own, and drop-downs in all rows. Returns the last row."""
        last = first + (BLANK_ROWS if self.table.tools else 2 * BLANK_ROWS) - 1
        for row in range(first, last + 1):
            sheet.set_row(row, BLANK_ROW)
            for column in range(1, len(ids)):
                sheet.write_blank(row, column, None, self.formats["name" if column == 1 else "answer"])
        for column, criterion in enumerate(criteria, start=_FIRST_COLUMN):
            sheet.data_validation(_FIRST_ROW, column, last, column, self._answers(criterion))
        return last

    def _tools(self) -> None:
        """What else is known of each tool."""
        sheet, table = self.sheets["tools"], self.table
        heads = [self.t("workbook.tool"), *(table.about(table.tools[0]) if table.tools else ())]
        widths = [NAME_MM, *ABOUT_MM][: len(heads)]
        rows = [[table.name(tool), *table.about(tool).values()] for tool in table.tools]
        plain_table(sheet, self.formats, heads, widths, rows, self.paper)
        sheet.set_footer(f"&L{self.t('workbook.title')}&R{self.t('workbook.page')}")

    def _answers(self, criterion: Criterion) -> dict[str, Any]:
        """The drop-down of a cell, with what it means; only 'one of' and 'yes or no' refuse other words."""
        text = getattr(criterion, self.table.language)
        hints = {"some-of": self.t("workbook.several"), "minutes": self.t("workbook.minutes_hint")}
        message = f"{text.explanation} {hints.get(criterion.type, '')}".strip()
        answer: dict[str, Any] = {"input_title": text.label[:32], "input_message": message[:255], "ignore_blank": True}
        if criterion.id not in self.ranges:
            return answer | {"validate": "any"}
        return answer | {
            "validate": "list",
            "source": self.ranges[criterion.id],
            "show_error": criterion.type != "some-of",
            "error_title": text.label[:32],
            "error_message": ", ".join(choices(criterion, self.table.language))[:255],
        }

    def _paper(self, sheet: Any, criteria: list[Criterion], widths: list[int], last: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(PAPER_CODE[self.paper])
        sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.5)
        sheet.repeat_rows(1)
        sheet.repeat_columns(1)
        sheet.print_area(1, 1, last, len(widths) - 1)
        sheet.set_footer(f"&L{self.t('workbook.title')}&R{self.t('workbook.page')}")
        if self.paper == "a3" or not self.blank:
            sheet.fit_to_pages(1, 0)
            return
        sheet.set_print_scale(_A4_SCALE)
        sheet.set_v_pagebreaks(page_breaks([c.filled_in_by_team for c in criteria], widths[_FIRST_COLUMN:]))

    def _explanation(self) -> None:
        table, t = self.table, self.t
        heads = [t(key) for key in ("merged.criterion", "workbook.explanation", "workbook.kind", "workbook.options")]
        rows = []
        for criterion in table.criteria:
            said = getattr(criterion, table.language)
            options = "; ".join(choices(criterion, table.language))
            rows.append([said.label, said.explanation, t(f"workbook.kinds.{criterion.type}"), options])
        plain_table(self.sheets["explanation"], self.formats, heads, [NAME_MM, 90, 35, 100], rows)


def page_breaks(for_team: list[bool], widths: list[int]) -> list[int]:
    """Columns (from the left edge of the sheet) that start a new A4 page: the first one for teams, and where a page is full.

    for_team and widths (mm): of the columns after the name, in order; the name stands on every page.
    """
    breaks, used = [], NAME_MM
    for i, width in enumerate(widths):
        to_team = 0 < i < len(for_team) and for_team[i] and not for_team[i - 1]
        if used + width > _A4_ROOM or to_team:
            breaks.append(_FIRST_COLUMN + i)
            used = NAME_MM
        used += width
    return breaks
