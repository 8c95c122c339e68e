"""Google Forms: CSV or XLSX whose first column is the time stamp. Dates stay month-first, whatever the language of the form."""

from __future__ import annotations

from collections.abc import Mapping as Lookup

from learning_network.responses.items import FileRead
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened, Sheet

from .forms import exported, form_plan
from .sheets import read_sheets

NAME = "google-forms"

_STAMP = ("timestamp", "tijdstempel", "zeitstempel", "horodateur")
_ADDED = dict.fromkeys(_STAMP, "answered_on") | {
    "email address": "email", "e-mailadres": "email", "e-mail-adresse": "email", "adresse e-mail": "email", "username": "email",
    "gebruikersnaam": "email", "score": "not-used", "punktzahl": "not-used",
}  # fmt: skip


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    return _sheet(opened) is not None


def _sheet(opened: Opened) -> Sheet | None:
    return exported(opened, lambda headings: headings[:1] != [] and headings[0] in _STAMP)


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    sheet = _sheet(opened)
    assert sheet is not None
    made = form_plan(sheet, mapping, _ADDED, given.get("instrument", ""))
    return read_sheets(opened, [(sheet, made)], given, NAME, month_first=True)
