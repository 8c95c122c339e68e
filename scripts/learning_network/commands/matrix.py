"""`learning-network matrix`: check and merge what teams filled in, export the matrix."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from learning_network.content.findings import report
from learning_network.content.loading import examine, load
from learning_network.content.models import LANGUAGES
from learning_network.output import check_folder, write_file, write_folder
from learning_network.responses.folder import find_files
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings
from learning_network.responses.matrix_model import Listed, MatrixFile
from learning_network.responses.tables import SPREADSHEETS, TEXTS
from learning_network.summaries.matrix_merge import Merged, merge
from learning_network.summaries.matrix_report import report_files
from learning_network.templates.matrix_files import matrix_csv, matrix_json
from learning_network.templates.matrix_table import MatrixTable, matrix_table
from learning_network.templates.matrix_workbook import matrix_workbook
from learning_network.words.reasons import Reason

from .errors import plain_errors
from .screen import count, say_lines

READS = (*SPREADSHEETS, *TEXTS, ".json")
"""The kinds of files that are read."""

RESULT = frozenset({"matrix.xlsx", "matrix.json", "judgements.csv", "listed.csv"})
"""What the folder of a merge holds; matrix.json says all that the others say."""

Paths = tuple[Path, ...]
_paths = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
_lang = click.option("--lang", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="Language of the words.")


@click.group()
def matrix() -> None:
    """The tool matrix: check it, export it, merge what teams filled in."""


@matrix.command()
@_paths
@click.pass_obj
def check(root: Path, paths: Paths) -> None:
    """Check matrices that teams filled in; without PATHS, check the matrix of this project.

    Example: learning-network matrix check answers/
    """
    if not paths:
        _, findings = examine(root)
        mine = [finding for finding in findings if finding.file.startswith("tools_matrix/")]
        if mine:
            click.echo(report(mine), err=True)
            sys.exit(1)
        click.echo("The matrix of this project has no faults.")
        return
    with plain_errors():
        merged = _merge(root, paths)
    _tell(merged)
    if merged.listed_cells or merged.unread:
        sys.exit(1)


@matrix.command()
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to write: .xlsx, .csv or .json.")
@_lang
@click.option("--tool", "tools", multiple=True, metavar="ID", help="Only this tool; may be given more than once.")
@click.option(
    "--where", multiple=True, metavar="CRITERION=OPTION", help="Only tools that fit, e.g. cost=free; more than one: all must fit."
)
@click.option("--blank", is_flag=True, help="A sheet for teams to fill in (.xlsx).")
@click.option("--no-tools", is_flag=True, help="With --blank: without tools, only empty rows.")
@click.option("--paper", type=click.Choice(["a4", "a3"]), default="a4", show_default=True, help="How the .xlsx prints.")
@click.pass_obj
def export(
    root: Path, out: Path, lang: str, tools: tuple[str, ...], where: tuple[str, ...], blank: bool, no_tools: bool, paper: str
) -> None:
    """Write the matrix, or a part of it, to a file.

    Example: learning-network matrix export --out matrix.xlsx --where cost=free
    """
    with plain_errors():
        if blank and out.suffix.lower() != ".xlsx":
            raise ValueError(f"{out.name}: a sheet to fill in is an .xlsx file")
        if no_tools and not blank:
            raise ValueError("--no-tools goes with --blank")
        table = matrix_table(load(root), lang, tools, where)
        if no_tools:
            table = MatrixTable(lang, table.criteria, ())
        writers = {
            ".xlsx": lambda: matrix_workbook(table, blank=blank, today=date.today(), paper="a3" if paper == "a3" else "a4"),
            ".csv": lambda: matrix_csv(table).encode(),
            ".json": lambda: matrix_json(table).encode(),
        }
        if out.suffix.lower() not in writers:
            raise ValueError(f"{out.name}: write a name that ends in .xlsx, .csv or .json")
        write_file(out, writers[out.suffix.lower()]())
    click.echo(f"{out}: {count(len(table.tools), 'tool')}, {count(len(table.criteria), 'criterion', 'criteria')}")


@matrix.command(name="merge")
@_paths
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the results; new or empty.")
@click.option("--replace", is_flag=True, help="Replace the folder when it holds something.")
@_lang
@click.pass_obj
def merge_(root: Path, paths: Paths, out: Path, replace: bool, lang: str) -> None:
    """Merge matrices that teams filled in (XLSX, CSV, JSON; files or folders) into one.

    Example: learning-network matrix merge answers/ --out merged
    """
    with plain_errors():
        if not paths:
            raise ValueError("name the files or folders that teams sent in")
        check_folder(out, replace)
        library = load(root)
        merged = _merge(root, paths, out)
        if not merged.teams:
            _tell(merged)
            raise ValueError("there is nothing to merge in these files")
        write_folder(out, report_files(merged, library, lang, date.today()), replace)
    _tell(merged)
    click.echo(f"Open {out / 'matrix.xlsx'}; everything that was not merged stands in its last sheet and in listed.csv.")
    if merged.unread:
        sys.exit(1)


def _merge(root: Path, paths: Paths, out: Path | None = None) -> Merged:
    library = load(root)
    headings = Headings(library.criteria, library.tools)
    return merge(list(_read(paths, headings, out)), library.criteria, library.tools)


def _read(paths: Paths, headings: Headings, out: Path | None = None) -> Iterator[MatrixFile]:
    """Every file once; of folders all files, in folders below them too, but not in `out`, where the results go."""
    found = find_files(paths, _Results(out).holds)
    for path, reason in found.unread:
        yield MatrixFile(path.name, listed=[Listed(path.name, "", reason, "", 0)])
    for name, file in found.files.items():
        try:
            data = file.read_bytes() if file.suffix.lower() in READS else b""
        except OSError as error:
            yield MatrixFile(name, listed=[Listed(name, "", Reason("matrix_file_closed", error=error.strerror or ""), "", 0)])
        else:
            yield read_matrix(file, data, headings, name)


class _Results:
    """Knows the results of earlier merges, of which only what can be merged again is read."""

    def __init__(self, out: Path | None) -> None:
        self.out = out.resolve() if out else None
        self.of: dict[Path, list[Path]] = {}

    def holds(self, folder: Path, file: Path) -> bool:
        if self.out and self.out in file.resolve().parents:
            return True
        if folder not in self.of:
            merged = (path.parent for path in folder.rglob("matrix.json"))
            self.of[folder] = [parent for parent in merged if all((parent / name).is_file() for name in RESULT)]
        result = next((parent for parent in self.of[folder] if parent in file.parents), None)
        return result is not None and file != result / "matrix.json" and file.relative_to(result).parts[0] in (*RESULT, "new-tools")


def _tell(merged: Merged) -> None:
    say_lines(map(str, merged.listed))
    click.echo(
        f"{count(len(merged.files), 'file')}, {count(len(merged.teams), 'team')}: {count(merged.cells, 'cell')} read, "
        f"{merged.merged_cells} merged, {merged.listed_cells} listed."
    )
