"""A worksheet that came back filled in, and the marks by which our files are read back."""

from __future__ import annotations

from dataclasses import dataclass, field

FORMAT = "learning-network/worksheet"
ABOUT = "_about"
"""The hidden sheet of a spreadsheet that says what it is."""

DATE, TEAM = "_date", "_team"
"""Ids of what every sheet asks besides its questions; no question has such an id."""

ANSWERS_PROPERTY = "answers"
BOOKMARK = "answer_"
"""A bookmark round each answer, numbered; the properties answers-1, answers-2 ... of the file list the ids in that order.

LibreOffice before 7.5 drops the tags of content controls and keeps bookmarks.
"""

ANSWER_STYLES = frozenset({"Answer", "TableAnswer"})
"""Paragraphs in these styles hold answers: what stands beside or below a control, in the same style, belongs to it."""

ITEMS, ROWS = "items", "rows"
"""What cell A1 of a sheet says: one answer a row, or one row of a table question a row. Row 1 and column A are hidden."""

FIRST_ROW = 2
"""Rows of answers begin below the hidden row of ids and the heads."""


@dataclass(frozen=True)
class Answer:
    """One answer. `id` is the question, or question.row.column; `team`, `date` and `weight` are what its row says, or empty."""

    id: str
    text: str
    team: str = ""
    date: str = ""
    weight: str = ""


@dataclass
class FilledIn:
    """A worksheet that came back."""

    worksheet: str
    version: str
    language: str
    team: str = ""
    date: str = ""
    ids: list[str] = field(default_factory=list)
    """Every answer that the file has room for, filled in or not."""
    items: list[Answer] = field(default_factory=list)
    """The answers that were given, in the order of the file."""

    @property
    def answers(self) -> dict[str, str]:
        """Answer id -> text; the items of a list stand below each other."""
        found: dict[str, str] = {}
        for item in self.items:
            found[item.id] = f"{found[item.id]}\n{item.text}" if item.id in found else item.text
        return found
