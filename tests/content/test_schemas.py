"""The JSON Schemas for editors are those of the models."""

from __future__ import annotations

from learning_network.content.schemas import FOLDER, schema_texts


def test_the_schemas_in_the_package_are_up_to_date() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert there == schema_texts(), "run: learning-network schemas"
