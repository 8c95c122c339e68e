"""The facilitator's screen: what its script gets along with the button that opens it. Most it reads from the page itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from learning_network.content.models import CardSet, Exercise
from learning_network.wording.text import plain

from .bundles import script_of
from .links import Place

SCRIPT = script_of("screen")

_WORDS = (
    "parts", "stage", "close", "step_of", "question_of", "card_of", "task_short", "previous", "next", "start", "pause", "go_on", "left",
    "over", "time_up", "whole", "whole_over", "notes", "sound", "full", "turn", "shuffle", "keys", "keys_cards",
)  # fmt: skip
_PAGE_WORDS = {
    "steps": "exercise.steps", "task": "exercise.task", "debrief": "exercise.debrief", "note": "exercise.note", "tips": "exercise.notes",
    "minutes": "count.short_minutes",
}  # fmt: skip
"""Words that the page has too: the screen calls things by the same names."""


@dataclass(frozen=True)
class Screen:
    """The button's data (JSON) and the script that it needs."""

    data: str
    script: str


def screen_of_exercise(place: Place, exercise: Exercise) -> Screen:
    """Steps, task and debrief stand on the page; the cards of its card sets do not, so they come along."""
    sets = [_cards(place, place.library.card_sets[id_]) for id_ in exercise.card_sets]
    return _screen(place, exercise, sets)


def screen_of_cards(place: Place, card_set: CardSet) -> Screen:
    """All cards stand on the page."""
    return _screen(place, card_set, [])


def _screen(place: Place, record: Exercise | CardSet, sets: list[dict[str, Any]]) -> Screen:
    t = place.strings
    words = {**json.loads(t.for_script("screen", *_WORDS)), **{name: t.raw(key) for name, key in _PAGE_WORDS.items()}}
    data = {"title": plain(place.text(record).title), "phase": record.phases[0], "words": words, "sets": sets}
    return Screen(json.dumps(data, ensure_ascii=False, separators=(",", ":")), place.href(SCRIPT))


def _cards(place: Place, card_set: CardSet) -> dict[str, Any]:
    words = place.text(card_set)
    in_order = [card for pile in [*card_set.piles, None] for card in card_set.cards if card.pile == pile]
    return {
        "title": plain(words.title),
        "cards": [
            {
                "front": plain(words.cards[card.id].front),
                "back": plain(words.cards[card.id].back or ""),
                "pile": plain(words.piles[card.pile]) if card.pile else "",
            }
            for card in in_order
        ],
    }
