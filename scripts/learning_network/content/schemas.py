"""JSON Schemas of the records, so that an editor helps while typing."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from .models import CardSet, Exercise, Network, Tool, Worksheet

FOLDER = Path(__file__).parent / "schemas"
MODELS: dict[str, type[BaseModel]] = {"exercise": Exercise, "worksheet": Worksheet, "card-set": CardSet, "tool": Tool, "network": Network}


def schema_texts() -> dict[str, str]:
    """File name -> text of every schema."""
    return {
        f"{name}.schema.json": json.dumps(model.model_json_schema(), indent=2, ensure_ascii=False) + "\n" for name, model in MODELS.items()
    }


def write_schemas(folder: Path = FOLDER) -> list[Path]:
    """Write the schemas and return their paths."""
    folder.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in schema_texts()]
