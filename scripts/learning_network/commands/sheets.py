"""`learning-network sheets`: print exercises, worksheets and cards, without building the site."""

from __future__ import annotations

from pathlib import Path

import click

from learning_network.content.findings import did_you_mean
from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.sheets.make import make_sheets
from learning_network.sheets.specs import Spec, all_specs

from .errors import plain_errors


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID ...]")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Only this language.")
@click.option("--variant", metavar="NAME", help="Only this variant, e.g. facilitator, participants, worksheet, cards, large.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("sheets"), show_default=True, help="Folder.")
@click.pass_obj
def sheets(root: Path, ids: tuple[str, ...], lang: str | None, variant: str | None, out: Path) -> None:
    """Make the sheets of these records, or of all of them; a second run makes only what changed.

    Example: learning-network sheets swot grrow-sheet --lang nl --out print
    """
    with plain_errors():
        library = load(root)
        specs = chosen(library, ids, lang, variant)
        made = make_sheets(library, specs, out, tell)
    pages = sum(sheet.pages for sheet in made.values())
    click.echo(f"{len(made)} sheets, {pages} pages, in {out}")


def tell(done: int, total: int) -> None:
    """Say how far the printing is, now and then."""
    if done == total or done % 25 == 0:
        click.echo(f"Printed {done} of {total} sheets", err=True)


def chosen(library: Library, ids: tuple[str, ...], lang: str | None, variant: str | None) -> list[Spec]:
    """The sheets that were asked for. Raises ValueError for an id or variant that is not there."""
    every = list(all_specs(library))
    known = {spec.id for spec in every}
    for id_ in ids:
        if id_ not in known:
            raise ValueError(f"there are no sheets of '{id_}': {did_you_mean(id_, known)}")
    variants = {name for spec in every for name in (spec.form, spec.size)}
    if variant is not None and variant not in variants:
        raise ValueError(f"there is no variant '{variant}': {did_you_mean(variant, variants)}")
    return [
        spec for spec in every if (not ids or spec.id in ids) and lang in (None, spec.language) and variant in (None, spec.form, spec.size)
    ]
