"""Reads printed sheets: their words, fonts, boxes."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pypdf import PageObject, PdfReader

from learning_network.wording.text import plain

FAMILY = "Atkinson-Hyperlegible-Next"


def reader(data: bytes | Path) -> PdfReader:
    return PdfReader(data if isinstance(data, Path) else io.BytesIO(data))


def squeezed(text: str) -> str:
    """Letters and digits alone: a PDF breaks lines and spaces as it likes."""
    return re.sub(r"[\W_]+", "", text)


def words_of(pdf: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in pdf.pages))


def letters_on(page: PageObject) -> tuple[str, float]:
    """The words of a page, squeezed, and the size of its smallest letter in points."""
    sizes = []

    def note(text: str, matrix: Any, place: Any, font: Any, size: float) -> None:
        if text.strip():
            sizes.append(round(size * abs(matrix[3]) * abs(place[3]), 1))

    return squeezed(page.extract_text(visitor_text=note)), min(sizes, default=math.inf)


def fonts_of(pdf: PdfReader) -> set[str]:
    """Names of all fonts, without the six letters that mark a part of a font."""
    found = set()
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            found.add(re.sub(r"^/[A-Z]{6}\+", "", str(font.get_object()["/BaseFont"])))
    return found


def texts_in(value: Any) -> Iterator[str]:
    """All texts of a record's part, as they read on paper."""
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)
