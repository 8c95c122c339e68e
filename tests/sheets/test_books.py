"""Workbooks and the whole book: contents that lead to the right page, prose as on the site, nothing that only works on screen."""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import press
import pytest
import yaml
from pdfs import reader, squeezed
from press import library
from pypdf import PdfReader

from learning_network.content.models import LANGUAGES
from learning_network.content.prose import Page
from learning_network.sheets.book_pages import book_values
from learning_network.sheets.books import books, pages_of, worksheets_of
from learning_network.sheets.reading import EXTENSIONS, Reader, page_anchor
from learning_network.wording.network import own_strings
from learning_network.wording.text import plain


def anchors(document: Any) -> dict[str, int]:
    """Where each anchor stands: name -> page, from 1 on."""
    return {name: number for number, page in enumerate(document.pages, start=1) for name in page.anchors}


def read(text: str, held: frozenset[str] = frozenset(), language: str = "nl") -> str:
    page = Page("phases/prepare.md", language, "docs/nl/phases/prepare.md", {"title": "x"}, text, 1)
    return str(Reader(library(), language, own_strings(library(), language), anchors=held).read(page).html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_every_chapter_with_the_page_on_which_it_stands(language: str) -> None:
    name = f"{language}/phase-4.pdf"
    document, spec = press.laid_out(name), press.specs()[name]
    found = anchors(document)
    pdf = reader(press.printed(name))
    contents = squeezed("".join(pdf.pages[number].extract_text() for number in range(1, 3)))
    chapters = book_values(library(), spec, own_strings(library(), language))["chapters"]
    assert len(chapters) == 4, "text, worksheets, exercises, sources"
    for chapter in chapters:
        entries = [(chapter.title, chapter.anchor), *chapter.entries]
        for title, anchor in entries:
            assert squeezed(f"{plain(re.sub('<[^>]+>', '', title))}{found[anchor]}") in contents, f"{title} on page {found[anchor]}"


def test_a_reference_gives_the_page_of_what_it_names() -> None:
    document = press.laid_out("nl/phase-1.pdf")
    page = anchors(document)["exercise-tree-of-the-team"]
    assert squeezed(f"De boom van het team (blz. {page})") in squeezed(words(reader(press.printed("nl/phase-1.pdf"))))


def test_only_the_contents_are_laid_out_three_times(caplog: pytest.LogCaptureFixture) -> None:
    """A page that names other pages waits for their numbers, and is laid out twice: all over again it costs a book a fifth more."""
    spec = press.specs()["nl/phase-1.pdf"]
    with caplog.at_level(logging.INFO, "weasyprint.progress"):
        press.printer().lay_out(press.html(spec.name), spec.styles)
    made = Counter(found[1] for line in caplog.messages if (found := re.search(r"Creating layout - Page (\d+)$", line)))
    assert [page for page, times in made.items() if times > 2] == ["2"], "the page of the contents"
    assert [page for page, times in made.items() if times > 1] != ["2"], "pages with a reference"


def test_the_bookmarks_follow_the_chapters() -> None:
    outline = reader(press.printed("en/phase-1.pdf")).outline
    titles = [item.title for item in outline if not isinstance(item, list)]
    assert titles == ["Contents", library().phases["prepare"].en.name, "Worksheets", "Exercises in brief", "Sources"]


def test_a_workbook_holds_the_worksheets_that_its_page_names() -> None:
    named = [worksheet.id for worksheet in worksheets_of(library(), (library().phases["prepare"],))]
    assert named == ["reflection-start", "reflection-cooperation", "reflection-time", "reflection-openness", "stafkaart"]


def test_a_phase_without_exercises_and_worksheets_has_no_workbook() -> None:
    bare = replace(library(), exercises={}, worksheets={})
    assert list(books(bare)) == []


def test_links_lead_to_the_page_in_the_book_and_are_words_where_it_is_not_there() -> None:
    text = "Zie [de stappen](../background/five-steps.md#plan) en [hierboven](#what)."
    assert read(text) == "<p>Zie de stappen en hierboven.</p>"
    held = frozenset({page_anchor("background/five-steps.md"), page_anchor("phases/prepare.md")})
    assert 'href="#page-background-five-steps-plan"' in read(text, held)
    assert 'href="#page-phases-prepare-what"' in read(text, held)


def test_a_link_to_the_web_stays_a_link() -> None:
    assert read("[het platform](https://example.org/x)") == '<p><a href="https://example.org/x">het platform</a></p>'


def test_what_only_works_on_screen_leaves_nothing_behind() -> None:
    assert read('{{ phase_head("prepare") }}\n\n{{ exercise_finder() }}\n\nTekst.\n\n{{ phase_steps("prepare") }}') == "<p>Tekst.</p>"


def test_signs_come_with_boxes_to_tick_and_the_mark_of_what_is_ours() -> None:
    html = read('{{ ready_when("prepare") }}')
    signs = library().phases["prepare"].nl.ready_when
    assert html.count("<li>") == len(signs)
    assert 'class="ticks"' in html
    assert "onze suggestie" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawings_of_the_site_come_along_with_a_name(language: str) -> None:
    html = read("{{ phase_path() }}\n\n{{ five_steps() }}", language=language)
    t = own_strings(library(), language)
    for name in ("phase-path", "five-steps"):
        assert f"<title>{t(f'drawings.{name}.title')}</title>" in html
    assert html.count("<svg") == 2
    assert "class=" not in re.sub(r'<svg class="[a-z-]+"', "<svg", html), "a class means nothing to a drawing in a PDF"
    assert "var(" not in html


def test_pages_are_read_by_the_rules_that_the_site_reads_them_by() -> None:
    """But for two kinds of boxes, which no page that stands in a book uses."""
    base = yaml.safe_load((press.ROOT / "mkdocs.base.yml").read_text(encoding="utf-8"))
    rules = {name for rule in base["markdown_extensions"] for name in ([rule] if isinstance(rule, str) else rule)}
    assert rules - set(EXTENSIONS) == {"admonition", "pymdownx.details"}
    assert set(EXTENSIONS) <= rules
    phases = tuple(library().phases.values())
    pages = [page for language in LANGUAGES for page in pages_of(library(), phases, True, language)]
    assert [page.name for page in pages if re.search(r"^(!!!|\?\?\?)", page.body, flags=re.MULTILINE)] == []


def words(pdf: PdfReader) -> str:
    return "".join(page.extract_text() for page in pdf.pages)
