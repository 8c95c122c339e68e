"""Blocks and links that prose pages call, and the interface strings behind them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.site import blocks, macros
from learning_network.site.links import Place, UnknownId
from learning_network.words.strings import strings, word_files

PROJECT = Path(__file__).resolve().parent.parent / "fixtures" / "project"
LEFT_OUT = """\
name: {nl: Proef, en: Test}
leave_out: {phases: [explore], exercises: [walk-round], card_sets: [walk-cards], tools: [card-set]}
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return load(PROJECT)


@pytest.fixture(scope="module")
def home(library: Library) -> Place:
    return Place(library, "nl", "index.md")


@pytest.fixture
def less(project: Path) -> Place:
    """The same project for a network that leaves things out."""
    (project / "network.yml").write_text(LEFT_OUT, encoding="utf-8")
    return Place(load(project), "nl", "phases/prepare.md")


def test_a_link_carries_the_title_and_a_path_that_mkdocs_checks(library: Library) -> None:
    assert blocks.exercise(Place(library, "nl", "index.md"), "walk-round") == "[Rondje](exercises/walk-round.md)"
    assert blocks.exercise(Place(library, "en", "phases/prepare.md"), "walk-round") == "[Round](../exercises/walk-round.md)"
    assert blocks.worksheet(Place(library, "nl", "worksheets/index.md"), "walk-sheet") == "[Padblad](walk-sheet.md)"
    assert blocks.tool(Place(library, "nl", "index.md"), "card-set") == "[Kaartenset](tools/card-set.md)"
    assert blocks.cards(Place(library, "en", "practice/walking.md"), "walk-cards") == "[Path cards](../cards/walk-cards.md)"
    assert blocks.practice(Place(library, "nl", "index.md"), "walking") == "[Samen lopen](practice/walking.md)"


def test_a_source_is_its_short_form_linked_to_the_bibliography(library: Library) -> None:
    cited = library.sources["walk-book"].cite_as
    assert blocks.source(Place(library, "nl", "phases/prepare.md"), "walk-book") == f"[{cited}](../bibliography.md#source-walk-book)"
    assert blocks.source(Place(library, "nl", "bibliography.md"), "walk-book") == f"[{cited}](#source-walk-book)"


def test_an_unknown_id_names_the_page_and_close_matches(home: Place) -> None:
    with pytest.raises(UnknownId, match=r'docs/nl/index\.md: there is no exercise "walk-rond"; did you mean walk-round\?'):
        blocks.exercise(home, "walk-rond")
    with pytest.raises(UnknownId, match=r'there is no phase "zzz"; known are: prepare, explore'):
        blocks.phase_head(home, "zzz")
    with pytest.raises(UnknownId, match=r'there is no practice "waking"; did you mean walking\?'):
        blocks.practice_cards(home, "waking")
    with pytest.raises(UnknownId, match=r'there is no cards "zzz"; known are: walk-cards'):
        blocks.cards(home, "zzz")


def test_what_a_network_leaves_out_is_named_without_a_link(less: Place) -> None:
    assert blocks.exercise(less, "walk-round") == "Rondje"
    assert blocks.tool(less, "card-set") == "Kaartenset"
    assert blocks.phase(less, "explore") == "Verkennen"
    assert blocks.cards(less, "walk-cards") == "Padkaarten"


@pytest.mark.parametrize(
    "name", ["phase_head", "exercise_cards", "worksheet_cards", "take_home", "ready_when", "go_back_when", "phase_steps"]
)
def test_blocks_of_a_phase_that_is_left_out_are_empty(less: Place, name: str) -> None:
    assert getattr(blocks, name)(less, "explore") == ""


def test_a_phase_link_shows_mark_and_name(home: Place) -> None:
    link = blocks.phase(home, "prepare")
    assert link.startswith('<a class="phase-link" data-phase="prepare" href="phases/prepare.html">')
    assert "<svg" in link
    assert "Voorbereiden" in link
    assert "\n" not in link, "it stands in the middle of a sentence"


def test_phase_steps_lead_to_the_neighbours(home: Place) -> None:
    first, last = blocks.phase_steps(home, "prepare"), blocks.phase_steps(home, "explore")
    assert "Volgende fase" in first
    assert "Vorige fase" not in first
    assert 'href="phases/prepare.html"' in last
    assert "Volgende fase" not in last


def test_the_path_links_every_phase_that_is_shown(home: Place, less: Place) -> None:
    path = blocks.phase_path(home)
    assert 'href="phases/prepare.html"' in path
    assert 'href="phases/explore.html"' in path
    assert "explore.html" not in blocks.phase_path(less)


def test_a_topic_shows_what_goes_with_it_each_kind_under_its_own_heading(home: Place) -> None:
    shown = blocks.practice_cards(home, "walking")
    assert re.findall(r'^### (.*)$|href="([^"]*)"', shown, flags=re.MULTILINE) == [
        (home.strings("practice.on_paper"), ""),
        ("", "worksheets/walk-sheet.html"),
        ("", "cards/walk-cards.html"),
        (home.strings("practice.with_a_group"), ""),
        ("", "exercises/walk-round.html"),
        (home.strings("practice.tools"), ""),
        ("", "tools/card-set.html"),
    ]


def test_a_topic_says_nothing_of_a_kind_that_it_has_nothing_of(less: Place, library: Library) -> None:
    assert blocks.practice_cards(less, "walking") == ""
    alone = replace(library, exercises={}, worksheets={}, tools={})
    shown = blocks.practice_cards(Place(alone, "nl", "index.md"), "walking")
    assert re.findall("^### (.*)$", shown, flags=re.MULTILINE) == [less.strings("practice.on_paper")]


def test_the_topics_of_the_practice_part_link_to_their_pages(home: Place) -> None:
    shown = blocks.practice_list(home)
    assert '<a href="practice/walking.html">Samen lopen</a>' in shown
    assert "Hoe je met iemand op weg gaat." in shown


def test_all_card_sets_stand_in_their_list(home: Place, less: Place) -> None:
    shown = blocks.card_set_list(home)
    assert '<a href="cards/walk-cards.html">Padkaarten</a>' in shown
    assert "3 kaarten" in shown
    assert "walk-cards" not in blocks.card_set_list(less)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_safety_note_names_the_numbers_of_both_countries(library: Library, language: str) -> None:
    note = blocks.safety_note(Place(library, language, "index.md"))
    assert re.findall(r'<a href="tel:([\d-]+)">([\d-]+)</a>', note) == [(n, n) for n in ("1813", "113", "0800-0113", "112")]
    assert 'role="note"' in note


def test_take_home_messages_name_their_source(home: Place) -> None:
    assert "Begin klein." in blocks.take_home(home, "prepare")
    assert "#source-walk-book" in blocks.take_home(home, "prepare")


def test_the_finder_holds_every_exercise_without_a_script(home: Place) -> None:
    finder = blocks.exercise_finder(home)
    assert finder.count("data-minutes=") == len(home.library.exercises)
    assert 'data-phases="prepare explore" data-minutes="30" data-min="4" data-max="12"' in finder
    assert 'data-materials="first" data-online="possible"' in finder
    assert "<fieldset disabled>" in finder
    assert 'role="status"' in finder


def test_the_finder_hands_its_script_the_words_it_needs(home: Place) -> None:
    words = data(blocks.exercise_finder(home), "words")
    assert words["count"] == "{shown} van {total} oefeningen"
    assert used_words("finder.js") == set(words)


def test_the_guided_choice_asks_its_questions_and_tells_its_script_what_they_ask(home: Place) -> None:
    guide = blocks.tool_guide(home)
    assert [question["asks"] for question in data(guide, "guide")["questions"]] == [
        {"anywhere": {}, "outside": {"form": ["paper"]}},
        {"on-a-screen": {"form": ["online"]}, "by-hand": {"form": ["paper"]}},
    ]
    assert re.findall(r"<legend>([^<]*)</legend>", guide) == ["Waar ben je?", "Hoe werk je?"]
    assert [criterion["covers"] for criterion in data(guide, "guide")["criteria"]] == ["any"]
    assert "needs-js" in guide


def test_lists_carry_the_anchors_that_links_point_to(home: Place) -> None:
    assert 'id="source-walk-book"' in blocks.bibliography_list(home)
    glossary = blocks.glossary_list(home)
    assert all(f'id="term-{id_}"' in glossary for id_ in home.library.terms)


def test_worksheets_stand_under_a_heading_for_their_kind(home: Place) -> None:
    assert re.search(r"^## .+ \{#first\}$", blocks.worksheet_list(home), flags=re.MULTILINE)


def test_blocks_read_no_language_but_their_own(library: Library) -> None:
    assert "deelnemers" not in blocks.exercise_finder(Place(library, "en", "exercises/index.md"))


def test_front_matter_does_not_hide_a_macro_of_the_same_name() -> None:
    page = SimpleNamespace(meta={"phase": "prepare", "title": "T", "render_macros": True})
    macros.on_pre_page_macros(SimpleNamespace(variables={"page": page}))
    assert page.meta == {"render_macros": True}


def test_both_languages_have_the_same_strings_with_the_same_blanks() -> None:
    """Apart from what another program said, which only the English sentence of a reason tells (tests/test_reasons.py)."""
    dutch, english = (
        {key: [blank for blank in re.findall(r"\{(\w+)\}", str(text)) if blank != "error" or not key.startswith("reasons.")]
         for key, text in texts(language)} for language in LANGUAGES
    )  # fmt: skip
    assert {key: sorted(blanks) for key, blanks in dutch.items()} == {key: sorted(blanks) for key, blanks in english.items()}


def test_a_number_chooses_its_form() -> None:
    t = strings("nl")
    assert [t("count.minutes", n=n) for n in (1, 2)] == ["1 minuut", "2 minuten"]
    with pytest.raises(KeyError, match=r"there is no interface string 'count\.hens' in nl\.yml"):
        t("count.hens", n=2)


def texts(language: str) -> Iterator[tuple[str, Any]]:
    """All strings of a language, as dotted key and text."""

    def walk(group: dict[str, Any], at: str) -> Iterator[tuple[str, Any]]:
        for key, part in group.items():
            if isinstance(part, dict):
                yield from walk(part, f"{at}{key}.")
            else:
                yield f"{at}{key}", part

    for path in word_files(language):
        yield from walk(yaml.safe_load(path.read_text(encoding="utf-8")) or {}, "")


def data(html: str, name: str) -> dict[str, Any]:
    """What an element hands its script."""
    found = re.search(rf'data-{name}="([^"]*)"', html)
    assert found
    handed: dict[str, Any] = json.loads(unescape(found[1]))
    return handed


def used_words(script: str) -> set[str]:
    """The strings that a script of ours asks for."""
    source = (Path(__file__).resolve().parents[2] / "docs" / "assets" / "js" / script).read_text(encoding="utf-8")
    return set(re.findall(r"\bwords\.(\w+)", source))
