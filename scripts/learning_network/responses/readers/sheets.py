"""Reads the sheets of a file by their plans, and tells what it did not read."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from collections.abc import Sequence

from learning_network.responses.answer_rows import read_rows
from learning_network.responses.answer_table import Plan
from learning_network.responses.gathering import Gathered
from learning_network.responses.items import FileRead
from learning_network.responses.opened import Opened, Sheet

NO_QUESTIONS = (
    "none of its questions is known as a field of SWOT or GRROW: write which column holds what with "
    "`learning-network responses mapping FILE > mapping.yml`, fill it in, and name it with --mapping"
)


def read_sheets(
    opened: Opened, plans: Sequence[tuple[Sheet, Plan]], given: Lookup[str, str], reader: str, month_first: bool = False
) -> FileRead:
    """All rows of some sheets. month_first: the order of dates that nothing in their column shows."""
    gathered = Gathered(opened.name, opened.sha256, reader)
    orders = [made.month_first for _, made in plans if made.month_first is not None]
    if len(plans) > 1:  # cells of two sheets need two names
        plans = [(sheet, made.under(sheet.name)) for sheet, made in plans]
    for sheet, made in plans:
        if not made.answers and not made.is_long:
            gathered.reject(0, "", NO_QUESTIONS, cells=0)
        read_rows(gathered, sheet, made, given.get("instrument", ""))
        if not gathered.read.cells and not gathered.read.rejected:
            gathered.reject(0, "", "there is nothing below its headings: ask for the file with the answers", cells=0)
    others = [name for sheet, _ in plans[:1] for name in other_sheets(opened, sheet) if name not in {sheet.name for sheet, _ in plans}]
    if others:
        names = ", ".join(f"'{name}'" for name in others)
        gathered.remark("", f"sheets that were not read, as their headings are not known: {names}")
    if opened.kind == "text" and opened.data.count(b'"') % 2:
        gathered.remark("", "a quotation mark is never closed: rows may have run together in one cell. Look at the end of the file")
    return gathered.finish(given, orders[0] if orders else month_first)


def other_sheets(opened: Opened, sheet: Sheet) -> list[str]:
    """Names of the sheets that hold something and are not this one, without those that tools hide by a name with '_'."""
    return [other.name for other in opened.sheets if other is not sheet and other.holds_text and not other.name.startswith("_")]
