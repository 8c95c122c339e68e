"""What a report is made of, whatever it is written as: chapters with texts, quotations, tables, charts and cards.

The chapters are made once, in words; HTML, Markdown and the word-processor file each write the same blocks their own way.
All texts are plain: what writes them out must escape them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Paragraph:
    text: str
    kind: Literal["plain", "lead", "rule", "nothing"] = "plain"
    """rule: a line with numbers, in a second voice. nothing: says that there is nothing to show."""
    to: str = ""
    """The chapter that the last words lead to."""
    link: str = ""
    """Those last words; they come after the text."""


@dataclass(frozen=True)
class Listing:
    items: tuple[str, ...]
    kind: Literal["plain", "questions", "short"] = "plain"
    """questions: to ask. short: the sentences that say the most important."""


@dataclass(frozen=True)
class Said:
    """What somebody wrote, and where it stands in items.csv; empty where that is not said."""

    text: str
    item_id: str
    field: str = ""
    """Where it must be told apart by field."""


@dataclass(frozen=True)
class Quotes:
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Flag:
    """Words that ask for attention."""

    text: str


Cell = str | int | Said | Flag


@dataclass(frozen=True)
class Table:
    """The first column names the row. Whole numbers stand to the right."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    """How the columns share the page; equal when not said."""
    hidden_caption: bool = False
    """The heading above it says the same to who sees it."""
    matrix: bool = False
    """Rows and columns are both named; its cells may be filled in by hand."""
    blank: bool = False
    """All but the first column is there to be filled in by hand."""


@dataclass(frozen=True)
class Chart:
    """A chart beside the table that holds its numbers."""

    id: str
    title: str
    description: str
    svg: str
    """Without <style>: it takes its colours from the page."""
    table: Table


@dataclass(frozen=True)
class Chain:
    """The steps of GRROW, each with what was written there; a step may be empty."""

    steps: tuple[tuple[str, tuple[Said, ...]], ...]
    """Field, what was written."""


@dataclass(frozen=True)
class Card:
    """A part that stands on its own: a point to talk about, a theme with what people said, a chain."""

    title: str
    blocks: tuple[Block, ...]
    kind: Literal["theme", "point", "goal", "quadrant"]
    field: str = ""
    id: str = ""
    number: int = 0
    kicker: str = ""


@dataclass(frozen=True)
class Cards:
    cards: tuple[Card, ...]
    kind: Literal["theme", "point", "goal", "quadrant"]


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    blocks: tuple[Block, ...]
    field: str = ""


Block = Paragraph | Listing | Quotes | Table | Chart | Chain | Cards | Section


@dataclass(frozen=True)
class Report:
    language: str
    kicker: str
    title: str
    made_on: str
    facts: tuple[tuple[int, str], ...]
    """Number and what it counts."""
    chapters: tuple[Section, ...]
    field_words: dict[str, str]
    """Field -> what one answer in it is called."""
    short: bool = False
    """A hand-out of a few pages: no list of contents."""


def card_words(card: Card) -> str:
    """What a small card says, on one line."""
    items = (item for block in card.blocks for item in (block.items if isinstance(block, Listing) else (getattr(block, "text", ""),)))
    return ", ".join(filter(None, items))
