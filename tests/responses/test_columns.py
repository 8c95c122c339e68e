"""Columns in which many rows say the same."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_network.responses.columns import Numbered, changed, same, values_in
from learning_network.responses.items import COLUMNS, Items

ROWS = st.lists(st.sampled_from(["Noord", "Zuid", "", "Oost"]), max_size=12)


def numbered(rows: list[str]) -> Numbered:
    values = list(dict.fromkeys(rows))
    return Numbered(values, array("i", map(values.index, rows)))


@given(ROWS)
def test_a_numbered_column_reads_like_the_list_of_its_rows(rows: list[str]) -> None:
    column = numbered(rows)
    assert column == rows
    assert list(column) == rows
    assert len(column) == len(rows)
    assert [column[n] for n in range(-len(rows), len(rows))] == rows * 2
    assert column[1:5] == rows[1:5]
    assert column[::2] == rows[::2]
    assert [column.count(value) for value in ("Noord", "", "West")] == [rows.count(value) for value in ("Noord", "", "West")]
    assert [value in column for value in ("Noord", "", "West")] == [value in rows for value in ("Noord", "", "West")]
    assert list(values_in(column)) == list(values_in(rows))
    assert changed(column, str.upper) == changed(rows, str.upper) == [row.upper() for row in rows]


@given(ROWS)
def test_equal_values_may_stand_there_more_than_once(rows: list[str]) -> None:
    column = Numbered(rows, array("i", range(len(rows))))
    assert column == rows
    assert [column.count(value) for value in ("Noord", "", "West")] == [rows.count(value) for value in ("Noord", "", "West")]
    assert list(values_in(column)) == list(values_in(rows))


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_a_column_that_says_the_same_in_every_row(rows: int) -> None:
    assert same("x", rows) == ["x"] * rows
    assert list(values_in(same("x", rows))) == list(values_in(["x"] * rows))


def test_a_column_is_no_text() -> None:
    assert numbered(["a", "b"]) != "ab"


def test_rows_are_added_to_a_numbered_column_and_leave_it_as_it_was() -> None:
    teams = numbered(["Noord", "Noord"])
    items = Items({**dict.fromkeys(COLUMNS, same("", 2)), "team": teams})
    items.add(team="Zuid", text="meer tijd")
    items.extend(items.only([2]))
    assert items["team"] == ["Noord", "Noord", "Zuid", "Zuid"]
    assert items["text"] == ["", "", "meer tijd", "meer tijd"]
    assert items["schema_version"] == ["", "", "1", "1"]
    assert teams == ["Noord", "Noord"]
