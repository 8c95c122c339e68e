"""Open data: the records as JSON and CSV, with the JSON Schemas that describe them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from pydantic import BaseModel

from ..content.library import Library
from ..content.models import LANGUAGES, CardSet, Exercise, Tool, Worksheet
from ..content.models.tool import MinutesRange

LICENCE = "CC BY 4.0"
DATASETS: dict[str, type[BaseModel]] = {"exercises": Exercise, "worksheets": Worksheet, "card_sets": CardSet, "tools": Tool}
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def data_files(library: Library) -> dict[str, str]:
    """All files of site/data/: name -> text."""
    files = {f"{name}.json": _dataset(library, name) for name in DATASETS}
    files |= {f"schemas/{name}.schema.json": dump(dataset_schema(name)) for name in DATASETS}
    # Excel takes a CSV for the local code page unless a byte order mark says UTF-8.
    files["tools.csv"] = "\ufeff" + tools_csv(library)
    return files


def dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _dataset(library: Library, name: str) -> str:
    records = getattr(library, name).values()
    return dump({"$schema": f"schemas/{name}.schema.json", "licence": LICENCE, "records": [r.model_dump(mode="json") for r in records]})


def dataset_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a dataset: its licence and a list of records."""
    record = DATASETS[name].model_json_schema(ref_template="#/$defs/{model}", mode="serialization")
    definitions = record.pop("$defs", {})
    return {
        "$schema": SCHEMA_DIALECT,
        "title": name,
        "type": "object",
        "required": ["licence", "records"],
        "properties": {"$schema": {"type": "string"}, "licence": {"type": "string"}, "records": {"type": "array", "items": record}},
        "additionalProperties": False,
        "$defs": definitions,
    }


def tools_csv(library: Library) -> str:
    """The tool matrix as a table: a row a tool, a column a criterion; what nobody knows says unknown."""
    criteria = list(library.criteria)
    notes = [f"{id_}_note_{language}" for id_ in criteria for language in LANGUAGES]
    head = [
        "id",
        "name_nl",
        "name_en",
        "summary_nl",
        "summary_en",
        *criteria,
        *notes,
        "publisher",
        "year",
        "link",
        "confidence",
        "checked",
        "sources",
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for tool in library.tools.values():
        writer.writerow(
            [
                *(tool.id, tool.nl.name, tool.en.name, tool.nl.summary, tool.en.summary),
                *(_cell(tool.values.get(id_, "")) for id_ in criteria),
                *(getattr(tool, language).notes.get(id_, "") for id_ in criteria for language in LANGUAGES),
                *(tool.publisher or "", tool.year or "", tool.link or "", tool.confidence, tool.checked.isoformat()),
                " | ".join(tool.sources),
            ]
        )
    return out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " | ".join(value)
    if isinstance(value, MinutesRange):
        return str(value.min) if value.min == value.max else f"{value.min}-{value.max}"
    return str(value)
