"""Groups side by side, and nothing from which a small group can be worked out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import Said, counted, echelon, one, spanned, summary_of

from learning_network.summaries.breakdowns import breakdowns
from learning_network.summaries.summary import Breakdown, Count, Group, Summary


def crowd(**groups: int) -> list[Said]:
    """So many respondents of each role, each with one item."""
    return [one(f"{role}{n}", "strengths", role=role) for role, size in groups.items() for n in range(size)]


def by(said: Sequence[Said], name: str, least: int = 5) -> Breakdown:
    return next(breakdown for breakdown in breakdowns(counted(said), least) if breakdown.by == name)


def sizes(breakdown: Breakdown) -> dict[str, int]:
    return {group.label: group.count.respondents for group in breakdown.groups}


def test_large_groups_stand_beside_each_other_in_natural_order_and_phases_in_theirs() -> None:
    assert sizes(by(crowd(r10=5, r9=6), "role")) == {"r9": 6, "r10": 5}
    said = [one(f"{phase}{n}", "threats", phase=phase) for phase in ("sustain", "explore", "prepare") for n in range(5)]
    assert list(sizes(by(said, "phase"))) == ["prepare", "explore", "sustain"]


def test_a_column_with_one_group_makes_no_breakdown() -> None:
    assert breakdowns(counted([*crowd(nurse=9), one("x", "threats")]), 5) == ()


def test_two_small_groups_that_are_large_enough_together_stand_last_as_one() -> None:
    found = by(crowd(aide=3, nurse=6, doctor=2), "role")
    assert sizes(found) == {"nurse": 6, "*": 5}
    assert found.together == ("aide", "doctor")
    assert not found.kept_out


def test_one_small_group_takes_the_smallest_that_is_shown_with_it() -> None:
    found = by(crowd(aide=2, nurse=6, doctor=7), "role")
    assert sizes(found) == {"doctor": 7, "*": 8}
    assert found.together == ("aide", "nurse")


def test_small_groups_that_are_too_few_together_take_the_smallest_that_is_shown_with_them() -> None:
    assert sizes(by(crowd(aide=2, doctor=2, nurse=6, manager=7), "role")) == {"manager": 7, "*": 10}


def test_nothing_is_shown_when_no_group_would_be_left_by_name() -> None:
    assert by(crowd(aide=2, nurse=6), "role") == Breakdown("role", (), (), True)
    assert by(crowd(aide=2, nurse=4), "role").kept_out


def test_those_who_do_not_say_are_a_group_like_others_and_come_last() -> None:
    silent = [one(f"s{n}", "strengths") for n in range(5)]
    assert sizes(by([*silent, *crowd(nurse=5, aide=5)], "role")) == {"aide": 5, "nurse": 5, "": 5}
    found = by([*silent[:2], *crowd(nurse=5, aide=6, doctor=3)], "role")
    assert sizes(found) == {"aide": 6, "nurse": 5, "*": 5}
    assert found.together == ("doctor", "")


def test_a_group_counts_its_own_items_people_and_themes() -> None:
    said = [
        one("a", "strengths", "funding", role="nurse", team="Rood", organisation="Noord"),
        one("a", "threats", "funding time-and-workload", role="nurse", team="Rood", organisation="Noord"),
        one("b", "threats", "funding", role="nurse", team="Rood", organisation="Zuid"),
        one("c", "threats", "time-and-workload", role="aide"),
        one("d", "threats", "", role="aide"),
    ]
    aide, nurse = by(said, "role", least=2).groups
    assert nurse == Group("nurse", Count(items=3, respondents=2, teams=2, organisations=2), {"time-and-workload": 1, "funding": 2})
    assert aide == Group("aide", Count(items=2, respondents=2, teams=0, organisations=0), {"time-and-workload": 1})


def test_spellings_that_differ_in_capitals_and_spaces_are_one_group() -> None:
    said = [*crowd(nurse=5), one("x", "threats", role="Nurse"), one("y", "threats", role=" nurse "), *crowd(aide=5)]
    assert sizes(by(said, "role")) == {"aide": 5, "nurse": 7}


def test_a_team_is_not_shown_when_its_organisation_would_tell_of_the_other_team() -> None:
    said = [
        *(one(f"a{n}", "strengths", organisation="Noord", team="Rood") for n in range(8)),
        *(one(f"b{n}", "strengths", organisation="Noord", team="Blauw") for n in range(4)),
        *(one(f"c{n}", "strengths", organisation="Zuid", team="Rood") for n in range(3)),
        *(one(f"d{n}", "strengths", organisation="Zuid", team="Groen") for n in range(9)),
    ]
    assert sizes(by(said, "organisation")) == {"Noord": 12, "Zuid": 12}
    # alone, 'Noord · Rood' (8), 'Zuid · Groen' (9) and the two others together (7) would do; but 12 - 8 = 4 and 12 - 9 = 3
    assert by(said, "team").kept_out


def test_somebody_in_two_rounds_counts_in_both_and_is_not_told_by_it() -> None:
    first = [one(f"{n}-25", "strengths", participant=f"p{n}", round="2025") for n in range(9)]
    second = [one(f"{n}-26", "strengths", participant=f"p{n}", round="2026") for n in range(8, 17)]
    assert by([*first, *second], "round").kept_out  # 9 + 9 - 17 = 1 person in both
    second = [one(f"{n}-26", "strengths", participant=f"p{n}", round="2026") for n in range(9, 18)]
    assert sizes(by([*first, *second], "round")) == {"2025": 9, "2026": 9}
    second = [one(f"{n}-26", "strengths", participant=f"p{n}", round="2026") for n in range(9)]
    assert sizes(by([*first, *second], "round")) == {"2025": 9, "2026": 9}


def test_six_organisations_of_five_with_three_roles_are_all_shown() -> None:
    """What a real network looks like must not be hidden by a rule that is too careful."""
    roles = ("nurse", "aide", "manager")
    said = [
        one(f"{house}{n}", "strengths", organisation=f"Huis {house}", role=roles[(n + house) % 3]) for house in range(6) for n in range(5)
    ]
    assert sizes(by(said, "role")) == {"aide": 10, "manager": 10, "nurse": 10}
    assert set(sizes(by(said, "organisation")).values()) == {5}


# the attacker


def attack(summary: Summary, said: Sequence[Said], least: int) -> list[set[str]]:
    """Groups of people that are too small and whose numbers are sums of numbers in the summary.

    The attacker knows of everybody in which groups they are, adds and subtracts the total and all groups that are shown with any
    factors, and looks at every group of fewer than `least` people.
    """
    everybody = sorted({values.get("participant") or values["who"] for values in said})
    rows = [[1] * len(everybody)]
    for breakdown in summary.breakdowns:
        named = [group.label for group in breakdown.groups]
        for group in breakdown.groups:
            labels = breakdown.together if group.label == "*" else (group.label,)
            inside = {who(values) for values in said if label(values, breakdown.by, said) in labels}
            assert group.count.respondents == len(inside)
            rows.append([int(person in inside) for person in everybody])
        assert len(set(named)) == len(named)
    basis = echelon(rows)
    groups = (some for n in range(1, least) for some in combinations(range(len(everybody)), n))
    return [{everybody[n] for n in some} for some in groups if spanned([int(n in some) for n in range(len(everybody))], basis)]


def who(values: Said) -> str:
    return str(values.get("participant") or values["who"])


def label(values: Said, name: str, said: Sequence[Said]) -> str:
    own = str(values.get(name, ""))
    house = str(values.get("organisation", ""))
    several = len({other.get("organisation") for other in said if other.get("team")}) > 1
    return f"{house} · {own}" if name == "team" and own and house and several else own


def test_the_attacker_of_these_tests_finds_what_is_not_hidden() -> None:
    said = crowd(aide=2, nurse=6, doctor=7)
    open_ = summary_of(said, min_group=1)
    assert {"aide0", "aide1"} in attack(open_, said, 5)
    assert attack(summary_of(said, min_group=5), said, 5) == []


RESPONSE = st.fixed_dictionaries(
    {
        "participant": st.sampled_from(["", "", "", "p1", "p2", "p3"]),
        "organisation": st.sampled_from(["Noord", "Zuid", ""]),
        "team": st.sampled_from(["Rood", "Blauw", ""]),
        "role": st.sampled_from(["nurse", "aide", "doctor"]),
        "phase": st.sampled_from(["prepare", "explore"]),
        "round": st.sampled_from(["2025", "2026", ""]),
    }
)


@settings(max_examples=150)
@given(st.lists(RESPONSE, min_size=2, max_size=16), st.integers(2, 4))
def test_no_group_that_is_too_small_can_be_told_by_adding_and_subtracting(responses: list[dict[str, str]], least: int) -> None:
    said = [one(f"r{n}", "strengths", "funding", **response) for n, response in enumerate(responses)]
    summary = summary_of(said, min_group=least)
    if summary.count.respondents >= least:
        assert attack(summary, said, least) == []
    for breakdown in summary.breakdowns:
        assert breakdown.kept_out == (not breakdown.groups)
        assert all(group.count.respondents >= least for group in breakdown.groups)
        assert (len(breakdown.together) >= 2) == ("*" in [group.label for group in breakdown.groups])


@settings(max_examples=50)
@given(st.lists(RESPONSE, min_size=2, max_size=16), st.randoms(use_true_random=False))
def test_what_is_shown_does_not_depend_on_the_order_of_the_rows(responses: list[dict[str, str]], chance) -> None:  # type: ignore[no-untyped-def]
    said = [one(f"r{n}", "strengths", "funding", **response) for n, response in enumerate(responses)]
    shuffled = list(said)
    chance.shuffle(shuffled)
    assert breakdowns(counted(shuffled), 3) == breakdowns(counted(said), 3)


@pytest.mark.parametrize("size", [0, 1, 4])
def test_fewer_people_than_the_least_size_make_no_groups(size: int) -> None:
    said = [one(f"r{n}", "strengths", role=f"role {n % 2}") for n in range(size)]
    assert all(breakdown.kept_out for breakdown in breakdowns(counted(said), 5))
