"""Reads a worksheet back from our fillable PDF, as a reader program or a browser left it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from learning_network.words.reasons import Reason

from .filled_in import Answer, FilledIn
from .tables import Unreadable

MARKS = {"worksheet": "/Worksheet", "version": "/WorksheetVersion", "language": "/WorksheetLanguage"}
"""Where a form says which worksheet it is, among the properties of the file."""

TEAM, DATE = "_sheet.team", "_sheet.date"
"""Names of the fields that every form has besides its questions."""

OFF = "Off"
"""What a group of buttons says when none is chosen."""


def read_form(data: bytes) -> FilledIn:
    """What was filled in: of a group of buttons the id of the option. Raises Unreadable."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            facts = {name: str(pdf.docinfo[key]) for name, key in MARKS.items() if key in pdf.docinfo}
            form = pdf.Root.get("/AcroForm")
            fields = dict(_fields(form.Fields)) if form is not None and "/Fields" in form else {}
    except pikepdf.PasswordError:
        raise Unreadable(Reason("locked")) from None
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError) as error:
        raise Unreadable(Reason("no_pdf", error=_said(error))) from None
    if facts.keys() != MARKS.keys():
        raise Unreadable(Reason("no_worksheet"))
    if not fields:
        raise Unreadable(Reason("fields_gone"))
    team, day = fields.pop(TEAM, ""), fields.pop(DATE, "")
    filled = FilledIn(facts["worksheet"], facts["version"], facts["language"], team, day, list(fields))
    filled.items = [Answer(id_, text, team, day) for id_, text in fields.items() if text]
    return filled


def _said(error: Exception) -> str:
    """What the library says, without the address in memory that it puts before it: the same file gives the same report."""
    return str(error).rpartition(">: ")[2]


def _fields(nodes: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """The fields by their whole name, with what is in them. A field may stand in parts, under the name that they share."""
    for node in nodes:
        name = ".".join(filter(None, [above, str(node.get("/T", ""))]))
        kids = [kid for kid in node.get("/Kids", []) if "/T" in kid]
        if kids:
            yield from _fields(kids, name)
        elif name:
            yield name, _chosen(node.get("/V")) if node.get("/FT") == "/Btn" else _text(node.get("/V"))


def _chosen(value: Any) -> str:
    """Which button of a group is on: programs write it as a name or as a text."""
    chosen = "" if value is None else str(value).removeprefix("/")
    return "" if chosen == OFF else chosen


def _text(value: Any) -> str:
    """What stands in a field. Programs end lines in three ways."""
    if value is None:
        return ""
    if isinstance(value, pikepdf.Stream):  # some programs keep long answers so
        return _lines(value.read_bytes().decode("utf-8", "replace"))
    return _lines(str(value))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
