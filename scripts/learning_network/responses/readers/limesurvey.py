"""LimeSurvey: CSV or XLSX with headings as codes, as whole texts, or as both ('G1Q1. What are ...'), in the language of the survey."""

from __future__ import annotations

import html
from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from dataclasses import replace

from learning_network.responses.answer_headings import plain
from learning_network.responses.items import FileRead, Remark
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened, Sheet
from learning_network.words.reasons import Reason

from .forms import exported, form_plan
from .sheets import read_sheets

NAME = "limesurvey"

_NUMBER = {"id", "response id", "antwort id", "antwort-id", "antwoord id", "antwoord-id", "reactie-id", "id de la réponse"}
_SUBMITTED = {"submitdate", "date submitted", "datum abgeschickt", "datum ingestuurd", "datum verzonden", "date de soumission"}
_LAST_PAGE = {"lastpage", "last page", "letzte seite", "laatste pagina", "dernière page"}
_OTHERS = {
    "startlanguage": "lang", "start language": "lang", "start-sprache": "lang", "starttaal": "lang", "begintaal": "lang", "langue de départ": "lang",
    "token": "name", "access code": "name", "zugangscode": "name", "toegangscode": "name", "email": "email", "firstname": "not-used",
    "lastname": "not-used", "seed": "not-used", "zufallsstartwert": "not-used", "startdate": "not-used", "date started": "not-used",
    "datum gestartet": "not-used", "datestamp": "not-used", "date last action": "not-used", "datum letzte aktivität": "not-used",
    "begindatum": "not-used", "datum laatste actie": "not-used", "ipaddr": "not-used", "ip address": "not-used", "ip-adresse": "not-used",
    "ip-adres": "not-used", "refurl": "not-used", "referrer url": "not-used", "weiterleitungs-url": "not-used",
}  # fmt: skip
_ADDED = dict.fromkeys(_NUMBER, "response") | dict.fromkeys(_SUBMITTED, "answered_on") | dict.fromkeys(_LAST_PAGE, "not-used") | _OTHERS

HIDDEN_DATE = "1980-01-01"
"""What it writes for the date in an anonymous survey."""


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    return _sheet(opened) is not None


def _whole(heading: str) -> str:
    """A heading without the code before it, for those that it adds itself: 'submitdate. Date submitted'."""
    code, point, text = heading.partition(". ")
    return text.replace("_", " ") if point and code in _ADDED else heading.replace("_", " ")


def _sheet(opened: Opened) -> Sheet | None:
    def knows(headings: list[str]) -> bool:
        first = {_whole(heading) for heading in headings[:12]}
        return (
            bool(first & _NUMBER)
            and bool(first & (_SUBMITTED | _LAST_PAGE))
            and bool(first & (_LAST_PAGE | {"seed", "startlanguage"} | _OTHERS.keys()))
        )

    return exported(opened, knows)


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    sheet = _sheet(opened)
    assert sheet is not None
    row = next(i for i, cells in enumerate(sheet.head) if any(map(str.strip, cells)))
    added = {plain(cell): _ADDED[name] for cell in sheet.head[row] if (name := _whole(plain(cell))) in _ADDED}
    made = form_plan(sheet, mapping, added, given.get("instrument", ""))
    dates = [column.place for column in made.of("answered_on")]
    texts = [column.place for column in made.answers]
    incomplete = [0]

    def chunks() -> Iterator[tuple[int, list[list[str]]]]:
        for first, rows in sheet.chunks():
            changed = []
            for number, cells in enumerate(rows, start=first):
                if number > made.first_row and any(map(str.strip, cells)):
                    cells = list(cells)
                    for place in dates:
                        if place < len(cells) and not _filled(cells[place]):
                            incomplete[0] += not cells[place].strip().startswith(HIDDEN_DATE)
                            cells[place] = ""
                    for place in texts:
                        if place < len(cells) and "&" in cells[place]:
                            cells[place] = html.unescape(cells[place])
                changed.append(cells)
            yield first, changed

    found = read_sheets(opened, [(replace(sheet, chunks=chunks), made)], given, NAME)
    if incomplete[0]:
        found.remarks.append(Remark(opened.name, "", Reason("not_sent_in", n=incomplete[0])))
    return found


def _filled(date: str) -> bool:
    return bool(date.strip()) and not date.strip().startswith(HIDDEN_DATE) and date.strip().casefold() != "n/a"
