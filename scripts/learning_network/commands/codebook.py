"""`learning-network codebook`: check, show and measure the rules by which items get their themes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from learning_network.content.findings import report
from learning_network.faults import Fault
from learning_network.summaries.agreement import table
from learning_network.summaries.codebook import DEFAULT, count_examples, failing_examples, load_codebook
from learning_network.summaries.hand_coded import HALVES, measure_rules, read_hand_coded
from learning_network.words import LANGUAGES

from .errors import plain_errors

_file = click.Path(exists=True, dir_okay=False, path_type=Path)
TEST_SET = Path("tests/fixtures/coding")


@click.group()
def codebook() -> None:
    """The codebook: the themes of a summary, and the rules by which an item gets them."""


@codebook.command()
@click.argument("file", required=False, type=_file)
def check(file: Path | None) -> None:
    """Check a codebook and try its examples; without FILE, ours.

    Example: learning-network codebook check codebook.yml
    """
    with plain_errors():
        book = load_codebook(file)
        failing = failing_examples(file)
    if failing:
        click.echo(report(failing), err=True)
        sys.exit(1)
    off = f", {len(book.off)} switched off" if book.off else ""
    click.echo(f"{len(book.themes)} themes{off}; {count_examples(book)} examples, and the rules hold to all of them.")


@codebook.command()
def show() -> None:
    """Print our codebook with its explanation, ready to be changed.

    Example: learning-network codebook show > codebook.yml
    """
    click.echo(DEFAULT.read_text(encoding="utf-8"), nl=False)


@codebook.command()
@click.option("--items", type=_file, help="CSV of items coded by hand: item_id, text (default: our test set).")
@click.option("--codes", type=_file, help="CSV of their themes: item_id, theme, one line a code.")
@click.option(
    "--half", type=click.Choice(HALVES), default="measure", show_default=True, help="Items on odd places tune, on even places measure."
)
@click.option("--codebook", "file", type=_file, help="Measure this codebook (default: ours).")
@click.option("--lang", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="Language of the items.")
@click.pass_obj
def measure(root: Path, items: Path | None, codes: Path | None, half: str, file: Path | None, lang: str) -> None:
    """Measure how well the rules agree with people: precision, recall, F1 and Cohen's kappa a theme.

    Example: learning-network codebook measure --items items.csv --codes codes.csv --half all
    """
    with plain_errors():
        if (items is None) != (codes is None):
            raise Fault("name both files, --items and --codes, or neither")
        folder = root / TEST_SET
        if items is None and not folder.is_dir():
            raise Fault("our test set is not here: run this in the project folder, or name your own with --items and --codes")
        hand = read_hand_coded(items or folder / "items.csv", codes or folder / "codes.csv")
        measured = measure_rules(load_codebook(file), hand.half(half), lang)
    click.echo(table(measured))
    click.echo(f"\n{measured.items} items ({half}); all themes of an item right: {measured.exact}.")
