"""A worksheet as a spreadsheet (.xlsx): one answer a row, and a sheet of its own for each table question.

The sheets say in a hidden first row and a hidden first column what stands where, and a hidden sheet says which worksheet it is,
so that a filled-in file can be read back whatever people did to the headings: see responses/filled_in.py.
"""

from __future__ import annotations

import re
from typing import Any

from learning_network.content.library import Library
from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Question, QuestionText
from learning_network.responses.filled_in import ABOUT, DATE, FIRST_ROW, FORMAT, ITEMS, ROWS, TEAM
from learning_network.wording.marks import MARKS
from learning_network.wording.text import first_upper, plain

from .spreadsheet import column_width, height, workbook, write_cell
from .workbook_parts import ROW, WorkbookParts

_WIDTH = 270
"""Millimetres of columns on an A4 page in landscape."""

_QUESTION_MM, _WEIGHT_MM, _TEAM_MM, _DATE_MM, _CHOICE_MM, _STATUS_MM = 64, 20, 32, 26, 40, 24
_LINE = 14
"""Points: what each further line that an answer deserves adds to its row."""

_MORE_ROWS = 12
"""Empty rows below those that the sheet sets out, where it asks for lists."""

_TABLE_ROWS = 12
"""Rows of a table without names, at least."""

_LOOKS = {"text": "answer", "team": "answer", "date": "day"}
"""What goes into a cell -> its look; an answer is text, whatever it looks like."""


def for_spreadsheet(worksheet: Worksheet) -> bool:
    """Whether a worksheet is offered as a spreadsheet: it asks for lists or tables, and organisations or networks fill it in.

    What a person or a single team keeps for itself is not: a spreadsheet invites to put many of them together.
    """
    together = bool({"organisation", "network"} & set(worksheet.audience)) and "person" not in worksheet.audience
    return together and any(question.type in ("list", "table") for question in worksheet.questions)


def worksheet_workbook(library: Library, worksheet: Worksheet, language: str) -> bytes:
    """The worksheet as XLSX; the same record gives the same bytes."""
    words = getattr(worksheet, language)
    about = {"author": plain(getattr(library.network.name, language)), "comments": plain(words.summary)}
    with workbook(plain(words.title), worksheet.updated, **about) as (book, out):
        _Book(book, library, worksheet, language).write()
    return out.getvalue()


class _Book(WorkbookParts):
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, library: Library, worksheet: Worksheet, language: str) -> None:
        super().__init__(book, library, worksheet, language)
        self.asked = [question for question in worksheet.questions if question.type != "table"]
        self.labels = _labels(worksheet, self.words)
        self.tables = self._table_names()
        self.weighed = any(question.type == "list" for question in self.asked)
        answers = [self.t("sheets.book.answers")] if self.asked else []
        parts = [*self.tables.values(), *answers] if worksheet.questions[0].type == "table" else [*answers, *self.tables.values()]
        names = [self.t("workbook.explanation"), *parts, ABOUT]
        self.sheets = {name: book.add_worksheet(name) for name in names}
        self.answers: list[str] = []

    def write(self) -> None:
        self._explanation()
        if self.asked:
            self._items()
        for question in self.worksheet.questions:
            if question.type == "table":
                self._rows(question)
        self._about()

    def _table_names(self) -> dict[str, str]:
        """Question id -> name of its sheet, as Excel allows it: the title of its section where it is the only one there."""
        names: dict[str, str] = {}
        used = {self.t("workbook.explanation").lower(), self.t("sheets.book.answers").lower()}
        for section in self.worksheet.sections:
            title = self.words.sections[section.id].title
            for question in section.questions:
                if question.type == "table":
                    base = re.sub(
                        r"[\[\]:*?/\\']", "", plain(title if len(section.questions) == 1 else self.words.questions[question.id].label)
                    )
                    name, n = base[:31].strip(), 1
                    while name.lower() in used:
                        n += 1
                        name = f"{base[:28].strip()} {n}"
                    used.add(name.lower())
                    names[question.id] = name
        return names

    # the sheets

    def _explanation(self) -> None:
        """How to fill it in, room for team and date, the questions with their help, what to do afterwards."""
        sheet, t, f = self.sheets[self.t("workbook.explanation")], self.t, self.formats
        widths = (70, 190)
        sheet.set_column(0, 0, None, None, {"hidden": True})
        for column, width in enumerate(widths, start=1):
            sheet.set_column(column, column, column_width(width))
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, ABOUT)
        sheet.write_string(0, 1, plain(self.words.title), f["title"])
        row = 2
        for line in (plain(self.words.purpose), *(f"{i}. {line}" for i, line in enumerate(self._how(), start=1))):
            row = self.wide(sheet, row, line, widths)
        row += 1
        for id_, key, look in ((TEAM, "workbook.team", "field"), (DATE, "workbook.date", "date")):
            sheet.write_string(row, 0, id_)
            sheet.write_string(row, 1, t(key), f["label"])
            sheet.write_blank(row, 2, None, f[look])
            sheet.set_row(row, 22)
            if id_ == DATE:
                sheet.data_validation(row, 2, row, 2, self.date())
            row += 1
        row += 1
        sheet.write_string(row, 1, t("sheets.book.question"), f["head"])
        sheet.write_string(row, 2, t("sheets.book.help"), f["head"])
        for question in self.worksheet.questions:
            words = self.words.questions[question.id]
            cells = [self._question_label(question), " ".join(plain(part) for part in (words.label, words.help) if part)]
            row += 1
            for column, text in enumerate(cells, start=1):
                write_cell(sheet, row, column, text, f["name" if column == 1 else "cell"])
            sheet.set_row(row, height(cells, widths))
        row += 2
        sheet.write_string(row, 1, t("worksheet.afterwards"), f["label"])
        for line in self.words.afterwards:
            row = self.wide(sheet, row + 1, plain(line), widths) - 1
        record = self.worksheet
        origin = first_upper(t("exercise.version", version=record.version, date=t.date(record.updated)))
        sources = ", ".join(self.library.sources[id_].cite_as for id_ in record.sources)
        source = f" {t('sheets.source', n=len(record.sources))}: {sources}." if sources else ""
        self.wide(sheet, row + 2, f"{origin}{source} {t('sheets.licence')}", widths)
        self.paper(sheet)
        sheet.activate()

    def _how(self) -> list[str]:
        """How to fill it in: what the record says, then how this file works."""
        t = self.t
        how = [plain(line) for line in self.words.how]
        how.append(t("sheets.book.how_team"))
        if self.asked:
            how.append(t("sheets.book.how_items", answers=t("sheets.book.answers"), question=t("sheets.book.question")))
        if self.weighed:
            how.append(t("sheets.book.how_more"))
        how += [t("sheets.book.how_rows", sheet=name) for name in self.tables.values()]
        return [*how, t("sheets.book.how_save")]

    def _items(self) -> None:
        """One answer a row: as many rows for a question as its answer deserves, then rows for more."""
        sheet, t, f = self.sheets[self.t("sheets.book.answers")], self.t, self.formats
        columns = [("question", t("sheets.book.question"), _QUESTION_MM), ("text", t("sheets.book.answer"), 0)]
        columns += [("weight", t("sheets.book.weight"), _WEIGHT_MM)] if self.weighed else []
        columns += [("team", t("workbook.team"), _TEAM_MM), ("date", t("workbook.date"), _DATE_MM)]
        rest = _WIDTH - sum(width for _, _, width in columns)
        self.heads(sheet, ITEMS, [(id_, label, width or rest) for id_, label, width in columns])
        row = FIRST_ROW
        for question in self.asked:
            self.answers.append(question.id)
            for _ in range(question.lines or 1 if question.type == "list" else 1):
                sheet.write_string(row, 1, self.labels[question.id], f["name"])
                sheet.set_row(row, ROW if question.type == "list" else ROW + _LINE * ((question.lines or 1) - 1))
                if check := self.check(question.type, question.id, question.options, self.words.questions[question.id], question):
                    sheet.data_validation(row, 2, row, 2, check)
                row += 1
        last = row + (_MORE_ROWS if self.weighed else 0) - 1
        for more in range(row, last + 1):
            sheet.write_blank(more, 1, None, f["name"])
            sheet.set_row(more, ROW)
        for line in range(FIRST_ROW, last + 1):
            for column, (id_, _, _) in enumerate(columns[1:], start=2):
                sheet.write_blank(line, column, None, f[_LOOKS.get(id_, "cell")])
        labels = self.list([self.labels[question.id] for question in self.asked], t("sheets.book.not_in_list"))
        sheet.data_validation(FIRST_ROW, 1, last, 1, labels)
        if self.weighed:
            hint = t("sheets.book.weight_hint")
            weight = {"validate": "integer", "criteria": ">=", "value": 0, "input_message": hint, "error_message": hint}
            sheet.data_validation(FIRST_ROW, 3, last, 3, weight)
        team = len(columns) - 1
        sheet.data_validation(FIRST_ROW, team, last, team, {"validate": "any", "input_message": t("sheets.book.own_hint")})
        sheet.data_validation(FIRST_ROW, team + 1, last, team + 1, self.date(t("sheets.book.own_hint")))
        sheet.autofilter(1, 1, last, len(columns))
        self.paper(sheet)

    def _rows(self, question: Question) -> None:
        """A row of the table a row. A table of who does what by when also asks how it stands."""
        sheet, t, f = self.sheets[self.tables[question.id]], self.t, self.formats
        words = self.words.questions[question.id]
        named = bool(question.named_rows)
        plan = _is_plan(question)
        kinds = {column.id: column.type for column in question.columns}
        fixed = {"choice": _CHOICE_MM, "date": _DATE_MM}
        first = _QUESTION_MM if named else 12
        texts = sum(column.type == "text" for column in question.columns) or 1
        rest = _WIDTH - first - sum(fixed.get(column.type, 0) for column in question.columns) - (_STATUS_MM if plan else 0)
        columns = [("", "" if named else t("worksheet.row"), first)]
        columns += [(column.id, plain(words.columns[column.id]), fixed.get(column.type, rest // texts)) for column in question.columns]
        columns += [("status", t("sheets.book.status"), _STATUS_MM)] if plan else []
        self.heads(sheet, ROWS, columns)
        asked = question.named_rows or [str(n) for n in range(1, (question.rows or 0) + 1)]
        names = asked if named else [str(n) for n in range(1, max(_TABLE_ROWS, len(asked)) + 1)]
        for row, name in enumerate(names, start=FIRST_ROW):
            label = self._row_label(name, words) if named else name
            sheet.write_string(row, 0, f"{question.id}.{name}")
            sheet.write_string(row, 1, label, f["name"])
            sheet.set_row(row, max(2 * ROW, height([label], [first])))
            for place, (id_, _, _) in enumerate(columns[1:], start=2):
                sheet.write_blank(row, place, None, f[_LOOKS.get(kinds.get(id_, "choice"), "cell")])
        self.answers += [f"{question.id}.{name}.{column.id}" for name in asked for column in question.columns]
        last = FIRST_ROW + len(names) - 1
        for place, column in enumerate(question.columns, start=2):
            if check := self.check(column.type, f"{question.id}.{column.id}", column.options, words, column):
                sheet.data_validation(FIRST_ROW, place, last, place, check)
        if plan:
            status = self.list(t.raw("sheets.book.status_words"), "")
            sheet.data_validation(FIRST_ROW, len(columns), last, len(columns), status)
        self.paper(sheet)

    def _about(self) -> None:
        """What the file is, and what stands where: for the reader, not for people."""
        sheet, record = self.sheets[ABOUT], self.worksheet
        facts = [
            ("format", FORMAT, ""),
            ("worksheet", record.id, ""),
            ("version", str(record.version), ""),
            ("language", self.language, ""),
        ]
        facts += [("question", question.id, self.labels[question.id]) for question in self.asked]
        facts += [("answer", id_, "") for id_ in self.answers]
        for row, fact in enumerate(facts):
            for column, text in enumerate(fact):
                write_cell(sheet, row, column, text, None)
        sheet.hide()

    # pieces

    def _question_label(self, question: Question) -> str:
        return self.tables[question.id] if question.type == "table" else self.labels[question.id]

    def _row_label(self, name: str, words: QuestionText) -> str:
        phase = self.library.phases.get(name)
        return f"{MARKS[phase.mark]} {plain(words.rows[name])}" if phase else plain(words.rows[name])


def _labels(worksheet: Worksheet, words: Any) -> dict[str, str]:
    """Question id -> what it is called in a list to choose from: the title of its section where it is the only one there."""
    found: dict[str, str] = {}
    for section in worksheet.sections:
        asked = [question for question in section.questions if question.type != "table"]
        for question in asked:
            base = label = plain(words.sections[section.id].title if len(asked) == 1 else words.questions[question.id].label)
            n = 1
            while label in found.values():
                n += 1
                label = f"{base} ({n})"
            found[question.id] = label
    return found


def _is_plan(question: Question) -> bool:
    """Whether a table says who does what by when, in rows that people fill in themselves."""
    return question.rows is not None and any(c.id == "who" for c in question.columns) and any(c.type == "date" for c in question.columns)
