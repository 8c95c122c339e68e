"""Leftovers: all items without a theme, with the stems and pairs of words that come back in them."""

from __future__ import annotations

import pytest

from learning_network.responses.items import Items
from learning_network.summaries import leftovers as module
from learning_network.summaries.leftovers import leftovers
from learning_network.summaries.summary import Quotation


def table(*texts: str, langs: tuple[str, ...] = ()) -> Items:
    items = Items()
    for n, text in enumerate(texts):
        items.add(item_id=f"i{n}", field="strengths", text=text, lang=langs[n] if langs else "nl")
    return items


def every(items: Items) -> range:
    return range(len(items))


def test_all_items_at_the_places_are_listed_in_their_order_and_the_rest_counted() -> None:
    items = table("een", "twee", "drie")
    found = leftovers(items, [0, 2])
    assert found.items == (Quotation("i0", "strengths", "een"), Quotation("i2", "strengths", "drie"))
    assert found.total == 2
    assert leftovers(items, [0, 1, 2], most=1).items == (Quotation("i0", "strengths", "een"),)
    assert leftovers(items, [0, 1, 2], most=1).total == 3


def test_stems_are_counted_by_items_and_shown_by_their_most_common_form() -> None:
    items = table("De tuin, tuinen, tuin", "Twee tuinen", "Grote tuinen en tuinen", "Een lift")
    assert leftovers(items, every(items)).stems == (("tuinen", 3),)


def test_words_are_shown_as_people_wrote_them() -> None:
    items = table("COLLEGA'S en cliënten", "collega’s van cliënten")
    assert leftovers(items, every(items)).stems == (("cliënten", 2), ("collega's", 2))


def test_pairs_are_neighbours_and_no_stop_words() -> None:
    items = table("Het oude gebouw lekt", "oude gebouwen", "oud en gebouw", "een gebouw van oude steen")
    found = leftovers(items, every(items))
    assert found.pairs == (("oude gebouw", 2),)
    assert dict(found.stems)["gebouw"] == 4


def test_what_stands_in_one_item_only_is_not_shown() -> None:
    items = table("lift lift lift", "parking")
    assert leftovers(items, every(items)).stems == ()
    assert leftovers(items, every(items)).pairs == ()


def test_numbers_stop_words_and_very_short_words_are_not_shown() -> None:
    items = table("in 2027 is het er wel an", "in 2027 is het er wel an")
    assert leftovers(items, every(items)).stems == ()


def test_english_items_are_stemmed_as_english() -> None:
    items = table("gardening", "the gardens", "gardened", langs=("en", "en", "en"))
    assert leftovers(items, every(items)).stems == (("gardened", 3),)
    assert leftovers(table("gardens", "gardened", langs=("", "fr")), range(2), language="en").stems == (("gardened", 2),)


def test_equal_numbers_stand_in_the_order_of_the_alphabet_and_runs_are_the_same() -> None:
    items = table("zolder kelder", "kelder zolder")
    assert leftovers(items, every(items)).stems == (("kelder", 2), ("zolder", 2))
    assert leftovers(items, every(items)) == leftovers(items, every(items))


def test_of_very_many_items_evenly_spread_ones_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_COUNTED", 4)
    items = table(*(["kelder", "zolder"] * 4))
    found = leftovers(items, every(items))
    assert found.total == 8
    assert found.stems == (("kelder", 4),)


def test_no_leftovers_is_nothing() -> None:
    found = leftovers(table("een"), [])
    assert (found.items, found.total, found.stems, found.pairs) == ((), 0, (), ())
