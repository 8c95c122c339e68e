"""What the readers of form tools share: the sheet that a tool exported, known by the columns that the tool adds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from learning_network.responses.answer_headings import plain
from learning_network.responses.answer_table import Plan, plan_at
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened, Sheet


def exported(opened: Opened, knows: Callable[[list[str]], bool]) -> Sheet | None:
    """The first sheet whose first row that holds anything is a row of headings of the tool."""
    if opened.kind not in ("spreadsheet", "text"):
        return None
    for sheet in opened.sheets:
        first = next((row for row in sheet.head if any(map(str.strip, row))), [])
        if knows([plain(cell) for cell in first]):
            return sheet
    return None


def form_plan(sheet: Sheet, mapping: Mapping | None, added: dict[str, str], instrument: str) -> Plan:
    """The plan of an export. Its headings are always the first row; a table without a known question is all unused columns."""
    row = next(i for i, cells in enumerate(sheet.head) if any(map(str.strip, cells)))
    used = mapping if mapping and mapping.fits(sheet.head[row]) else None
    return plan_at(sheet.head, row, mapping=used, added=added, instrument=instrument)


def with_signs(plan_: Plan, sign: str, places: set[int]) -> Plan:
    """The plan in which these columns hold choices parted by a sign."""
    columns = tuple(replace(c, sign=c.sign or sign) if c.place in places and c.is_answer else c for c in plan_.columns)
    return replace(plan_, columns=columns)
