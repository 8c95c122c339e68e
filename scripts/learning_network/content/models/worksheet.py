"""A worksheet: questions with room for answers, the same on paper, on screen and in a spreadsheet."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from .common import Id, Record, Strict, Text, Translated, fault

Layout = Literal["questions", "quadrants", "steps", "circle", "map"]
QuestionType = Literal["text", "list", "choice", "date", "table"]
ColumnType = Literal["text", "choice", "date"]
Suggestible = Literal["minutes", "questions", "layout", "how"]


class Column(Strict):
    """A column of a table question."""

    id: Id
    type: ColumnType = "text"
    options: list[Id] = Field(default_factory=list, description="For a choice: the ids of the options.")


class Question(Strict):
    """A question; its id stays the same on every surface, so that answers meet in one table."""

    id: Id
    type: QuestionType
    lines: int | None = Field(None, ge=1, le=40, description="Writing lines that the answer deserves (text, list).")
    options: list[Id] = Field(default_factory=list, description="For a choice: the ids of the options.")
    columns: list[Column] = Field(default_factory=list, description="For a table: its columns.")
    rows: int | None = Field(None, ge=1, le=30, description="For a table: number of blank rows.")
    named_rows: list[Id] = Field(default_factory=list, description="For a table: ids of rows with a name of their own.")

    @model_validator(mode="after")
    def _has_what_its_type_needs(self) -> Question:
        needs = {
            "text": (self.lines is not None, "lines"),
            "list": (self.lines is not None, "lines"),
            "choice": (len(self.options) >= 2, "options"),
            "date": (True, ""),
            "table": (bool(self.columns) and (self.rows is not None) != bool(self.named_rows), "columns, and rows or named_rows"),
        }
        there, key = needs[self.type]
        if not there:
            raise fault("incomplete-question", f"a question of type {self.type} needs {key}", f"add {key} to question '{self.id}'", "type")
        return self


class Section(Strict):
    id: Id
    questions: list[Question] = Field(min_length=1)


class Variant(Strict):
    """A shorter or other version of the sheet, e.g. GROW beside GRROW."""

    id: Id
    leaves_out: list[Id] = Field(min_length=1, description="Ids of sections that this variant drops.")


class SectionText(Strict):
    title: Text
    intro: Text | None = None


class QuestionText(Strict):
    label: Text = Field(description="The question itself.")
    help: Text | None = None
    options: dict[Id, Text] = Field(default_factory=dict)
    columns: dict[Id, Text] = Field(default_factory=dict)
    rows: dict[Id, Text] = Field(default_factory=dict)


class VariantText(Strict):
    title: Text
    text: Text


class WorksheetText(Strict):
    """The texts of a worksheet in one language."""

    title: Text
    summary: Text = Field(max_length=170, description="One sentence; also the description that search engines show.")
    purpose: Text
    how: list[Text] = Field(min_length=1, description="How to fill it in, a few short steps.")
    sections: dict[Id, SectionText]
    questions: dict[Id, QuestionText]
    variants: dict[Id, VariantText] = Field(default_factory=dict)
    afterwards: list[Text] = Field(min_length=1, description="What to do with the answers.")


class WorksheetTextEnglish(WorksheetText, Translated):
    pass


class Worksheet(Record):
    """A worksheet, written once for every surface."""

    type: Literal["worksheet"]
    kind: Id = Field(description="Id from exercises/vocabulary/worksheet-kinds.yml.")
    layout: Layout
    phases: list[Id] = Field(min_length=1, description="Phases where it fits; the first is its home.")
    audience: list[Id] = Field(min_length=1, description="Who fills it in: ids from exercises/vocabulary/audiences.yml.")
    minutes: int = Field(ge=1, le=480)
    sections: list[Section]
    variants: list[Variant] = Field(default_factory=list)
    suggested: list[Suggestible] = Field(default_factory=list, description="Parts that are our own suggestion, not the source's.")
    nl: WorksheetText
    en: WorksheetTextEnglish

    @field_validator("sections")
    @classmethod
    def _asks_something(cls, value: list[Section]) -> list[Section]:
        if not value:
            raise fault("no-questions", "this worksheet asks nothing", "write at least one section with a question")
        return value

    @property
    def questions(self) -> list[Question]:
        """All questions in the order of the sheet."""
        return [question for section in self.sections for question in section.questions]
