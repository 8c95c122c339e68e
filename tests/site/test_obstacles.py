"""Which exercise? The list of obstacles: curated whole, with a reason for each exercise, and true to what a network leaves out."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.content.stamping import stamp
from learning_network.site.links import Place
from learning_network.site.obstacles import which_exercise
from learning_network.wording.text import plain


def shown(library: Library, language: str = "nl") -> str:
    return unescape(which_exercise(Place(library, language, "exercises/obstacles.md")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_obstacle_has_its_heading_its_link_its_exercises_with_the_reason_and_its_questions(language: str, library: Library) -> None:
    page = shown(library, language)
    for obstacle in library.obstacles.values():
        words = getattr(obstacle, language)
        assert f'<a href="#{obstacle.id}">“{words.label}”</a>' in page
        part = page.split(f"{{#{obstacle.id}}}")[1].split("\n## ")[0]
        assert re.findall(r'href="([\w-]+)\.html"', part) == obstacle.exercises, "the exercises in their order, with links that work"
        text = plain(re.sub(r"<[^>]+>", "", part))
        for said in [words.explanation, *words.reasons.values(), *words.questions]:
            assert plain(said).replace("*", "") in text


def test_the_list_is_short_enough_to_read_and_gives_a_choice(library: Library) -> None:
    assert 10 <= len(library.obstacles) <= 15
    for obstacle in library.obstacles.values():
        assert 2 <= len(obstacle.exercises) <= 3, obstacle.id
        assert len(obstacle.nl.questions) == len(obstacle.en.questions), obstacle.id


def test_no_reason_serves_two_obstacles(library: Library) -> None:
    """A reason says why an exercise fits this obstacle: one that fits two says what the exercise is about."""
    for language in LANGUAGES:
        reasons = [reason for obstacle in library.obstacles.values() for reason in getattr(obstacle, language).reasons.values()]
        assert len(reasons) == len(set(reasons))


def test_it_says_where_an_obstacle_is_named_or_that_it_is_our_own(library: Library) -> None:
    page = shown(library)
    for obstacle in library.obstacles.values():
        part = page.split(f"{{#{obstacle.id}}}")[1].split("\n## ")[0]
        assert re.findall(r"bibliography\.html#source-([\w-]+)", part) == obstacle.sources
        assert ('class="suggested"' in part) is obstacle.suggested


def test_an_exercise_that_is_left_out_goes_and_the_questions_stay(project: Path) -> None:
    (project / "network.yml").write_text("name: {nl: Proef, en: Test}\nleave_out: {exercises: [walk-round]}\n", encoding="utf-8")
    page = shown(load(project))
    assert "Er is geen pad" in page
    assert "Waar begint het pad?" in page
    assert "walk-round" not in page
    assert "record-card" not in page


def test_a_network_without_obstacles_gets_no_list(project: Path) -> None:
    (project / "exercises" / "vocabulary" / "obstacles.yml").write_text("[]\n", encoding="utf-8")
    assert shown(load(project)) == ""


def test_own_words_of_a_network_are_in_it(project: Path) -> None:
    path = project / "exercises" / "vocabulary" / "obstacles.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Niemand liep", "Geen begeleider liep"), encoding="utf-8")
    stamp(path, project)
    terms = "{facilitator: {nl: [gids, gidsen]}}"
    (project / "network.yml").write_text(f"name: {{nl: Proef, en: Test}}\nterms: {terms}\n", encoding="utf-8")
    assert "Geen gids liep hier al." in shown(load(project))
