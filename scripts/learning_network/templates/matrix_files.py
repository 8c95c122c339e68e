"""The tool matrix as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from learning_network.content.models import LANGUAGES
from learning_network.responses.tables import prefixed

from .matrix_table import MatrixTable

LICENCE = "CC BY 4.0"
BOM = "\ufeff"
"""Excel takes a CSV for the local code page unless this mark says UTF-8."""

DELIMITERS = {"nl": ";", "en": ","}
"""What a spreadsheet program set to this language expects between the cells of a CSV file."""


def matrix_csv(table: MatrixTable) -> str:
    """A row a tool, in the words of the table's language; columns that teams fill in are there, empty."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=DELIMITERS[table.language], lineterminator="\r\n")
    t = table.words
    about = list(table.about(table.tools[0])) if table.tools else []
    writer.writerow(map(prefixed, ["id", t("workbook.tool"), *map(table.label, table.criteria), t("workbook.remark"), *about]))
    for tool in table.tools:
        cells = [table.cell(tool, criterion) for criterion in table.criteria]
        writer.writerow(map(prefixed, [tool.id, table.name(tool), *cells, "", *table.about(tool).values()]))
    return BOM + out.getvalue()


def matrix_json(table: MatrixTable) -> str:
    """The criteria and tools of the table as they stand in the records, with values by id."""
    data = {
        "licence": LICENCE,
        "criteria": [criterion.model_dump(mode="json", exclude_none=True) for criterion in table.criteria],
        "tools": [_tool(tool.model_dump(mode="json", exclude_none=True)) for tool in table.tools],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _tool(record: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in record.items() if key not in LANGUAGES} | {key: record[key] for key in LANGUAGES}
