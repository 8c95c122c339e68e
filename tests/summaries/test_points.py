"""Points for discussion: every rule just applies, and just does not."""

from __future__ import annotations

from collections.abc import Iterable

from small_tables import Said, one, summary_of

from learning_network.summaries.points import SWOT_RULES
from learning_network.summaries.summary import Point


def points(said: Iterable[Said], **options: object) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for point in summary_of(list(said), **options).points:
        found.setdefault(point.rule, []).append(point)
    return found


def named(field: str, theme: str, people: int, start: int = 0, **about: str) -> list[Said]:
    return [one(f"{about.get('organisation', 'r')}{n}", field, theme, **about) for n in range(start, start + people)]


def test_two_people_on_each_side_make_a_point_of_a_strength_that_is_a_weakness_too() -> None:
    (point,) = points([*named("strengths", "funding", 3), *named("weaknesses", "funding", 2, 3)])["strength-and-weakness"]
    assert point.theme == "funding"
    assert point.fields == ("strengths", "weaknesses")
    assert point.numbers == {"strengths": 3, "weaknesses": 2, "strengths_organisations": 0, "weaknesses_organisations": 0}
    assert [quotation.field for quotation in point.quotations] == ["strengths", "strengths", "weaknesses", "weaknesses"]
    assert "strength-and-weakness" not in points([*named("strengths", "funding", 3), *named("weaknesses", "funding", 1, 3)])


def test_an_opportunity_that_is_a_threat_too_is_a_point() -> None:
    found = points([*named("opportunities", "funding", 2), *named("threats", "funding", 2, 2)])
    assert found["opportunity-and-threat"][0].numbers["threats"] == 2


def test_a_theme_in_half_of_the_organisations_is_shared_widely() -> None:
    houses = [line for name in ("Noord", "Zuid", "Oost", "West") for line in named("threats", "", 1, organisation=name)]
    said = [*houses, *named("threats", "funding", 1, 1, organisation="Noord"), *named("threats", "funding", 1, 1, organisation="Zuid")]
    (point,) = points(said)["shared-by-organisations"]
    assert point.numbers == {"organisations": 2, "of_organisations": 4, "respondents": 2, "of_respondents": 6}
    assert "shared-by-organisations" not in points([*said, *named("threats", "", 1, organisation="Midden")])


def test_with_one_organisation_people_are_counted_instead_when_there_are_enough() -> None:
    said = [*named("threats", "funding", 3, organisation="Noord"), *named("threats", "", 3, 3, organisation="Noord")]
    found = points(said)
    assert found["shared-by-people"][0].numbers == {"respondents": 3, "of_respondents": 6}
    assert "shared-by-organisations" not in found
    assert "shared-by-people" not in points(said, min_group=7)


def test_a_single_voice_is_heard_only_from_an_organisation_that_is_shown() -> None:
    said = [line for name in ("Noord", "Zuid", "Oost") for line in named("threats", "funding", 5, organisation=name)]
    said.append(one("Zuid0", "threats", "time-and-workload", organisation="Zuid"))
    (point,) = points(said)["single-voice"]
    assert point.words == {"by": "organisation", "organisation": "Zuid"}
    assert point.numbers == {"respondents": 1, "of_group": 5, "of_organisations": 3}
    assert "single-voice" not in points(said, min_group=6)
    assert "single-voice" not in points([line for line in said if line["organisation"] != "Oost"])


def test_roles_that_differ_by_thirty_points_are_a_point() -> None:
    said = [*named("threats", "funding", 6, role="nurse"), *(one(f"n{n}", "threats", "", role="nurse") for n in range(4))]
    said += [
        *(one(f"a{n}", "threats", "funding", role="aide") for n in range(3)),
        *(one(f"b{n}", "threats", "", role="aide") for n in range(7)),
    ]
    (point,) = points(said)["roles-differ"]
    assert point.words == {"by": "role", "high": "nurse", "low": "aide"}
    assert point.numbers == {"high_percent": 60, "high_named": 6, "high_of": 10, "low_percent": 30, "low_named": 3, "low_of": 10}
    assert "roles-differ" not in points([*said, one("a9", "threats", "funding", role="aide")])


def test_small_roles_together_are_no_role_to_compare() -> None:
    said = [*(one(f"n{n}", "threats", "funding", role="nurse") for n in range(5))]
    said += [*(one(f"a{n}", "threats", "", role="aide") for n in range(3)), *(one(f"b{n}", "threats", "", role="doctor") for n in range(3))]
    assert "roles-differ" not in points(said)


def test_a_theme_that_is_new_in_a_third_of_the_organisations_is_a_point_and_one_that_goes_too() -> None:
    def rounds(name: str, first: str, second: str) -> list[Said]:
        pairs = (("1", first), ("2", second))
        return [one(f"{name}{n}{r}", "threats", theme, organisation=name, round=r) for r, theme in pairs for n in range(3)]

    said = [*rounds("Noord", "funding", "time-and-workload"), *rounds("Zuid", "", ""), *rounds("Oost", "", "")]
    found = points(said)
    assert found["new-between-rounds"][0].theme == "time-and-workload"
    assert found["new-between-rounds"][0].words == {"by": "round", "earlier": "1", "later": "2"}
    assert found["gone-between-rounds"][0].numbers == {"organisations": 1, "of_organisations": 3}
    assert "new-between-rounds" not in points([*said, *rounds("West", "", "")])


def test_a_threat_of_many_that_nothing_stands_against_is_a_point() -> None:
    said = [*named("threats", "funding", 2), *named("threats", "", 4, 2)]
    (point,) = points(said)["threat-without-answer"]
    assert point.numbers == {"respondents": 2, "of_respondents": 6}
    for answer in (one("x", "strengths", "funding"), one("x", "opportunities", "funding"), one("x", "will", "funding", instrument="grrow")):
        assert "threat-without-answer" not in points([*said, answer])
    assert "threat-without-answer" in points([*said, one("x", "options", "funding", instrument="grrow")])
    assert "threat-without-answer" not in points([*said, *named("threats", "", 1, 6)])


def test_a_field_that_a_third_left_empty_is_a_point_but_not_one_that_nobody_filled_in() -> None:
    said = [*named("strengths", "", 6), *named("threats", "", 4)]
    (point,) = points(said)["left-empty"]
    assert (point.fields, point.numbers) == (("threats",), {"left_empty": 2, "responses": 6})
    assert "left-empty" not in points([*said, *named("threats", "", 1, 4)])
    assert "left-empty" not in points(said, min_group=7)


def test_that_nobody_names_the_person_is_said_and_that_nobody_names_money_is_not() -> None:
    said = named("threats", "time-and-workload", 5)
    assert [point.theme for point in points(said)["nobody-named"]] == ["involvement-of-the-person"]
    assert "nobody-named" not in points([*said, one("x", "strengths", "involvement-of-the-person")])
    assert "nobody-named" not in points(said[:4])


def test_five_people_of_one_organisation_get_sensible_points_only() -> None:
    said = [
        *named("strengths", "funding", 2, organisation="Noord"),
        *named("threats", "involvement-of-the-person", 3, 2, organisation="Noord"),
    ]
    assert set(points(said)) <= {"shared-by-people", "threat-without-answer", "left-empty"}


def test_a_rule_gives_three_points_at_most_and_the_strongest_first() -> None:
    themes = [f"t{n}" for n in range(5)]
    said = [line for n, theme in enumerate(themes) for field in ("strengths", "weaknesses") for line in named(field, theme, 2 + n)]
    assert [point.theme for point in points(said, themes=themes)["strength-and-weakness"]] == ["t4", "t3", "t2"]


def test_every_rule_says_what_it_is_and_why() -> None:
    assert all((rule.__doc__ or "").strip() for rule in SWOT_RULES)
