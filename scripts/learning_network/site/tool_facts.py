"""What is known of a tool, criterion by criterion, in words and in values to filter and sort by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from learning_network.content.matrix_values import JOINT, recorded
from learning_network.content.models import UNKNOWN, Criterion, Tool
from learning_network.content.models.tool import Confidence, MinutesRange
from learning_network.words.strings import Strings

from .links import Place

TIMES = (15, 30, 60)
"""Minutes that people can filter a criterion in minutes by."""

CONFIDENCE = get_args(Confidence)
"""From sure to unsure."""


@dataclass(frozen=True)
class Fact:
    """The value of one criterion for one tool."""

    criterion: Criterion
    unknown: bool
    words: str
    note: str | None
    key: str
    """What scripts filter and sort by: ids parted by spaces, minutes such as 20 or 20-30; empty when unknown, and for a text."""


def known_criteria(place: Place) -> list[Criterion]:
    """The criteria that tools have a value for."""
    return [criterion for criterion in place.library.criteria.values() if not criterion.filled_in_by_team]


def facts_of(place: Place, tool: Tool) -> list[Fact]:
    """What is known of this tool, in the order of the criteria; what teams fill in for themselves is not among it."""
    return [_fact(place, criterion, tool) for criterion in known_criteria(place)]


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
        return Fact(criterion, words is None, words or "", None, "")
    value, note = tool.values[criterion.id], notes.get(criterion.id)
    if value == UNKNOWN:
        return Fact(criterion, True, "", note, "")
    t, labels, key = place.strings, place.text(criterion).options, recorded(criterion, value)
    if isinstance(value, MinutesRange):
        return Fact(criterion, False, _minutes(value, t), note, key)
    chosen = key.split(JOINT)
    words = t(f"tool.{key}") if criterion.type == "yes-no" else ", ".join(labels[id_] for id_ in chosen)
    return Fact(criterion, False, words, note, " ".join(chosen))


def _minutes(value: MinutesRange, t: Strings) -> str:
    if value.min == value.max:
        return t("count.minutes", n=value.min)
    return t("count.minutes", n=t("count.range", low=value.min, high=value.max))
