"""The command `learning-network`: parses, calls, prints. What it does can all be called from Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from .commands.check import check
from .commands.errors import plain_errors
from .commands.matrix import matrix
from .commands.sheets import sheets
from .content.new_record import FOLDERS, new_record
from .content.schemas import write_schemas
from .content.stamping import stamp as stamp_file


@click.group()
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), help="Project folder (default: this one)."
)
@click.version_option(package_name="learning-network")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Toolkit for learning networks that bring in goal-oriented care."""
    context.obj = root.resolve()


@main.command()
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


@main.command()
@click.option("--sheets/--no-sheets", default=True, help="Whether to print sheets as PDF too, which the pages link to.")
@click.pass_obj
def build(root: Path, sheets: bool) -> None:
    """Build the whole site, Dutch and English, into site/."""
    from .site.build import build_site  # MkDocs takes a second to load; only building needs it

    with plain_errors():
        out = build_site(root, say=click.echo, sheets=sheets)
    click.echo(f"Done. Open {out / 'index.html'} in your browser.")


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this computer.")
@click.pass_obj
def serve(root: Path, port: int) -> None:
    """Preview the site, without its sheets; it builds again when you save a file."""
    from .site.serve import serve_site

    with plain_errors():
        serve_site(root, port, say=click.echo)


@main.command()
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


@main.command()
def schemas() -> None:
    """Write the JSON Schemas that help an editor with the records (after a change of the models)."""
    for path in write_schemas():
        click.echo(path.name)


main.add_command(check)
main.add_command(matrix)
main.add_command(sheets)
