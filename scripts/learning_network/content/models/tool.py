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
    label: Text
    explanation: Text
    options: dict[Id, Text] = Field(default_factory=dict)


class CriterionTextEnglish(CriterionText, Translated):
    pass


class Criterion(Strict):
    """A column of the matrix."""

    id: Id
    type: CriterionType
    options: list[Id] = Field(default_factory=list, description="For one-of and some-of: the ids of the options.")
    filter: bool = Field(False, description="Whether people can filter the matrix by it.")
    in_table: bool = Field(True, description="Whether it is a column of the table; if not, it shows on the page and in the comparison.")
    nl: CriterionText
    en: CriterionTextEnglish


class MinutesRange(Strict):
    min: int = Field(ge=1)
    max: int = Field(ge=1)


class Remark(Strict):
    """A strength or a pitfall, with where it was found."""

    id: Id
    sources: list[Id] = Field(default_factory=list, description="Where it was found; leave empty only when suggested is true.")
    suggested: bool = Field(False, description="Our own judgement, shown as such.")


class ToolText(Strict):
    name: Text
    summary: Text = Field(max_length=260, description="One or two sentences: what it is and does.")
    for_whom: Text | None = None
    notes: dict[Id, Text] = Field(default_factory=dict, description="A remark per criterion, or the text of a text criterion.")
    remarks: dict[Id, Text] = Field(default_factory=dict, description="The texts of strengths and pitfalls.")


class ToolTextEnglish(ToolText, Translated):
    pass


class Tool(Record):
    """A tool of the matrix. What nobody knows is written as unknown."""

    checked: IsoDate = Field(description="Day on which the facts were last looked up.")
    confidence: Confidence = Field(description="How well the core description is supported.")
    publisher: Text | None = Field(None, description="Maker or publisher, a name.")
    year: Text | None = None
    link: Url | None = None
    values: dict[Id, str | int | bool | list[str] | MinutesRange] = Field(description="One value per criterion, or unknown.")
    strengths: list[Remark] = Field(default_factory=list)
    pitfalls: list[Remark] = Field(default_factory=list)
    nl: ToolText
    en: ToolTextEnglish

    @field_validator("sources")
    @classmethod
    def _has_a_source(cls, value: list[str]) -> list[str]:
        if not value:
            raise fault("no-source", "this tool has no source", "write at least one id from docs/bibliography.yml")
        return value
