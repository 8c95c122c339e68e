"""Pages made from records: what stands on them, and that Markdown and search engines can read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.content.models.tool import MinutesRange
from learning_network.site.links import Place
from learning_network.site.pages import card_set_page, exercise_page, render_pages, tool_page, worksheet_page
from learning_network.wording.markers import markers
from learning_network.wording.text import heading, inline, paragraphs, plain
from learning_network.words.strings import strings

PROJECT = Path(__file__).resolve().parent.parent / "fixtures" / "project"
PATHS = ("exercises/walk-round.md", "worksheets/walk-sheet.md", "cards/walk-cards.md", "tools/card-set.md")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(PROJECT)


def parts(page: str) -> tuple[dict[str, Any], str]:
    """Front matter and body."""
    _, front, body = page.split("---\n", 2)
    return yaml.safe_load(front), body


def anchors(page: str) -> list[str]:
    return re.findall(r"^## .* \{#([a-z-]+)\}$", page, flags=re.MULTILINE)


def exercise(library: Library, language: str = "nl", **changes: Any) -> str:
    place = Place(library, language, "exercises/walk-round.md")
    return exercise_page(place, library.exercises["walk-round"].model_copy(update=changes))


def worksheet(library: Library, language: str = "nl", **changes: Any) -> str:
    place = Place(library, language, "worksheets/walk-sheet.md")
    return worksheet_page(place, library.worksheets["walk-sheet"].model_copy(update=changes))


def card_set(library: Library, language: str = "nl", **changes: Any) -> str:
    place = Place(library, language, "cards/walk-cards.md")
    return card_set_page(place, library.card_sets["walk-cards"].model_copy(update=changes))


def tool(library: Library, language: str = "nl", **changes: Any) -> str:
    place = Place(library, language, "tools/card-set.md")
    return tool_page(place, library.tools["card-set"].model_copy(update=changes))


def test_every_record_has_a_page_in_each_language(library: Library) -> None:
    for language in LANGUAGES:
        assert set(render_pages(library, language)) == set(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_the_same_headings_in_both_languages(library: Library, path: str) -> None:
    dutch, english = (anchors(render_pages(library, language)[path]) for language in LANGUAGES)
    assert dutch == english
    assert len(dutch) >= 4


@pytest.mark.parametrize("path", PATHS)
def test_markdown_makes_headings_and_leaves_the_html_alone(library: Library, path: str) -> None:
    page = render_pages(library, "nl")[path]
    html = markdown.markdown(parts(page)[1], extensions=["attr_list", "md_in_html", "toc", "tables"])
    assert re.findall(r'<h2 id="([a-z-]+)">', html) == anchors(page)
    assert "{#" not in html
    assert "&lt;" not in html
    for tag in ("div", "ul", "ol", "li", "table", "dl"):
        assert html.count(f"<{tag} ") + html.count(f"<{tag}>") == html.count(f"</{tag}>"), tag


def test_front_matter_names_title_description_and_phase_and_keeps_macros_off(library: Library) -> None:
    meta, _ = parts(exercise(library))
    assert meta["title"] == "Rondje"
    assert meta["description"] == "De groep loopt een rondje."
    assert meta["phase"] == "prepare"
    assert meta["render_macros"] is False


def test_an_exercise_tells_search_engines_its_steps_and_time(library: Library) -> None:
    data = parts(exercise(library, "en"))[0]["structured_data"]
    assert data["@type"] == ["HowTo", "LearningResource"]
    assert data["totalTime"] == data["timeRequired"] == "PT30M"
    assert [step["name"] for step in data["step"]] == ["Start", "Choose"]
    assert data["step"][0]["url"] == "#step-start"
    assert data["inLanguage"] == "en"


def test_steps_carry_a_running_clock_that_ends_at_the_minutes_of_the_exercise(library: Library) -> None:
    assert re.findall(r'stop-clock">(\d:\d\d)<', exercise(library)) == ["0:00", "0:10", "0:30"]


def test_a_step_with_options_says_how_many_to_choose_and_lists_them_all(library: Library) -> None:
    page = exercise(library)
    assert "Kies er 2 van de 3, elk 10 minuten" in page
    assert all(name in page for name in ("Lopen", "Zitten", "Staan"))


def test_facilitators_notes_stand_apart_from_the_task(library: Library) -> None:
    page = exercise(library)
    task = page[page.index("{#task}") : page.index("{#debrief}")]
    assert "Loop mee." in task
    assert "Wacht even." in page
    assert "Wacht even." not in task


def test_our_suggestion_is_marked_at_the_part_and_explained_once(library: Library) -> None:
    page = exercise(library, suggested=["minutes", "debrief"])
    assert page.count("Dit staat niet in de bron.") == 1
    assert '<dt>Tijd <span class="suggested">onze suggestie</span></dt>' in page
    assert 'class="suggested"' in page[page.index("{#debrief}") : page.index("{#variations}")]


def test_without_suggestions_nothing_is_marked(library: Library) -> None:
    page = exercise(library, suggested=[])
    assert "suggested" not in page
    assert "Dit staat niet in de bron." not in page


def test_what_an_exercise_does_not_have_leaves_no_heading(library: Library) -> None:
    page = exercise(library)
    assert "{#background}" not in page
    assert "{#related}" not in page


def test_links_in_html_are_relative_and_end_in_html(library: Library) -> None:
    page = exercise(library)
    assert '<a href="../worksheets/walk-sheet.html">Padblad</a>' in page
    assert '<a href="../tools/card-set.html">' in page
    assert 'href="../bibliography.html#source-walk-book"' in page
    assert 'href="../phases/prepare.html"' in page


def test_every_question_of_a_worksheet_has_its_id_and_room_to_write(library: Library) -> None:
    page = render_pages(library, "nl")["worksheets/walk-sheet.md"]
    assert 'id="q-where"' in page
    assert 'id="q-how"' in page
    where = page[page.index('id="q-where"') : page.index('id="q-how"')]
    assert where.count("<span></span>") == 3
    assert '<ul class="boxes"><li>traag</li><li>snel</li></ul>' in page
    sheet = page[page.index('class="worksheet worksheet-') :]
    assert "<input" not in sheet, "fields come with the script"
    assert "<input" not in page[: page.index('class="worksheet-form needs-js"')]


def test_sections_that_spell_the_name_of_the_sheet_carry_its_letters(library: Library) -> None:
    sheet = library.worksheets["walk-sheet"]
    sections = [sheet.sections[0].model_copy(update={"id": id_}) for id_ in ("goal", "reality", "options", "will")]
    changed = sheet.model_copy(update={"id": "grow-sheet", "layout": "steps", "sections": sections})
    assert list(markers(changed).values()) == ["G", "R", "O", "W"]
    assert list(markers(changed.model_copy(update={"id": "other"})).values()) == ["1", "2", "3", "4"]


def question(page: str, id_: str) -> str:
    """The HTML of one question of a sheet."""
    found = re.search(rf'<div class="question [^>]*id="q-{id_}">.*?(?=<div class="question |^## )', page, flags=re.DOTALL | re.MULTILINE)
    assert found
    return found[0]


def test_a_scale_has_its_numbers_in_order_with_what_the_ends_mean(library: Library) -> None:
    scale = question(worksheet(library), "tired")
    assert "question-scale" in scale
    assert re.findall(r"<li>(\d+)</li>", scale) == ["0", "1", "2", "3", "4", "5"]
    assert '<ol class="rating-steps" start="0">' in scale
    assert "<span>0: niet moe</span><span>5: heel moe</span>" in scale


def test_a_scale_without_words_at_its_ends_shows_its_numbers_alone(library: Library) -> None:
    words = library.worksheets["walk-sheet"].nl
    bare = words.questions["tired"].model_copy(update={"low": None, "high": None})
    scale = question(worksheet(library, nl=words.model_copy(update={"questions": {**words.questions, "tired": bare}})), "tired")
    assert "<span>" not in scale
    assert len(re.findall(r"<li>(\d+)</li>", scale)) == 6


def test_a_drawing_has_rings_or_an_empty_field_as_high_as_it_asks(library: Library) -> None:
    rings = question(worksheet(library), "map")
    assert 'class="to-draw to-draw-rings" style="--lines: 12"' in rings
    assert rings.count("<circle") == 4
    assert 'aria-hidden="true"' in rings
    sheet = library.worksheets["walk-sheet"]
    path, after = sheet.sections
    blank = after.questions[1].model_copy(update={"figure": "blank", "lines": 7})
    changed = after.model_copy(update={"questions": [after.questions[0], blank]})
    empty = question(worksheet(library, sections=[path, changed]), "map")
    assert 'class="to-draw to-draw-blank" style="--lines: 7"' in empty
    assert "<circle" not in empty


def test_a_set_of_cards_shows_its_piles_in_order_and_then_the_loose_cards(library: Library) -> None:
    loose = strings("nl")("cards_page.loose")
    assert re.findall(r'<h3 class="card-pile">([^<]*)</h3>|id="card-([a-z-]+)"', card_set(library)) == [
        ("Voor het lopen", ""),
        ("", "which-way"),
        ("Na het lopen", ""),
        ("", "what-stays"),
        (loose, ""),
        ("", "blank"),
    ]


def test_a_set_without_piles_has_no_headings_for_them(library: Library) -> None:
    cards = [card.model_copy(update={"pile": None}) for card in library.card_sets["walk-cards"].cards]
    page = card_set(library, cards=cards, piles=[])
    assert "card-pile" not in page
    assert len(re.findall(r'id="card-', page)) == 3


def test_only_a_card_with_a_back_shows_one(library: Library) -> None:
    page = card_set(library)
    assert page.count('class="card-back"') == 1
    assert re.search(r'Welke kant gaan we op\?</p>\s*<p class="card-back">.*Wijs het aan\.', page)


def test_a_set_of_cards_tells_its_number_its_minutes_who_uses_it_and_which_exercises(library: Library) -> None:
    page = card_set(library)
    assert "3 kaarten" in page
    assert '<dt>Tijd <span class="suggested">onze suggestie</span></dt>' in page
    assert "eerste, tweede" in page
    assert 'href="../exercises/walk-round.html"' in page[page.index("{#used-in}") :]
    assert page.index("{#how}") < page.index("{#cards}") < page.index("{#afterwards}")
    meta, _ = parts(card_set(library, "en"))
    assert meta["phase"] == "prepare"
    assert meta["structured_data"]["@type"] == "LearningResource"
    assert meta["structured_data"]["learningResourceType"] == "Card set"
    assert meta["structured_data"]["timeRequired"] == "PT15M"


def test_a_set_that_no_exercise_uses_has_no_list_of_exercises(library: Library) -> None:
    assert "{#used-in}" not in card_set(library, id="other-cards")


def test_an_exercise_links_the_cards_that_go_with_it(library: Library) -> None:
    assert 'href="../cards/walk-cards.html">Padkaarten</a>' in exercise(library)
    assert "walk-cards" not in exercise(library, card_sets=[])


PAGES_OF_RECORDS = pytest.mark.parametrize("page", [exercise, worksheet, card_set, tool], ids=lambda page: page.__name__)


@PAGES_OF_RECORDS
def test_a_record_leads_to_the_pages_of_its_topics(page: Callable[..., str], library: Library) -> None:
    assert '<a href="../practice/walking.html">Samen lopen</a>' in page(library)
    assert "practice/" not in page(library, practice=[])


@PAGES_OF_RECORDS
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_safety_note_stands_once_where_the_record_asks_for_it(page: Callable[..., str], language: str, library: Library) -> None:
    assert "safety-note" not in page(library, language)
    noted = page(library, language, safety=True)
    assert noted.count('class="safety-note"') == 1
    assert re.findall(r'href="tel:([\d-]+)"', noted) == ["1813", "113", "0800-0113", "112"]
    assert noted.index('class="safety-note"') < noted.rindex("\n## "), "it stands in the text, not at its end"


def test_a_worksheet_names_the_exercises_that_use_it(library: Library) -> None:
    page = worksheet_page(Place(library, "en", "worksheets/walk-sheet.md"), library.worksheets["walk-sheet"])
    assert 'href="../exercises/walk-round.html"' in page[page.index("{#used-in}") :]


def test_a_tool_shows_unknown_as_unknown_and_never_as_no(library: Library) -> None:
    page = render_pages(library, "nl")["tools/card-set.md"]
    assert re.search(r'Tijd</th><td><span class="unknown">niet bekend</span>', page)
    assert "papier" in page
    assert "<td>nee" not in page


def test_what_teams_fill_in_is_no_fact_of_a_tool(library: Library) -> None:
    page = tool(library)
    table = page[page.index("<table") : page.index("</table>")]
    assert re.findall(r'<th scope="row">([^<]*)</th>', table) == ["Vorm", "Tijd"]


def test_a_tool_shows_minutes_sources_and_what_is_our_own_judgement(library: Library) -> None:
    values = library.tools["card-set"].values
    page = tool(library, values={**values, "minutes": MinutesRange(min=20, max=30)})
    assert "20 tot 30 minuten" in page
    assert 'href="../bibliography.html#source-walk-book"' in page[page.index("{#strengths}") : page.index("{#pitfalls}")]
    assert "onze suggestie" in page[page.index("{#pitfalls}") : page.index("{#used-in}")]
    assert "Zeker:" in page


def test_record_texts_are_escaped_before_bold_and_emphasis() -> None:
    assert inline("a < b & **c** *d*") == "a &lt; b &amp; <strong>c</strong> <em>d</em>"
    assert inline("2 * 3 * 4") == "2 * 3 * 4"
    assert paragraphs("een\ntwee\n\ndrie") == "<p>een twee</p><p>drie</p>"
    assert plain("**vet** en *schuin*") == "vet en schuin"
    assert heading("a_b [c] *d*") == r"a\_b \[c\] d"
