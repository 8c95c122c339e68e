"""Open data: every record, valid by the schemas beside it, and the matrix as a table that spreadsheets open."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.site.data import DATASETS, data_files


@pytest.fixture(scope="module", params=["fixture", "real"])
def library(request: pytest.FixtureRequest) -> Library:
    here = Path(__file__).resolve().parent.parent
    return load(here / "fixtures" / "project" if request.param == "fixture" else here.parent)


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_holds_every_record_and_is_valid_by_its_schema(name: str, library: Library) -> None:
    files = data_files(library)
    data = json.loads(files[f"{name}.json"])
    schema = json.loads(files[f"schemas/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert [record["id"] for record in data["records"]] == list(getattr(library, name))
    assert data["licence"] == "CC BY 4.0"


def test_card_sets_are_open_data_with_their_cards_in_order(library: Library) -> None:
    records = json.loads(data_files(library)["card_sets.json"])["records"]
    assert records
    for record, card_set in zip(records, library.card_sets.values(), strict=True):
        assert record["type"] == "card-set"
        assert [card["id"] for card in record["cards"]] == [card.id for card in card_set.cards]
        assert record["nl"]["cards"].keys() == record["en"]["cards"].keys() == {card.id for card in card_set.cards}
        assert {card["pile"] for card in record["cards"]} <= {None, *record["piles"]}


def test_the_schema_refuses_a_record_with_an_unknown_key(library: Library) -> None:
    files = data_files(library)
    data = json.loads(files["exercises.json"])
    data["records"][0]["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError, match="surprise"):
        jsonschema.validate(data, json.loads(files["schemas/exercises.schema.json"]))


def test_the_matrix_as_csv_has_a_row_a_tool_and_says_unknown(library: Library) -> None:
    text = data_files(library)["tools.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == list(library.tools)
    for row, tool in zip(rows, library.tools.values(), strict=True):
        for id_, value in tool.values.items():
            assert (row[id_] == "unknown") == (value == "unknown")


def test_what_people_save_on_the_site_is_described_too(library: Library) -> None:
    files = data_files(library)
    answers, plan = (json.loads(files[f"schemas/{name}.schema.json"]) for name in ("answers", "plan"))
    for schema in (answers, plan):
        jsonschema.Draft202012Validator.check_schema(schema)
    said = {"format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl"}
    jsonschema.validate(said | {"answers": {"strengths": ["Korte lijnen (verzonnen)"]}}, answers)
    with pytest.raises(jsonschema.ValidationError, match="answers"):
        jsonschema.validate(said, answers)
    planned = {"kind": "session-plan", "version": 1, "name": "Startdag", "exercises": [{"id": "swot", "break": 10}, {"id": "grrow"}]}
    jsonschema.validate(planned, plan)
    for wrong in ({"exercises": []}, {"surprise": 1}, {"participants": 0}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(planned | wrong, plan)
