"""The actions of a GRROW: what, who by role, by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from learning_network.responses.items import Items

from .counting import natural
from .look_backs import iso
from .summary import Action

ENDED = ("done", "stopped")
"""Statuses that cannot be late any more."""


def actions_of(items: Items, chains: Mapping[str, Sequence[int]], made_on: date) -> tuple[Action, ...]:
    """The actions of all chains, by date; then those with a time that is no date, then those without.

    chains: response_id -> places of its items. Where a chain has no actions, what stands in its `will` becomes actions without owner and
    date. An action is overdue when its date is before the day of the summary and nobody says that it is done or stopped.
    """
    made = [_action(items, place, made_on) for places in chains.values() for place in _places(items, places)]
    return tuple(sorted(made, key=_by_date))


def _places(items: Items, places: Iterable[int]) -> list[int]:
    by_field: dict[str, list[int]] = {"action": [], "will": []}
    for place in places:
        if items["field"][place] in by_field:
            by_field[items["field"][place]].append(place)
    return by_field["action"] or by_field["will"]


def _action(items: Items, place: int, made_on: date) -> Action:
    owner, due_on, status = (items[name][place].strip() for name in ("owner_role", "due_on", "status"))
    day = iso(due_on)
    return Action(
        item_id=items["item_id"][place],
        goal=items["response_id"][place],
        organisation=items["organisation"][place],
        team=items["team"][place],
        what=items["text"][place],
        owner_role=owner,
        due_on=day.isoformat() if day else due_on,
        status=status,
        first_step=items["first_step"][place],
        overdue=day is not None and day < made_on and status not in ENDED,
        missing=tuple(name for name, said in (("owner", owner), ("date", due_on)) if not said),
    )


def _by_date(action: Action) -> tuple:
    known = 0 if iso(action.due_on) else 1 if action.due_on else 2
    return known, action.due_on, natural(action.organisation), natural(action.team), natural(action.item_id)
