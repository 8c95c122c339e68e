"""The fields of a fillable worksheet: what each is called, what kind it is, and what a screen reader says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Column, Question, QuestionText, WorksheetText
from learning_network.wording.text import plain
from learning_network.words.strings import Strings

from .worksheets import row_ids, version_of

Kind = Literal["line", "lines", "radio"]
KINDS: dict[str, Kind] = {"text": "lines", "list": "lines", "drawing": "lines", "date": "line", "choice": "radio", "scale": "radio"}
ABOUT = "_sheet"
"""Fields about the sheet itself; no question can have this name, as ids begin with a letter."""


@dataclass(frozen=True)
class Field:
    """A field of the form. Its name is that of its question, in a table question.row.column."""

    name: str
    kind: Kind
    tooltip: str
    options: dict[str, str] = field(default_factory=dict)
    """For radio buttons: the value of each, and what it says."""


def form_fields(worksheet: Worksheet, words: WorksheetText, variant: str | None, t: Strings) -> list[Field]:
    """All fields of this version of a worksheet, in the order of the sheet."""
    found = [Field(f"{ABOUT}.date", "line", f"{t('workbook.date')} ({t('sheets.day_format')})")]
    found.append(Field(f"{ABOUT}.team", "line", t("workbook.team")))
    for question in version_of(worksheet, variant).questions:
        own = words.questions[question.id]
        found += _cells(question, own, t) if question.type == "table" else [_answer(question, own, t)]
    return found


def _answer(question: Question, own: QuestionText, t: Strings) -> Field:
    label, options = plain(own.label), {}
    if question.type == "choice":
        options = {id_: plain(own.options[id_]) for id_ in question.options}
    if question.scale:
        ends = {question.scale.min: own.low, question.scale.max: own.high}
        numbers = range(question.scale.min, question.scale.max + 1)
        options = {str(n): f"{n}: {plain(ends[n] or '')}" if ends.get(n) else str(n) for n in numbers}
    if question.type == "date":
        label = f"{label} ({t('sheets.day_format')})"
    return Field(question.id, KINDS[question.type], label, options)


def _cells(question: Question, own: QuestionText, t: Strings) -> list[Field]:
    found = []
    for row in row_ids(question):
        row_name = plain(own.rows[row]) if question.named_rows else f"{t('worksheet.row')} {row}"
        found += [_cell(question, own, row, row_name, column, t) for column in question.columns]
    return found


def _cell(question: Question, own: QuestionText, row: str, row_name: str, column: Column, t: Strings) -> Field:
    tooltip = f"{plain(own.label)} {row_name}: {plain(own.columns[column.id])}"
    if column.type == "date":
        tooltip = f"{tooltip} ({t('sheets.day_format')})"
    options = {id_: plain(own.options[id_]) for id_ in column.options} if column.type == "choice" else {}
    return Field(f"{question.id}.{row}.{column.id}", "radio" if options else "lines", tooltip, options)
