"""What every record shares: strictness, ids, plain texts, dates and the pair of languages."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_HTML = re.compile(r"<\s*/?\s*[A-Za-z!]|javascript:|&[#a-zA-Z0-9]+;")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")


def fault(rule: str, wrong: str, fix: str, *at: str | int) -> PydanticCustomError:
    """Make the error that a validator raises: a rule name, what is wrong, what to write, and in which key below it."""
    return PydanticCustomError(rule, "{wrong}", {"wrong": wrong, "fix": fix, "at": at})


def _check_id(value: str) -> str:
    if not _ID.match(value):
        raise fault("bad-id", f"'{value}' is not an id", "write lower-case words joined by hyphens, e.g. picture-cards")
    return value


def _check_text(value: str) -> str:
    """Texts are plain: **bold** and *emphasis* only, so that every surface can show them."""
    if not value.strip():
        raise fault("empty-text", "this text is empty", "write the text, or leave the key out where it is optional")
    if found := _HTML.search(value):
        raise fault(
            "html-in-text",
            f"this text holds HTML or script ('{value[found.start() : found.start() + 20]}')",
            "write plain text; **bold** and *emphasis* are allowed",
        )
    if _TEMPLATE.search(value):
        raise fault("html-in-text", "this text holds a template mark", "write plain text without {{, {% or {#")
    return value.strip()


def _check_url(value: str) -> str:
    if not re.match(r"https?://[^\s/$.?#][^\s]*\Z", value):
        raise fault("bad-url", f"'{value}' is no web address", "write the whole address, e.g. https://www.example.org/page")
    return value


def _read_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    elif isinstance(value, date):
        return value
    raise fault("bad-date", f"'{value}' is no date", "write year-month-day, e.g. 2026-11-22")


Id = Annotated[str, AfterValidator(_check_id)]
Text = Annotated[str, AfterValidator(_check_text)]
Url = Annotated[str, AfterValidator(_check_url)]
IsoDate = Annotated[date, BeforeValidator(_read_date), PlainSerializer(lambda d: d.isoformat(), return_type=str)]


class Strict(BaseModel):
    """A model that refuses unknown keys and never guesses a type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Translated(Strict):
    """The English texts carry the mark of the Dutch texts that they translate."""

    translates: str = Field(description="Mark of the Dutch texts that these texts translate, e.g. nl-3f2a9c1b.")


class Record(Strict):
    """What every exercise, worksheet, card set and tool carries for upkeep and provenance."""

    id: Id = Field(description="Stable name in English, also the file name and the web address.")
    version: int = Field(ge=1, description="Goes up by one when the content changes.")
    updated: IsoDate = Field(description="Day of the last change of content, e.g. 2026-11-22.")
    sources: list[Id] = Field(description="Ids from docs/bibliography.yml.")


Practice: list[str] = Field(
    default_factory=list, description="Topics of the practice part that it serves: ids from exercises/vocabulary/practice.yml."
)
Safety: bool = Field(False, description="Whether it shows the safety note on suicidal thoughts, with the numbers to ring.")
