"""The chains of a GRROW: goal, reality, resources, options, will, with what to ask about each and what was agreed.

A response is one chain, also when several items stand under its goal: which reality and which options belong to which of them is not in
the files, and to part them would be a guess. GROW, without resources, is read the same way; its `resources` are empty.

A chain tells its organisation and team: it is what a team agreed and signs for, not what a person thinks. The least size of a group does
not hold for it, and the report says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learning_network.responses.items import FIELDS, Items

from .actions import actions_of
from .counting import Table, natural
from .goal_checks import check_goal, language_of, preconditions
from .look_backs import look_backs
from .summary import FieldSummary, Goal, Grrow, Quotation


def grrow(table: Table, fields: tuple[FieldSummary, ...], language: str, made_on: date) -> Grrow:
    """language: of the report, for texts that do not say theirs."""
    items = table.items
    places = chains(items)
    languages = {id_: language_of(_first(items, "lang", of_chain), language) for id_, of_chain in places.items()}
    goals = tuple(sorted((_goal(items, of_chain, languages[id_]) for id_, of_chain in places.items()), key=_by_place))
    actions = actions_of(items, places, made_on)
    answered_on = {id_: _first(items, "answered_on", of_chain) for id_, of_chain in places.items()}
    return Grrow(fields, goals, actions, look_backs(goals, actions, languages, answered_on))


def chains(items: Items) -> dict[str, list[int]]:
    """response_id -> places of its items, in the order of position."""
    found: dict[str, list[int]] = {}
    for place, id_ in enumerate(items["response_id"]):
        found.setdefault(id_, []).append(place)
    for places in found.values():
        places.sort(key=lambda place: (int(items["position"][place] or 0), natural(items["item_id"][place])))
    return found


def _goal(items: Items, places: Sequence[int], language: str) -> Goal:
    steps: dict[str, tuple[Quotation, ...]] = dict.fromkeys(FIELDS["grrow"], ())
    for place in places:
        field = items["field"][place]
        if field in steps:
            steps[field] = (*steps[field], Quotation(items["item_id"][place], field, items["text"][place]))
    texts = {field: [quotation.text for quotation in quotations] for field, quotations in steps.items()}
    met, to_do = preconditions(texts["reality"], language)
    return Goal(
        response_id=items["response_id"][places[0]],
        organisation=_first(items, "organisation", places),
        team=_first(items, "team", places),
        phase=_first(items, "phase", places),
        round=_first(items, "round", places),
        steps=steps,
        checks=check_goal(texts["goal"], (text for of_step in texts.values() for text in of_step), language),
        met=met,
        to_do=to_do,
    )


def _first(items: Items, name: str, places: Sequence[int]) -> str:
    return next((items[name][place] for place in places if items[name][place]), "")


def _by_place(goal: Goal) -> tuple:
    return natural(goal.organisation), natural(goal.team), goal.response_id
