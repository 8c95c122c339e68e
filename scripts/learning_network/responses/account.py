"""The account of what was read: every answer cell became items, was empty, or stands on a list with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from learning_network.faults import Fault


class AccountOpen(Fault):
    """Cells that were read went nowhere, or came from nowhere: a fault of the program, not of the files."""


@dataclass(frozen=True)
class SourceFile:
    """One file that was read. Cells = answered + empty + rejected."""

    file: str
    reader: str
    sha256: str
    responses: int
    cells: int
    answered: int
    empty: int
    said_empty: int
    """Of the empty ones: those where somebody wrote that there is nothing."""
    rejected: int
    items: int
    """An answered cell gives one item or more."""


@dataclass(frozen=True)
class Account:
    """All files together."""

    files: tuple[SourceFile, ...]
    cells: int
    answered: int
    empty: int
    said_empty: int
    rejected: int
    items: int
    twice: int
    """Answer cells (among the rejected) of responses that stood in an earlier file."""
    other_instruments: int
    """Items of other worksheets in the same files: in the items table, not in a summary."""


NUMBERS = ("cells", "answered", "empty", "said_empty", "rejected", "items")


def account_of(files: Sequence[SourceFile], items: int, twice: int = 0, other_instruments: int = 0) -> Account:
    """The account of some files, of which `items` items are in the table. Raises AccountOpen when it does not close."""
    for file in files:
        if file.cells != file.answered + file.empty + file.rejected:
            raise AccountOpen(
                f"{file.file}: {file.cells} cells were read, but {file.answered} gave items, {file.empty} are empty and {file.rejected} "
                "are rejected. This is a fault of the program; nothing was written. Please report it with the kind of file"
            )
    totals = {name: sum(getattr(file, name) for file in files) for name in NUMBERS}
    if totals["items"] != items:
        raise AccountOpen(
            f"{totals['items']} items were read and {items} are in the table. This is a fault of the program; nothing was written"
        )
    return Account(tuple(files), **totals, twice=twice, other_instruments=other_instruments)
