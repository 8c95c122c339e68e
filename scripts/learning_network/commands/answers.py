"""What the commands that read answers share: their options, and what the screen says of a reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .screen import count, say_lines

if TYPE_CHECKING:
    from learning_network.responses.account import Account
    from learning_network.responses.items import Rejected

GIVEN = ("organisation", "team", "role", "phase", "round", "answered_on", "instrument")
"""What --set can say of answers whose files do not."""

WITH_REJECTS = 3
"""Exit code of --strict, beside 0 (all is well), 1 (nothing usable) and 2 (the command was written wrongly)."""

A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, readable=False, path_type=Path))
mapping = click.option("--mapping", type=A_FILE, help="What the columns of a form mean (see: learning-network responses mapping).")
given = click.option(
    "--set",
    "given",
    multiple=True,
    metavar="WHAT=VALUE",
    help=f"For files that do not say it: {', '.join(GIVEN)}. @folder: as their folder is called.",
)
names = click.option("--names", type=A_FILE, help="Names to mask: a text file, one name a line.")
key = click.option("--key", type=click.Path(dir_okay=False, path_type=Path), help="File of the key that makes codes of participants.")
deidentify = click.option("--deidentify", is_flag=True, help="Also look for names that nobody listed (needs the extra 'deidentify').")
quiet = click.option("--quiet", is_flag=True, help="Say nothing but errors.")
strict = click.option("--strict", is_flag=True, help=f"End with exit code {WITH_REJECTS} when something that was read could not be used.")


def as_given(said: Sequence[str]) -> dict[str, str]:
    """What --set says: what -> value. Raises click.UsageError."""
    from learning_network.responses.days import read_day

    found: dict[str, str] = {}
    for text in said:
        what, equals, value = text.partition("=")
        if not equals or what.strip() not in GIVEN or not value.strip():
            raise click.UsageError(f"--set {text}: write WHAT=VALUE, with one of {', '.join(GIVEN)}, e.g. --set round=2")
        what, value = what.strip(), value.strip()
        if what in found:
            raise click.UsageError(f"--set {text}: {what} is set twice")
        if what == "answered_on" and not read_day(value):
            raise click.UsageError(f"--set {text}: this is no date: write it as year-month-day, e.g. answered_on=2026-11-22")
        found[what] = value
    return found


def speaker(quiet: bool) -> Callable[[str], None]:
    """What tells how far a run is, on the error output, so that it never stands in a table."""
    return (lambda line: None) if quiet else lambda line: click.echo(line, err=True)


def tell(account: Account, rejected: Sequence[tuple[str, int, str, str]], remarks: Sequence[tuple[str, str, str]]) -> None:
    """Say what was rejected (file, row, column, reason), what people should know (file, place, message), and the account."""
    lines = [f"{_at(file, str(row or ''), column)}: {reason}" for file, row, column, reason in rejected]
    lines += [f"{_at(file, place)}: {message}" for file, place, message in remarks]
    say_lines(lines)
    empty = f"{account.empty:,} empty" + (f" ({account.said_empty:,} of these in so many words)" if account.said_empty else "")
    click.echo(
        f"{count(len(account.files), 'file')}: {account.cells:,} answer cells = {account.answered:,} answered + {empty} + "
        f"{account.rejected:,} rejected. {count(account.items, 'item')}."
    )


def tell_files(rejected: Sequence[Rejected]) -> None:
    """Say which files could not be read, where there is nothing else to say."""
    say_lines(f"{line.source_file}: {line.reason}" for line in rejected if not line.source_row)


def _at(*parts: str) -> str:
    return ":".join(filter(None, parts))


def all_options(*options: Any) -> Callable[[Any], Any]:
    """Several options as one decorator, in this order."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


reading = all_options(paths, mapping, given, names, deidentify, key, strict, quiet)
