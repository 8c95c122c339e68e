"""The command `learning-network`: parses, calls, prints. What it does can all be called from Python."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from .commands.errors import plain_errors

ELSEWHERE = {
    "check": "check:check",
    "codebook": "codebook:codebook",
    "matrix": "matrix:matrix",
    "new": "records:new",
    "responses": "responses:responses",
    "schemas": "records:schemas",
    "sheets": "sheets:sheets",
    "stamp": "records:stamp",
    "summarise": "summarise:summarise",
}
"""Command -> where it stands in commands/. Each is read when it is asked for: a summary need not wait for MkDocs and pydantic."""


class Commands(click.Group):
    """Commands that stand here and elsewhere."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted([*super().list_commands(context), *ELSEWHERE])

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in ELSEWHERE:
            return super().get_command(context, name)
        module, _, command = ELSEWHERE[name].partition(":")
        found = getattr(import_module(f".commands.{module}", __package__), command)
        assert isinstance(found, click.Command)
        return found


@click.group(cls=Commands)
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), help="Project folder (default: this one)."
)
@click.version_option(package_name="learning-network")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Toolkit for learning networks that bring in goal-oriented care."""
    context.obj = root.resolve()


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
