"""The tool matrix: criteria are its columns, tools its rows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from .common import Id, IsoDate, Record, Strict, Text, Translated, Url, fault

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


class Criterion(Strict):
    """A column of the matrix."""

    id: Id = Field(description="Stable name in English; tools give their value under it.")
    type: CriterionType = Field(description="What a tool says: one option, some options, yes or no, minutes, or a text.")
    options: list[Id] = Field(default_factory=list, description="For one-of and some-of: the ids of the options.")
    filter: bool = Field(False, description="Whether people can filter the matrix by it.")
    in_table: bool = Field(True, description="Whether it is a column of the table; if not, it shows on the page and in the comparison.")
    nl: CriterionText = Field(description="The texts in Dutch.")
    en: CriterionTextEnglish = Field(description="The same texts in English.")


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
