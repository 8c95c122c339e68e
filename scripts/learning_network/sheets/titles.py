"""What a sheet is called that has no record of its own: the glossary as cards, a book, the tool matrix."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Titles:
    """Its title and what it is, in one language."""

    title: str
    summary: str
