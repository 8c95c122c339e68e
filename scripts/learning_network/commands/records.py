"""`learning-network new`, `stamp` and `schemas`: for who writes records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from learning_network.content.new_record import FOLDERS, new_record
from learning_network.content.schemas import write_schemas
from learning_network.content.stamping import stamp as stamp_file
from learning_network.summaries.report.data import write_summary_schema

from .errors import plain_errors


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def stamp(root: Path, files: tuple[Path, ...]) -> None:
    """Mark the English texts in FILES as read against the Dutch ones.

    Example: learning-network stamp exercises/swot.yml docs/en/start.md
    """
    for path in files:
        with plain_errors():
            changed = stamp_file(path, root)
        click.echo(f"{path}: {changed} mark{'' if changed == 1 else 's'} written")


@click.command()
@click.argument("kind", type=click.Choice(sorted(FOLDERS)))
@click.argument("record_id", metavar="ID")
@click.pass_obj
def new(root: Path, kind: str, record_id: str) -> None:
    """Write the skeleton of a new exercise, worksheet, card set or tool, with hints.

    Example: learning-network new exercise speed-dates
    """
    with plain_errors():
        path = new_record(root, kind, record_id, date.today())
    click.echo(f"{path.relative_to(root).as_posix()} is there. Replace the texts in capitals, then run: learning-network check")


@click.command()
def schemas() -> None:
    """Write the JSON Schemas of the records, for an editor, and of summary.json (after a change of the models)."""
    for path in (*write_schemas(), write_summary_schema()):
        click.echo(path.name)
