"""Open data: the records as JSON and CSV, with the JSON Schemas that describe them and what people save on the site."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ..content.library import Library
from ..content.matrix_values import recorded
from ..content.models import LANGUAGES, UNKNOWN, CardSet, Criterion, Exercise, Obstacle, SessionPlan, Tool, Worksheet
from ..responses.matrix_lists import FORMAT
from ..responses.matrix_model import REMARK
from ..responses.readers.site_answers import SCHEMA as ANSWERS_SCHEMA
from ..sheets.plan_file import Plan
from ..templates.matrix_files import BOM, LICENCE

DATASETS: dict[str, type[BaseModel]] = {
    "exercises": Exercise,
    "worksheets": Worksheet,
    "card_sets": CardSet,
    "tools": Tool,
    "obstacles": Obstacle,
    "plans": SessionPlan,
}
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def data_files(library: Library) -> dict[str, str]:
    """All files of site/data/: name -> text."""
    files = {f"{name}.json": _dataset(library, name) for name in DATASETS}
    files |= {f"schemas/{name}.schema.json": dump(dataset_schema(name)) for name in DATASETS}
    files["schemas/tools.schema.json"] = dump(tools_schema(library.criteria))
    files["schemas/matrix.schema.json"] = dump(matrix_schema(library.criteria))
    files["schemas/answers.schema.json"] = ANSWERS_SCHEMA.read_text(encoding="utf-8")
    files["schemas/plan.schema.json"] = dump({"$schema": SCHEMA_DIALECT} | Plan.model_json_schema(by_alias=True))
    files["tools.csv"] = BOM + tools_csv(library)
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


def tools_schema(criteria: Mapping[str, Criterion]) -> dict[str, Any]:
    """The schema of tools.json: each criterion with the values that it takes."""
    schema = dataset_schema("tools")
    values = {id_: value_schema(criterion) for id_, criterion in criteria.items() if not criterion.filled_in_by_team}
    record = schema["properties"]["records"]["items"]
    tool = schema["$defs"][record["$ref"].rsplit("/", 1)[1]] if "$ref" in record else record
    needed = [id_ for id_ in values if criteria[id_].type != "text"]
    tool["properties"]["values"] = {"type": "object", "properties": values, "required": needed, "additionalProperties": False}
    return schema


def value_schema(criterion: Criterion) -> dict[str, Any]:
    """What a tool may say of a criterion; always also that nobody knows."""
    unknown = {"const": UNKNOWN}
    shapes: dict[str, dict[str, Any]] = {
        "one-of": {"enum": criterion.options},
        "some-of": {"type": "array", "items": {"enum": criterion.options}, "minItems": 1, "uniqueItems": True},
        "yes-no": {"enum": ["yes", "no"]},
        "minutes": {"$ref": "#/$defs/MinutesRange"},
        "text": unknown,
    }
    said = shapes[criterion.type]
    title = {"title": criterion.en.label, "description": criterion.en.explanation}
    return title | (unknown if said is unknown else {"anyOf": [said, unknown]})


def matrix_schema(criteria: Mapping[str, Criterion]) -> dict[str, Any]:
    """The schema of what teams hand in and merging gives back as JSON: a list of judgements."""
    text = {"type": "string", "minLength": 1}
    columns = [*criteria, REMARK, *(f"{REMARK}:{id_}" for id_ in criteria)]
    per_criterion = [
        {"if": {"properties": {"criterion": {"const": id_}}}, "then": {"properties": {"value": {"pattern": pattern}}}}
        for id_, criterion in criteria.items()
        if (pattern := _value_pattern(criterion))
    ]
    judgement = {
        "type": "object",
        "required": ["team", "tool", "criterion", "value"],
        "properties": {"team": text, "tool": text, "criterion": {"enum": columns}, "value": text},
        "additionalProperties": False,
        "allOf": per_criterion,
    }
    return {
        "$schema": SCHEMA_DIALECT,
        "title": "matrix",
        "type": "object",
        "required": ["format", "version", "judgements"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": 1},
            "teams": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": text}}},
            "new_tools": {"type": "object", "additionalProperties": text},
            "judgements": {"type": "array", "items": judgement},
        },
    }


def _value_pattern(criterion: Criterion) -> str:
    """What a canonical value looks like; empty for texts."""
    options = "|".join(criterion.options or ["yes", "no"])
    return {
        "one-of": f"^({options}|{UNKNOWN})$",
        "some-of": f"^(({options})( \\| ({options}))*|{UNKNOWN})$",
        "yes-no": f"^({options}|{UNKNOWN})$",
        "minutes": f"^([0-9]+(-[0-9]+)?|{UNKNOWN})$",
        "text": "",
    }[criterion.type]


def tools_csv(library: Library) -> str:
    """The tool matrix as a table: a row a tool, a column a criterion; what nobody knows says unknown."""
    criteria = library.criteria
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
                *(recorded(criterion, tool.values.get(id_, "")) for id_, criterion in criteria.items()),
                *(getattr(tool, language).notes.get(id_, "") for id_ in criteria for language in LANGUAGES),
                *(tool.publisher or "", tool.year or "", tool.link or "", tool.confidence, tool.checked.isoformat()),
                " | ".join(tool.sources),
            ]
        )
    return out.getvalue()
