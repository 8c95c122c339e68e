"""`learning-network check`: name every fault in records, pages and what is printed from them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from learning_network.content.findings import report
from learning_network.content.loading import examine
from learning_network.sheets.check_paper import paper_faults

KINDS = ("exercises", "worksheets", "card_sets", "tools", "terms", "sources", "pages")


@click.command()
@click.pass_obj
def check(root: Path) -> None:
    """Check all records and pages, and name every fault with its file and line."""
    library, findings = examine(root)
    if library is not None:
        findings = paper_faults(library)
    if findings or library is None:
        click.echo(report(findings), err=True)
        sys.exit(1)
    counts = [(len(getattr(library, kind)), kind.replace("_", " ")) for kind in KINDS]
    click.echo(f"All is well: {', '.join(f'{n} {kind if n != 1 else kind[:-1]}' for n, kind in counts)}.")
