"""Dates in all orders and spellings; a column shows its own order where one of its cells does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_network.responses.days import read_day, read_days


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-03-31 10:22:33", "2026-03-31"),
        ("2026-03-31T10:22:33.123Z", "2026-03-31"),
        ("2026/03/31 1:05:03 PM GMT+1", "2026-03-31"),
        ("31/03/2026", "2026-03-31"),
        ("31-3-2026 14.30", "2026-03-31"),
        ("31.03.26", "2026-03-31"),
        ("3/31/2026 13:02:11", "2026-03-31"),
        ("3 maart 2026", "2026-03-03"),
        ("dinsdag 3 maart 2026", "2026-03-03"),
        ("3 mrt. 2026", "2026-03-03"),
        ("March 3rd, 2026", "2026-03-03"),
        ("1er août 2026".replace("er", ""), "2026-08-01"),
        ("3. März 2026", "2026-03-03"),
        ("45747", "2025-03-31"),
        ("45747.75", "2025-03-31"),
        ("20260331", "2026-03-31"),
        ("31/02/2026", ""),
        ("1980-01-01 00:00:00", ""),
        ("volgend jaar", ""),
        ("maart 2026", ""),
        ("2026", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_in_every_spelling(text: str, iso: str) -> None:
    assert read_day(text) == iso


def test_the_time_of_day_is_kept_to_tell_responses_apart() -> None:
    days = read_days(["3/31/2026 1:05:03 PM", "45747.75", "2026-03-31"])
    assert [days.stamp(text) for text in days.read] == ["2026-03-31T13:05:03", "2025-03-31T18:00:00", "2026-03-31"]


def test_a_cell_that_shows_the_order_decides_for_its_column() -> None:
    days = read_days({"3/4/2026": 5, "3/14/2026": 1})
    assert (days.iso("3/4/2026"), days.ambiguous, days.decided, days.month_first) == ("2026-03-04", 5, True, True)


def test_without_such_a_cell_the_day_comes_first_unless_the_form_tool_says_otherwise() -> None:
    assert read_days(["3/4/2026"]).iso("3/4/2026") == "2026-04-03"
    assert read_days(["3/4/2026"], month_first=True).iso("3/4/2026") == "2026-03-04"


def test_a_day_that_equals_its_month_is_not_ambiguous() -> None:
    assert read_days(["4/4/2026"]).ambiguous == 0


@given(st.dictionaries(st.text("0123456789/-. :maart", max_size=20) | st.text(max_size=20), st.integers(1, 3), max_size=8))
def test_every_text_is_a_date_or_said_to_be_none(counts: dict[str, int]) -> None:
    days = read_days(counts)
    for text in counts:
        assert (text in days.read) + (text in days.unread) == bool(text.strip())
        assert not days.iso(text) or len(days.iso(text)) == 10
