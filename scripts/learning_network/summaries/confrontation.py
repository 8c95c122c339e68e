"""The factors that are proposed for the confrontation matrix: people score the pairs, we only propose and count."""

from __future__ import annotations

from collections.abc import Sequence

from .summary import Confrontation, Factor, FieldSummary

LEAST, MOST = 3, 5
"""Factors a quadrant."""

VOICES = 2
"""Respondents that a fourth and a fifth factor need: one person's word does not make the sheet longer. Our own suggestion."""

INSIDE, OUTSIDE = ("strengths", "weaknesses"), ("opportunities", "threats")


def confrontation(fields: Sequence[FieldSummary]) -> Confrontation:
    """Per quadrant the three themes that most people named, and a fourth and a fifth that at least two people named. Equal ones stand in
    the order of FieldSummary.themes. A quadrant with fewer themes gives fewer factors; items without a theme give none."""
    by_name = {field.field: field for field in fields}
    return Confrontation(_side(by_name, INSIDE), _side(by_name, OUTSIDE))


def _side(fields: dict[str, FieldSummary], names: Sequence[str]) -> tuple[Factor, ...]:
    return tuple(factor for name in names if name in fields for factor in _factors(fields[name]))


def _factors(field: FieldSummary) -> list[Factor]:
    chosen = [theme for place, theme in enumerate(field.themes[:MOST]) if place < LEAST or theme.count.respondents >= VOICES]
    letter = field.field[0].upper()
    return [
        Factor(f"{letter}{number}", field.field, theme.theme, theme.count, theme.quotations) for number, theme in enumerate(chosen, start=1)
    ]
