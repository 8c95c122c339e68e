"""`learning-network summarise`: from a folder of answers to a summary that a network can discuss."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from learning_network.faults import Fault
from learning_network.output import check_folder, write_folder
from learning_network.words import LANGUAGES

from .answers import A_FILE, WITH_REJECTS, all_options, as_given, reading, speaker, tell, tell_files
from .errors import plain_errors


def _day(context: click.Context, parameter: click.Parameter, said: str | None) -> date:
    try:
        return datetime.strptime(said, "%Y-%m-%d").date() if said else date.today()
    except ValueError:
        raise click.BadParameter(f"'{said}' is no date: write it as year-month-day, e.g. 2026-11-22") from None


_options = all_options(
    reading,
    click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the results; new or empty."),
    click.option("--force", is_flag=True, help="Write over an earlier summary in that folder; what is not ours in it stays."),
    click.option("--lang", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="Language of the reports."),
    click.option("--codebook", type=A_FILE, help="Your own codebook (see: learning-network codebook show)."),
    click.option(
        "--decisions",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder with what people decided: codes.csv, merges.csv.",
    ),
    click.option("--min-group", type=click.IntRange(1), default=5, show_default=True, help="Least number of people of a group shown."),
    click.option(
        "--today", callback=_day, metavar="DATE", help="The day that the reports bear and actions are overdue by (default: today)."
    ),
)


@click.group()
def summarise() -> None:
    """Summarise the answers that people sent in: a SWOT, or a GRROW.

    Exit codes: 0 all is well, 1 nothing usable, 2 the command is wrong, 3 with --strict: something was rejected.
    """


def _command(name: str, instrument: str, words: str, hidden: bool = False) -> Callable[..., Any]:
    @summarise.command(name=name, help=words, hidden=hidden)
    @_options
    def command(**said: Any) -> None:
        _summarise(instrument, **said)

    return command


_command(
    "swot",
    "swot",
    "Summarise SWOT answers: files and folders with any mixture of exports, spreadsheets and documents.\n\n"
    "Example: learning-network summarise swot answers/ --out summary",
)
_command(
    "grrow",
    "grrow",
    "Summarise GRROW or GROW answers, with their actions.\n\nExample: learning-network summarise grrow answers/ --out summary",
)
_command("grow", "grrow", "The same as grrow.", hidden=True)


def _summarise(
    instrument: str,
    *,
    paths: tuple[Path, ...],
    out: Path,
    force: bool,
    lang: str,
    mapping: Path | None,
    given: tuple[str, ...],
    names: Path | None,
    deidentify: bool,
    key: Path | None,
    codebook: Path | None,
    decisions: Path | None,
    min_group: int,
    today: date,
    strict: bool,
    quiet: bool,
) -> None:
    from learning_network.responses.collect import collect
    from learning_network.responses.mapping import load_mapping
    from learning_network.responses.protection import load_key, load_names
    from learning_network.summaries.make import OURS, Wishes, make_summary
    from learning_network.summaries.scoring_read import filled_sheet, is_scoring_sheet

    say, facts = speaker(quiet), {"instrument": instrument, **as_given(given)}
    if facts["instrument"] != instrument:
        raise click.UsageError(f"--set instrument={facts['instrument']}: this command summarises a {instrument.upper()}")
    with plain_errors():
        _apart(paths, out)
        check_folder(out, force, "write --force to write over the summary in it")
        wishes = Wishes(
            instrument=instrument,
            language=lang,
            made_on=today,
            key=load_key(key, out),
            min_group=min_group,
            codebook=codebook,
            decisions=decisions,
            names=load_names(names) if names else None,
            deidentify=deidentify,
        )
        aside = [path for path in (mapping, names, key, codebook, decisions) if path]
        columns = load_mapping(mapping) if mapping else None
        collected = collect(paths, out=out, aside=aside, mapping=columns, given=facts, holds_scores=is_scoring_sheet, say=say)
        if instrument not in collected.items["instrument"]:
            tell_files(collected.rejected)
            raise ValueError(f"there are no answers to a {instrument.upper()} in these files: nothing was written")
        if unread := filled_sheet(out, collected.scoring_sheets):
            raise Fault(f"{unread} holds scores, which --force would write over: move it among the answers, under a name of its own")
        made = make_summary(collected, wishes, say)
        write_folder(out, made.files, replace=force, ours=OURS)
    summary = made.summary
    if not quiet:
        tell(summary.account, summary.rejected, summary.remarks)
        click.echo(f"Open {out / 'report.html'}.")
    if strict and summary.rejected:
        sys.exit(WITH_REJECTS)


def _apart(paths: tuple[Path, ...], out: Path) -> None:
    """Raise Fault when answers lie where the results come: they would be passed over, or written over."""
    for path in paths:
        if out.resolve() in (path.resolve(), *path.resolve().parents):
            raise Fault(f"{path} lies in the folder of results, {out}: choose another folder for the results, or move it out of there")
