"""Pages made from records: what stands on them, and that Markdown and search engines can read them."""

from __future__ import annotations

import re
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
from learning_network.site.pages import exercise_page, render_pages, tool_page, worksheet_page
from learning_network.site.rendering import heading, inline, paragraphs, plain
from learning_network.site.sheets import markers

PROJECT = Path(__file__).resolve().parent.parent / "fixtures" / "project"


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


def test_every_record_has_a_page_in_each_language(library: Library) -> None:
    for language in LANGUAGES:
        assert set(render_pages(library, language)) == {"exercises/walk-round.md", "worksheets/walk-sheet.md", "tools/card-set.md"}


@pytest.mark.parametrize("path", ["exercises/walk-round.md", "worksheets/walk-sheet.md", "tools/card-set.md"])
def test_a_page_has_the_same_headings_in_both_languages(library: Library, path: str) -> None:
    dutch, english = (anchors(render_pages(library, language)[path]) for language in LANGUAGES)
    assert dutch == english
    assert len(dutch) >= 4


@pytest.mark.parametrize("path", ["exercises/walk-round.md", "worksheets/walk-sheet.md", "tools/card-set.md"])
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
    assert "<input" not in page


def test_sections_that_spell_the_name_of_the_sheet_carry_its_letters(library: Library) -> None:
    sheet = library.worksheets["walk-sheet"]
    sections = [sheet.sections[0].model_copy(update={"id": id_}) for id_ in ("goal", "reality", "options", "will")]
    changed = sheet.model_copy(update={"id": "grow-sheet", "layout": "steps", "sections": sections})
    assert list(markers(changed).values()) == ["G", "R", "O", "W"]
    assert list(markers(changed.model_copy(update={"id": "other"})).values()) == ["1", "2", "3", "4"]


def test_a_worksheet_names_the_exercises_that_use_it(library: Library) -> None:
    page = worksheet_page(Place(library, "en", "worksheets/walk-sheet.md"), library.worksheets["walk-sheet"])
    assert 'href="../exercises/walk-round.html"' in page[page.index("{#used-in}") :]


def test_a_tool_shows_unknown_as_unknown_and_never_as_no(library: Library) -> None:
    page = render_pages(library, "nl")["tools/card-set.md"]
    assert re.search(r'Tijd</th><td><span class="unknown">niet bekend</span>', page)
    assert "papier" in page
    assert "<td>nee" not in page


def test_a_tool_shows_minutes_sources_and_what_is_our_own_judgement(library: Library) -> None:
    tool = library.tools["card-set"]
    known = tool.model_copy(update={"values": {**tool.values, "minutes": MinutesRange(min=20, max=30)}})
    page = tool_page(Place(library, "nl", "tools/card-set.md"), known)
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
