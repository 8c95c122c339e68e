"""Tables of answers as files."""

from __future__ import annotations

import csv
import json
from array import array
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from learning_network.responses.columns import Numbered, same
from learning_network.responses.tables import prefixed, unprefixed
from learning_network.responses.written import SLICE, csv_file, jsonl_file

TEXTS = st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")), min_size=1, max_size=8)


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@given(TEXTS)
def test_whatever_is_written_is_read_again(texts: list[str]) -> None:
    import tempfile

    columns = {"text": texts, "row": list(range(len(texts))), "same": ["100%"] * len(texts)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        csv_file(columns)(path)
        head, *rows = rows_of(path)
        assert head == ["text", "row", "same"]
        assert [[unprefixed(text), int(row), same] for text, row, same in rows] == [[text, row, "100%"] for row, text in enumerate(texts)]
        jsonl_file(columns)(path)
        lines = path.read_text(encoding="utf-8").split("\n")[:-1]
        assert [json.loads(line) for line in lines] == [{"text": text, "row": row, "same": "100%"} for row, text in enumerate(texts)]


@given(st.lists(st.tuples(st.sampled_from(["", "a"]), st.text(max_size=2), st.sampled_from(["", "b"])), min_size=1, max_size=8))
def test_what_is_empty_is_left_out_of_lines_of_json_but_for_the_first_column(rows: list[tuple[str, str, str]]) -> None:
    import tempfile

    columns = dict(zip(("first", "text", "last"), zip(*rows, strict=True), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        jsonl_file({**columns, "none": [""] * len(rows)})(path)
        lines = path.read_bytes().decode().split("\n")[:-1]
    wanted = [{name: value for name, value in zip(columns, row, strict=True) if value or name == "first"} for row in rows]
    assert [json.loads(line) for line in lines] == wanted


NUMBERED = st.lists(
    st.tuples(*[st.sampled_from(["", "a", "=1", "b;c", 'd"e', "f"]) for _ in range(3)], st.lists(st.text("gh,", max_size=2), max_size=5)),
    min_size=1,
    max_size=5,
)


@given(things=NUMBERED, shuffled=st.randoms(use_true_random=False), copies=st.sampled_from([1, 700, SLICE]))
def test_columns_that_are_kept_as_values_and_numbers_are_written_as_their_rows(things: list[Any], shuffled: Any, copies: int) -> None:
    """copies: so that there are few things, or more than a slice has rows; shuffled: whether those of a thing stand together."""
    import tempfile

    numbers = [number for number in range(copies * len(things)) for _ in things[number % len(things)][3]][: SLICE + 99]
    if shuffled.random() < 0.5:
        shuffled.shuffle(numbers)
    of = array("i", numbers)
    about = [[thing[n] for thing in things] * copies for n in range(3)]
    texts = [things[number % len(things)][0] + str(row) for row, number in enumerate(numbers)]
    columns = {"first": Numbered(about[0], of), "none": same("", len(of)), "second": Numbered(about[1], of), "text": texts}
    columns |= {"third": Numbered(about[2], of), "always": same("x", len(of))}
    for write in (csv_file, jsonl_file):
        with tempfile.TemporaryDirectory() as folder:
            one, other = Path(folder) / "one", Path(folder) / "other"
            write(columns)(one)
            write({name: list(column) for name, column in columns.items()})(other)
            assert one.read_bytes() == other.read_bytes()


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    texts = ['=HYPERLINK("https://voorbeeld.invalid")', "+32", "-te weinig", "@jan", "\tx", "gewoon"]
    csv_file({"text": texts})(tmp_path / "items.csv")
    assert [row[0] for row in rows_of(tmp_path / "items.csv")[1:]] == [prefixed(text) for text in texts]
    assert all(row[0][0] not in "=+-@\t" for row in rows_of(tmp_path / "items.csv")[1:])


def test_a_spreadsheet_program_knows_the_encoding(tmp_path: Path) -> None:
    csv_file({"text": ["één"]})(tmp_path / "items.csv")
    assert (tmp_path / "items.csv").read_bytes() == "﻿text\r\néén\r\n".encode()


def test_a_table_longer_than_one_slice_is_whole_and_in_order(tmp_path: Path) -> None:
    numbers = list(range(SLICE + 3))
    jsonl_file({"n": numbers})(tmp_path / "items.jsonl")
    lines = (tmp_path / "items.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["n"] for line in lines] == numbers


def test_a_table_without_rows_has_its_headings(tmp_path: Path) -> None:
    csv_file({"a": [], "b": []})(tmp_path / "items.csv")
    jsonl_file({"a": []})(tmp_path / "items.jsonl")
    assert rows_of(tmp_path / "items.csv") == [["a", "b"]]
    assert (tmp_path / "items.jsonl").read_bytes() == b""
