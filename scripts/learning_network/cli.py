"""The command `learning-network`: parses, calls, prints. What it does can all be called from Python."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .content.findings import report
from .content.library import examine
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
@click.pass_obj
def check(root: Path) -> None:
    """Check all records and pages, and name every fault with its file and line."""
    library, findings = examine(root)
    if findings or library is None:
        click.echo(report(findings), err=True)
        sys.exit(1)
    click.echo(
        f"All is well: {len(library.exercises)} exercises, {len(library.worksheets)} worksheets, {len(library.tools)} tools, "
        f"{len(library.terms)} terms, {len(library.sources)} sources, {len(library.pages)} pages."
    )


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def stamp(root: Path, files: tuple[Path, ...]) -> None:
    """Mark the English texts in FILES as read against the Dutch ones.

    Example: learning-network stamp exercises/swot.yml docs/en/start.md
    """
    for path in files:
        try:
            changed = stamp_file(path, root)
        except ValueError as error:
            raise click.ClickException(str(error)) from None
        click.echo(f"{path}: {changed} mark{'' if changed == 1 else 's'} written")
