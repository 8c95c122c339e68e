"""The merged matrix as a spreadsheet to read: overview, differences first, the matrix, remarks, new tools, what was not merged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from learning_network.content.library import Library
from learning_network.content.matrix_values import in_words
from learning_network.content.models import UNKNOWN
from learning_network.responses.matrix_model import REMARK
from learning_network.templates.spreadsheet import PAPER_CODE, Paper, cell_formats, plain_table, workbook
from learning_network.words.reasons import told
from learning_network.words.strings import Strings, strings

from .matrix_merge import Merged, Spread, is_remark

MOST_ROWS = 1_048_000
"""What a sheet can hold."""


def merged_workbook(merged: Merged, library: Library, language: str, today: date) -> bytes:
    """The merge as XLSX, in the words of one language."""
    with workbook(strings(language)("merged.title"), today) as (book, out):
        _Sheets(book, merged, library, language, today).write()
    return out.getvalue()


class _Sheets:
    def __init__(self, book: Any, merged: Merged, library: Library, language: str, today: date) -> None:
        self.book, self.merged, self.library, self.language, self.today = book, merged, library, language, today
        self.t: Strings = strings(language)
        self.formats = cell_formats(book)

    def write(self) -> None:
        t, merged = self.t, self.merged
        self._overview()
        judged = [s for s in merged.spreads if not is_remark(s.criterion) and not self._is_text(s)]
        heads = [t(f"merged.{key}") for key in ("criterion", "answers", "difference", "on_site", "who_said")]
        self._table("differences", [t("workbook.tool"), *heads], (40, 34, 20, 20, 45, 110), map(self._difference, judged))
        self._grid(judged)
        said = [s for s in merged.spreads if is_remark(s.criterion) or self._is_text(s)]
        heads = [t("workbook.tool"), *(t(f"merged.{key}") for key in ("criterion", "team", "text"))]
        self._table("said", heads, (40, 40, 40, 140), (row for s in sorted(said, key=self._by_name) for row in self._texts(s)))
        new = [[name, self._named_by(id_), f"new-tools/{id_}.yml"] for id_, name in merged.new_tools.items()]
        heads = [t("workbook.tool"), t("merged.team"), t("merged.file")]
        self._table("new_tools", heads, (80, 80, 100), new or [[t("merged.none"), "", ""]])
        heads = [t(f"merged.{key}") for key in ("file", "place", "reason", "text", "cells")]
        rows = ([line.file, line.place, told(line.reason, self.language), line.text, str(line.cells)] for line in merged.listed[:MOST_ROWS])
        self._table("listed", heads, (45, 25, 110, 60, 15), rows if merged.listed else [[t("merged.none"), "", "", "", ""]])

    def _overview(self) -> None:
        t, merged, f = self.t, self.merged, self.formats
        sheet = self.book.add_worksheet(t("merged.overview"))
        sheet.set_column(0, 0, 46)
        sheet.set_column(1, 2, 34)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(PAPER_CODE["a4"])
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, t("merged.title"), f["title"])
        sheet.set_row(0, 26)
        sheet.write_string(1, 0, t.date(self.today), f["text"])
        sheet.merge_range(2, 0, 2, 2, t("merged.start"), f["text"])
        sheet.set_row(2, 58)
        numbers = {
            "files": len(merged.files),
            "teams": len(merged.teams),
            "cells_read": merged.cells,
            "cells_merged": merged.merged_cells,
            "cells_listed": merged.listed_cells,
        }
        for row, (key, number) in enumerate(numbers.items(), start=4):
            sheet.write_string(row, 0, t(f"merged.{key}"), f["label"])
            sheet.write_number(row, 1, number, f["number"])
        sheet.write_string(9, 0, t("merged.account"), f["text"])
        sheet.merge_range(11, 0, 11, 2, t("merged.rule"), f["text"])
        sheet.set_row(11, 58)
        for column, key in enumerate(("merged.team", "merged.file", "merged.filled_on")):
            sheet.write_string(13, column, t(key), f["head"])
        for row, team in enumerate(merged.teams, start=14):
            for column, words in enumerate((team.label, team.file, team.filled_on)):
                sheet.write_string(row, column, words, f["cell"])

    def _table(self, key: str, heads: list[str], widths: tuple[int, ...], rows: Iterable[list[str]], paper: Paper = "a4") -> None:
        sheet = self.book.add_worksheet(self.t(f"merged.{key}"))
        plain_table(sheet, self.formats, heads, widths, rows, paper)
        sheet.set_footer(f"&L{self.t('merged.title')}: &A&R{self.t('workbook.page')}")

    def _named_by(self, tool: str) -> str:
        return ", ".join(team.label for team in self.merged.teams if tool in team.answers)

    def _difference(self, spread: Spread) -> list[str]:
        site = self._words(spread, spread.on_site) if spread.on_site else ""
        share = "" if spread.difference is None else f"{round(100 * spread.difference)}%"
        who = who_said(spread, self.library, self.language)
        return [self._name(spread.tool), self._label(spread.criterion), str(spread.teams), share, site, who]

    def _grid(self, judged: list[Spread]) -> None:
        """A row a tool, a column a criterion: the most common answer, or answers, and how many of the teams gave it."""
        by_place = {(s.tool, s.criterion): s for s in judged}
        tools = sorted({s.tool for s in judged}, key=lambda tool: self._name(tool).casefold())
        criteria = [c for c in self.library.criteria.values() if c.type != "text"]
        widths = (40, *(c.width.paper + 8 for c in criteria))
        heads = [self.t("workbook.tool"), *(getattr(c, self.language).label for c in criteria)]
        rows = ([self._name(tool), *(self._most(by_place.get((tool, c.id))) for c in criteria)] for tool in tools)
        self._table("sheet", heads, widths, rows, "a3")

    def _most(self, spread: Spread | None) -> str:
        known = {value: teams for value, teams in spread.answers.items() if value != UNKNOWN} if spread else {}
        if spread is None or not known:
            return ""
        most = max(map(len, known.values()))
        said = " / ".join(self._words(spread, value) for value, teams in known.items() if len(teams) == most)
        return f"{said} ({most}/{sum(map(len, known.values()))})"

    def _texts(self, spread: Spread) -> Iterable[list[str]]:
        for text, teams in spread.answers.items():
            for team in teams:
                yield [self._name(spread.tool), self._label(spread.criterion), team, text]

    def _is_text(self, spread: Spread) -> bool:
        criterion = self.library.criteria.get(spread.criterion)
        return criterion is not None and criterion.type == "text"

    def _by_name(self, spread: Spread) -> tuple[str, str]:
        return (self._name(spread.tool).casefold(), spread.criterion)

    def _words(self, spread: Spread, value: str) -> str:
        return in_words_of(spread, value, self.library, self.language)

    def _name(self, tool: str) -> str:
        record = self.library.tools.get(tool)
        return str(getattr(record, self.language).name) if record else self.merged.new_tools.get(tool, tool)

    def _label(self, column: str) -> str:
        remark, _, about = column.partition(":")
        criterion = self.library.criteria.get(about or column)
        if remark != REMARK:
            return str(getattr(criterion, self.language).label) if criterion else column
        label = str(getattr(criterion, self.language).label) if criterion else about
        return self.t("workbook.remark_about", label=label) if about else self.t("workbook.remark")


def in_words_of(spread: Spread, value: str, library: Library, language: str) -> str:
    """An answer in words; a remark, and the answer to a criterion that nobody knows, as it was written."""
    criterion = library.criteria.get(spread.criterion)
    return in_words(criterion, value, language) if criterion else value


def who_said(spread: Spread, library: Library, language: str) -> str:
    """Every answer with its teams, e.g. 'gratis (2): Noord, Zuid · tegen betaling (1): West'."""
    said = ((in_words_of(spread, value, library, language), teams) for value, teams in spread.answers.items())
    return " · ".join(f"{words} ({len(teams)}): {', '.join(teams)}" for words, teams in said)
