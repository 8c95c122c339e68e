"""What a workshop of several exercises comes to: its clock times, what to bring for so many people, whom it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from learning_network.content.library import Library
from learning_network.content.models import Exercise
from learning_network.content.models.exercise import Group, Material, Per
from learning_network.wording.facts import clock

DAY = 24 * 60

COPIES = "worksheet-copies"
"""The material that the pack holds itself."""


@dataclass(frozen=True)
class Session:
    """What the facilitator asks for: the exercises in order, and the day's facts as far as they are known."""

    exercises: tuple[Exercise, ...]
    participants: int | None = None
    start: int | None = None
    """Minutes after midnight; without it the times run from 0:00."""
    pause: int = 0
    """Minutes between exercises."""
    pauses: tuple[int, ...] | None = None
    """Minutes after each exercise, where they differ; what comes after the last one is no break."""

    def pause_after(self, i: int) -> int:
        """Minutes between exercise i and the next one."""
        return self.pause if self.pauses is None else self.pauses[i]


@dataclass(frozen=True)
class Row:
    """An exercise, or a break (None), from one minute to another."""

    exercise: Exercise | None
    start: int
    end: int


@dataclass(frozen=True)
class Use:
    """What one exercise needs of a material."""

    exercise: Exercise
    material: Material
    number: int | None
    """For all participants; None when nobody can say."""
    shares: int | None
    """How many people, pairs or small groups get their own; None for the group as a whole, or when nobody can say."""


@dataclass(frozen=True)
class Need:
    """A material with all exercises that use it."""

    id: str
    uses: tuple[Use, ...]

    @property
    def total(self) -> int | None:
        """All numbers that are known together; None when none is."""
        known = [use.number for use in self.uses if use.number is not None]
        return sum(known) if known else None

    @property
    def at_least(self) -> bool:
        """Whether more is needed than the total, by a number that nobody can say."""
        return any(use.number is None for use in self.uses)


def rows(session: Session) -> list[Row]:
    """The exercises with a break between each two, in order. Raises ValueError when they go on after midnight."""
    found: list[Row] = []
    now = session.start or 0
    for i, exercise in enumerate(session.exercises):
        if i and (pause := session.pause_after(i - 1)):
            found.append(Row(None, now, now + pause))
            now += pause
        found.append(Row(exercise, now, now + exercise.minutes))
        now += exercise.minutes
    if session.start is not None and now > DAY:
        lasts = now - session.start
        raise ValueError(
            f"this session goes on after midnight: from {clock(session.start)} it takes {lasts} minutes; start earlier, or take fewer exercises"
        )
    return found


def shares(per: Per, group: Group, participants: int | None) -> int | None:
    """How many times an amount is needed; None when nobody can say (a material for each tool, or for nobody knows how many people)."""
    if per == "group":
        return 1
    if participants is None or per == "tool":
        return None
    if per == "pair":
        return ceil(participants / 2)
    if per == "small-group":
        return ceil(participants / group.small_group_max) if group.small_group_max else 1
    return participants


def needs(session: Session, library: Library) -> list[Need]:
    """The materials of all exercises, in the order of the vocabulary, without the copies of worksheets that are in the pack."""
    uses: dict[str, list[Use]] = {}
    for exercise in session.exercises:
        for material in exercise.materials:
            if material.id == COPIES and exercise.worksheets:
                continue
            times = shares(material.per, exercise.group, session.participants)
            number = None if times is None or material.amount is None else material.amount * times
            own = None if material.per == "group" or material.amount is None else times
            uses.setdefault(material.id, []).append(Use(exercise, material, number, own))
    return [Need(id_, tuple(uses[id_])) for id_ in library.vocabularies["materials"] if id_ in uses]


def misfits(session: Session) -> list[Exercise]:
    """The exercises that are for fewer or more people than there will be."""
    n = session.participants
    return [e for e in session.exercises if n is not None and not e.group.min <= n <= e.group.max]
