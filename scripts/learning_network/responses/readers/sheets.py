"""Reads the sheets of a file by their plans, and tells what it did not read."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from collections.abc import Sequence

from learning_network.responses.answer_rows import read_rows
from learning_network.responses.answer_table import Plan
from learning_network.responses.gathering import Gathered
from learning_network.responses.items import FileRead
from learning_network.responses.opened import Opened, Sheet
from learning_network.words.reasons import Reason


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
            gathered.reject(0, "", Reason("no_questions", how=Reason("write_a_mapping")), cells=0)
        read_rows(gathered, sheet, made, given.get("instrument", ""))
        if not gathered.read.cells and not gathered.read.rejected:
            gathered.reject(0, "", Reason("nothing_below_headings"), cells=0)
    others = [name for sheet, _ in plans[:1] for name in other_sheets(opened, sheet) if name not in {sheet.name for sheet, _ in plans}]
    if others:
        gathered.remark("", Reason("sheets_not_known", sheets=tuple(f"'{name}'" for name in others)))
    if opened.kind == "text" and opened.data.count(b'"') % 2:
        gathered.remark("", Reason("quotation_open"))
    return gathered.finish(given, orders[0] if orders else month_first)


def other_sheets(opened: Opened, sheet: Sheet) -> list[str]:
    """Names of the sheets that hold something and are not this one, without those that tools hide by a name with '_'."""
    return [other.name for other in opened.sheets if other is not sheet and other.holds_text and not other.name.startswith("_")]
