"""Merging: the same words are merged, what looks alike is only suggested, people decide."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_network.responses.items import Items
from learning_network.summaries import merging
from learning_network.summaries.merging import Merge, count, merges, similar


def table(*rows: tuple[str, str] | tuple[str, str, str]) -> Items:
    """Items i0, i1 ... from (respondent, text[, field])."""
    items = Items()
    for n, (who, text, *field) in enumerate(rows):
        items.add(item_id=f"i{n}", response_id=f"r-{who}", instrument="swot", field=(field or ["strengths"])[0], text=text, lang="nl")
    return items


def groups(items: Items, kind: str, decided: dict[str, str] | None = None) -> list[list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for merge in merges(items, decided):
        if merge.kind == kind:
            found[merge.group_id].append(merge.item_id)
    return list(found.values())


def test_the_same_words_are_merged_whatever_their_capitals_accents_spaces_and_signs() -> None:
    items = table(("a", "Coördinatie, één keer!"), ("b", "coordinatie een  KEER"), ("c", "coördinatie twee keer"))
    assert groups(items, "exact") == [["i0", "i1"]]


def test_the_same_words_in_another_field_or_of_the_same_respondent_are_not_merged() -> None:
    assert merges(table(("a", "Te druk", "weaknesses"), ("b", "Te druk", "threats"))) == []
    assert merges(table(("a", "Te druk"), ("a", "Te druk!"))) == []


def test_one_participant_in_two_responses_is_one_respondent() -> None:
    items = table(("a", "Te druk"), ("b", "Te druk"))
    items.columns["participant"] = ["p1", "p1"]
    assert merges(items) == []
    items.columns["participant"] = ["p1", "p2"]
    assert len(merges(items)) == 2


def test_items_without_letters_are_never_merged() -> None:
    assert merges(table(("a", "!!!"), ("b", "???"))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Te weinig overleg met artsen", "Overleg met de artsen is er te weinig"),
        ("We hebben een gezamenlijke visie", "We hebben een gezamelijke visie"),
        ("samenwerking met de huisarts", "samenwerkingen met de huisarts"),
    ],
)
def test_what_looks_alike_is_suggested_and_not_merged(one: str, other: str) -> None:
    items = table(("a", one), ("b", other))
    assert groups(items, "suggested") == [["i0", "i1"]]
    assert groups(items, "exact") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We hebben een vaste plaats voor overleg", "We hebben geen vaste plaats voor overleg"),
        ("We vergaderen elke week 1 keer samen", "We vergaderen elke week 2 keer samen"),
        ("overleg", "overlegg"),
        ("Er is veel vertrouwen in het team", "Er is veel werk in het team"),
    ],
)
def test_what_says_something_else_is_not_suggested(one: str, other: str) -> None:
    assert merges(table(("a", one), ("b", other))) == []


def test_a_suggestion_names_all_items_with_these_words() -> None:
    items = table(("a", "een gezamenlijke visie op zorg"), ("b", "Een gezamenlijke visie op zorg"), ("c", "een gezamelijke visie op zorg"))
    assert groups(items, "exact") == [["i0", "i1"]]
    assert groups(items, "suggested") == [["i0", "i1", "i2"]]


def test_likeness_does_not_run_on_from_text_to_text() -> None:
    chain = ["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx12", "abcdefghijklmnopqrstuv3412"]
    assert [similar(chain[0], chain[1]), similar(chain[1], chain[2]), similar(chain[0], chain[2])] == [True, True, False]
    letters = ["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxqq", "abcdefghijklmnopqrstuvjjqq"]
    items = table(*((str(n), text) for n, text in enumerate(letters)))
    assert groups(items, "suggested") == [["i0", "i1"]]


def test_what_people_decided_wins() -> None:
    items = table(("a", "Te druk"), ("b", "Te druk"), ("c", "Te druk"), ("d", "Geen tijd"))
    decided = {"i0": "druk", "i3": "druk", "i1": "alleen"}
    assert merges(items, decided) == [Merge("druk", "i0", "human"), Merge("druk", "i3", "human")]
    assert merges(items, {"i1": "alleen"}) == [
        Merge(merges(items)[0].group_id, "i0", "exact"),
        Merge(merges(items)[0].group_id, "i2", "exact"),
    ]


def test_what_is_sure_and_what_is_suggested_is_counted() -> None:
    found = [Merge("e1", "i0", "exact"), Merge("e1", "i1", "exact"), Merge("h", "i2", "human"), Merge("s1", "i3", "suggested")]
    assert count([*found, Merge("s1", "i4", "suggested")]) == (3, 1)


def test_a_group_keeps_its_name_when_more_answers_come_in_or_in_another_order() -> None:
    rows = [("a", "Te druk"), ("b", "te druk"), ("c", "Goede sfeer")]
    name = merges(table(*rows))[0].group_id
    assert {merge.group_id for merge in merges(table(("d", "TE DRUK"), *reversed(rows)))} == {name}


def test_no_suggestions_are_looked_for_beyond_the_most_that_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "MOST_COMPARED", 2)
    items = table(("a", "iets anders"), ("b", "een gezamenlijke visie"), ("c", "een gezamelijke visie"), ("d", "Iets anders!"))
    assert groups(items, "suggested") == []
    assert groups(items, "exact") == [["i0", "i3"]]


def test_a_large_block_compares_neighbours_only_and_still_finds_a_typing_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "LARGEST_BLOCK", 3)
    texts = ["samenwerking met huisartsen", "samenwerking met huisarsen", *(f"samenwerking x{sign}" * 3 for sign in "abcdef")]
    assert ["i0", "i1"] in groups(table(*((str(n), text) for n, text in enumerate(texts))), "suggested")


def distance(one: str, other: str) -> int:
    """Levenshtein, as every textbook has it."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(before + (a != b), row[j] + 1, row[j - 1] + 1)
    return row[-1]


@given(st.text("ab", min_size=10, max_size=40), st.text("ab", min_size=0, max_size=3), st.integers(0, 40))
def test_similar_is_at_least_92_percent_of_the_letters(one: str, put: str, at: int) -> None:
    other = one[:at] + put + one[at + 1 :]
    longest = max(len(one), len(other))
    assert similar(one, other) == (longest >= 13 and 1 - distance(one, other) / longest >= 0.92 - 1e-9)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text("ab !", max_size=6)), max_size=12))
def test_an_item_is_in_one_sure_group_at_most_and_no_group_stands_alone(rows: list[tuple[str, str]]) -> None:
    found = [merge for merge in merges(table(*rows)) if merge.kind != "suggested"]
    assert len({merge.item_id for merge in found}) == len(found)
    assert all(sum(other.group_id == merge.group_id for other in found) > 1 for merge in found)
