"""A worksheet as a form on its page: what its script has to know of the questions. The words of the questions stand on the page."""

from __future__ import annotations

import json
import re
from typing import Any

from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Column, Question
from learning_network.templates.matrix_files import DELIMITERS
from learning_network.wording.text import plain

from .bundles import script_of
from .links import Place

SCRIPT = script_of("worksheet")

ABOUT = ("organisation", "team", "role", "round", "date")
"""Fields about who fills it in, that are one line; `phase` is a choice, and `name` has a note of its own."""


def worksheet_form(place: Place, worksheet: Worksheet) -> dict[str, Any]:
    """What the template of the form is filled in with."""
    return {
        "data": json.dumps(form_data(place, worksheet), ensure_ascii=False, separators=(",", ":")),
        "script": place.href(SCRIPT),
        "about": ABOUT,
        "has_lists": any(question.type == "list" for question in worksheet.questions),
    }


def form_data(place: Place, worksheet: Worksheet) -> dict[str, Any]:
    """What the script has to know: ids and types of the questions, and its words."""
    return {
        "id": worksheet.id,
        "version": worksheet.version,
        "language": place.language,
        "title": plain(place.text(worksheet).title),
        "page": re.sub(r"\.md$", ".html", place.page),
        "delimiter": DELIMITERS[place.language],
        "phases": {id_: plain(place.text(phase).name) for id_, phase in place.library.phases.items()},
        "questions": [_question(question) for question in worksheet.questions],
        "words": place.strings.raw("worksheet_form.script"),
        "device": place.strings.raw("device"),
    }


def _question(question: Question) -> dict[str, Any]:
    said: dict[str, Any] = {"id": question.id, "type": question.type}
    if question.lines and question.type == "text":
        said["lines"] = question.lines
    if question.options:
        said["options"] = question.options
    if question.scale:
        said |= {"min": question.scale.min, "max": question.scale.max}
    if question.columns:
        said |= {"columns": [_column(column) for column in question.columns], "rows": question.named_rows or question.rows}
    return said


def _column(column: Column) -> dict[str, Any]:
    return {"id": column.id, "type": column.type, **({"options": column.options} if column.options else {})}
