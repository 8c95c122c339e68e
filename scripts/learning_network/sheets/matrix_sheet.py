"""The tool matrix on paper: on A3 as a table, in large print as a list with a block for each tool."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from learning_network.content.library import Library
from learning_network.content.matrix_values import choices
from learning_network.content.models import LANGUAGES, Criterion, Tool
from learning_network.templates.matrix_table import MatrixTable, matrix_table
from learning_network.words.strings import Strings, strings

from .titles import Titles

MATRIX_VARIANTS = ("blank", "tools", "filled")
"""Empty rows for a tool market; the names of the tools with room for a team's own judgement; what the records say."""

NAME_MM, SUMMARY_MM, REMARK_MM = 42, 74, 44
NARROW_MM = 21
"""The narrowest column that takes a long word of a head, such as geprobeerd."""
BLANK_ROWS = 11
"""Rows to write in that fill an A3 page."""
BLANK_BLOCKS = 3
"""Blocks to write in, of large print: a page each."""


@dataclass(frozen=True)
class MatrixSheet:
    """The tool matrix as a sheet. It is no record: no phase, no version, and the day on which a tool was last checked."""

    updated: date
    sources: tuple[str, ...]
    nl: Titles
    en: Titles
    id: str = "tool-matrix"
    page: str = "tools/index.html"
    phases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of the table: its head, what to choose from, and its share of the width in per cent."""

    id: str
    label: str
    options: str
    share: float
    own: bool
    """Whether a team fills it in for itself."""


def matrix_sheet(library: Library) -> MatrixSheet:
    """The sheet of the matrix of a library that has tools; its sources are theirs."""
    nl, en = (Titles(strings(of)("workbook.title"), strings(of)("sheets.matrix.summary")) for of in LANGUAGES)
    sources = {id_ for tool in library.tools.values() for id_ in tool.sources}
    checked = max(tool.checked for tool in library.tools.values())
    return MatrixSheet(checked, tuple(id_ for id_ in library.sources if id_ in sources), nl, en)


def matrix_values(library: Library, language: str, variant: str, t: Strings) -> dict[str, Any]:
    """What the templates of the matrix need beside what every sheet has."""
    table = matrix_table(library, language)
    filled = variant == "filled"
    criteria = [c for c in table.criteria if not (filled and c.filled_in_by_team)]
    asked = criteria if variant != "tools" else [c for c in criteria if c.filled_in_by_team]
    return {
        "table": table,
        "variant": variant,
        "columns": _columns(criteria, language, filled, t),
        "asked": asked,
        "tools": () if variant == "blank" else table.tools,
        "cell": lambda tool, criterion: _cell(table, tool, criterion, t),
        "options": lambda criterion: ", ".join(choices(criterion, language)),
        "blank_rows": BLANK_ROWS if variant == "blank" else 0,
        "blank_blocks": BLANK_BLOCKS if variant == "blank" else 0,
    }


def _cell(table: MatrixTable, tool: Tool, criterion: Criterion, t: Strings) -> str:
    said = table.cell(tool, criterion)
    return t("count.short_minutes", n=said) if criterion.type == "minutes" and said[:1].isdigit() else said


def _columns(criteria: list[Criterion], language: str, filled: bool, t: Strings) -> list[Column]:
    """All columns with their shares of the page: the tool, what it is for or a remark, and the criteria."""
    widths = {"name": NAME_MM} | {c.id: max(c.width.paper, NARROW_MM) for c in criteria}
    widths |= {"summary": SUMMARY_MM} if filled else {"remark": REMARK_MM}
    total = sum(widths.values())
    heads = {"name": t("workbook.tool"), "summary": t("workbook.summary"), "remark": t("workbook.remark")}
    by_id = {c.id: c for c in criteria}
    order = ["name", *(["summary"] if filled else []), *by_id, *([] if filled else ["remark"])]
    found = []
    for id_ in order:
        criterion = by_id.get(id_)
        label = str(getattr(criterion, language).label) if criterion else heads[id_]
        options = "" if filled or criterion is None else _short(choices(criterion, language))
        own = criterion.filled_in_by_team if criterion else id_ == "remark"
        found.append(Column(id_, label, options, round(100 * widths[id_] / total, 2), own))
    return found


def _short(options: list[str]) -> str:
    """What to choose from, where that is short enough to stand above a column."""
    said = " / ".join(options)
    return said if len(said) <= 60 else ""
