"""The tool matrix: criteria are its columns, tools its rows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from .common import Id, IsoDate, Practice, Record, Safety, Strict, Text, Translated, Url, fault

CriterionType = Literal["one-of", "some-of", "yes-no", "minutes", "text"]
Confidence = Literal["high", "medium", "low"]
UNKNOWN = "unknown"
"""What a tool says of a criterion that nobody found out yet. It never means no."""


class CriterionText(Strict):
    label: Text = Field(description="Head of the column.")
    explanation: Text = Field(description="What it means, for who hesitates.")
    options: dict[Id, Text] = Field(default_factory=dict, description="Words of the options, per option id.")


class CriterionTextEnglish(CriterionText, Translated):
    pass


class Width(Strict):
    """How wide a column is."""

    screen: int = Field(ge=4, le=40, description="On screen, in rem (the width of about two letters).")
    paper: int = Field(ge=10, le=100, description="On paper and in the spreadsheet, in millimetres.")


class Criterion(Strict):
    """A column of the matrix."""

    id: Id = Field(description="Stable name in English; tools give their value under it.")
    type: CriterionType = Field(description="What a tool says: one option, some options, yes or no, minutes, or a text.")
    options: list[Id] = Field(default_factory=list, description="For one-of and some-of: the ids of the options.")
    covers_all: Id | None = Field(None, description="The option that takes in all others, e.g. everyone; a filter on any option finds it.")
    filled_in_by_team: bool = Field(False, description="Whether teams fill it in for themselves; tools then give no value for it.")
    width: Width = Field(description="How wide its column is.")
    filter: bool = Field(False, description="Whether people can filter the matrix by it.")
    in_table: bool = Field(True, description="Whether it is in the table at first; readers can add and drop columns.")
    nl: CriterionText = Field(description="The texts in Dutch.")
    en: CriterionTextEnglish = Field(description="The same texts in English.")

    @model_validator(mode="after")
    def _options_when_it_needs_them(self) -> Criterion:
        choice = self.type in ("one-of", "some-of")
        if choice != bool(self.options):
            wrong = f"a criterion of type {self.type} {'needs' if choice else 'has no'} options"
            raise fault(
                "wrong-options", wrong, "list their ids under options" if choice else "remove options, or write another type", "type"
            )
        if self.covers_all is not None and self.covers_all not in self.options:
            fix = "write the id of one of its options, or remove the line"
            raise fault("unknown-id", f"covers_all names '{self.covers_all}', which is no option", fix, "covers_all")
        return self


class GuideOption(Strict):
    """An answer, and what it asks of a tool; nothing asked means that every tool will do."""

    id: Id = Field(description="Short name of the answer; its words stand under the same id in nl and en.")
    asks: dict[Id, list[Id]] = Field(default_factory=dict, description="Per criterion: a tool fits when it has one of these options.")


class GuideText(Strict):
    label: Text = Field(description="The question.")
    options: dict[Id, Text] = Field(description="Words of the answers, per answer id.")


class GuideTextEnglish(GuideText, Translated):
    pass


class GuideQuestion(Strict):
    """A question of the guided choice: which tool when?"""

    id: Id = Field(description="Stable name in English.")
    options: list[GuideOption] = Field(min_length=2, description="The answers to choose from.")
    nl: GuideText = Field(description="The texts in Dutch.")
    en: GuideTextEnglish = Field(description="The same texts in English.")


MOST_GUIDE_QUESTIONS = 5
"""People choose a tool in five questions at most."""


class MinutesRange(Strict):
    min: int = Field(ge=1, description="Fewest minutes.")
    max: int = Field(ge=1, description="Most minutes.")


class Remark(Strict):
    """A strength or a pitfall, with where it was found."""

    id: Id = Field(description="Short name of the remark; its text stands under the same id in nl and en.")
    sources: list[Id] = Field(default_factory=list, description="Where it was found; leave empty only when suggested is true.")
    suggested: bool = Field(False, description="Our own judgement, shown as such.")


class ToolText(Strict):
    name: Text = Field(description="Name of the tool.")
    summary: Text = Field(max_length=260, description="One or two sentences: what it is and does.")
    for_whom: Text | None = Field(None, description="Who it is meant for, in words.")
    notes: dict[Id, Text] = Field(default_factory=dict, description="A remark per criterion, or the text of a text criterion.")
    remarks: dict[Id, Text] = Field(default_factory=dict, description="The texts of strengths and pitfalls.")


class ToolTextEnglish(ToolText, Translated):
    pass


class Tool(Record):
    """A tool of the matrix. What nobody knows is written as unknown."""

    practice: list[Id] = Practice
    safety: bool = Safety
    checked: IsoDate = Field(description="Day on which the facts were gathered.")
    confidence: Confidence = Field(description="How well the core description is supported.")
    publisher: Text | None = Field(None, description="Maker or publisher, a name.")
    year: Text | None = Field(None, description="Year of publication, in quotes.")
    link: Url | None = Field(None, description="Where to find it.")
    values: dict[Id, str | int | bool | list[str] | MinutesRange] = Field(description="One value per criterion, or unknown.")
    strengths: list[Remark] = Field(default_factory=list, description="What is good about it.")
    pitfalls: list[Remark] = Field(default_factory=list, description="What to watch out for.")
    nl: ToolText = Field(description="The texts in Dutch.")
    en: ToolTextEnglish = Field(description="The same texts in English.")

    @field_validator("sources")
    @classmethod
    def _has_a_source(cls, value: list[str]) -> list[str]:
        if not value:
            raise fault("no-source", "this tool has no source", "write at least one id from docs/bibliography.yml")
        return value
