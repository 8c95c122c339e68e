"""What a SWOT adds to the counts: themes on both sides, and the confrontation matrix."""

from __future__ import annotations

from collections.abc import Sequence

from .confrontation import confrontation
from .summary import FieldSummary, Swot, ThemeCount


def swot(fields: tuple[FieldSummary, ...]) -> Swot:
    return Swot(fields, on_both(fields, "strengths", "weaknesses"), confrontation(fields))


def on_both(fields: Sequence[FieldSummary], one: str, other: str) -> tuple[tuple[ThemeCount, ThemeCount], ...]:
    """The themes that stand in both of two fields. First those that many people name on the side where fewest do; equal ones by the
    other side, then in the order of the first field."""
    by_name = {field.field: {theme.theme: theme for theme in field.themes} for field in fields}
    pairs = [(theme, by_name[other][id_]) for id_, theme in by_name[one].items() if id_ in by_name[other]]

    def most(pair: tuple[ThemeCount, ThemeCount]) -> tuple[int, int]:
        low, high = sorted(theme.count.respondents for theme in pair)
        return -low, -high

    return tuple(sorted(pairs, key=most))
