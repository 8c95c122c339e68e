"""Rounds: only organisations in both are compared, and small parts are not given away."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_tables import Said, counted, echelon, one, spanned, summary_of

from learning_network.summaries.rounds import round_changes
from learning_network.summaries.summary import RoundChange, Summary, ThemeChange


def house(organisation: str, round_: str, themes: str, people: int = 3, field: str = "threats") -> list[Said]:
    return [
        one(f"{organisation}-{round_}-{n}", field, themes if n == 0 else "", organisation=organisation, round=round_) for n in range(people)
    ]


def changes(said: Sequence[Said], least: int = 5, shown: Collection[str] = ()) -> tuple[RoundChange, ...]:
    return round_changes(counted(said), least, shown)


def test_new_gone_and_stayed_are_counted_in_organisations_that_are_in_both() -> None:
    said = [
        *house("Noord", "2025", "funding"),
        *house("Noord", "2026", "funding time-and-workload"),
        *house("Zuid", "2025", "funding"),
        *house("Zuid", "2026", "time-and-workload"),
        *house("West", "2025", "funding", people=6),  # in one round only, and large enough
    ]
    assert changes(said) == (
        RoundChange(
            "2025",
            "2026",
            organisations=2,
            only_earlier=1,
            only_later=0,
            kept_out=False,
            themes=(
                ThemeChange("threats", "time-and-workload", new=2, gone=0, stayed=0),
                ThemeChange("threats", "funding", new=0, gone=1, stayed=1),
            ),
        ),
    )


def test_fields_are_compared_apart() -> None:
    said = [*house("Noord", "1", "funding", 5), *house("Noord", "2", "funding", 5, field="strengths")]
    assert changes(said)[0].themes == (ThemeChange("strengths", "funding", 1, 0, 0), ThemeChange("threats", "funding", 0, 1, 0))


def test_rounds_follow_each_other_in_natural_order() -> None:
    said = [line for round_ in ("10", "2", "1") for line in house("Noord", round_, "funding", 5)]
    assert [(change.earlier, change.later) for change in changes(said)] == [("1", "2"), ("2", "10")]
    assert changes(house("Noord", "2025", "funding")) == ()


def test_too_few_people_in_either_round_are_not_compared_but_their_organisations_are_counted() -> None:
    said = [*house("Noord", "1", "funding", 5), *house("Noord", "2", "funding", 4)]
    assert changes(said) == (RoundChange("1", "2", 1, 0, 0, True, ()),)
    assert not changes(said, least=4)[0].kept_out


def test_no_organisation_in_both_leaves_nothing_to_compare() -> None:
    said = [*house("Noord", "1", "funding", 9), *house("Zuid", "2", "funding", 9)]
    assert changes(said) == (RoundChange("1", "2", 0, 1, 1, True, ()),)


def test_a_small_organisation_in_one_round_only_would_be_told_by_the_totals() -> None:
    """All organisations that name a theme, less those of the change, are those of the two people of West."""
    both = [*house("Noord", "1", "funding", 5), *house("Noord", "2", "", 5)]
    assert not changes(both)[0].kept_out
    assert changes([*both, *house("West", "1", "funding", 2)])[0].kept_out
    assert not changes([*both, *house("West", "1", "funding", 5)])[0].kept_out


def test_a_small_organisation_that_only_one_of_two_changes_compares_would_be_told_by_their_difference() -> None:
    """In round 2 (new or stayed, gone or stayed): Noord and Zuid in the first change, with the two of West in the second."""
    large = [line for name in ("Noord", "Zuid") for round_ in "123" for line in house(name, round_, "funding", 5)]
    west = [line for round_ in "23" for line in house("West", round_, "funding", 2)]
    spare = [line for round_ in "13" for line in house("Oost", round_, "", 9)]  # so that the totals alone tell nothing
    assert [change.kept_out for change in changes([*large, *spare])] == [False, False]
    assert [change.kept_out for change in changes([*large, *west, *spare])] == [False, True]


def test_a_small_organisation_would_be_told_by_the_totals_less_two_changes() -> None:
    noord = [line for round_ in "12" for line in house("Noord", round_, "funding", 5)]
    zuid = [line for round_ in "23" for line in house("Zuid", round_, "funding", 5)]
    assert [change.kept_out for change in changes([*noord, *zuid])] == [False, False]
    assert [change.kept_out for change in changes([*noord, *zuid, *house("West", "3", "funding", 2)])] == [False, True]


def test_a_small_organisation_beside_large_ones_that_are_shown_would_be_told_by_what_those_named() -> None:
    """What Noord and Zuid named stands among the groups: what is new beyond that is West's, who are two."""
    large = [line for name in ("Noord", "Zuid") for round_ in "12" for line in house(name, round_, "", 9)]
    west = [line for round_ in "12" for line in house("West", round_, "funding", 2)]
    oost = [line for round_ in "12" for line in house("Oost", round_, "", 3)]
    assert not changes([*large, *west])[0].kept_out
    assert changes([*large, *west], shown=["Noord", "Zuid"])[0].kept_out
    assert not changes([*large, *west, *oost], shown=["Noord", "Zuid"])[0].kept_out


def test_people_without_an_organisation_are_not_compared_and_tell_nothing() -> None:
    said = [*house("Noord", "1", "funding", 5), *house("Noord", "2", "", 5), one("x", "threats", "funding", round="1")]
    assert changes(said)[0].themes == (ThemeChange("threats", "funding", 0, 1, 0),)


# the attacker


def in_rounds(organisation: int, rounds: frozenset[int], taken: Sequence[Sequence[int]]) -> list[int]:
    """A row over all (organisation, set of rounds in which it named the theme): 1 where this one named it in one of these rounds."""
    row = []
    for other, people in enumerate(taken):
        there = [round_ for round_, n in enumerate(people) if n]
        for size in range(len(there) + 1):
            row += [int(other == organisation and not rounds.isdisjoint(named)) for named in combinations(there, size)]
    return row


def added(rows: Sequence[Sequence[int]], taken: Sequence[Sequence[int]]) -> list[int]:
    return [sum(values) for values in zip(*rows, strict=True)] if rows else [0] * len(in_rounds(-1, frozenset(), taken))


def told_by_rounds(summary: Summary, taken: Sequence[Sequence[int]], least: int) -> list[tuple[tuple[int, ...], frozenset[int]]]:
    """Organisations and rounds with too few people, of which the number of organisations that name a theme is a sum of what is shown.

    The attacker knows which organisation took part in which round, adds and subtracts new, gone and stayed, the organisations that
    name the theme at all, and what organisations that stand by name among the groups named.
    """
    everyone = range(len(taken))
    every_round = frozenset(range(3))
    rows = [added([in_rounds(house, every_round, taken) for house in everyone], taken)]
    for house in everyone:  # every organisation named it in one set of rounds, perhaps none
        rows.append([int(value) for value in _own(house, taken)])
    shown = {group.label for breakdown in summary.breakdowns if breakdown.by == "organisation" for group in breakdown.groups}
    rows += [in_rounds(house, every_round, taken) for house in everyone if f"Huis {house}" in shown]
    for change in summary.rounds:
        if not change.kept_out:
            first, second = int(change.earlier), int(change.later)
            both = [house for house in everyone if taken[house][first] and taken[house][second]]
            for rounds in ({first}, {second}, {first, second}):  # gone + stayed, new + stayed, all three
                rows.append(added([in_rounds(house, frozenset(rounds), taken) for house in both], taken))
    basis = echelon(rows)
    found = []
    for size in range(1, len(taken) + 1):
        for houses in combinations(everyone, size):
            for rounds in (frozenset(some) for n in (1, 2, 3) for some in combinations(range(3), n)):
                wanted = [in_rounds(house, rounds, taken) for house in houses]
                people = sum(taken[house][round_] for house in houses for round_ in rounds)
                if people < least and all(map(any, wanted)) and spanned(added(wanted, taken), basis):
                    found.append((houses, rounds))
    return found


def _own(organisation: int, taken: Sequence[Sequence[int]]) -> list[bool]:
    return [other == organisation for other, people in enumerate(taken) for _ in range(2 ** sum(map(bool, people)))]


def summary_with(taken: Sequence[Sequence[int]], least: int) -> Summary:
    return summary_of(
        [line for n, people in enumerate(taken) for r, size in enumerate(people) for line in house(f"Huis {n}", str(r), "funding", size)],
        min_group=least,
    )


def test_the_attacker_of_these_tests_finds_what_is_not_hidden() -> None:
    taken = [(5, 5, 0), (2, 0, 0)]
    assert ((1,), frozenset({0})) in told_by_rounds(summary_with(taken, 1), taken, 3)
    assert told_by_rounds(summary_with(taken, 3), taken, 3) == []


@settings(max_examples=150)
@example([(0, 0, 3), (0, 2, 2), (1, 1, 1)], 3)  # the second one is known from the groups, and leaves the two people of the third
@given(st.lists(st.tuples(*[st.integers(0, 5)] * 3), min_size=1, max_size=4), st.integers(2, 5))
def test_no_few_people_can_be_told_by_adding_and_subtracting_rounds(taken: list[tuple[int, ...]], least: int) -> None:
    taken = [people for people in taken if any(people)]
    if sum(map(sum, taken)) >= least:
        assert told_by_rounds(summary_with(taken, least), taken, least) == []
