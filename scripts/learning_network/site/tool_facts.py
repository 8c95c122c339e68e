"""What is known of a tool, criterion by criterion, in words and in values to filter and sort by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from learning_network.content.models import UNKNOWN, Criterion, Tool
from learning_network.content.models.tool import MinutesRange
from learning_network.words.strings import Strings

from .links import Place

TIMES = (15, 30, 60)
"""Minutes that people can filter a criterion in minutes by."""


@dataclass(frozen=True)
class Fact:
    """The value of one criterion for one tool."""

    criterion: Criterion
    unknown: bool
    words: str
    note: str | None
    key: str
    """Ids for a filter, parted by spaces; the fewest minutes for a criterion in minutes; empty when unknown."""
    sort: int | str | None
    """What to sort by; None when unknown, which comes last whatever the direction."""


def facts_of(place: Place, tool: Tool) -> list[Fact]:
    """What is known of this tool, in the order of the criteria; what teams fill in for themselves is not among it."""
    return [_fact(place, criterion, tool) for criterion in place.library.criteria.values() if not criterion.filled_in_by_team]


def team_criteria(place: Place) -> list[Criterion]:
    """The criteria that teams fill in for themselves."""
    return [criterion for criterion in place.library.criteria.values() if criterion.filled_in_by_team]


def criterion_options(place: Place, criterion: Criterion) -> Iterator[tuple[str, str]]:
    """What people can choose in the filter of a criterion: value and label."""
    t, words = place.strings, place.text(criterion)
    if criterion.type in ("one-of", "some-of"):
        yield from ((id_, words.options[id_]) for id_ in criterion.options)
    elif criterion.type == "yes-no":
        yield from (("yes", t("matrix.yes")), ("no", t("matrix.no")))
    elif criterion.type == "minutes":
        yield from ((str(n), t("matrix.up_to", n=n)) for n in TIMES)


def _fact(place: Place, criterion: Criterion, tool: Tool) -> Fact:
    notes = place.text(tool).notes
    if criterion.type == "text":
        words = notes.get(criterion.id)
        return Fact(criterion, words is None, words or "", None, "", words.casefold() if words else None)
    value, note = tool.values[criterion.id], notes.get(criterion.id)
    if value == UNKNOWN:
        return Fact(criterion, True, "", note, "", None)
    t, labels = place.strings, place.text(criterion).options
    if isinstance(value, MinutesRange):
        return Fact(criterion, False, _minutes(value, t), note, str(value.min), value.min)
    if isinstance(value, list):
        words = ", ".join(labels[id_] for id_ in value)
        return Fact(criterion, False, words, note, " ".join(value), min(map(criterion.options.index, value)))
    if criterion.type == "yes-no":
        return Fact(criterion, False, t(f"tool.{value}"), note, str(value), 0 if value == "yes" else 1)
    return Fact(criterion, False, labels[str(value)], note, str(value), criterion.options.index(str(value)))


def _minutes(value: MinutesRange, t: Strings) -> str:
    if value.min == value.max:
        return t("count.minutes", n=value.min)
    return t("count.minutes", n=t("count.range", low=value.min, high=value.max))
