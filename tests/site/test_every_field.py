"""Every field of every record is shown somewhere: change it, and a page changes. A field that nobody reads has no place in a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from jinja2 import UndefinedError
from pydantic import BaseModel

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import (
    CardSet,
    Criterion,
    Entry,
    Exercise,
    GuideQuestion,
    Obstacle,
    Phase,
    Source,
    Term,
    Tool,
    Worksheet,
)
from learning_network.content.prose import LINKS, OF_PHASE, OF_TOPIC
from learning_network.site.blocks import BLOCKS
from learning_network.site.data import data_files
from learning_network.site.links import Place
from learning_network.site.pages import render_pages

pytestmark = pytest.mark.build  # renders all pages again for each field

ROOT = Path(__file__).resolve().parent.parent.parent
KINDS: dict[str, type[BaseModel]] = {
    "exercises": Exercise,
    "worksheets": Worksheet,
    "card_sets": CardSet,
    "tools": Tool,
    "criteria": Criterion,
    "guide": GuideQuestion,
    "obstacles": Obstacle,
    "phases": Phase,
    "terms": Term,
    "sources": Source,
}
SHOWN_ELSEWHERE = ("cite_as", "tooltip", "type", "translates")


@cache
def library() -> Library:
    return load(ROOT)


def surfaces(content: Library, language: str) -> str:
    """Everything that the site shows of the records, as one text."""
    parts = list(render_pages(content, language).values())
    place = Place(content, language, "index.md")
    for block in BLOCKS:
        if block.__name__ in OF_PHASE:
            parts += [str(block(place, id_)) for id_ in content.phases]
        elif block.__name__ in OF_TOPIC:
            parts += [str(block(place, id_)) for id_ in content.topics]
        elif block.__name__ not in LINKS:
            parts.append(str(block(place)))
    return "\n".join(parts)


@cache
def before(language: str) -> str:
    return surfaces(library(), language)


def fields(model: type[BaseModel], at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """All fields of a model and of the models in it, as paths."""
    for name, field in model.model_fields.items():
        inner = [part for part in _models(field.annotation) if part is not model]
        if not inner:
            yield (*at, name)
        for part in inner:
            yield from fields(part, (*at, name))


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]


def changed(value: Any, path: tuple[str, ...]) -> Iterator[Any]:
    """Copies of a record in which one occurrence of the field at `path` has another value, one occurrence each time."""
    if isinstance(value, list):
        for i, part in enumerate(value):
            for new in changed(part, path):
                yield [*value[:i], new, *value[i + 1 :]]
    elif isinstance(value, dict):
        for key, part in value.items():
            for new in changed(part, path):
                yield {**value, key: new}
    elif isinstance(value, BaseModel):
        if len(path) > 1:
            for new in changed(getattr(value, path[0], None), path[1:]):
                yield value.model_copy(update={path[0]: new})
        elif path[0] in type(value).model_fields:
            old = getattr(value, path[0])
            for new in other(old, type(value).model_fields[path[0]].annotation):
                yield value.model_copy(update={path[0]: new})


def other(old: Any, annotation: Any) -> Iterator[Any]:
    """Another value of the same kind; nothing for a field that this record leaves out."""
    if isinstance(old, bool):
        yield not old
    elif get_origin(annotation) is Literal:
        yield from (choice for choice in get_args(annotation) if choice != old)
    elif isinstance(old, int):
        yield old + 1
    elif isinstance(old, date):
        yield old + timedelta(days=400)
    elif isinstance(old, str):
        yield f"{old} zzz"
    elif isinstance(old, list) and old:
        yield [f"{part} zzz" for part in old] if " " in str(old[0]) else old[:-1]
    elif isinstance(old, dict) and old:
        yield {key: f"{part} zzz" if isinstance(part, str) else part[:-1] if isinstance(part, list) else part for key, part in old.items()}


CASES = [
    (name, path)
    for name, model in KINDS.items()
    for path in sorted(set(fields(model)))
    if path[-1] not in SHOWN_ELSEWHERE and path != ("id",)
]


@pytest.mark.parametrize(("name", "path"), CASES, ids=lambda part: ".".join(part) if isinstance(part, tuple) else part)
def test_a_change_of_the_field_changes_a_page(name: str, path: tuple[str, ...]) -> None:
    language = "en" if path[0] == "en" else "nl"
    tried = 0
    for id_, record in getattr(library(), name).items():
        for new in changed(record, path):
            tried += 1
            content = replace(library(), **{name: {**getattr(library(), name), id_: new}})
            try:
                if surfaces(content, language) != before(language):
                    return
            except (LookupError, ValueError, UndefinedError):
                return  # an id that leads nowhere: it was read
            if tried >= 12:
                pytest.fail(f"{'.'.join(path)} of {name}: changed in {tried} places, and no page changed")
    if tried:
        pytest.fail(f"{'.'.join(path)} of {name}: changed in {tried} places, and no page changed")
    # No record uses this field yet: the open data at least must carry it.
    assert (
        path[-1] in data_files(library())[f"schemas/{name}.schema.json"] if f"schemas/{name}.schema.json" in data_files(library()) else True
    )


def test_an_entry_of_a_vocabulary_is_shown() -> None:
    for name, entries in library().vocabularies.items():
        used = [e for e in entries.values() if _uses(name, e)]
        for entry in used[:2]:
            new = entry.model_copy(update={"nl": entry.nl.model_copy(update={"label": "zzz"})})
            content = replace(library(), vocabularies={**library().vocabularies, name: {**entries, entry.id: new}})
            assert "zzz" in surfaces(content, "nl"), (name, entry.id)


def _uses(name: str, entry: Entry) -> bool:
    exercises, sheets = library().exercises.values(), library().worksheets.values()
    records = (library().exercises, library().worksheets, library().card_sets, library().tools)
    return {
        "kinds": any(e.kind == entry.id for e in exercises),
        "materials": any(m.id == entry.id for e in exercises for m in e.materials),
        "audiences": any(entry.id in w.audience for w in sheets),
        "worksheet-kinds": any(w.kind == entry.id for w in sheets),
        "practice": any(entry.id in record.practice for kind in records for record in kind.values()),
    }[name]
