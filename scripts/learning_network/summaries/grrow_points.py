"""Points for discussion of a GRROW: what the chains leave open, and where organisations can work together.

Rules as in points.py. They look at chains, which teams sign for; see grrow.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from .counting import natural
from .points import COMMON_RULES, MOST_OF_ONE_RULE, Facts, points
from .quoting import MOST
from .summary import Action, Goal, Grrow, Point, Quotation

TOGETHER = 2
"""Organisations with a goal about the same theme, from which it is worth saying."""

Themes = Mapping[str, Sequence[str]]
"""item_id -> its themes."""


def same_goal(grrow: Grrow, themes: Themes) -> Iterator[Point]:
    """A theme that stands in goals of two organisations or more: they can work together, or learn from each other."""
    goals: dict[str, list[Goal]] = {}
    for goal in grrow.goals:
        for theme in dict.fromkeys(chain.from_iterable(themes.get(q.item_id, ()) for q in goal.steps["goal"])):
            goals.setdefault(theme, []).append(goal)
    found = []
    for theme, own in goals.items():
        houses = {" ".join(goal.organisation.casefold().split()): goal.organisation for goal in own if goal.organisation}
        if len(houses) >= TOGETHER:
            found.append((theme, own, sorted(houses.values(), key=natural)))
    for theme, own, named in sorted(found, key=lambda one: (-len(one[2]), -len(one[1]), one[0])):
        quotations = tuple(q for goal in own for q in goal.steps["goal"] if theme in themes.get(q.item_id, ()))
        numbers = {"goals": len(own), "organisations": len(named)}
        yield Point("same-goal", theme, ("goal",), numbers, {"organisations": ", ".join(named)}, quotations[:MOST])


def goals_without_action(grrow: Grrow, themes: Themes) -> Iterator[Point]:
    """Goals for which nobody wrote down what they will do."""
    with_one = {action.goal for action in grrow.actions}
    goals = [goal for goal in grrow.goals if goal.steps["goal"]]
    yield from _of_goals("goals-without-action", goals, [goal for goal in goals if goal.response_id not in with_one])


def goals_without_look_back(grrow: Grrow, themes: Themes) -> Iterator[Point]:
    """Goals of which no step names a moment to look back."""
    goals = [goal for goal in grrow.goals if goal.steps["goal"]]
    without = [goal for goal in goals if any(check.about == "evaluation" and not check.found for check in goal.checks)]
    yield from _of_goals("goals-without-look-back", goals, without)


def actions_without_owner(grrow: Grrow, themes: Themes) -> Iterator[Point]:
    """Actions of which nobody says who sees to it."""
    yield from _of_actions("actions-without-owner", grrow, [action for action in grrow.actions if "owner" in action.missing])


def actions_without_date(grrow: Grrow, themes: Themes) -> Iterator[Point]:
    """Actions of which nobody says by when."""
    yield from _of_actions("actions-without-date", grrow, [action for action in grrow.actions if "date" in action.missing])


def actions_overdue(grrow: Grrow, themes: Themes) -> Iterator[Point]:
    """Actions whose date is past, and that nobody calls done or stopped."""
    yield from _of_actions("actions-overdue", grrow, [action for action in grrow.actions if action.overdue])


def options_not_taken_up(grrow: Grrow, themes: Themes) -> Iterator[Point]:
    """Options whose theme comes back in nothing that the same chain will do. An option without a theme is not judged, unless the chain
    will do nothing at all."""
    options = [(goal, option) for goal in grrow.goals for option in goal.steps["options"]]
    left = []
    for goal, option in options:
        done = [*goal.steps["will"], *goal.steps["action"]]
        taken = set(chain.from_iterable(themes.get(q.item_id, ()) for q in done))
        own = themes.get(option.item_id, ())
        if not done or (own and taken.isdisjoint(own)):
            left.append(option)
    if left:
        yield Point(
            "options-not-taken-up", "", ("options", "will"), {"not_taken_up": len(left), "options": len(options)}, {}, tuple(left[:MOST])
        )


Rule = Callable[[Grrow, Themes], Iterator[Point]]

GRROW_RULES: tuple[Rule, ...] = (
    same_goal,
    goals_without_action,
    options_not_taken_up,
    actions_without_owner,
    actions_without_date,
    actions_overdue,
    goals_without_look_back,
)


def grrow_points(grrow: Grrow, themes: Themes, facts: Facts) -> tuple[Point, ...]:
    """The points of a GRROW, in the order of the rules, then those that hold for every instrument."""
    own = (point for rule in GRROW_RULES for point, _ in zip(rule(grrow, themes), range(MOST_OF_ONE_RULE), strict=False))
    return (*own, *points(facts, COMMON_RULES))


def _of_goals(rule: str, goals: Sequence[Goal], without: Sequence[Goal]) -> Iterator[Point]:
    if without:
        quotations = tuple(quotation for goal in without for quotation in goal.steps["goal"])
        yield Point(rule, "", ("goal",), {"without": len(without), "goals": len(goals)}, {}, quotations[:MOST])


def _of_actions(rule: str, grrow: Grrow, found: Sequence[Action]) -> Iterator[Point]:
    if found:
        quotations = tuple(Quotation(action.item_id, "action", action.what) for action in found[:MOST])
        yield Point(rule, "", ("action",), {"found": len(found), "actions": len(grrow.actions)}, {}, quotations)
