"""Reads tool matrices that teams filled in: XLSX from our template or their own, CSV, JSON. Nothing is dropped silently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from learning_network.content.matrix_values import NoValue
from learning_network.words.reasons import Fact, Reason

from .matrix_headings import IGNORED, TOOL_ID, TOOL_NAME, Headings, plain, slug
from .matrix_lists import LONG, list_cell, read_json, read_long
from .matrix_model import REMARK, Listed, MatrixFile, TeamAnswers, brief
from .tables import Table, Unreadable, fingerprint, read_tables

_HEADING_WITHIN = 12
"""The row of headings is one of the first twelve."""

_ERROR = re.compile(r"#(N/A|NA|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)\Z", re.IGNORECASE)


def read_matrix(path: Path, data: bytes, headings: Headings, name: str = "") -> MatrixFile:
    """Everything that a file says. A file that cannot be read becomes one listed line. name: how to call the file."""
    found = MatrixFile(name or path.name, fingerprint(data))
    try:
        if path.suffix.lower() == ".json":
            read_json(found, data, headings)
        else:
            _read_tables(found, read_tables(path, data, lambda names: _with_answers(names, headings)), headings, path.stem)
    except Unreadable as error:
        found.fingerprint = ""  # each has its own line, also when they are all empty
        found.listed.append(Listed(found.file, "", brief(error.reason), "", 0))
    return found


def _with_answers(names: Sequence[str], headings: Headings) -> Sequence[str]:
    """The sheets to read: of our own template not those with explanation and lists."""
    known = {plain(name) for name in names}
    if any(report <= known for report in headings.reports):
        raise Unreadable(Reason("report_of_a_merge"))
    ours = not known.isdisjoint(headings.about_sheets)
    return [name for name in names if not (ours and plain(name) in headings.own_sheets)]


def _read_tables(found: MatrixFile, tables: list[Table], headings: Headings, stem: str) -> None:
    about: dict[str, str] = {}
    said, read, many = _Said(), False, len(tables) > 1
    for table in tables:
        labels = [plain(text) for text in table.rows[0]] if table.rows else []
        if labels == list(Listed._fields):
            raise Unreadable(Reason("report_of_a_merge"))
        if plain(table.name) in headings.about_sheets:
            _read_loose(found, about, table, headings, (1, len(table.rows)), Reason("asks_for_nothing"), many)
        elif all(label in labels for label in LONG):
            read_long(found, table, headings, many)
            read = True
        elif (top := _find_headings(table, headings)) is not None:
            first = next(r for r, row in enumerate(table.rows) if any(map(headings.column, row)))
            _read_loose(found, about, table, headings, (0, first), Reason("above_headings"), many)
            _Sheet(found, said, table, headings, many).read(*top)
            read = True
        else:
            _read_loose(found, about, table, headings, (0, len(table.rows)), Reason("no_row_of_headings"), many)
    name = about.get("team", "")
    answers = {tool: values for tool, values in said.answers.items() if values}
    team = TeamAnswers(name or stem, found.file, about.get("date", ""), answers)
    found.cells += team.cells
    if team.answers or (read and not found.teams):
        found.teams.append(team)
        if not name:
            found.listed.append(Listed(found.file, "", Reason("no_team_name", team=team.name), "", 0))
    elif not read and not found.listed:
        found.listed.append(Listed(found.file, "", Reason("nothing_filled_in"), "", 0))


def _read_loose(
    found: MatrixFile, about: dict[str, str], table: Table, headings: Headings, part: tuple[int, int], reason: Reason, named: bool
) -> None:
    """Cells outside the matrix: the name of the team and the date go to `about`, all others are listed.

    part: of our own sheet (1, rows), as its first column holds our own words; else (0, the rows to look at).
    """
    from_column, rows = part
    for r, row in enumerate(table.rows[:rows]):
        label, value = plain(row[0]) if row else "", " ".join(row[1].split()) if len(row) > 1 else ""
        asked = next((key for key, labels in headings.about_labels.items() if label in labels), None)
        for c, text in enumerate(row):
            if asked and c < 2:
                if c == 1 and value and about.setdefault(asked, value) != value:
                    list_cell(found, table, (r, c), Reason("said_already", said=about[asked]), named)
            elif c >= from_column and (text.strip() or (r, c) in table.formulas):
                list_cell(found, table, (r, c), reason, named)


def _find_headings(table: Table, headings: Headings) -> tuple[int, list[str | None]] | None:
    """The row of headings and what each column holds. A row of ids above it wins from what the headings say."""
    first: tuple[int, list[str | None]] | None = None
    for row, texts in enumerate(table.rows[:_HEADING_WITHIN]):
        columns = [headings.column(text) if text.strip() else IGNORED for text in texts]
        if TOOL_NAME in columns or TOOL_ID in columns:
            if sum(1 for column in columns if column) >= 2:
                return _with_labels(table, row, columns, headings)
            if first is None and None in columns:  # a tool, and columns that are all not known
                first = row, columns
    return first


def _with_labels(table: Table, row: int, columns: list[str | None], headings: Headings) -> tuple[int, list[str | None]]:
    below = table.rows[row + 1] if row + 1 < len(table.rows) else []
    said = [headings.column(label) if label.strip() else IGNORED for label in below]
    tools = (TOOL_ID, TOOL_NAME)
    again = [id_ for id_, label in zip(columns, said, strict=False) if id_ and (id_ == label or (id_ in tools and label in tools))]
    if len(again) < 2 and not set(again) & set(tools):
        return row, columns
    wide = max(len(columns), len(below))
    ids = [*columns, *[IGNORED] * (wide - len(columns))]
    said += [IGNORED] * (wide - len(said))
    return row + 1, [id_ or label for id_, label in zip(ids, said, strict=True)]


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
        strange += [*ids[1:], *names[1:]]
        about = [i for i, column in enumerate(columns) if column == IGNORED and i not in strange]
        formulas, rows = self.table.formulas, self.table.rows
        for r in range(top + 1, len(rows)):
            row = rows[r]
            filled = [(i, column, text) for i, column in answers if i < len(row) and ((text := row[i].strip()) or (r, i) in formulas)]
            tool = self._tool(r, row, ids[:1], names[:1], bool(filled))
            if filled:
                self._answers(r, filled, tool)
            for i in strange:
                if i < len(row) and (row[i].strip() or (r, i) in formulas):
                    self._list(r, i, self._why_strange(top, i, columns))
            for i in about:
                if i < len(row) and (text := row[i].strip()) and not (tool in self.headings.tools and plain(text) in self._facts(tool)):
                    self._list(r, i, Reason("column_not_merged", heading=self.table.cell(top, i).strip()))
        for r, i in sorted(place for place in formulas if place[0] >= len(rows)):
            self._list(r, i, Reason("formula_no_result"))

    def _facts(self, tool: str | None) -> set[str]:
        return self.headings.facts(tool) if tool else set()

    def _answers(self, r: int, filled: list[tuple[int, str, str]], tool: str | None) -> None:
        """The answers of a row. A tool's first row is read in one go: most cells say what was said before."""
        if tool is None or tool in self.said.answers or self.table.formulas:
            for i, column, text in filled:
                self._answer(r, i, column, text, tool)
            return
        said, readers = self.said.of(tool, f"{self.prefix}{r + 1}"), self.headings.readers
        for i, column, text in filled:
            reader = readers.get(column)
            value = reader.read.get(text) if reader else None
            if value is None or column in said:
                self._answer(r, i, column, text, tool)
            else:
                said[column] = value

    def _width(self) -> int:
        return max((len(row) for row in self.table.rows), default=0)

    def _named(self, top: int, i: int, columns: list[str | None]) -> bool:
        """Whether a column is known, or at least has a heading of ours that holds no answers."""
        return columns[i] != IGNORED or bool(self.table.cell(top, i).strip())

    def _why_strange(self, top: int, i: int, columns: list[str | None]) -> Reason:
        heading = self.table.cell(top, i).strip()
        if not heading:
            return Reason("write_a_heading")
        if i < len(columns) and columns[i] in (TOOL_ID, TOOL_NAME):
            return Reason("tool_named_again", heading=heading)
        return Reason("column_not_known", heading=heading, hint=self.headings.nearest(heading))

    def _tool(self, r: int, row: list[str], ids: list[int], names: list[int], filled: bool) -> str | None:
        """The tool of a row; None when it names none. People see its name, not its hidden id: the name wins."""
        id_ = next((row[i].strip() for i in ids if i < len(row)), "")
        name = next((" ".join(row[i].split()) for i in names if i < len(row)), "")
        if known := self.headings.tool(name or id_):
            return known
        if not (name or id_):
            return None
        column = (names if name else ids)[0]
        if id_ in self.headings.tools and self.headings.may_be(name, id_):
            if filled:
                self._note(r, column, Reason("counts_as_tool", name=name, tool=self.headings.tools[id_].nl.name))
            return id_
        made = slug(name or id_)
        if not filled:
            self._list(r, column, Reason("tool_without_answers", name=name or id_))
        elif made not in self.found.new_tools:
            self.found.new_tools[made] = name or id_
            near = self.headings.nearest_tool(name or id_)
            self._note(r, column, Reason("new_tool_near", name=name or id_, near=near) if near else Reason("new_tool", name=name or id_))
        return made

    def _answer(self, r: int, i: int, column: str, text: str, tool: str | None) -> None:
        formula = (r, i) in self.table.formulas
        if not text:
            return self._list(r, i, Reason("formula_no_result"))
        if _ERROR.match(text):
            return self._list(r, i, Reason("spreadsheet_error", said=text))
        if tool is None:
            return self._list(r, i, Reason("row_names_no_tool"))
        try:
            value = text if column.startswith(REMARK) else self.headings.readers[column](text)
        except NoValue as problem:
            return self._list(r, i, problem.reason)
        row = f"{self.prefix}{r + 1}"
        said = self.said.of(tool, row)
        if column in said:
            return self._list(
                r, i, _twice(self.headings.in_words(column, said[column]), said[column] == value, self.said.first_row[tool], row)
            )
        said[column] = value
        if formula:
            self._note(r, i, Reason("formula_result"))

    def _list(self, r: int, i: int, reason: Reason) -> None:
        list_cell(self.found, self.table, (r, i), reason, bool(self.prefix))

    def _note(self, r: int, i: int, reason: Reason) -> None:
        list_cell(self.found, self.table, (r, i), reason, bool(self.prefix), cells=0)


def _twice(said: Fact, same: bool, first: str, row: str) -> Reason:
    """Why an answer is not merged that was given before: in the same row, or in the `first` row of its tool."""
    if first == row:
        return Reason("column_twice_same") if same else Reason("column_twice_other", said=said)
    return Reason("tool_twice_same", row=first) if same else Reason("tool_twice_other", row=first, said=said)
