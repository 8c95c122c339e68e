"""Reads lists of judgements, as merging writes them: a row each, with its team, as JSON or as a sheet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from learning_network.content.matrix_values import NoValue
from learning_network.words.reasons import Reason, reason_of

from .matrix_headings import TOOL_ID, TOOL_NAME, Headings, plain, slug
from .matrix_model import REMARK, Judgement, Listed, MatrixFile, TeamAnswers, brief
from .tables import Table, Unreadable, address, as_text

FORMAT = "learning-network/matrix"
"""What our JSON files say they are."""

LONG = ("team", "tool", "criterion", "value")
"""The headings of a list of judgements, as merging writes it."""


def list_cell(found: MatrixFile, table: Table, at: tuple[int, int], reason: Reason, named: bool, cells: int = 1) -> None:
    place = f"{table.name}!{address(*at)}" if named else address(*at)
    found.listed.append(Listed(found.file, place, brief(reason), table.cell(*at).strip(), cells))
    found.cells += cells


def read_long(found: MatrixFile, table: Table, headings: Headings, named: bool) -> None:
    """A list of judgements: a row each, with its team."""
    labels = [plain(text) for text in table.rows[0]]
    at = {label: labels.index(label) for label in LONG}
    rows = [{label: table.cell(r, i).strip() for label, i in at.items()} for r in range(1, len(table.rows))]
    prefix = f"{table.name}!" if named else ""
    _add_judgements(found, ((f"{prefix}{address(r, at['value'])}", row) for r, row in enumerate(rows, start=1) if row["value"]), headings)
    for team in found.teams:
        if label := _LABEL.match(team.name):
            team.name, team.file = label[1], label[2]
    for r, row in enumerate(table.rows[1:], start=1):
        for i, text in enumerate(row):
            if text.strip() and i not in at.values():
                heading = table.cell(0, i).strip()
                list_cell(found, table, (r, i), Reason("list_column_not_known", heading=heading, columns=LONG), named)


_LABEL = re.compile(r"(.+) \(([^()]+\.(?:xls[xmb]?|ods|csv|tsv|txt|json))\)(?: \d+)?\Z")
"""What a merge calls a team when another one has its name: its file stands behind it."""


def read_json(found: MatrixFile, data: bytes, headings: Headings) -> None:
    try:
        content = json.loads(data.decode("utf-8-sig"))
        if b"\\ud" in data.lower():
            json.dumps(content, ensure_ascii=False).encode()  # half a letter cannot be written anywhere
    except (ValueError, RecursionError) as error:
        raise Unreadable(Reason("no_json_export", error=str(error))) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("judgements"), list):
        raise Unreadable(Reason("no_tool_matrix", format=FORMAT))
    told = {str(team.get("label") or team.get("name")): team for team in _records(content, "teams")}
    named = content.get("new_tools")
    found.new_tools |= {str(id_): str(name) for id_, name in (named if isinstance(named, dict) else {}).items()}
    rows = [(f"judgements[{i}]", row if isinstance(row, dict) else {}) for i, row in enumerate(content["judgements"])]
    _add_judgements(found, ((place, {label: as_text(row.get(label)).strip() for label in LONG}) for place, row in rows), headings)
    for place, row in rows:
        for key in row.keys() - set(LONG):
            found.listed.append(Listed(found.file, place, brief(Reason("key_not_known", name=key)), as_text(row[key]), 1))
            found.cells += 1
    for team in found.teams:
        said = told.get(team.name, {})
        team.filled_on, team.file = as_text(said.get("filled_on")), as_text(said.get("file")) or found.file
        team.name = as_text(said.get("name")) or team.name
    for line in _records(content, "listed"):
        cells = number if isinstance(number := line.get("cells"), int) and number >= 0 else 1
        at, place, reason, text = (as_text(line.get(key)) for key in ("file", "place", "reason", "text"))
        found.listed.append(Listed(at, place, reason_of(line.get("told_by")) or reason, text, cells))
        found.cells += cells


def _records(content: dict[str, Any], key: str) -> list[dict[str, Any]]:
    rows = content.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _add_judgements(found: MatrixFile, rows: Iterable[tuple[str, dict[str, str]]], headings: Headings) -> None:
    teams: dict[str, TeamAnswers] = {}
    for place, row in rows:
        found.cells += 1
        team = row["team"]
        try:
            judgement = _judgement(found, row, headings)
            values = teams.setdefault(team, TeamAnswers(team, found.file)).answers.setdefault(judgement.tool, {})
            if judgement.criterion in values:
                raise NoValue(Reason("judged_twice", team=team))
        except NoValue as wrong:
            found.listed.append(Listed(found.file, place, brief(wrong.reason), row["value"], 1))
            continue
        values[judgement.criterion] = judgement.value
    found.teams += teams.values()


def _judgement(found: MatrixFile, row: dict[str, str], headings: Headings) -> Judgement:
    """A row of a list of judgements. Raises NoValue."""
    if not all(row.values()):
        raise NoValue(Reason("judgement_incomplete"))
    column = headings.column(row["criterion"])
    if not column or column in (TOOL_ID, TOOL_NAME):
        raise NoValue(Reason("criterion_not_known", name=row["criterion"], hint=headings.nearest(row["criterion"])))
    value = row["value"] if column.startswith(REMARK) else headings.readers[column](row["value"])
    tool = headings.tool(row["tool"]) or _new_tool(found, row["tool"])
    if tool not in headings.tools:
        found.new_tools.setdefault(tool, row["tool"])
    return Judgement(tool, column, value)


def _new_tool(found: MatrixFile, said: str) -> str:
    """The id of a tool that is not in the matrix. An id that we made of the name beside it stays: of a long one another would be made."""
    return said if said in found.new_tools and slug(found.new_tools[said]) == said else slug(said)
