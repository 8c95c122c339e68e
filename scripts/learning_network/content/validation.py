"""Turns what pydantic finds in a record into findings that an author can act on."""

from __future__ import annotations

from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .findings import Finding, did_you_mean
from .yaml_file import Location, YamlFile

M = TypeVar("M", bound=BaseModel)

_TYPES = {
    "int_type": ("a whole number", "write a whole number, e.g. 60"),
    "int_parsing": ("a whole number", "write a whole number, e.g. 60"),
    "int_from_float": ("a whole number", "write a whole number, e.g. 60"),
    "string_type": ("a text", "write a text, in double quotes when it looks like a number"),
    "bool_type": ("true or false", "write true or false"),
    "list_type": ("a list", "write a list: lines that start with '- '"),
    "dict_type": ("a block of key: value lines", "write key: value lines, two spaces in"),
    "model_type": ("a block of key: value lines", "write key: value lines, two spaces in"),
    "model_attributes_type": ("a block of key: value lines", "write key: value lines, two spaces in"),
}


def validate(model: type[M], file: YamlFile, at: Location = ()) -> tuple[M | None, list[Finding]]:
    """Validate the part of a file that stands at `at`. Returns the record, or None with all its faults."""
    data = file.data
    for step in at:
        data = data[step]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_finding(model, file, at, detail) for detail in error.errors() if not _said_elsewhere(detail, data)]


def _said_elsewhere(detail: Any, data: Any) -> bool:
    """The translation check tells of a missing mark, and of an English text that is missing where the Dutch is there."""
    where = detail["loc"]
    if detail["type"] != "missing" or len(where) < 2 or where[0] != "en":
        return False
    if where[-1] == "translates":
        return True
    for step in ("nl", *where[1:]):
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True


def _finding(model: type[BaseModel], file: YamlFile, at: Location, detail: Any) -> Finding:
    where: Location = tuple(detail["loc"])
    rule, wrong, fix = _explain(model, where, detail)
    below = (detail.get("ctx") or {}).get("at", ())
    return file.finding((*at, *where, *below), rule, wrong, fix)


def _explain(model: type[BaseModel], where: Location, detail: Any) -> tuple[str, str, str]:
    kind, context = detail["type"], detail.get("ctx") or {}
    key = ".".join(str(step) for step in where) or "the record"
    if "wrong" in context:
        prefix = f"{key}: " if where else ""
        return kind, prefix + context["wrong"], context["fix"]
    if kind == "extra_forbidden":
        known = _keys_at(model, where[:-1])
        return "unknown-key", f"the key '{key}' is not known", did_you_mean(str(where[-1]), known)
    if kind == "missing":
        if where[-1] == "en":
            return "missing-translation", "the English texts are missing", "add a block 'en:' with the same keys as 'nl:'"
        return "missing-key", f"the key '{key}' is missing", f"add it: {_description(model, where)}"
    if kind in _TYPES:
        what, fix = _TYPES[kind]
        return "wrong-type", f"{key}: {_short(detail['input'])} is not {what}", fix
    if kind == "literal_error":
        return (
            "wrong-value",
            f"{key}: {_short(detail['input'])} is not in the list",
            f"write one of: {context['expected']}".replace("'", ""),
        )
    if kind == "string_too_long":
        return "too-long", f"{key} has {len(detail['input'])} characters", f"write at most {context['max_length']}"
    return "wrong-value", f"{key}: {_short(detail['input'])} is not allowed", detail["msg"][0].lower() + detail["msg"][1:]


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, UnionType, list, dict) or get_args(annotation):
        return [found for part in get_args(annotation) for found in _models_in(part)]
    return []


def _model_at(model: type[BaseModel], where: Location) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for step in where:
        if current is not None and step in current.model_fields:
            found = _models_in(current.model_fields[str(step)].annotation)
            current = found[0] if found else None
    return current


def _keys_at(model: type[BaseModel], where: Location) -> list[str]:
    found = _model_at(model, where)
    return list(found.model_fields) if found else []


def _description(model: type[BaseModel], where: Location) -> str:
    found = _model_at(model, where[:-1])
    field = found.model_fields.get(str(where[-1])) if found else None
    return (field.description if field else None) or "see an existing record for an example"
