"""Counting by hand: items, respondents, teams and organisations, per field, per theme and in all."""

from __future__ import annotations

import random
from array import array

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import THEMES, Said, counted, one, summarised, summary_of, table

from learning_network.responses.columns import Numbered
from learning_network.responses.items import Items
from learning_network.summaries.counting import column, distinct, natural, table_of, total
from learning_network.summaries.quoting import Quoter
from learning_network.summaries.summary import Count, FieldSummary, ThemeCount
from learning_network.summaries.theme_counts import field_summaries, overall

NOORD_ROOD = {"organisation": "Noord", "team": "Rood"}
NOORD_BLAUW = {"organisation": "Noord", "team": "Blauw"}
ZUID_ROOD = {"organisation": "Zuid", "team": "Rood"}

SAID: list[Said] = [
    one("a", "strengths", "funding", **NOORD_ROOD),
    one("a", "strengths", "funding time-and-workload", **NOORD_ROOD),
    one("a", "threats", "", **NOORD_ROOD),
    one("b", "strengths", "time-and-workload", **NOORD_BLAUW),
    one("c", "strengths", "time-and-workload", **ZUID_ROOD),
    one("c", "threats", "funding", **ZUID_ROOD),
    one("d", "weaknesses", ""),
    one("e", "threats", "funding", organisation="Zuid", participant="p1"),
    one("f", "threats", "funding", organisation="Zuid", participant="p1"),
]


def bare(fields: tuple[FieldSummary, ...]) -> list[FieldSummary]:
    """Without quotations."""
    return [FieldSummary(f.field, f.count, tuple(ThemeCount(t.theme, t.count) for t in f.themes), f.uncoded, f.left_empty) for f in fields]


def test_the_total_counts_a_participant_once_and_two_teams_of_one_name_twice() -> None:
    # respondents a b c d p1; teams Noord Rood, Noord Blauw, Zuid Rood; organisations Noord, Zuid
    assert total(counted(SAID)) == Count(items=9, respondents=5, teams=3, organisations=2)


def test_fields_and_their_themes_are_counted_by_hand() -> None:
    made = counted(SAID)
    assert bare(field_summaries(made, Quoter(made))) == [
        FieldSummary(
            "strengths",
            Count(4, 3, 3, 2),
            (ThemeCount("time-and-workload", Count(3, 3, 3, 2)), ThemeCount("funding", Count(2, 1, 1, 1))),
            uncoded=0,
            left_empty=3,  # d, e and f
        ),
        FieldSummary("weaknesses", Count(1, 1, 0, 0), (), uncoded=1, left_empty=5),
        FieldSummary("opportunities", Count(0, 0, 0, 0), (), uncoded=0, left_empty=6),
        FieldSummary("threats", Count(4, 3, 2, 2), (ThemeCount("funding", Count(3, 2, 1, 1)),), uncoded=1, left_empty=2),
    ]


def test_themes_over_all_fields_count_a_respondent_once() -> None:
    assert overall(counted(SAID)) == (
        ThemeCount("funding", Count(5, 3, 2, 2)),  # a, c, p1
        ThemeCount("time-and-workload", Count(3, 3, 3, 2)),
    )


def test_equal_themes_stand_by_organisations_then_items_then_the_codebook() -> None:
    said = [
        one("a", "threats", "involvement-of-the-person funding", organisation="Noord"),
        one("b", "threats", "involvement-of-the-person time-and-workload", organisation="Noord"),
        one("c", "threats", "funding time-and-workload", organisation="Zuid"),
        one("c", "threats", "funding", organisation="Zuid"),
    ]
    # two people each; the first two by two organisations; funding in three items
    assert [theme.theme for theme in overall(counted(said))] == ["funding", "time-and-workload", "involvement-of-the-person"]


def test_a_theme_that_the_codebook_does_not_hold_comes_after_the_others() -> None:
    made = counted([one("a", "threats", "zorg funding")])
    assert made.themes == (*THEMES, "zorg")
    assert [theme.theme for theme in overall(made)] == ["funding", "zorg"]


def test_only_the_items_of_the_instrument_are_counted() -> None:
    items, codes = table(
        [one("a", "goal", "funding", instrument="grrow"), one("b", "threats", "funding"), one("b", "kop", "", instrument="w1")]
    )
    made = table_of(items, codes, "swot", THEMES)
    assert total(made) == Count(1, 1, 0, 0)
    assert [theme.count.items for theme in overall(made)] == [1]


def test_nothing_at_all_is_counted_as_nothing() -> None:
    summary = summary_of([])
    assert summary.count == Count(0, 0, 0, 0)
    assert summary.themes == summary.breakdowns == summary.rounds == summary.points == ()
    assert [field.count.items for field in summary.swot.fields] == [0, 0, 0, 0]


def test_labels_that_differ_in_capitals_or_spaces_are_one_under_the_spelling_used_most() -> None:
    made = column(["De Brug", "de  brug", "De Brug ", "De Brug", "Oever", ""])
    assert made.labels == ("De Brug", "Oever")
    assert made.numbers.tolist() == [0, 0, 0, 0, 1, -1]


def test_labels_stand_in_natural_order_after_those_that_have_a_place() -> None:
    assert column(["10", "9", "prepare", "Ronde 2", "ronde 1"], first=["prepare"]).labels == ("prepare", "9", "10", "ronde 1", "Ronde 2")
    assert sorted(["2026", "2025", "10", "2"], key=natural) == ["2", "10", "2025", "2026"]


@pytest.mark.parametrize("n_who", [5, 1_000])  # few enough to mark each, or not
@given(pairs=st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 4))))
def test_distinct_counts_as_sets_do(pairs: list[tuple[int, int]], n_who: int) -> None:
    groups, who = (np.array([pair[n] for pair in pairs], np.int64) for n in (0, 1))
    by_set = [len({w for g, w in pairs if g == group and w >= 0}) for group in range(4)]
    assert distinct(groups, 4, who, n_who).tolist() == by_set


ITEM = st.fixed_dictionaries(
    {
        "who": st.sampled_from("abcdef"),
        "field": st.sampled_from(["strengths", "weaknesses", "opportunities", "threats"]),
        "themes": st.sets(st.sampled_from([*THEMES, "other"])).map(lambda some: tuple(sorted(some))),
        "participant": st.sampled_from(["", "p1"]),
        "organisation": st.sampled_from(["Noord", "noord", "Zuid", ""]),
        "team": st.sampled_from(["Rood", ""]),
        "role": st.sampled_from(["nurse", "aide"]),
        "round": st.sampled_from(["2025", "2026"]),
        "text": st.sampled_from(["kort", "een tekst die lang genoeg is om voor te lezen aan anderen", "nog een andere tekst"]),
    }
)


@settings(max_examples=60)
@given(st.lists(ITEM, min_size=1, max_size=14), st.integers(2, 3))
def test_columns_of_values_and_numbers_are_counted_as_their_rows(said: list[Said], least: int) -> None:
    """As a reader gives them: what responses say of themselves stands once for each, whoever took part and in how many of them."""
    about = ("participant", "organisation", "team", "role", "round")
    first = {item["who"]: item for item in reversed(said)}
    items, codes = table([{**item, **{name: first[item["who"]][name] for name in about}} for item in said])
    ids = list(items["response_id"])
    responses = list(dict.fromkeys(ids))
    of, places = array("i", map(responses.index, ids)), list(map(ids.index, responses))
    columns = {name: Numbered([items[name][place] for place in places], of) for name in ("response_id", *about)}
    numbered = Items({**items.columns, **columns})
    assert numbered.columns == items.columns
    assert summarised(numbered, codes, "swot", min_group=least) == summarised(items, codes, "swot", min_group=least)


@settings(max_examples=60)
@given(st.lists(ITEM, max_size=14), st.integers(0, 99))
def test_a_summary_never_depends_on_the_order_of_the_rows(said: list[Said], seed: int) -> None:
    items, codes = table(said)
    order = list(range(len(said)))
    random.Random(seed).shuffle(order)
    shuffled: tuple[Items, list[tuple[str, ...]]] = items.only(order), [codes[place] for place in order]
    assert summarised(*shuffled, "swot", min_group=2) == summarised(items, codes, "swot", min_group=2)
