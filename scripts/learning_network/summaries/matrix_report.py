"""The files that a merge leaves: one to read (XLSX), two to work on or merge again (JSON, CSV), new tools as records (YAML)."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import cache

from learning_network.content.library import Library
from learning_network.content.matrix_values import JOINT
from learning_network.content.models import UNKNOWN
from learning_network.content.new_record import tool_from_teams
from learning_network.responses.matrix_lists import FORMAT
from learning_network.responses.matrix_model import Listed
from learning_network.responses.tables import prefixed
from learning_network.templates.matrix_files import BOM
from learning_network.words.reasons import Reason, told

from .matrix_merge import Merged, Spread
from .matrix_sheets import merged_workbook, who_said


def report_files(merged: Merged, library: Library, language: str, today: date) -> dict[str, bytes]:
    """All files of a merge: name -> bytes."""
    files = {
        "matrix.xlsx": merged_workbook(merged, library, language, today),
        "matrix.json": _json(merged, language).encode(),
        "judgements.csv": _csv(merged).encode(),
        "listed.csv": _listed_csv(merged, language).encode(),
    }
    said: dict[str, list[Spread]] = {id_: [] for id_ in merged.new_tools}
    for spread in merged.spreads:
        if spread.tool in said:
            said[spread.tool].append(spread)
    for id_, name in merged.new_tools.items():
        files[f"new-tools/{id_}.yml"] = _new_tool(said[id_], library, id_, name, language, today).encode()
    return files


def _json(merged: Merged, language: str) -> str:
    """The merged matrix as data; merging reads it again. A judgement a line keeps it readable."""
    teams = [{"label": t.label, "name": t.name, "file": t.file, "filled_on": t.filled_on} for t in merged.teams]
    spread = [{"tool": s.tool, "criterion": s.criterion, "difference": s.difference, "answers": s.answers} for s in merged.spreads]
    parts = [
        f'"format": {json.dumps(FORMAT)}',
        '"version": 1',
        f'"cells": {json.dumps({"read": merged.cells, "merged": merged.merged_cells, "listed": merged.listed_cells})}',
        f'"files": {json.dumps(merged.files, ensure_ascii=False)}',
        f'"new_tools": {json.dumps(merged.new_tools, ensure_ascii=False)}',
        _list("teams", teams),
        _judgements(merged),
        _list("spread", spread),
        _list("listed", [_listed(line, language) for line in merged.listed]),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _listed(line: Listed, language: str) -> dict[str, object]:
    """A listed line as data: its reason as people read it, and what a later merge tells it by in a language of its own."""
    told_by = {"told_by": line.reason.as_data()} if isinstance(line.reason, Reason) else {}
    return line._asdict() | {"reason": told(line.reason, language)} | told_by


def _list(name: str, rows: list[dict]) -> str:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return f'"{name}": [' + ",".join(f"\n  {encode(row)}" for row in rows) + ("\n]" if rows else "]")


def _judgements(merged: Merged) -> str:
    """The judgements as JSON, a line each; each text is encoded once, as most say what others said."""
    encode = cache(json.JSONEncoder(ensure_ascii=False).encode)
    rows = [
        f'\n  {{"team": {team}, "tool": {encode(tool)}, "criterion": {encode(criterion)}, "value": {encode(value)}}}'
        for team, judgements in ((encode(t.label), t.judgements) for t in merged.teams)
        for tool, criterion, value in judgements
    ]
    return f'"judgements": [{",".join(rows)}' + ("\n]" if rows else "]")


def _csv(merged: Merged) -> str:
    """A judgement a row, with ids; merging reads it again."""
    rows = [(team.label, *judgement) for team in merged.teams for judgement in team.judgements]
    return _table(("team", "tool", "criterion", "value"), rows)


def _listed_csv(merged: Merged, language: str) -> str:
    rows = [line._replace(reason=told(line.reason, language)) for line in merged.listed]
    return _table(("file", "place", "reason", "text", "cells"), rows)


def _table(heads: tuple[str, ...], rows: list) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([prefixed(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return BOM + out.getvalue()


def _new_tool(spreads: list[Spread], library: Library, id_: str, name: str, language: str, today: date) -> str:
    values, said = {}, []
    for spread in spreads:
        criterion = library.criteria.get(spread.criterion)
        only = next(iter(spread.answers)) if len(spread.answers) == 1 else UNKNOWN
        if criterion and not criterion.filled_in_by_team and criterion.type != "text" and only != UNKNOWN:
            values[criterion.id] = _as_yaml(criterion.type, only)
        said.append(f"{spread.criterion}: {who_said(spread, library, language)}")
    lines = ["What the teams said:", *sorted(said)]
    return tool_from_teams(library, id_, _printable(name), today, values, [_printable(line) for line in lines])


def _printable(text: str) -> str:
    """Without signs that YAML refuses, such as the ones that old programs leave in a text."""
    return "".join(letter if letter.isprintable() or letter.isspace() else "\ufffd" for letter in text)


def _as_yaml(kind: str, value: str) -> str:
    if kind == "some-of":
        return f"[{', '.join(value.split(JOINT))}]"
    if kind == "minutes":
        low, _, high = value.partition("-")
        return f"{{min: {low}, max: {high or low}}}"
    return json.dumps(value) if value in ("yes", "no") else value
