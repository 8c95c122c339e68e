"""Worksheets as they come back: our files filled in as Word or a spreadsheet program would leave them, and LibreOffice itself."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from learning_network.content.models import Worksheet
from learning_network.responses.filled_in import ABOUT, DATE, ITEMS, ROWS, TEAM


def answer_ids(worksheet: Worksheet) -> list[str]:
    """The ids of all answers that a worksheet has room for, by the record alone."""
    ids = []
    for question in worksheet.questions:
        if question.type != "table":
            ids.append(question.id)
            continue
        rows = question.named_rows or [str(n) for n in range(1, (question.rows or 0) + 1)]
        ids += [f"{question.id}.{row}.{column.id}" for row in rows for column in question.columns]
    return ids


def controls(document: Any) -> dict[str, Any]:
    """The content controls of a document by their tags."""
    found = document.element.body.iter(qn("w:sdt"))
    return {sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")): sdt for sdt in found}


def write_document(data: bytes, answers: Mapping[str, str]) -> bytes:
    """Fill in a document as Word does: the placeholder goes, its mark too, and lines become line breaks."""
    document = docx.Document(io.BytesIO(data))
    there = controls(document)
    for id_, text in answers.items():
        properties, content = there[id_].find(qn("w:sdtPr")), there[id_].find(qn("w:sdtContent"))
        properties.remove(properties.find(qn("w:showingPlcHdr")))
        for child in list(content):
            content.remove(child)
        run = OxmlElement("w:r")
        content.append(run)
        for i, line in enumerate(text.split("\n")):
            if i:
                run.append(OxmlElement("w:br"))
            words = OxmlElement("w:t")
            words.text = line
            words.set(qn("xml:space"), "preserve")
            run.append(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def write_workbook(data: bytes, answers: Mapping[str, Any], team: str = "", day: Any = None) -> bytes:
    """Fill in a spreadsheet: each answer in the first free row of its question, or in its cell of a table."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    labels = {row[1].value: row[2].value for row in book[ABOUT].iter_rows() if row[0].value == "question"}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if row[0].value == TEAM:
                row[2].value = team or None
            elif row[0].value == DATE:
                row[2].value = day
        if sheet["A1"].value == ITEMS:
            for id_, text in answers.items():
                if id_ in labels:
                    free = next(row for row in sheet.iter_rows(min_row=3) if row[1].value == labels[id_] and row[2].value is None)
                    free[2].value = text
        elif sheet["A1"].value == ROWS:
            columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
            rows = {cell.value: cell.row for cell in sheet["A"] if cell.value}
            for id_, text in answers.items():
                row_id, _, column = id_.rpartition(".")
                if row_id in rows:
                    sheet.cell(rows[row_id], columns[column]).value = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def libre_office(tmp_path: Path, files: Mapping[str, bytes], to: str) -> dict[str, bytes]:
    """The files (name with its ending -> content) as LibreOffice saves them in another form. Skips where it is not installed."""
    program = shutil.which("soffice")
    if program is None or not (Path(os.path.realpath(program)).parent / "libswlo.so").is_file():
        pytest.skip("LibreOffice Writer is not on this machine")
    source, made = tmp_path / "source", tmp_path / "made"
    source.mkdir()
    for name, data in files.items():
        (source / name).write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    paths = [str(source / name) for name in files]
    subprocess.run(
        [program, profile, "--headless", "--convert-to", to, "--outdir", str(made), *paths], check=True, capture_output=True, timeout=300
    )
    return {path.name: path.read_bytes() for path in made.iterdir()}
