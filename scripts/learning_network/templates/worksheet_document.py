"""A worksheet as a word-processor file (.docx): its questions, with a content control for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from learning_network.content.library import Library
from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Column, Question, QuestionText, Section
from learning_network.responses.filled_in import FORMAT
from learning_network.wording.markers import markers
from learning_network.wording.marks import MARKS
from learning_network.wording.network import own_strings
from learning_network.wording.text import plain

from .document import WIDTH, SheetDocument
from .ring_picture import rings
from .word_styles import mm
from .word_xml import element, row

QUADRANTS = 4
"""Sections that stand in boxes, in a sheet of that layout; those after them come below."""

_NAME_MM, _NUMBER_MM, _CHOICE_MM, _DATE_MM = 44, 9, 36, 30
_ROW_MM = 13
"""Height of a row to write in."""

_ROWS_TOGETHER = 6
"""A table of so many rows or fewer stays on one page."""


def worksheet_document(library: Library, worksheet: Worksheet, language: str) -> bytes:
    """The worksheet as DOCX. The tag of each control is the id of its answer (filled_in.py); the same record gives the same bytes."""
    sheet = _Worksheet(library, worksheet, language)
    sheet.write()
    return sheet.finished(FORMAT)


class _Worksheet(SheetDocument):
    """Writes one worksheet."""

    def __init__(self, library: Library, worksheet: Worksheet, language: str) -> None:
        super().__init__(library, worksheet, language, own_strings(library, language)("sheets.worksheet"), "worksheet")
        self.worksheet = worksheet
        self.markers = markers(worksheet)

    def write(self) -> None:
        words, t = self.words, self.t
        self.paragraphs(words.purpose)
        self.date_and_team()
        self.heading(1, t("worksheet.how"))
        self.listed(words.how, "List Number")
        if self.worksheet.suggested:
            self.suggestion(t("suggestion.meaning"))
        if self.worksheet.safety:
            self.safety_note()
        for variant in self.worksheet.variants:
            left_out = ", ".join(words.sections[id_].title for id_ in variant.leaves_out)
            self.heading(1, words.variants[variant.id].title)
            self.paragraphs(words.variants[variant.id].text)
            self.paragraph(f"{t('worksheet.variant_leaves_out')} **{left_out}**")
        in_boxes = QUADRANTS if self.worksheet.layout == "quadrants" else 0
        if in_boxes:
            self._boxes(self.worksheet.sections[:in_boxes])
        for section in self.worksheet.sections[in_boxes:]:
            self._section_of(section)
        self.heading(1, t("worksheet.afterwards"))
        self.listed(words.afterwards, together=True)

    def _boxes(self, sections: Sequence[Section]) -> None:
        """Four sections in four boxes, two by two: the order of reading is that of the record."""
        boxes: list[str] = []
        for section in sections:
            with self.cell(boxes, WIDTH / 2):
                self._section_of(section, boxed=True)
        rows = [row(*boxes[start : start + 2]) for start in range(0, len(boxes), 2)]
        self.table([WIDTH / 2] * 2, rows, title=plain(self.words.title), first_row=False)

    def _section_of(self, section: Section, *, boxed: bool = False) -> None:
        words = self.words.sections[section.id]
        phase = self.library.phases.get(section.id)
        mark = MARKS[phase.mark] if phase else self.markers[section.id]
        self.heading(1, f"{mark}  {words.title}" if mark else words.title, more=element("spacing", before=80, after=80) if boxed else "")
        if words.intro:
            self.paragraph(words.intro, "Help")
        for question in section.questions:
            self._question(question, boxed)

    def _question(self, question: Question, boxed: bool) -> None:
        words: QuestionText = self.words.questions[question.id]
        self.heading(2, words.label)
        if words.help:
            self.paragraph(words.help, "Help")
        if question.type == "table":
            self._table_of(question, words)
        elif question.type == "choice":
            self.listed([words.options[id_] for id_ in question.options], together=True)
            self.add(self._choice(question.id, words.label, question.options, words), style="Answer")
        elif question.type == "scale" and question.scale:
            low, high = question.scale.min, question.scale.max
            ends = [f"{n}: {end}" for n, end in ((low, words.low), (high, words.high)) if end]
            if ends:
                self.paragraph(" · ".join(ends), "Help")
            numbers = [(str(n), str(n)) for n in range(low, high + 1)]
            self.add(self.controls.choice(question.id, plain(words.label), numbers), style="Answer")
        elif question.type == "date":
            self.add(self.controls.date(question.id, plain(words.label)), style="Answer")
        elif question.type == "drawing":
            self._drawing(question, words)
        else:
            style = "Table Answer" if boxed else "Answer"  # a box in a box would be one line too many
            self.add(self.controls.text(question.id, plain(words.label), lines=question.lines or 1), style=style)

    def _choice(self, id_: str, title: str, options: Sequence[str], words: QuestionText) -> str:
        return self.controls.choice(id_, plain(title), [(option, plain(words.options[option])) for option in options])

    def _drawing(self, question: Question, words: QuestionText) -> None:
        """The figure to draw in, and a place to say in words what stands there, or to paste a photo."""
        if question.figure == "rings":
            picture = self.file.picture(self.file.text, rings(), said=self.t("sheets.rings"), width=110)
            self.add(picture, whole=True, more=element("jc", val="center"))
        lines = 3 if question.figure == "rings" else question.lines or 12
        self.add(self.controls.text(question.id, plain(words.label), lines=lines, placeholder="draw_here"), style="Answer")

    def _table_of(self, question: Question, words: QuestionText) -> None:
        named = bool(question.named_rows)
        widths = _widths(question.columns, named)
        heads: list[str] = []
        with self.cell(heads, widths[0]):
            self.paragraph("" if named else self.t("worksheet.row"), "Table Head")
        for width, column in zip(widths[1:], question.columns, strict=True):
            with self.cell(heads, width):
                self.paragraph(words.columns[column.id], "Table Head")
                if column.type == "choice":
                    self.paragraph(" / ".join(words.options[id_] for id_ in column.options), "Table Help")
        rows = [row(*heads, head=True)]
        names = question.named_rows or [str(n) for n in range(1, (question.rows or 0) + 1)]
        for i, name in enumerate(names, start=1):
            whole = len(names) <= _ROWS_TOGETHER and i < len(names)
            label = words.rows[name] if named else name
            cells: list[str] = []
            phase = self.library.phases.get(name)
            with self.cell(cells, widths[0]):
                self.paragraph(f"{MARKS[phase.mark]} {label}" if phase else label, "Table Row", whole=whole)
            for width, column in zip(widths[1:], question.columns, strict=True):
                with self.cell(cells, width):
                    title = f"{plain(label)}: {plain(words.columns[column.id])}"
                    self.add(self._place(f"{question.id}.{name}.{column.id}", title, column, words), style="Table Answer", whole=whole)
            rows.append(row(*cells, height=mm(_ROW_MM)))
        self.table(widths, rows, title=plain(words.label), first_column=True)

    def _place(self, id_: str, title: str, column: Column, words: QuestionText) -> str:
        if column.type == "choice":
            return self._choice(id_, title, column.options, words)
        if column.type == "date":
            return self.controls.date(id_, title)
        return self.controls.text(id_, title, placeholder="write_cell")


def _widths(columns: Sequence[Column], named: bool) -> list[float]:
    """Millimetres: the name or number of the row, then the columns; texts share what choices and dates leave."""
    first = _NAME_MM if named else _NUMBER_MM
    fixed = {"choice": _CHOICE_MM, "date": _DATE_MM}
    texts = sum(column.type == "text" for column in columns)
    left = WIDTH - first - sum(fixed.get(column.type, 0) for column in columns)
    if not texts:
        return [
            float(first),
            *([left / len(columns) + 0.0 for _ in columns] if not fixed else [fixed[c.type] + left / len(columns) for c in columns]),
        ]
    return [float(first), *(float(fixed.get(column.type, left / texts)) for column in columns)]
