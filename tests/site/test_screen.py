"""The facilitator's screen: the button, what its script gets along, and the marks that it reads the page by."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from learning_network.content.library import Library
from learning_network.content.models import LANGUAGES
from learning_network.site.links import Place
from learning_network.site.pages import card_set_page, exercise_page
from learning_network.words.strings import strings

SCRIPTS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "js" / "screen"


def given(html: str) -> dict[str, Any]:
    found = re.findall(r'<button type="button" class="button needs-js" data-screen="([^"]*)">', html)
    assert len(found) == 1
    data: dict[str, Any] = json.loads(unescape(found[0]))
    return data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exercise_has_the_button_and_minutes_for_each_step(language: str, library: Library) -> None:
    for exercise in library.exercises.values():
        page = exercise_page(Place(library, language, f"exercises/{exercise.id}.md"), exercise)
        data = given(page)
        assert data["phase"] == exercise.phases[0]
        assert page.count("assets/js/screen.js") == 1
        minutes = [int(n) for n in re.findall(r'<li class="stop" [^>]*data-minutes="(\d+)"', page)]
        assert minutes == [step.minutes for step in exercise.steps]
        for mark in ("steps", "task", "debrief", "tips"):
            assert page.count(f"data-screen-{mark}>") == 1, (exercise.id, mark)


def test_cards_come_along_where_the_page_does_not_show_them(library: Library) -> None:
    for exercise in library.exercises.values():
        data = given(exercise_page(Place(library, "nl", f"exercises/{exercise.id}.md"), exercise))
        sets = [library.card_sets[id_] for id_ in exercise.card_sets]
        assert [one["title"] for one in data["sets"]] == [card_set.nl.title for card_set in sets]
        for one, card_set in zip(data["sets"], sets, strict=True):
            assert len(one["cards"]) == len(card_set.cards)
            assert {card["pile"] for card in one["cards"]} <= {*card_set.nl.piles.values(), ""}
    for card_set in library.card_sets.values():
        page = card_set_page(Place(library, "nl", f"cards/{card_set.id}.md"), card_set)
        assert given(page)["sets"] == [], "they stand on the page already"
        assert page.count("data-screen-cards>") == 1


def test_the_script_gets_the_words_that_it_asks_for_and_no_others(library: Library) -> None:
    exercise = library.exercises["swot"]
    data = given(exercise_page(Place(library, "nl", "exercises/swot.md"), exercise))
    source = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))
    assert set(re.findall(r"\bwords\.(\w+)", source)) == set(data["words"])


def test_both_languages_have_the_same_blanks() -> None:
    blanks = {language: re.findall(r"\{\w+\}", json.dumps(strings(language).raw("screen"))) for language in LANGUAGES}
    assert blanks["nl"] == blanks["en"]
