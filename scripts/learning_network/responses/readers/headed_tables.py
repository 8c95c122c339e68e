"""Any CSV file or spreadsheet whose headings say what stands below them, or that a mapping was written for."""

from __future__ import annotations

from collections.abc import Mapping as Lookup

from learning_network.responses.answer_table import Plan, plan
from learning_network.responses.items import FileRead
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened, Sheet

from . import google_forms, items_tables, limesurvey, microsoft_forms, posters, site_answers, templates
from .sheets import read_sheets

NAME = "table"

_OTHERS = (templates, site_answers, items_tables, microsoft_forms, google_forms, limesurvey, posters)


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    """Whether a sheet has headings that say enough, and the file is not of a kind that another reader knows better."""
    if opened.kind not in ("spreadsheet", "text") or any(reader.sniff(opened, mapping) for reader in _OTHERS):
        return False
    return bool(_plans(opened, mapping))


def _plans(opened: Opened, mapping: Mapping | None, instrument: str = "") -> list[tuple[Sheet, Plan]]:
    found = []
    for sheet in opened.sheets:
        used = mapping if mapping and any(mapping.fits(row) for row in sheet.head[:25]) else None
        made = plan(sheet.head, mapping=used, instrument=instrument)
        if made and (made.says_enough or (used and (made.answers or made.is_long))):
            found.append((sheet, made))
    return found


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    return read_sheets(opened, _plans(opened, mapping, given.get("instrument", "")), given, NAME)
