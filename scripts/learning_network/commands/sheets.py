"""`learning-network sheets`: print exercises, worksheets and cards, without building the site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from learning_network.content.findings import did_you_mean
from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.sheets.check_paper import refuse_faults_on
from learning_network.sheets.make import make_sheets
from learning_network.sheets.specs import Spec, all_specs

from .errors import plain_errors
from .pack import make_pack, minutes_after_midnight, only_with_pack


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID ...]")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Only this language.")
@click.option("--variant", metavar="NAME", help="Only this variant, e.g. facilitator, participants, worksheet, cards, large.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("sheets"), show_default=True, help="Folder.")
@click.option("--pack", is_flag=True, help="One PDF for a session with these exercises, in this order: agenda, materials, sheets.")
@click.option("--start", metavar="HH:MM", callback=minutes_after_midnight, help="Pack: when the session starts; else times run from 0:00.")
@click.option("--participants", type=click.IntRange(1, 500), metavar="N", help="Pack: how many hand-outs; else one of each.")
@click.option("--break", "pause", type=click.IntRange(0, 240), metavar="MINUTES", help="Pack: a break between exercises.")
@click.pass_obj
def sheets(
    root: Path,
    ids: tuple[str, ...],
    lang: str | None,
    variant: str | None,
    out: Path,
    pack: bool,
    start: int | None,
    participants: int | None,
    pause: int | None,
) -> None:
    """Make the sheets of these records, or of all of them; a second run makes only what changed.

    With --pack: one PDF, session-pack.pdf, with all that a facilitator prints for a session of several exercises. Print it on one
    side; the hand-outs are in it as often as there are participants. It is in Dutch, or in the language of --lang. In place of
    exercises you can name the file of a plan that was made on the site.

    \b
    Examples:
      learning-network sheets swot grrow-sheet --lang nl --out print
      learning-network sheets picture-cards swot --pack --start 13:30 --participants 12 --break 15
      learning-network sheets --pack plan.json
    """
    if pack:
        make_pack(root, ids, out, date.today(), language=lang, variant=variant, start=start, participants=participants, pause=pause)
        return
    only_with_pack(start=start, participants=participants, **{"break": pause})
    with plain_errors():
        library = load(root)
        specs = chosen(library, ids, lang, variant)
        refuse_faults_on(library, specs)
        out.mkdir(parents=True, exist_ok=True)  # before minutes of printing, not after
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
