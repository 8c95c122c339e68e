"""All texts of a record, with the place where each stands: for checks that look at every word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .yaml_file import Location


def texts_of(part: Any, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text in a record, or in a part of it that stands at this place."""
    if isinstance(part, str):
        yield at, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts_of(getattr(part, name), (*at, name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from texts_of(value, (*at, key))
    elif isinstance(part, list):
        for i, value in enumerate(part):
            yield from texts_of(value, (*at, i))
