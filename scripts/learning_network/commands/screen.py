"""What commands say on the screen: lists that stay readable, counts in words."""

from __future__ import annotations

from collections.abc import Iterable

import click

SHOWN = 40
"""Lines of a list that the screen shows; all of them stand in the files."""


def say_lines(lines: Iterable[str]) -> None:
    """Say the first lines of a list, and how many more there are."""
    every = list(lines)
    for line in every[:SHOWN]:
        click.echo(printable(line), err=True)
    if len(every) > SHOWN:
        click.echo(f"... and {count(len(every) - SHOWN, 'line')} more", err=True)


def count(n: int, one: str, more: str = "") -> str:
    """A number with its noun: (2, 'file') -> '2 files'."""
    return f"{n:,} {one if n == 1 else more or one + 's'}"


def printable(line: str) -> str:
    """A line without signs that would move the cursor, colour the screen or turn the text round: names and cells may hold them."""
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "?" for sign in line)
