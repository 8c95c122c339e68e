"""Matrices as teams send them in: our template filled in with openpyxl, as Excel would leave it. All teams are made up."""

from __future__ import annotations

import io
import os
import re
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from learning_network.content.library import Library
from learning_network.templates.matrix_table import matrix_table
from learning_network.templates.matrix_workbook import matrix_workbook
from learning_network.words.strings import strings

DAY = date(2026, 11, 22)
Answers = Mapping[tuple[str, str], Any]
"""(tool, column) -> what the team writes. A tool that the matrix does not have goes in an empty row, by its name."""


def template(library: Library, language: str = "nl", tools: tuple[str, ...] = (), blank: bool = True) -> bytes:
    return matrix_workbook(matrix_table(library, language, tools), blank=blank, today=DAY)


def filled_in(
    library: Library,
    team: str,
    answers: Answers,
    *,
    language: str = "nl",
    tools: tuple[str, ...] = (),
    change: Callable[[Any], None] = lambda book: None,
    made: bytes | None = None,
) -> bytes:
    """The template as a team fills it in. `change` does to the workbook what else happens to it."""
    t = strings(language)
    book = openpyxl.load_workbook(io.BytesIO(made or template(library, language, tools)))
    about, sheet = book[t("workbook.about")], book[t("workbook.sheet")]
    for row in about.iter_rows(max_col=1):
        if row[0].value == t("workbook.team"):
            about.cell(row[0].row, 2).value = team
    columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
    rows = {cell.value: cell.row for cell in sheet["A"][2:] if cell.value}
    free = max([2, *rows.values()]) + 1
    for (tool, column), value in answers.items():
        if tool not in rows:
            rows[tool] = free
            sheet.cell(free, 2).value = tool
            free += 1
        sheet.cell(rows[tool], columns[column]).value = value
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(folder: Path, **files: bytes) -> Path:
    """Write files (name without its ending, which is .xlsx) into a folder and return it."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    return folder


def rezipped(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """An XLSX with its parts changed: told name and content of each, `change` gives the new content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return out.getvalue()


def with_prefixes(data: bytes) -> bytes:
    """An XLSX whose XML calls everything x:..., as some programs write it."""

    def change(name: str, content: bytes) -> bytes:
        if not re.fullmatch(r"xl/(workbook|sharedStrings|styles|worksheets/sheet\d+)\.xml", name):
            return content
        text = re.sub(r"<(/?)([a-zA-Z]+)(?=[\s/>])", r"<\1x:\2", content.decode())
        return text.replace(" xmlns=", " xmlns:x=", 1).encode()

    return rezipped(data, change)


def protected() -> bytes:
    """What Excel makes of an XLSX with a password: an OLE container with the streams EncryptionInfo and EncryptedPackage."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    chains = [fat, end, *range(3, 10), end, *range(11, 18), end]

    def entry(name: str, kind: int, right: int = free, child: int = free, start: int = end, size: int = 0) -> bytes:
        words = name.encode("utf-16-le")
        length = len(words) + 2 if name else 0
        head = words.ljust(64, b"\0") + struct.pack("<HBBIII", length, kind, 1, free, right, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, child=1) + entry("EncryptionInfo", 2, right=2, start=10, size=4096)
    directory += entry("EncryptedPackage", 2, start=2, size=4096) + entry("", 0)
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header = magic + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    table = struct.pack("<128I", *chains, *[free] * (128 - len(chains)))
    return header + struct.pack("<108I", *[free] * 108) + table + directory + b"\x5a" * 8192


def by_libre_office(tmp_path: Path, to: str, **files: bytes) -> dict[str, bytes]:
    """Workbooks (by name without ending) as LibreOffice saves them in another form. Skips where it has no spreadsheets."""
    program = shutil.which("soffice")
    if program is None or not (Path(os.path.realpath(program)).parent / "libsclo.so").is_file():
        pytest.skip("LibreOffice Calc is not on this machine")
    source = written(tmp_path / "source", **files)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    paths = [str(path) for path in sorted(source.iterdir())]
    command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(tmp_path / "made"), *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()}
