"""`learning-network responses`: read answers into one table, or propose what the columns of a form mean."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from learning_network.faults import Fault
from learning_network.output import write_file

from .answers import A_FILE, WITH_REJECTS, as_given, reading, speaker, tell, tell_files
from .errors import plain_errors


@click.group()
def responses() -> None:
    """Answers that people sent in: read them into one table."""


@responses.command()
@reading
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to write: .csv or .jsonl.")
def read(
    paths: tuple[Path, ...],
    out: Path,
    mapping: Path | None,
    given: tuple[str, ...],
    names: Path | None,
    deidentify: bool,
    key: Path | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Read answers of any kind into one table, a row an item, with what is personal masked.

    Example: learning-network responses read answers/ --out items.csv
    """
    from learning_network.responses.account import account_of
    from learning_network.responses.collect import collect
    from learning_network.responses.mapping import load_mapping
    from learning_network.responses.protection import load_key, load_names, protect
    from learning_network.responses.written import csv_file, jsonl_file

    kinds: dict[str, Any] = {".csv": csv_file, ".jsonl": jsonl_file}
    say, facts = speaker(quiet), as_given(given)
    if out.suffix.lower() not in kinds:
        raise click.UsageError(f"--out {out}: write a name that ends in .csv or .jsonl")
    with plain_errors():
        if out.is_file() and not _is_table_of_items(out):
            raise Fault(f"{out} is there already and is no table of items: choose another name, so that it is not lost")
        secret, listed = load_key(key), load_names(names) if names else None
        aside = [path for path in (mapping, names, key) if path]
        collected = collect(paths, out=out, aside=aside, mapping=load_mapping(mapping) if mapping else None, given=facts, say=say)
        if not len(collected.items):
            tell_files(collected.rejected)
            raise Fault("there are no answers in these files: nothing was written")
        protected = protect(collected.items, collected.rejected, key=secret, names=listed, deidentify=deidentify)
        account = account_of(collected.files, len(protected.items), collected.twice)
        write_file(out, kinds[out.suffix.lower()](protected.items.columns))
    if not quiet:
        rejected = [(line.source_file, line.source_row, line.column, line.reason) for line in protected.rejected]
        tell(account, rejected, [(remark.source_file, remark.place, remark.message) for remark in collected.remarks])
    if strict and protected.rejected:
        sys.exit(WITH_REJECTS)


def _is_table_of_items(path: Path) -> bool:
    """Whether a file is what this command wrote before, and not somebody's answers."""
    with path.open("rb") as file:
        return b"item_id" in file.read(200)


@responses.command()
@click.argument("file", type=A_FILE)
def mapping(file: Path) -> None:
    """Propose what the columns of a form mean, to be corrected by hand.

    Example: learning-network responses mapping export.csv > mapping.yml
    """
    from learning_network.responses.mapping_proposal import proposed_mapping

    with plain_errors():
        click.echo(proposed_mapping(file, file.read_bytes(), file.name).encode(), nl=False)  # UTF-8, whatever the screen speaks
