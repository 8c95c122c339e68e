"""The table that all answers meet in: one row an item, whatever tool or paper it came from.

An item is one statement of a SWOT, one answer or action of a GRROW, or one answer to a question of another worksheet.
The table stands in columns, as lists of the same length: a million items are read, coded and written column by column.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from learning_network.words.reasons import Reason

from .columns import Column

SCHEMA_VERSION = "1"

COLUMNS = (
    "schema_version",  # of this table
    "item_id",  # response_id-field-position, e.g. 3f9a2c41d07e-strengths-1
    "response_id",  # see response_id()
    "participant",  # who answered: a keyed hash as soon as the items are protected; empty when the file does not say
    "organisation",
    "team",
    "role",
    "instrument",  # swot, grrow, or the id of a worksheet
    "field",  # FIELDS of the instrument, or the id of a question
    "phase",  # prepare, explore, roll-out, sustain, or as it was written
    "round",  # as it was written; a year or a number
    "answered_on",  # ISO date, or empty
    "position",  # number of the item in its field of its response, from 1
    "text",
    "lang",  # nl, en, de or fr: the language of the form
    "weight",  # votes or dots: a whole number, or empty
    "owner_role",  # of an action: who, by role
    "due_on",  # of an action: ISO date, or as it was written where it is no date
    "status",  # of an action: todo, busy, done, stopped, or as it was written
    "first_step",  # of an action: the first small step
    "source_file",  # name, or the path where several files have that name; never more than the path given by the user
    "source_row",  # row of the sheet, from 1; 0 where the file has no rows
    "source_column",  # heading, cell or id of the question
    "source_sha256",  # of the file
)

FIELDS: dict[str, tuple[str, ...]] = {
    "swot": ("strengths", "weaknesses", "opportunities", "threats"),
    "grrow": ("goal", "reality", "resources", "options", "will", "action"),
}
"""The fields of the two instruments that are summarised, in the order of their sheets. An action is an item of its own."""

STATUSES = ("todo", "busy", "done", "stopped")


@dataclass
class Items:
    """The table: column -> values. All columns of COLUMNS are there and equally long; `position` and `source_row` hold whole
    numbers, all others texts."""

    columns: dict[str, Column] = field(default_factory=lambda: {name: [] for name in COLUMNS})

    def __len__(self) -> int:
        return len(self.columns["item_id"])

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]

    def rows(self) -> Iterator[dict[str, Any]]:
        for values in zip(*self.columns.values(), strict=True):
            yield dict(zip(self.columns, values, strict=True))

    def add(self, **values: object) -> None:
        """One more row; what is not said is empty."""
        for name in self.columns:
            self._growing(name).append(values.get(name, SCHEMA_VERSION if name == "schema_version" else ""))

    def extend(self, other: Items) -> None:
        for name in self.columns:
            self._growing(name).extend(other.columns[name])

    def _growing(self, name: str) -> list[Any]:
        """A column as a list, to which rows are added."""
        column = self.columns[name]
        if not isinstance(column, list):
            column = self.columns[name] = list(column)
        return column

    def only(self, places: Sequence[int]) -> Items:
        """The rows at these places."""
        return Items({name: [column[place] for place in places] for name, column in self.columns.items()})


def response_id(facts: Iterable[str]) -> str:
    """Twelve hexadecimal digits that stand for a response: of all it says (when, where from, every answer), never of who.

    The same response in two exports gets the same id, so that it counts once, and decisions made about its items stay with
    them when the form is exported again with more responses in it.
    """
    return hashlib.blake2b("\x1f".join(facts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


@dataclass(frozen=True)
class Rejected:
    """What was read and is no item. The text stands in rejects.csv, protected as items are."""

    source_file: str
    source_row: int
    """From 1; 0 for a whole file."""
    column: str
    """Heading or cell, or a reason's place; empty for a whole row or file."""
    reason: Reason
    """What is wrong and what to do."""
    text: str = ""
    cells: int = 1
    """How many answer cells this line stands for; 0 for a remark about a file that holds no answers."""


@dataclass(frozen=True)
class Remark:
    """Something that people should know about a file while its answers were read: an ambiguous date, a column not used."""

    source_file: str
    place: str
    message: Reason


@dataclass
class FileRead:
    """All that one file gave. The account closes: cells = answered + empty + the cells of the rejected."""

    file: str
    sha256: str
    reader: str
    """Which reader claimed it, e.g. microsoft-forms."""
    items: Items = field(default_factory=Items)
    rejected: list[Rejected] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    cells: int = 0
    """Answer cells that the file has: of a column that asks something, in a row that somebody filled in."""
    answered: int = 0
    """Answer cells that became one or more items."""
    empty: int = 0
    """Answer cells with nothing, or nothing but 'n/a', '-', 'geen'."""
    said_empty: int = 0
    """Of the empty ones: those where somebody wrote that there is nothing."""
