"""A worksheet: questions with room for answers, the same on paper, on screen and in a spreadsheet."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from .common import Id, Practice, Record, Safety, Strict, Text, Translated, fault

Layout = Literal["questions", "quadrants", "steps", "circle", "map"]
QuestionType = Literal["text", "list", "choice", "scale", "date", "table", "drawing"]
ColumnType = Literal["text", "choice", "date"]
Figure = Literal["rings", "blank"]
Suggestible = Literal["minutes", "questions", "layout", "how"]


class Column(Strict):
    """A column of a table question."""

    id: Id = Field(description="Short name of the column.")
    type: ColumnType = Field("text", description="What goes into its cells.")
    options: list[Id] = Field(default_factory=list, description="For a choice: the ids of the options.")


class Scale(Strict):
    """A row of whole numbers to circle one of."""

    min: int = Field(ge=0, le=1, description="Lowest number, 0 or 1.")
    max: int = Field(ge=3, le=10, description="Highest number.")


class Question(Strict):
    """A question; its id stays the same on every surface, so that answers meet in one table."""

    id: Id = Field(description="Short name of the question; keep it for ever, as answers are filed under it.")
    type: QuestionType = Field(
        description="What the answer is: free text, a list, one choice, a number on a scale, a date, a table, or a drawing."
    )
    lines: int | None = Field(
        None, ge=1, le=40, description="Writing lines that the answer deserves (text, list); for a drawing its height in lines, else 12."
    )
    options: list[Id] = Field(default_factory=list, description="For a choice: the ids of the options.")
    scale: Scale | None = Field(None, description="For a scale: its lowest and highest number.")
    figure: Figure | None = Field(None, description="For a drawing: rings round a middle, or a blank field.")
    columns: list[Column] = Field(default_factory=list, description="For a table: its columns.")
    rows: int | None = Field(None, ge=1, le=30, description="For a table: number of blank rows.")
    named_rows: list[Id] = Field(default_factory=list, description="For a table: ids of rows with a name of their own.")

    @model_validator(mode="after")
    def _has_what_its_type_needs(self) -> Question:
        needs = {
            "text": (self.lines is not None, "lines", "lines"),
            "list": (self.lines is not None, "lines", "lines"),
            "choice": (len(self.options) >= 2, "options", "options"),
            "scale": (self.scale is not None, "its numbers", "scale: {min: 0, max: 10}"),
            "date": (True, "", ""),
            "drawing": (self.figure is not None, "a figure", "figure: rings or figure: blank"),
            "table": (bool(self.columns) and (self.rows is not None) != bool(self.named_rows), *["columns, and rows or named_rows"] * 2),
        }
        there, what, key = needs[self.type]
        if not there:
            raise fault("incomplete-question", f"a question of type {self.type} needs {what}", f"add {key} to question '{self.id}'", "type")
        return self


class Section(Strict):
    id: Id = Field(description="Short name of the section.")
    questions: list[Question] = Field(min_length=1, description="Its questions, in order.")


class Variant(Strict):
    """A shorter or other version of the sheet, e.g. GROW beside GRROW."""

    id: Id = Field(description="Short name of the variant.")
    leaves_out: list[Id] = Field(min_length=1, description="Ids of sections that this variant drops.")


class SectionText(Strict):
    title: Text = Field(description="Heading of the section.")
    intro: Text | None = Field(None, description="A sentence under the heading.")


class QuestionText(Strict):
    label: Text = Field(description="The question itself.")
    help: Text | None = Field(None, description="Help for those who do not know where to begin.")
    options: dict[Id, Text] = Field(default_factory=dict, description="Words of the options, per option id.")
    low: Text | None = Field(None, description="For a scale: what its lowest number means.")
    high: Text | None = Field(None, description="For a scale: what its highest number means.")
    columns: dict[Id, Text] = Field(default_factory=dict, description="Heads of the columns, per column id.")
    rows: dict[Id, Text] = Field(default_factory=dict, description="Names of the rows, per id in named_rows.")


class VariantText(Strict):
    title: Text = Field(description="Name of the variant.")
    text: Text = Field(description="When to choose it.")


class WorksheetText(Strict):
    """The texts of a worksheet in one language."""

    title: Text = Field(description="Name of the worksheet.")
    summary: Text = Field(max_length=170, description="One sentence; also the description that search engines show.")
    purpose: Text = Field(description="What you know or have afterwards.")
    how: list[Text] = Field(min_length=1, description="How to fill it in, a few short steps.")
    sections: dict[Id, SectionText] = Field(description="The texts of the sections, per section id.")
    questions: dict[Id, QuestionText] = Field(description="The texts of all questions, per question id.")
    variants: dict[Id, VariantText] = Field(default_factory=dict, description="The texts of the variants, per variant id.")
    afterwards: list[Text] = Field(min_length=1, description="What to do with the answers.")


class WorksheetTextEnglish(WorksheetText, Translated):
    pass


class Worksheet(Record):
    """A worksheet, written once for every surface."""

    type: Literal["worksheet"] = Field(description="Tells worksheets apart from exercises and card sets, as they share a folder.")
    kind: Id = Field(description="Id from exercises/vocabulary/worksheet-kinds.yml.")
    layout: Layout = Field(description="How the sheet looks: questions below each other, four boxes, numbered steps, a circle or a map.")
    phases: list[Id] = Field(min_length=1, description="Phases where it fits; the first is its home.")
    practice: list[Id] = Practice
    safety: bool = Safety
    audience: list[Id] = Field(min_length=1, description="Who fills it in: ids from exercises/vocabulary/audiences.yml.")
    minutes: int = Field(ge=1, le=480, description="Whole minutes to fill it in.")
    sections: list[Section] = Field(description="The parts of the sheet, in order; at least one.")
    variants: list[Variant] = Field(default_factory=list, description="Shorter versions of the same sheet.")
    suggested: list[Suggestible] = Field(default_factory=list, description="Parts that are our own suggestion, not the source's.")
    nl: WorksheetText = Field(description="The texts in Dutch.")
    en: WorksheetTextEnglish = Field(description="The same texts in English.")

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
