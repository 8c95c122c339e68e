"""SWOT: both sides, and the factors of the confrontation matrix."""

from __future__ import annotations

from small_tables import counted, one

from learning_network.summaries.confrontation import confrontation
from learning_network.summaries.quoting import Quoter
from learning_network.summaries.summary import FieldSummary
from learning_network.summaries.swot import on_both
from learning_network.summaries.theme_counts import field_summaries


def fields(**named: dict[str, int]) -> tuple[FieldSummary, ...]:
    """field -> theme -> by how many people it is named."""
    said = [one(f"{n}", field, theme) for field, themes in named.items() for theme, people in themes.items() for n in range(people)]
    made = counted(said, themes=tuple(dict.fromkeys(theme for themes in named.values() for theme in themes)))
    return field_summaries(made, Quoter(made))


def test_three_factors_a_quadrant_and_two_more_when_at_least_two_people_name_them() -> None:
    made = confrontation(
        fields(
            strengths={"a": 5, "b": 4, "c": 3, "d": 2, "e": 1, "f": 1},
            weaknesses={"a": 1, "b": 1, "c": 1, "d": 1},
            opportunities={"a": 9, "b": 8, "c": 7, "d": 6, "e": 5, "f": 4},
            threats={"c": 1},
        )
    )
    assert [(factor.id, factor.theme) for factor in made.inside] == [
        *(("S1", "a"), ("S2", "b"), ("S3", "c"), ("S4", "d")),
        *(("W1", "a"), ("W2", "b"), ("W3", "c")),
    ]
    assert [(factor.id, factor.field) for factor in made.outside] == [*((f"O{n}", "opportunities") for n in range(1, 6)), ("T1", "threats")]


def test_a_factor_brings_its_evidence() -> None:
    factor = confrontation(fields(strengths={"a": 3})).inside[0]
    assert factor.count.respondents == 3
    assert {quotation.item_id for quotation in factor.quotations} == {"0-strengths-1", "1-strengths-1", "2-strengths-1"}


def test_themes_of_both_sides_come_first_when_the_side_with_fewest_people_has_most() -> None:
    made = fields(strengths={"a": 9, "b": 3, "c": 2, "only": 9}, weaknesses={"a": 1, "b": 4, "c": 5})
    assert [(one.theme, one.count.respondents, other.count.respondents) for one, other in on_both(made, "strengths", "weaknesses")] == [
        ("b", 3, 4),
        ("c", 2, 5),
        ("a", 9, 1),
    ]
