"""Writes the page of every exercise, worksheet, card set and tool as Markdown."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from learning_network.content.library import Library
from learning_network.content.models import CardSet, Exercise, Tool, Worksheet
from learning_network.wording.facts import small_groups, timetable
from learning_network.wording.markers import markers
from learning_network.wording.text import plain

from .links import Place, page_of
from .lists import sorted_exercises
from .offer import offered
from .rendering import block
from .screen import screen_of_cards, screen_of_exercise
from .structured import card_set_data, exercise_data, tool_data, worksheet_data
from .take_along import TakeAlong
from .tool_facts import facts_of
from .worksheet_form import worksheet_form


def render_pages(library: Library, language: str, offer: TakeAlong | None = None) -> dict[str, str]:
    """The Markdown of all record pages in a language: path (e.g. 'exercises/swot.md') -> text with front matter.

    offer: the files that the pages link to.
    """
    pages: dict[str, str] = {}
    at = partial(_place, library, language, offer or TakeAlong())
    for exercise in library.exercises.values():
        place = at("exercise", exercise.id)
        pages[place.page] = exercise_page(place, exercise)
    for worksheet in library.worksheets.values():
        place = at("worksheet", worksheet.id)
        pages[place.page] = worksheet_page(place, worksheet)
    for card_set in library.card_sets.values():
        place = at("cards", card_set.id)
        pages[place.page] = card_set_page(place, card_set)
    for tool in library.tools.values():
        place = at("tool", tool.id)
        pages[place.page] = tool_page(place, tool)
    return pages


def _place(library: Library, language: str, offer: TakeAlong, kind: str, id_: str) -> Place:
    return Place(library, language, page_of(kind, id_), offer)


def exercise_page(place: Place, exercise: Exercise) -> str:
    """The page of an exercise: card, preparation, timed steps, task, debrief and the rest."""
    words = place.text(exercise)
    variations = [(name, said) for name in ("online", "large_group", "little_time") if (said := getattr(words.variations, name))]
    body = block(
        "pages/exercise.md.j2",
        place,
        exercise=exercise,
        stops=timetable(exercise, place.language),
        small_groups=small_groups(exercise.group, place.strings),
        variations=variations,
        offered=offered(place, exercise.id),
        screen=screen_of_exercise(place, exercise),
    )
    meta = {"phase": exercise.phases[0], "structured_data": exercise_data(place, exercise)}
    return _page(words.title, words.summary, body, meta)


def worksheet_page(place: Place, worksheet: Worksheet) -> str:
    """The page of a worksheet: what it is for, how to use it, and the sheet as it prints."""
    words = place.text(worksheet)
    used_in = [exercise for exercise in sorted_exercises(place) if worksheet.id in exercise.worksheets]
    body = block(
        "pages/worksheet.md.j2",
        place,
        worksheet=worksheet,
        used_in=used_in,
        markers=markers(worksheet),
        form=worksheet_form(place, worksheet),
        offered=offered(place, worksheet.id),
    )
    meta = {"phase": worksheet.phases[0], "structured_data": worksheet_data(place, worksheet)}
    return _page(words.title, words.summary, body, meta)


def card_set_page(place: Place, card_set: CardSet) -> str:
    """The page of a card set: what it is for, how to use it, and the cards themselves."""
    words = place.text(card_set)
    used_in = [exercise for exercise in sorted_exercises(place) if card_set.id in exercise.card_sets]
    body = block(
        "pages/card_set.md.j2",
        place,
        card_set=card_set,
        used_in=used_in,
        offered=offered(place, card_set.id),
        screen=screen_of_cards(place, card_set),
    )
    meta = {"phase": card_set.phases[0], "structured_data": card_set_data(place, card_set)}
    return _page(words.title, words.summary, body, meta)


def tool_page(place: Place, tool: Tool) -> str:
    """The page of a tool: what is known of it, criterion by criterion, and how sure that is."""
    words = place.text(tool)
    body = block(
        "pages/tool.md.j2",
        place,
        tool=tool,
        facts=facts_of(place, tool),
        used_in=[exercise for exercise in sorted_exercises(place) if tool.id in exercise.tools],
        has_suggestions=any(remark.suggested for remark in [*tool.strengths, *tool.pitfalls]),
    )
    return _page(words.name, words.summary, body, {"structured_data": tool_data(place, tool)})


def _page(title: str, description: str, body: str, meta: dict[str, Any]) -> str:
    """Front matter and body. Values are written as JSON, which is YAML too and ten times as fast to write."""
    front = {"title": plain(title), "description": plain(description), "render_macros": False, **meta}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])
