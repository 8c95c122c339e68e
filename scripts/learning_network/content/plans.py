"""Checks of the ready-made session plans: each exercise once, and all of it in the time that the plan says."""

from __future__ import annotations

from collections.abc import Iterable

from .findings import Finding
from .parts import twice
from .records import Records


def check_plans(records: Records) -> Iterable[Finding]:
    """Faults of plans that hold more than one record: the references themselves are checked with all others."""
    exercises = records.exercises.by_id()
    for placed in records.plans.placed:
        plan = placed.record
        yield from twice(placed, ("exercises",), plan.exercises, "exercise")
        if any(id_ not in exercises for id_ in plan.exercises):
            continue
        takes = sum(exercises[id_].minutes for id_ in plan.exercises) + sum(plan.breaks.values())
        if takes > plan.minutes:
            wrong = f"the exercises and breaks of '{plan.id}' take {takes} minutes, the plan says {plan.minutes}"
            yield placed.finding(("minutes",), "plan-too-long", wrong, f"write minutes: {takes}, or take something out")
        low = max(exercises[id_].group.min for id_ in plan.exercises)
        high = min(exercises[id_].group.max for id_ in plan.exercises)
        if low > high:
            wrong = f"no group fits all exercises of '{plan.id}': one asks for {low} people or more, another for {high} at most"
            yield placed.finding(("exercises",), "plan-without-group", wrong, "choose exercises for the same size of group")
