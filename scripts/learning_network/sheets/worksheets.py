"""How a worksheet stands on paper: which parts this version has, and what each of its tables looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Question, QuestionText, Section, SectionText, WorksheetText
from learning_network.wording.markers import markers
from learning_network.wording.text import first_upper
from learning_network.words.strings import Strings

from .specs import Spec

IN_GRID = 4
"""The sections of a sheet with quadrants that stand in boxes; the others come below."""
TICK_COLUMNS = 6
"""More options than this side by side leave no room for words."""
TICK_LETTERS = 11
"""A longer word does not fit above a tick box."""
LONG_LINES, LONG_ROWS = 12, 5
"""A question with more lines or rows than this may go on overleaf."""

DRAWING_LINES = 12
"""The height of a drawing that does not say how high it must be."""
LINES = {"ordinary": "--writing-line: 8.5mm", "large": "--writing-line: 12mm"}
"""Room for handwriting: a line of an exercise book, and half as much again for large print."""

Shape = Literal["ticks", "grid", "rows"]


@dataclass(frozen=True)
class Part:
    """A section as it stands on the sheet."""

    section: Section
    words: SectionText
    marker: str


def version_of(worksheet: Worksheet, variant: str | None) -> Worksheet:
    """The worksheet without the sections that this shorter version drops; itself when there is no variant."""
    dropped = next((v.leaves_out for v in worksheet.variants if v.id == variant), [])
    return worksheet.model_copy(update={"sections": [s for s in worksheet.sections if s.id not in dropped]})


def words_of(worksheet: Worksheet, language: str, variant: str | None) -> WorksheetText:
    """The texts of the worksheet, under the name of this version."""
    words: WorksheetText = getattr(worksheet, language)
    return words.model_copy(update={"title": words.variants[variant].title}) if variant else words


def parts(worksheet: Worksheet, words: WorksheetText, variant: str | None) -> list[Part]:
    """The sections of this version with what stands in the margin: letters stay as they are, numbers run on."""
    beside = markers(worksheet)
    kept = version_of(worksheet, variant).sections
    if any(marker.isdigit() for marker in beside.values()):
        beside = {section.id: str(i) for i, section in enumerate(kept, start=1)}
    return [Part(section, words.sections[section.id], beside[section.id]) for section in kept]


def shape(question: Question, words: QuestionText, size: str) -> Shape:
    """What a table looks like.

    ticks: each option has a column of its own with boxes to tick, so that a row takes one or two lines.
    grid: a column for each column. rows: each row is a block of its own, for large print, where columns would be too narrow.
    """
    choices = [column for column in question.columns if column.type == "choice"]
    if size == "large":
        return "rows" if choices or len(question.columns) > 2 else "grid"
    options = [id_ for column in choices for id_ in column.options]
    short = all(len(word) <= TICK_LETTERS for id_ in options for word in words.options[id_].split())
    others = len(question.columns) - len(choices)
    return "ticks" if options and len(options) <= TICK_COLUMNS and short and others <= 1 else "grid"


def is_long(question: Question, size: str) -> bool:
    """Whether a question may go on overleaf: in one piece it would leave too much of a page white, or not fit at all."""
    if question.type in ("text", "list"):
        return (question.lines or 0) > LONG_LINES
    return question.type == "table" and (size == "large" or len(row_ids(question)) > LONG_ROWS)


def row_ids(question: Question) -> list[str]:
    """The rows of a table: their ids, or their numbers for blank rows; empty for other questions."""
    return question.named_rows or [str(i) for i in range(1, (question.rows or 0) + 1)]


def drawing_lines(question: Question, spec: Spec) -> int:
    """How many lines high a drawing is: what it asks for, as far as a page of large print or a form on screen has room."""
    wanted = question.lines or DRAWING_LINES
    return wanted if (spec.form, spec.size) == ("worksheet", "ordinary") else min(wanted, DRAWING_LINES)


def room_lines(question: Question) -> int:
    """Lines for each answer where a row of a table is a block: one where there are many, so that two rows fit a page."""
    return 1 if sum(column.type == "text" for column in question.columns) > 3 else 2


def path_question(worksheet: Worksheet) -> Question | None:
    """The question that a map shows as a path from left to right."""
    return next((q for q in worksheet.questions if worksheet.layout == "map" and q.named_rows), None)


def main_column(path: Question) -> str | None:
    """The column of a path that gets the room for sticky notes."""
    return next((column.id for column in path.columns if column.type == "text"), None)


def title_class(title: str) -> str:
    """How a poster's title is set: the longer, the smaller (styles/poster.css)."""
    return next((name for name, least in (("longer", 35), ("long", 28)) if len(title) >= least), "")


def worksheet_values(worksheet: Worksheet, spec: Spec, t: Strings) -> dict[str, Any]:
    """What the templates of a worksheet need beside what every sheet has."""
    words = words_of(worksheet, spec.language, spec.variant)
    path = path_question(worksheet)
    own = [t(f"sheets.suggested_part.{name}") for name in worksheet.suggested]
    return {
        "words": words,
        "parts": parts(worksheet, words, spec.variant),
        "in_grid": IN_GRID if worksheet.layout == "quadrants" else 0,
        "shape": lambda question: shape(question, words.questions[question.id], spec.size),
        "row_ids": row_ids,
        "drawing_lines": lambda question: drawing_lines(question, spec),
        "room_lines": room_lines,
        "path": path,
        "main_column": main_column(path) if path else None,
        "title_class": title_class(words.title),
        "is_long": lambda question: is_long(question, spec.size),
        "line": LINES.get(spec.size),
        "suggested_parts": first_upper(", ".join(own)),
    }
