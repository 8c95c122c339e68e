"""Microsoft Forms: XLSX (or its CSV) with ID, start and completion time, and often e-mail and name before the questions."""

from __future__ import annotations

from collections.abc import Mapping as Lookup

from learning_network.responses.items import FileRead
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened, Sheet

from .forms import exported, form_plan, with_signs
from .sheets import read_sheets

NAME = "microsoft-forms"

_START = {"start time", "begintijd", "startzeit", "heure de début"}
_END = {"completion time", "tijd van voltooien", "voltooiingstijd", "fertigstellungszeit", "heure de fin"}
_ADDED = dict.fromkeys(_END, "answered_on") | dict.fromkeys(_START, "not-used") | {
    "id": "response", "email": "email", "e-mail": "email", "adresse de messagerie": "email", "name": "name", "naam": "name", "nom": "name",
    "last modified time": "not-used", "tijd van laatste wijziging": "not-used", "uhrzeit der letzten änderung": "not-used",
    "heure de la dernière modification": "not-used",
}  # fmt: skip
"""The headings that it adds, plain, as real exports in Dutch, English, German and French have them."""

CHOICES_END = ";"
"""It writes several choices as 'A;B;': a text that ends so holds choices."""


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    return _sheet(opened) is not None


def _sheet(opened: Opened) -> Sheet | None:
    return exported(opened, lambda headings: not _START.isdisjoint(headings[:6]) and not _END.isdisjoint(headings[:6]))


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    sheet = _sheet(opened)
    assert sheet is not None
    made = form_plan(sheet, mapping, _ADDED, given.get("instrument", ""))
    rows = sheet.head[made.first_row :]
    places = {c.place for c in made.answers if any(c.place < len(row) and row[c.place].rstrip().endswith(CHOICES_END) for row in rows)}
    choices = {place for place in places if all(_choices(row[place]) for row in rows if place < len(row))}
    return read_sheets(opened, [(sheet, with_signs(made, CHOICES_END, choices))], given, NAME)


def _choices(text: str) -> bool:
    return not text.strip() or (text.rstrip().endswith(CHOICES_END) and "\n" not in text.strip())
