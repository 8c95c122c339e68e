"""The codes of very many items as numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learning_network.summaries.codes import AllCodes, Codes, all_codes

CODES = st.lists(
    st.lists(st.sampled_from([("time", "tijd"), ("time", "uren"), ("funding", "budget"), ("trust", "")]), max_size=3).map(tuple), max_size=8
)


@given(CODES)
def test_all_codes_read_like_the_list_of_them(codes: list[Codes]) -> None:
    every = all_codes(codes)
    assert every == codes
    assert list(every) == codes
    assert [every[n] for n in range(-len(codes), len(codes))] == codes * 2
    assert every[1:4] == codes[1:4]
    assert all_codes(every) is every


@given(CODES)
def test_codes_know_the_item_that_they_are_of(codes: list[Codes]) -> None:
    every = all_codes(codes)
    given = [every.different[number] for number in every.numbers.tolist()]
    assert list(zip(every.of.tolist(), given, strict=True)) == [(item, code) for item, own in enumerate(codes) for code in own]


@given(st.data())
def test_the_codes_of_some_items(data: st.DataObject) -> None:
    codes = data.draw(CODES)
    some = data.draw(st.lists(st.integers(0, len(codes) - 1), max_size=10)) if codes else []
    chosen = all_codes(codes).only(some)
    assert isinstance(chosen, AllCodes)
    assert chosen == [codes[item] for item in some]
