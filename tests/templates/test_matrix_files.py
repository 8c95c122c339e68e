"""The matrix as CSV and JSON: in the words of a language for spreadsheets, by id for programs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from learning_network.content.library import Library
from learning_network.content.matrix_values import ValueReader
from learning_network.templates.matrix_files import matrix_csv, matrix_json
from learning_network.templates.matrix_table import MatrixTable, matrix_table

DELIMITERS = {"nl": ";", "en": ","}


def table(text: str, language: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff"), "Excel needs the mark to see that this is UTF-8"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=DELIMITERS[language]))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_csv_has_a_row_a_tool_in_the_order_of_their_names(language: str, library: Library) -> None:
    rows = table(matrix_csv(matrix_table(library, language)), language)
    names = [getattr(library.tools[row["id"]], language).name for row in rows]
    assert len(rows) == len(library.tools)
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_value_of_the_records_stands_in_the_csv_in_words_that_mean_the_same(language: str, library: Library) -> None:
    for row in table(matrix_csv(matrix_table(library, language)), language):
        tool = library.tools[row["id"]]
        for id_, criterion in library.criteria.items():
            cell = row[getattr(criterion, language).label]
            if criterion.filled_in_by_team:
                assert cell == "", "teams fill it in"
                continue
            value, read = tool.values[id_], ValueReader(criterion)(cell)
            if isinstance(value, list):
                assert set(read.split(" | ")) == set(value)
            elif isinstance(value, str):
                assert read == value
            else:
                assert read in (f"{value.min}-{value.max}", str(value.min))  # type: ignore[union-attr]


def test_the_csv_tells_what_else_is_known(library: Library) -> None:
    rows = {row["id"]: row for row in table(matrix_csv(matrix_table(library, "nl")), "nl")}
    for id_, tool in library.tools.items():
        row = rows[id_]
        assert (row["Wat het is"], row["Website"], row["Jaar"]) == (tool.nl.summary, tool.link or "", tool.year or "")
        assert row["Feiten verzameld op"] == tool.checked.isoformat()


def test_no_cell_of_the_csv_begins_like_a_formula(library: Library) -> None:
    tool = library.tools["ecogram"]
    texts = tool.nl.model_copy(update={"name": "=1+1", "summary": "-5"})
    changed = MatrixTable("nl", tuple(library.criteria.values()), (tool.model_copy(update={"nl": texts, "publisher": "@uitgever"}),))
    (row,) = table(matrix_csv(changed), "nl")
    assert (row["Hulpmiddel"], row["Wat het is"], row["Maker of uitgever"]) == ("'=1+1", "'-5", "'@uitgever")


def test_the_json_holds_the_records_as_they_are(library: Library) -> None:
    data = json.loads(matrix_json(matrix_table(library, "en")))
    assert data["licence"] == "CC BY 4.0"
    assert {tool["id"] for tool in data["tools"]} == library.tools.keys()
    for tool in data["tools"]:
        assert type(library.tools[tool["id"]]).model_validate(tool) == library.tools[tool["id"]]
    assert [criterion["id"] for criterion in data["criteria"]] == list(library.criteria)
