"""How facts of a record are put into words: minutes, group sizes, materials."""

from __future__ import annotations

from dataclasses import dataclass

from learning_network.content.library import Library
from learning_network.content.models import Exercise
from learning_network.content.models.exercise import Group, Material, Step, StepText
from learning_network.words.strings import Strings


def minutes(n: int, t: Strings) -> str:
    """Minutes in words; above two hours also in hours, e.g. '180 minuten (3 uur)'."""
    said = t("count.minutes", n=n)
    if n < 120:
        return said
    hours = t("count.hours", n=n // 60)
    rest = n % 60
    return f"{said} ({t('count.hours_minutes', hours=n // 60, minutes=rest) if rest else hours})"


def clock(n: int) -> str:
    """Minutes since the start as a running clock, e.g. 75 -> '1:15'."""
    return f"{n // 60}:{n % 60:02d}"


@dataclass(frozen=True)
class Stop:
    """A step of an exercise, the minute that it starts, and its words in one language."""

    step: Step
    start: int
    words: StepText


def timetable(exercise: Exercise, language: str, start: int = 0) -> list[Stop]:
    """The steps of an exercise with the minutes that they start, for an exercise that starts at this minute."""
    stops = []
    for step in exercise.steps:
        stops.append(Stop(step, start, getattr(exercise, language).steps[step.id]))
        start += step.minutes
    return stops


def group_size(group: Group, t: Strings) -> str:
    """How many participants, e.g. '6 tot 20 deelnemers'."""
    if group.min == group.max:
        return t("count.participants", n=group.min)
    return t("count.participants_range", low=group.min, high=group.max)


def small_groups(group: Group, t: Strings) -> str | None:
    """How large the small groups are, or None when the group stays together."""
    low, high = group.small_group_min, group.small_group_max
    if low is None or high is None:
        return None
    if low == high == 2:
        return t("exercise.pairs")
    return t("exercise.small_groups", size=str(low) if low == high else t("count.range", low=low, high=high))


def material_line(library: Library, exercise: Exercise, material: Material, t: Strings) -> str:
    """What to bring, e.g. 'stiften: 2 per groepje'."""
    label: str = getattr(library.vocabularies["materials"][material.id], t.language).label
    if material.amount is None:
        return label if material.per == "group" else f"{label}, {t(f'exercise.per.{material.per}')}"
    per = "" if material.per == "group" else f" {t(f'exercise.per.{material.per}')}"
    return f"{label}: {material.amount}{per}"
