"""Whether a small group can be worked out: known tricks, and every small table against a search of all sums."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import echelon, spanned

from learning_network.summaries.subtraction import Cell, told


def cells(*groups: set[str]) -> dict[Cell, int]:
    """Groups of people by name, everybody being in the total -> cells."""
    everybody = set().union(*groups)
    return dict(Counter(frozenset([0, *(n for n, group in enumerate(groups, 1) if who in group)]) for who in sorted(everybody)))


def people(letters: str) -> set[str]:
    return set(letters)


def test_groups_that_are_large_enough_tell_nothing() -> None:
    assert told(cells(people("abcde"), people("fghij")), 5) is None


def test_the_total_less_a_group_tells_of_the_others() -> None:
    assert told(cells(people("abcde"), people("abcdefg")), 5) == {frozenset({0, 2})}


def test_a_team_within_an_organisation_tells_of_the_other_team() -> None:
    organisations = people("abcdefgh"), people("ijklmnop")
    team_of_the_first = people("abcdef")
    assert told(cells(*organisations, team_of_the_first), 5) == {frozenset({0, 1})}
    assert told(cells(*organisations, team_of_the_first), 2) is None


def test_a_role_and_a_phase_of_nearly_the_same_people_tell_of_the_difference() -> None:
    role, other_roles = people("abcdef"), people("ghijklmn")
    phase, other_phases = people("abcdefgh"), people("ijklmn")
    assert told(cells(role, other_roles, phase, other_phases), 5) == {frozenset({0, 2, 3})}


def test_three_subtractions_in_a_row_are_seen() -> None:
    # the total, less two groups of three breakdowns, leaves {i, j}
    first, second, third = people("abcdefgh"), people("abcd"), people("efgh")
    assert told(cells(people("abcdefghij"), first), 3) == {frozenset({0, 1})}
    assert told(cells(people("abcdefghij"), second, third), 3) == {frozenset({0, 1})}


def test_people_in_two_groups_are_told_by_adding_both_and_subtracting_the_total() -> None:
    assert told(cells(people("abcdef"), people("fghijk")), 5) == {frozenset({0, 1, 2})}


def test_two_breakdowns_across_each_other_tell_nothing() -> None:
    """Each of the six squares holds one or two people, and none can be told from rows and columns."""
    assert told(cells(people("abcde"), people("fghij"), people("abfg"), people("chi"), people("dej")), 3) is None


def test_a_table_too_large_to_judge_counts_as_telling() -> None:
    assert told({frozenset({0, n}): 1 for n in range(1, 1001)}, 5) == frozenset()


@settings(max_examples=300)
@given(
    st.lists(st.sets(st.integers(1, 6), max_size=5), min_size=1, max_size=8),
    st.integers(2, 4),
)
def test_it_finds_exactly_what_a_search_of_all_sets_finds(in_groups: list[set[int]], least: int) -> None:
    sizes = Counter(frozenset({0, *groups}) for groups in in_groups)
    order = sorted(sizes, key=sorted)
    basis = echelon([[int(group in cell) for cell in order] for group in range(7)])
    telling = {
        frozenset(some)
        for n in range(1, len(order) + 1)
        for some in combinations(order, n)
        if sum(sizes[cell] for cell in some) < least and spanned([int(cell in some) for cell in order], basis)
    }
    found = told(dict(sizes), least)
    assert found in telling if telling else found is None
