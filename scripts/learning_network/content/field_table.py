"""The fields of a record as a table in Markdown, made from the model: the guides in docs/maintain/ show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .models.common import Id, IsoDate, Text, Url
from .models.network import Colour

_SINGLE: dict[Any, str] = {
    Id: "id",
    Text: "text",
    Url: "web address",
    IsoDate: "date",
    Colour: "colour",
    int: "whole number",
    bool: "true or false",
    str: "text",
}
_PLURAL = {"id": "ids", "text": "texts"}


@dataclass(frozen=True)
class FieldRow:
    """One field: its place in the record (`*` for each item or id), what it takes, what it is for."""

    path: str
    takes: str
    needed: str
    description: str


def field_table(model: type[BaseModel]) -> str:
    """All fields of a record, those inside its parts included, as a Markdown table."""
    rows = [f"| `{row.path}` | {row.takes} | {row.needed} | {row.description} |" for row in field_rows(model)]
    return "\n".join(["| Field | Takes | Needed | What it is |", "| --- | --- | --- | --- |", *rows]) + "\n"


def field_rows(model: type[BaseModel], path: str = "") -> Iterator[FieldRow]:
    """The fields of a model in order, each followed by the fields inside it.

    The English texts have the fields of the Dutch ones, so of those only the mark of the translation is told.
    """
    kinds = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        if path == "en." and name != "translates":
            continue
        kind = _without_none(kinds[name])
        yield FieldRow(path + name, _takes(kind, field), _needed(field), field.description or "")
        below = _models_in(kind)
        if len(below) == 1:
            yield from field_rows(below[0], f"{path}{name}.{'*.' if get_origin(kind) in (list, dict) else ''}")


def _needed(field: FieldInfo) -> str:
    if field.is_required():
        return "yes"
    return f"else {str(field.default).lower()}" if isinstance(field.default, (bool, str)) else "no"


def _takes(kind: Any, field: FieldInfo) -> str:
    said = _words(kind)
    limits: dict[type, Any] = {type(limit): limit for limit in field.metadata}
    if Ge in limits:
        said += f", {limits[Ge].ge} to {limits[Le].le}" if Le in limits else f", {limits[Ge].ge} or more"
    if MinLen in limits:
        said += f", {limits[MinLen].min_length} or more"
    if MaxLen in limits:
        said += f", at most {limits[MaxLen].max_length} characters"
    return said


def _words(kind: Any) -> str:
    """What a field takes, in words of an author."""
    if get_origin(kind) is Literal:
        choices = [f"`{choice}`" for choice in get_args(kind)]
        return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"
    if kind in _SINGLE:
        return _SINGLE[kind]
    if get_origin(kind) is list:
        (item,) = get_args(kind)
        words = _words(item)
        return "list of blocks" if words == "block" else f"list of {_PLURAL.get(words, words)}"
    if get_origin(kind) is dict:
        return f"a {_words(get_args(kind)[1])} per id"
    return "value" if get_origin(kind) in (Union, UnionType) else "block"


def _without_none(kind: Any) -> Any:
    """The kind of a field that may be left out, without the None."""
    if get_origin(kind) in (Union, UnionType):
        kinds = [part for part in get_args(kind) if part is not NoneType]
        return kinds[0] if len(kinds) == 1 else kind
    return kind


def _models_in(kind: Any) -> list[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [kind]
    if get_origin(kind) in (list, dict):
        return _models_in(get_args(kind)[-1])
    return []
