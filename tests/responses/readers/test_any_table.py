"""Whatever stands in a file, it is read without a crash, and every cell of an answer column is an item, empty or rejected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from answers_read import read, table, workbook
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_network.responses.answer_headings import ABOUT, ACTION_PARTS
from learning_network.responses.mapping import parse_mapping
from learning_network.responses.mapping_proposal import proposed_mapping
from learning_network.responses.splitting import cleaned, says_nothing
from learning_network.responses.tables import Unreadable

KNOWN = ["Sterktes", "Zwaktes", "Kansen", "Bedreigingen", "Doel", "Actie", "Wie", "Wanneer", "Status", "Team", "Naam", "Datum", "Timestamp", "ID", "Start time",
         "Completion time", "veld", "tekst", "item_id", "response_id", "instrument", "field", "text", "stemmen", "Hobby", "", " ", "format", "lastpage", "submitdate"]  # fmt: skip
CELLS = st.sampled_from(
    ["", " ", "nvt", "- a\n- b", "strengths", "Sterktes", "3/4/2026", "46000", "x;y;", "'=1", "5", "S", "T", "learning-network/answers"]
) | st.text(max_size=12)
HEADINGS = st.sampled_from(KNOWN) | st.text(max_size=12)
TABLES = st.lists(HEADINGS, min_size=1, max_size=7).flatmap(
    lambda head: st.lists(st.lists(CELLS, max_size=8), max_size=6).map(lambda rows: [head, *rows])
)


@given(TABLES, st.sampled_from([",", ";", "\t"]))
def test_any_table_is_read_and_its_account_closes(rows: list[list[str]], sign: str) -> None:
    read("wild.csv", table(*rows, sign=sign).decode().encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.xlsx", "a.json", "a.jsonl", "a.docx", "a.pdf", "a.txt"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    read(name, data)


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), min_size=1, max_size=8))
def test_every_cell_of_an_answer_column_is_an_item_empty_or_rejected(rows: list[list[str]]) -> None:
    found = read("wild.csv", table(["Team", "Sterktes", "Zwaktes", "Kansen", "Bedreigingen"], *rows))
    filled = [(n, row) for n, row in enumerate(rows, start=2) if any(map(str.strip, row))]
    answers = {(str(row), column) for row, column in zip(map(str, found.items["source_row"]), found.items["source_column"], strict=True)}
    if found.reader != "table" or "skipped" in str(found.remarks) or any(line.cells > 1 or not line.column for line in found.rejected):
        return
    assert found.cells == 4 * len(filled)
    for number, row in filled:
        for column, raw in zip(["Sterktes", "Zwaktes", "Kansen", "Bedreigingen"], row[1:], strict=True):
            clean, _ = cleaned(raw)
            assert ((str(number), column) in answers) == bool(clean and not says_nothing(clean)), raw


XLSX_CELLS = st.none() | st.integers(-9, 60_000) | st.dates() | st.booleans() | st.sampled_from(["nvt", "a\nb", "=1+1", "Sterktes", "x"])


@settings(max_examples=40)
@given(st.lists(st.sampled_from(KNOWN[:20]), min_size=1, max_size=5), st.lists(st.lists(XLSX_CELLS, max_size=6), max_size=5))
def test_any_spreadsheet_is_read_and_its_account_closes(head: list[str], rows: list[list[Any]]) -> None:
    read("wild.xlsx", workbook(head, *rows))


VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "row", "what", "who", "weight", "x"]) | st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["strengths", "actions", "goal", "q"]) | st.text(max_size=4), VALUES, max_size=4),
    VALUES,
    st.sampled_from(["swot-sheet", "grrow-sheet", "x"]),
)
def test_any_answers_of_the_site_are_read_and_the_account_closes(answers: dict[str, Any], fact: Any, worksheet: str) -> None:
    said = {"format": "learning-network/answers", "version": 1, "worksheet": worksheet, "team": fact, "date": fact, "answers": answers}
    read("wild.json", json.dumps(said))


@given(st.lists(HEADINGS, min_size=1, max_size=7))
def test_any_headings_give_a_mapping_that_loads_or_that_only_lacks_answers(head: list[str]) -> None:
    data = table(head, ["1"] * len(head)).decode().encode("utf-8", "surrogatepass")
    try:
        text = proposed_mapping(Path("wild.csv"), data, "wild.csv")
    except Unreadable:
        return
    listed = text[text.index("columns:") :]
    if all(
        line.partition("  #")[0].endswith((": not-used", "columns:", *ABOUT, *ACTION_PARTS, "weight", "field", "instrument"))
        for line in listed.splitlines()
    ):
        with pytest.raises(ValueError, match=r"no column holds answers(?s:.*)\n1 fault in 1 file"):
            parse_mapping(text, "mapping.yml")
    else:
        read("wild.csv", data, mapping=parse_mapping(text, "mapping.yml"))
