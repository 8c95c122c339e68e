"""Reads tool matrices that teams filled in: XLSX from our template or their own, CSV, JSON. Nothing is dropped silently."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from learning_network.content.matrix_values import NoValue

from .matrix_headings import IGNORED, TOOL_ID, TOOL_NAME, Headings, plain, slug
from .matrix_model import REMARK, Judgement, Listed, MatrixFile, TeamAnswers
from .tables import Table, Unreadable, address, fingerprint, read_tables

FORMAT = "learning-network/matrix"
"""What our JSON files say they are."""

_HEADING_WITHIN = 12
"""The row of headings is one of the first twelve."""

_ERROR = re.compile(r"#(N/A|NA|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)\Z", re.IGNORECASE)

LONG = ("team", "tool", "criterion", "value")
"""The headings of a list of judgements, as merging writes it."""


def read_matrix(path: Path, data: bytes, headings: Headings) -> MatrixFile:
    """Everything that a file says. A file that cannot be read becomes one listed line."""
    found = MatrixFile(path.name, fingerprint(data))
    try:
        if path.suffix.lower() == ".json":
            _read_json(found, data, headings)
        else:
            tables = read_tables(path, data, lambda name: plain(name) not in headings.own_sheets)
            _read_tables(found, tables, headings, path.stem)
    except Unreadable as error:
        found.listed.append(Listed(path.name, "", str(error), "", 0))
    return found


def _read_tables(found: MatrixFile, tables: list[Table], headings: Headings, stem: str) -> None:
    name, filled_on = _about(tables, headings)
    said, read = _Said(), False
    for table in tables:
        if plain(table.name) in headings.about_sheets:
            continue
        many = len(tables) > 1
        if all(label in map(plain, table.rows[0] if table.rows else ()) for label in LONG):
            _read_long(found, table, headings)
            read = True
        elif (top := _find_headings(table, headings)) is not None:
            _Sheet(found, said, table, headings, many).read(*top)
            read = True
        else:
            _list_all(found, table, "no row of headings found: start one with 'Hulpmiddel' and the names of the columns", many)
    team = TeamAnswers(name or stem, found.file, filled_on, {tool: values for tool, values in said.answers.items() if values})
    found.cells += team.cells
    if team.answers or (read and not found.teams):
        found.teams.append(team)
        if not name:
            found.listed.append(Listed(found.file, "", f"no name of a team in the file: '{team.name}' is used", "", 0))
    elif not read and not found.listed:
        found.listed.append(Listed(found.file, "", "nothing is filled in", "", 0))


def _about(tables: Iterable[Table], headings: Headings) -> tuple[str, str]:
    """Name of the team and date, from the sheet of our template that asks for them."""
    name = filled_on = ""
    for table in tables:
        if plain(table.name) in headings.about_sheets:
            for row in table.rows:
                if len(row) > 1 and plain(row[0]) in headings.team_labels:
                    name = " ".join(row[1].split())
                elif len(row) > 1 and plain(row[0]) in headings.date_labels:
                    filled_on = row[1].strip()
    return name, filled_on


def _find_headings(table: Table, headings: Headings) -> tuple[int, list[str | None]] | None:
    """The row of headings and what each column holds. A row of ids above it wins from what the headings say."""
    for row in range(min(_HEADING_WITHIN, len(table.rows))):
        columns = [headings.column(text) if text.strip() else IGNORED for text in table.rows[row]]
        if (TOOL_NAME in columns or TOOL_ID in columns) and sum(1 for column in columns if column) >= 2:
            return _with_labels(table, row, columns, headings)
    return None


def _with_labels(table: Table, row: int, columns: list[str | None], headings: Headings) -> tuple[int, list[str | None]]:
    below = table.rows[row + 1] if row + 1 < len(table.rows) else []
    if table.rows[row][: len(below)] == below or sum(1 for text in below if text.strip() and headings.column(text)) < 2:
        return row, columns
    wide = max(len(columns), len(below))
    ids = [*columns, *[IGNORED] * (wide - len(columns))]
    labels = [*below, *[""] * (wide - len(below))]
    said = [headings.column(label) if label.strip() else IGNORED for label in labels]
    return row + 1, [id_ or label for id_, label in zip(ids, said, strict=True)]


def _list_all(found: MatrixFile, table: Table, reason: str, named: bool) -> None:
    for r, row in enumerate(table.rows):
        for c, text in enumerate(row):
            if text.strip():
                place = f"{table.name}!{address(r, c)}" if named else address(r, c)
                found.listed.append(Listed(found.file, place, reason, text, 1))
                found.cells += 1


@dataclass
class _Said:
    """What a file says of the tools, sheet after sheet: tool -> column -> value, and the row that named the tool first."""

    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    first_row: dict[str, str] = field(default_factory=dict)

    def of(self, tool: str, row: str) -> dict[str, str]:
        if (values := self.answers.get(tool)) is None:
            values = self.answers[tool] = {}
            self.first_row[tool] = row
        return values


class _Sheet:
    """Reads one sheet with a row a tool."""

    def __init__(self, found: MatrixFile, said: _Said, table: Table, headings: Headings, named: bool) -> None:
        self.found, self.said, self.table, self.headings = found, said, table, headings
        self.prefix = f"{table.name}!" if named else ""

    def read(self, top: int, columns: list[str | None]) -> None:
        ids = [i for i, column in enumerate(columns) if column == TOOL_ID]
        names = [i for i, column in enumerate(columns) if column == TOOL_NAME]
        answers = [(i, column) for i, column in enumerate(columns) if column and column not in (TOOL_ID, TOOL_NAME)]
        strange = [i for i in range(self._width()) if i >= len(columns) or columns[i] is None or not self._named(top, i, columns)]
        formulas = self.table.formulas
        for r in range(top + 1, len(self.table.rows)):
            row = self.table.rows[r]
            filled = [(i, column, text) for i, column in answers if i < len(row) and ((text := row[i]) or (r, i) in formulas)]
            if filled:
                self._answers(r, filled, self._tool(r, row, ids, names, True))
            for i in strange:
                if i < len(row) and row[i].strip():
                    self._list(r, i, self._why_strange(top, i), row[i])

    def _answers(self, r: int, filled: list[tuple[int, str, str]], tool: str | None) -> None:
        """The answers of a row. A tool's first row is read in one go: most cells say what was said before."""
        if tool is None or tool in self.said.answers or self.table.formulas:
            for i, column, text in filled:
                self._answer(r, i, column, text.strip(), tool)
            return
        said, readers = self.said.of(tool, f"{self.prefix}{r + 1}"), self.headings.readers
        for i, column, text in filled:
            reader = readers.get(column)
            value = reader.read.get(text) if reader else None
            if value is None:
                self._answer(r, i, column, text.strip(), tool)
            else:
                said[column] = value

    def _width(self) -> int:
        return max((len(row) for row in self.table.rows), default=0)

    def _named(self, top: int, i: int, columns: list[str | None]) -> bool:
        """Whether a column is known, or at least has a heading of ours that holds no answers."""
        return columns[i] != IGNORED or bool(self.table.cell(top, i).strip())

    def _why_strange(self, top: int, i: int) -> str:
        heading = self.table.cell(top, i).strip()
        if not heading:
            return "this column has no heading: write one"
        return f"the column '{heading}' is not known: {self.headings.nearest(heading)}"

    def _tool(self, r: int, row: list[str], ids: list[int], names: list[int], filled: bool) -> str | None:
        """The tool of a row; None when it names none."""
        id_ = next((row[i].strip() for i in ids if i < len(row) and row[i].strip()), "")
        name = next((" ".join(row[i].split()) for i in names if i < len(row) and row[i].strip()), "")
        if id_ in self.headings.tools:
            return id_
        if known := self.headings.tool(name or id_):
            return known
        if not (name or id_) or not filled:
            return None
        made = slug(name or id_)
        if made not in self.found.new_tools:
            self.found.new_tools[made] = name or id_
            near = self.headings.nearest_tool(name or id_)
            reason = f"'{name or id_}' is not in the matrix and counts as a new tool"
            self._note(r, (names or ids)[0], f"{reason}; if it is '{near}', write that name" if near else reason)
        return made

    def _answer(self, r: int, i: int, column: str, text: str, tool: str | None) -> None:
        formula = (r, i) in self.table.formulas
        if not text:
            if formula:
                self._list(r, i, "this is a formula without a result: type the answer instead", text)
            return
        if _ERROR.match(text):
            return self._list(r, i, f"this cell holds an error of the spreadsheet ({text}): type the answer instead", text)
        if tool is None:
            return self._list(r, i, "no tool is named in this row: write its name", text)
        try:
            value = text if column.startswith(REMARK) else self.headings.readers[column](text)
        except NoValue as problem:
            return self._list(r, i, f"{problem}: {problem.fix}", text)
        said = self.said.of(tool, f"{self.prefix}{r + 1}")
        if column in said:
            same = "the same stands" if said[column] == value else f"'{said[column]}' stands"
            first = self.said.first_row[tool]
            return self._list(r, i, f"this tool stands twice in the file, first in row {first}: {same} there, and that counts", text)
        said[column] = value
        if formula:
            self._note(r, i, "this is a formula: its last result counts")

    def _list(self, r: int, i: int, reason: str, text: str) -> None:
        self.found.listed.append(Listed(self.found.file, f"{self.prefix}{address(r, i)}", reason, text, 1))
        self.found.cells += 1

    def _note(self, r: int, i: int, reason: str) -> None:
        self.found.listed.append(Listed(self.found.file, f"{self.prefix}{address(r, i)}", reason, self.table.cell(r, i), 0))


def _read_long(found: MatrixFile, table: Table, headings: Headings) -> None:
    """A list of judgements: a row each, with its team."""
    at = {label: [plain(text) for text in table.rows[0]].index(label) for label in LONG}
    rows = [{label: table.cell(r, i).strip() for label, i in at.items()} for r in range(1, len(table.rows))]
    _add_judgements(found, ((f"D{r}", row) for r, row in enumerate(rows, start=2) if row["value"]), headings)


def _read_json(found: MatrixFile, data: bytes, headings: Headings) -> None:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Unreadable(f"the file is no JSON ({error}): export it again") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("judgements"), list):
        raise Unreadable(f"the file is no tool matrix: its 'format' should be '{FORMAT}'")
    told = {str(t.get("label") or t.get("name")): t for t in content.get("teams", []) if isinstance(t, dict)}
    named = content.get("new_tools")
    found.new_tools |= {str(id_): str(name) for id_, name in (named if isinstance(named, dict) else {}).items()}
    rows = ((f"judgements[{i}]", _strings(row)) for i, row in enumerate(content["judgements"]))
    _add_judgements(found, rows, headings)
    for team in found.teams:
        said = told.get(team.name, {})
        team.filled_on, team.file = str(said.get("filled_on", "")), str(said.get("file") or found.file)
        team.name = str(said.get("name") or team.name)
    for line in content.get("listed", []):
        if isinstance(line, dict):
            cells = number if isinstance(number := line.get("cells"), int) and number >= 0 else 1
            at, place, reason, text = (str(line.get(key, "")) for key in ("file", "place", "reason", "text"))
            found.listed.append(Listed(at, place, reason, text, cells))
            found.cells += cells


def _strings(row: Any) -> dict[str, str]:
    row = row if isinstance(row, dict) else {}
    return {label: str(row.get(label, "")).strip() for label in LONG}


def _add_judgements(found: MatrixFile, rows: Iterable[tuple[str, dict[str, str]]], headings: Headings) -> None:
    teams: dict[str, TeamAnswers] = {}
    for place, row in rows:
        found.cells += 1
        team = row["team"]
        try:
            judgement = _judgement(found, row, headings)
            values = teams.setdefault(team, TeamAnswers(team, found.file)).answers.setdefault(judgement.tool, {})
            if judgement.criterion in values:
                raise NoValue(f"'{team}' judges this twice", "the first counts")
        except NoValue as wrong:
            found.listed.append(Listed(found.file, place, f"{wrong}: {wrong.fix}", row["value"], 1))
            continue
        values[judgement.criterion] = judgement.value
    found.teams += teams.values()


def _judgement(found: MatrixFile, row: dict[str, str], headings: Headings) -> Judgement:
    """A row of a list of judgements. Raises NoValue."""
    if not all(row.values()):
        raise NoValue("something is missing", "a judgement needs a team, a tool, a criterion and a value")
    column = headings.column(row["criterion"])
    if not column or column in (TOOL_ID, TOOL_NAME):
        raise NoValue(f"the criterion '{row['criterion']}' is not known", headings.nearest(row["criterion"]))
    value = row["value"] if column.startswith(REMARK) else headings.readers[column](row["value"])
    tool = headings.tool(row["tool"]) or slug(row["tool"])
    if tool not in headings.tools:
        found.new_tools.setdefault(tool, row["tool"])
    return Judgement(tool, column, value)
