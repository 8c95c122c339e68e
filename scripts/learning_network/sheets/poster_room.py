"""The room that each text of an A3 poster has. What stands on it must leave room for sticky notes, so its boxes do not grow.

All measures are in mm, type sizes in points. They are those of styles/poster.css: whoever changes one changes the other, and
tests/sheets/test_too_long.py lays out posters with the longest texts that this module lets through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from learning_network.content.library import Library
from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Question, Section, WorksheetText
from learning_network.content.yaml_file import Location
from learning_network.wording.text import plain

from .lettering import MM_PER_POINT, Lettering, TooLong
from .worksheets import IN_GRID, main_column, path_question, title_class

TITLE_SIZES = {"": 60.0, "long": 46.0, "longer": 34.0}
TITLE = (292.0, 25.0)
"""One line beside the place for the date and a QR code; a network that has no QR code yet may get one."""
STICKY = 76.0
"""A sticky note, and so the side of the smallest field for notes: that of a part with one question."""
WRITING = 30.0
"""A field to write in by hand: three lines with a thick pen."""
LINE = 10.0
"""The least for an answer of one line."""
GRID_PART = (140.0, 105.6)
SIDE = (70.8, 219.8)
SIDE_FIELDS = {2: 98.0, 3: 66.0}
"""The fields of the side column have fixed heights when there are two or three of them."""
WIDE, HIGH = 390.0, 235.0
"""The page inside its margins, below the title."""
HEADS = 35.6
HEAD_ROW, MAIN_ROW, OTHER_ROW = 26.2, 78.0, 18.3
"""Rows of the path with their padding and lines: the head holds four small lines or two large ones, other rows two."""
PADDING = 5.5
MARK = 10.3
"""The mark of a phase and the space after it. It stands on the first line only; all lines are counted as if it did."""
REST_PART, REST_FIELD, REST_AIR = 42.0, 37.0, 4.0
DAY = 9.7
"""The line for a date."""


@dataclass(frozen=True)
class Words:
    """A text on a poster: where it stands in the record, its type, and the air above and below it."""

    where: Location
    text: str
    size: float
    leading: float
    width: float
    air: float = 0.0
    bold: bool = False

    @property
    def measured(self) -> str:
        return f"**{plain(self.text)}**" if self.bold else self.text


@dataclass(frozen=True)
class Box:
    """Texts below each other, and how high they may stand together."""

    height: float
    words: tuple[Words, ...]

    def faults(self, letters: Lettering) -> Iterator[tuple[Words, TooLong | None]]:
        """The texts that do not fit, with by how much; None when the box has no room at all, however short its texts are."""
        used = 0.0
        for words in self.words:
            used += words.air
            if self.height - used < words.size * words.leading * MM_PER_POINT and words is self.words[0]:
                yield words, None
                return
            try:
                letters.fit(words.measured, (words.size,), words.width, self.height - used, words.leading)
            except TooLong as error:
                yield words, error
                if not error.word:
                    return
            used += letters.height(words.measured, words.size, words.width, words.leading) or 0


def boxes(worksheet: Worksheet, language: str, library: Library) -> list[Box]:
    """The boxes of a worksheet's poster in one language."""
    words: WorksheetText = getattr(worksheet, language)
    return list(_Poster(worksheet, words, language, library).boxes())


@dataclass(frozen=True)
class _Poster:
    worksheet: Worksheet
    words: WorksheetText
    language: str
    library: Library

    def boxes(self) -> Iterator[Box]:
        title = self.words.title
        width, height = TITLE
        yield Box(height, (Words((self.language, "title"), title, TITLE_SIZES[title_class(title)], 1.1, width, bold=True),))
        yield from self._quadrants() if self.worksheet.layout == "quadrants" else self._map()

    def _quadrants(self) -> Iterator[Box]:
        width, height = GRID_PART
        for section in self.worksheet.sections[:IN_GRID]:
            fields, taken = self._fields(section.questions, width)
            free = STICKY if len(section.questions) == 1 and not taken else WRITING
            yield Box(height - free - taken, (self._part_title(section, width, 30, 1.2), *fields))
        side = self.worksheet.sections[IN_GRID:]
        width, height = SIDE
        for section in side:
            title, count = self._part_title(section, width, 22, 1.15), len(section.questions)
            share = height / len(side)
            if count in SIDE_FIELDS:
                yield Box(share - count * SIDE_FIELDS[count], (title,))
                for question in section.questions:
                    fields, taken = self._fields([question], width)
                    yield Box(SIDE_FIELDS[count] - WRITING - taken, fields)
            else:
                fields, taken = self._fields(section.questions, width)
                yield Box(share - (STICKY if count == 1 else count * WRITING) - taken, (title, *fields))

    def _map(self) -> Iterator[Box]:
        path = path_question(self.worksheet)
        rest = [section for section in self.worksheet.sections if section.questions != [path]]
        left = HIGH - (REST_AIR + REST_PART * len(rest) if rest else 0)
        if path:
            yield from self._path(path, left)
        elif left < 0:
            yield Box(left, (self._label(rest[-1].questions[0], WIDE),))
        for section in rest:
            questions = [question for question in section.questions if question is not path]
            weights = [1.6 if question.type == "text" and question.lines != 1 else 1.0 for question in questions]
            room = WIDE - 0.7 - 8 * len(questions) - 0.4 * (len(questions) - 1)
            for question, weight in zip(questions, weights, strict=True):
                fields, taken = self._fields([question], room * weight / sum(weights), with_help=True)
                yield Box(REST_FIELD - taken - (0 if question.type in ("date", "choice") else LINE), fields)

    def _path(self, path: Question, left: float) -> Iterator[Box]:
        """The table of the phases; rows with options share what the other rows leave."""
        own, at = self.words.questions[path.id], (self.language, "questions", path.id)
        column_width = (WIDE - 42) / len(path.named_rows) - 6.5
        yield Box(HEAD_ROW - 5.2, (Words((*at, "label"), own.label, 12, 1.2, HEADS),))
        for id_ in path.named_rows:
            width = column_width - (MARK if id_ in self.library.phases else 0)
            yield Box(HEAD_ROW - 5.2, (Words((*at, "rows", id_), own.rows[id_], 21, 1.15, width, bold=True),))
        main = main_column(path)
        choices = [column for column in path.columns if column.type == "choice"]
        others = len(path.columns) - len(choices) - (main is not None)
        share = (left - HEAD_ROW - (MAIN_ROW if main else 0) - OTHER_ROW * others) / max(1, len(choices))
        for column in path.columns:
            row = share if column.type == "choice" else MAIN_ROW if column.id == main else min(OTHER_ROW, share)
            yield Box(row - PADDING, (Words((*at, "columns", column.id), own.columns[column.id], 15, 1.2, HEADS, bold=True),))
            options = tuple(Words((*at, "options", id_), own.options[id_], 13, 1.45, column_width - 8, air=1.0) for id_ in column.options)
            if options:
                yield Box(row - PADDING, options)

    def _fields(self, questions: list[Question], width: float, *, with_help: bool = False) -> tuple[tuple[Words, ...], float]:
        """The texts of questions below each other, and what their dates take."""
        found: list[Words] = []
        for question in questions:
            own, at = self.words.questions[question.id], (self.language, "questions", question.id)
            found.append(self._label(question, width))
            if own.help and with_help:
                found.append(Words((*at, "help"), own.help, 11.5, 1.45, width, air=0.5))
            if question.type == "choice":
                found += [Words((*at, "options", id_), own.options[id_], 10.25, 1.45, width - 5, air=1.7) for id_ in question.options]
        return tuple(found), DAY * sum(question.type == "date" for question in questions)

    def _label(self, question: Question, width: float) -> Words:
        return Words((self.language, "questions", question.id, "label"), self.words.questions[question.id].label, 15, 1.25, width, air=1.0)

    def _part_title(self, section: Section, width: float, size: float, leading: float) -> Words:
        title = self.words.sections[section.id].title
        return Words((self.language, "sections", section.id, "title"), title, size, leading, width, bold=True)
