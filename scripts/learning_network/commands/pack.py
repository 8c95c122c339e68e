"""What `learning-network sheets --pack` asks for and says: the options of a session pack, checked, and the pack written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import click

from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.output import OutputError, write_file
from learning_network.sheets.agenda import Session, misfits, rows
from learning_network.sheets.check_paper import refuse_faults_on
from learning_network.sheets.pack import Pack, PackSize, exercises_of, print_pack, sheets_of
from learning_network.sheets.plan_file import ENDING, Plan, read_plan
from learning_network.sheets.specs import SIZES
from learning_network.wording.facts import clock

from .errors import plain_errors

MANY_PAGES = 500


def minutes_after_midnight(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """A clock time such as 13:30 as minutes after midnight. Raises BadParameter."""
    if value is None:
        return None
    time = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", value.strip(), re.ASCII)
    if time is None:
        raise click.BadParameter(f"'{value}' is no clock time: write hours and minutes from 00:00 to 23:59, e.g. 13:30")
    return int(time[1]) * 60 + int(time[2])


def only_with_pack(**given: object) -> None:
    """Raises UsageError when one of these options is there: without --pack they would do nothing."""
    for name, value in given.items():
        if value is not None:
            raise click.UsageError(f"--{name} belongs to a session pack: write --pack too, or leave --{name} out")


def tell(pages: int) -> None:
    """Say that a large pack takes a while."""
    if pages > MANY_PAGES:
        click.echo(f"Writing {pages} pages: this takes some minutes", err=True)


def plan_of(ids: Sequence[str]) -> Plan:
    """The plan in the one file that is named, or these exercises. Raises ValueError."""
    files = [id_ for id_ in ids if id_.lower().endswith(ENDING)]
    if not files:
        return Plan.of(ids)
    if len(ids) > 1:
        raise ValueError(f"{files[0]} is a whole plan: leave the other exercises out, or write them into the plan")
    return read_plan(Path(files[0]))


def make_pack(
    root: Path,
    ids: Sequence[str],
    out: Path,
    made_on: date,
    *,
    language: str | None = None,
    variant: str | None = None,
    start: int | None = None,
    participants: int | None = None,
    pause: int | None = None,
) -> None:
    """Write the session pack of these exercises, or of a plan from the site; say where it stands and what does not fit.

    What is asked for here goes before what the plan says.
    """
    if not ids:
        raise click.UsageError("a session pack needs exercises: write their ids in order, e.g. learning-network sheets swot grrow --pack")
    if variant not in (None, *SIZES):
        raise click.UsageError(
            f"a session pack comes in ordinary and in large print: leave --variant {variant} out, or write --variant large"
        )
    with plain_errors():
        plan = plan_of(ids)
        library = load(root)
        session = Session(
            exercises_of(library, [part.id for part in plan.exercises]),
            plan.participants if participants is None else participants,
            plan.starts if start is None else start,
            pause or 0,
            tuple(part.pause for part in plan.exercises) if pause is None else None,
        )
        pack = Pack(session, language or plan.language or LANGUAGES[0], made_on, cast(PackSize, variant or SIZES[0]), plan.name.strip())
        refuse_faults_on(library, (spec for spec, _ in sheets_of(library, pack)))
        printed = print_pack(library, pack, tell)
        try:
            write_file(out / pack.name, printed.data)
        except OSError as error:
            raise OutputError(f"{pack.name} cannot be written in {out} ({error.strerror}): choose another folder with --out") from error
    if unfit := [f"{e.id} is for {e.group.min} to {e.group.max}" for e in misfits(session)]:
        click.echo(f"Not the right number of participants ({session.participants}): {', '.join(unfit)}", err=True)
    if plan.ends is not None and session.start is not None and (late := rows(session)[-1].end) > plan.ends:
        click.echo(f"The session ends at {clock(late)}, and the plan says {clock(plan.ends)}", err=True)
    click.echo(f"1 pack, {printed.pages} pages: {out / pack.name}")
