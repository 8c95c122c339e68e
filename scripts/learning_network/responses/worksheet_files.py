"""Reads our own worksheets back, as people filled them in: the word-processor file, the spreadsheet and the fillable PDF.

Answers are known by id: that of the question, or `question.row.column` in a table. All say themselves which
worksheet they are, in which version and language, so nothing else is needed to read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from learning_network.words.reasons import Reason

from .filled_in import ABOUT, DATE, FIRST_ROW, FORMAT, ITEMS, ROWS, TEAM, Answer, FilledIn
from .tables import Table, Unreadable, read_tables
from .worksheet_document import read_document
from .worksheet_form import read_form


def read_worksheet(path: Path, data: bytes) -> FilledIn:
    """What was filled in. Raises Unreadable, also for a file that is no worksheet of ours."""
    kind = path.suffix.lower()
    if kind in (".docx", ".docm"):
        return read_document(data)
    return read_form(data) if kind == ".pdf" else _read_workbook(path, data)


def _read_workbook(path: Path, data: bytes) -> FilledIn:
    tables = read_tables(path, data)
    about = next((table for table in tables if table.name == ABOUT), None)
    said = [[*row, "", "", ""][:3] for row in about.rows] if about else []
    facts = {key: value for key, value, _ in said}
    if facts.get("format") != FORMAT or not {"worksheet", "version", "language"} <= facts.keys():
        raise Unreadable(Reason("no_worksheet_hidden_sheet"))
    filled = FilledIn(facts["worksheet"], facts["version"], facts["language"])
    filled.ids = [value for key, value, _ in said if key == "answer"]
    questions = {label: value for key, value, label in said if key == "question"}
    for table in tables:
        if table.cell(0, 0) == ABOUT:
            values = {row[0]: row[2].strip() for row in table.rows if len(row) > 2}
            filled.team, filled.date = values.get(TEAM, ""), values.get(DATE, "")
    for table in tables:
        if table.cell(0, 0) == ITEMS:
            filled.items += _items(table, questions, filled)
        elif table.cell(0, 0) == ROWS:
            filled.items += _rows(table, filled)
    return filled


def _items(table: Table, questions: dict[str, str], filled: FilledIn) -> Iterator[Answer]:
    """One answer a row. A row whose question is not known keeps what people wrote there as its id."""
    for cells in table.rows[FIRST_ROW:]:
        row = {id_: cell.strip() for id_, cell in zip(table.rows[0], cells, strict=False)}
        if row.get("text"):
            asked = row.get("question", "")
            team, day = row.get("team") or filled.team, row.get("date") or filled.date
            yield Answer(questions.get(asked, asked), row["text"], team, day, row.get("weight", ""))


def _rows(table: Table, filled: FilledIn) -> Iterator[Answer]:
    """One row of a table question a row: an answer a cell. A row that people inserted gets the next number."""
    names = [row[0] for row in table.rows[FIRST_ROW:] if row and row[0]]
    question = names[0].partition(".")[0] if names else ""
    added = max((int(number) for name in names if re.fullmatch(r"\d+", number := name.partition(".")[2])), default=0)
    for cells in table.rows[FIRST_ROW:]:
        given = {id_: cell.strip() for id_, cell in zip(table.rows[0][1:], cells[1:], strict=False) if id_ and cell.strip()}
        name = cells[0]
        if given and not name:
            added += 1
            name = f"{question}.{added}"
        for id_, text in given.items():
            yield Answer(f"{name}.{id_}", text, filled.team, filled.date)
