"""summary.json, and the JSON Schema that documents it."""

from __future__ import annotations

import ast
import inspect
import itertools
import json
import textwrap
from pathlib import Path

from learning_network.responses import account as account_module
from learning_network.summaries import summary as summary_module
from learning_network.summaries.summary import Summary

LARGE = 5000
"""Goals and answers without a theme."""

SCHEMA = Path(__file__).parent.parent / "summary.schema.json"


def summary_json(summary: Summary) -> bytes:
    """The summary as it is, in the order of its fields. Half a letter, which UTF-8 cannot hold, becomes a question mark.

    A very large one is not indented: nobody reads it, and it takes ten times as long to write.
    """
    large = len(summary.leftovers.items) + (len(summary.grrow.goals) if summary.grrow else 0) > LARGE
    return (json.dumps(summary, indent=None if large else 1, ensure_ascii=False, default=vars) + "\n").encode(errors="replace")


def schema_text() -> str:
    """The JSON Schema of summary.json, made from the classes and what they say about themselves."""
    from pydantic import TypeAdapter  # only for who develops: a summary is written without it

    schema = TypeAdapter(Summary).json_schema()
    known = {**vars(summary_module), **vars(account_module)}
    for name, part in [*schema["$defs"].items(), ("Summary", schema)]:
        part["additionalProperties"] = False
        told = _told(known[name])
        for key, about in part["properties"].items():
            about.pop("title", None)
            if key in told:
                about["description"] = told[key]
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2, ensure_ascii=False) + "\n"


def _told(class_: type) -> dict[str, str]:
    """What stands under each field of a class, as its description."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(class_))).body
    told = {}
    if isinstance(body, ast.ClassDef):
        for part, after in itertools.pairwise(body.body):
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and isinstance(after, ast.Expr):
                told[part.target.id] = " ".join(str(ast.literal_eval(after.value)).split())
    return told


def write_summary_schema(path: Path = SCHEMA) -> Path:
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
    return path
