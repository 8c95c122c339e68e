"""The account of what was read closes, or nothing is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from learning_network.responses.account import AccountOpen, SourceFile, account_of

FILE = SourceFile("a.csv", "csv", "0" * 64, responses=3, cells=12, answered=7, empty=4, said_empty=1, rejected=1, items=9)


def test_all_files_together_are_the_sum_of_each() -> None:
    account = account_of([FILE, replace(FILE, file="b.csv")], items=18, twice=2)
    assert (account.cells, account.answered, account.empty, account.said_empty, account.rejected) == (24, 14, 8, 2, 2)
    assert (account.items, account.twice) == (18, 2)


@pytest.mark.parametrize("fault", [{"cells": 13}, {"answered": 6}, {"empty": 5}, {"rejected": 0}])
def test_a_cell_that_went_nowhere_is_named_with_its_file(fault: dict[str, int]) -> None:
    with pytest.raises(AccountOpen, match=r"^a\.csv: 1[23] cells were read, but"):
        account_of([FILE, replace(FILE, **fault)], items=18)  # type: ignore[arg-type]


def test_an_item_that_got_lost_after_reading_is_seen() -> None:
    with pytest.raises(AccountOpen, match="9 items were read and 8 are in the table"):
        account_of([FILE], items=8)
