"""Texts that do not fit on a card or a poster are found by the check, before anything is printed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import press
import pytest
from press import ROOT, printer
from pydantic import BaseModel

from learning_network.content.findings import Finding
from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES, Worksheet
from learning_network.content.yaml_file import Location
from learning_network.sheets.card_pages import CardTooLong
from learning_network.sheets.check_paper import measured_specs, paper_faults
from learning_network.sheets.lettering import lettering
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.poster_room import Words, boxes
from learning_network.sheets.specs import POSTERS, Spec, all_specs
from learning_network.sheets.too_long import text_faults

MM = 25.4 / 96
HAIR = 0.3
"""mm: a line of print may reach this far over the edge of its box, as letters do not fill their line."""
QR_SITE = "https://example.org/"


@cache
def library() -> Library:
    real = press.library()
    return replace(real, network=real.network.model_copy(update={"site_url": QR_SITE}))


def with_text(part: Any, where: Location, text: str) -> Any:
    """The same record with another text at this place."""
    if not where:
        return text
    here, rest = where[0], where[1:]
    if isinstance(part, BaseModel):
        return part.model_copy(update={str(here): with_text(getattr(part, str(here)), rest, text)})
    if isinstance(part, dict):
        return part | {here: with_text(part[here], rest, text)}
    return [with_text(value, rest, text) if i == here else value for i, value in enumerate(part)]


def with_records(of: Library, *, worksheet: Worksheet) -> Library:
    return replace(of, worksheets=of.worksheets | {worksheet.id: worksheet})


def poster_words(worksheet: Worksheet, language: str) -> list[Words]:
    return [words for box in boxes(worksheet, language, library()) for words in box.words]


def poster_faults(worksheet: Worksheet, language: str) -> list[Finding]:
    return text_faults(library(), lettering(ROOT), [Spec("worksheet", worksheet, language, "a3")])


def test_all_cards_and_posters_of_the_project_fit() -> None:
    assert paper_faults(library()) == []


def test_the_check_takes_little_time() -> None:
    paper_faults(library())
    start = time.process_time()
    paper_faults(library())
    assert time.process_time() - start < 1


# ---- cards ----


CARDS = [
    ("card_sets", "need-question-wish-cards", ("cards", "{first}", "front")),
    ("card_sets", "need-question-wish-cards", ("cards", "{first}", "back")),
    ("worksheets", "reflection-start", ("questions", "{first}", "label")),
]


@pytest.mark.parametrize(("kind", "id_", "where"), CARDS, ids=lambda value: "-".join(value) if isinstance(value, tuple) else value)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_that_is_too_long_is_named_with_its_field_its_line_and_what_to_write(
    kind: str, id_: str, where: tuple[str, ...], language: str
) -> None:
    record = getattr(library(), kind)[id_]
    texts = getattr(getattr(record, language), where[0])
    place = (language, *(part.format(first=next(iter(texts))) for part in where))
    changed = with_text(record, place, "en nog een woord " * 60)
    own = replace(library(), **{kind: getattr(library(), kind) | {id_: changed}})
    (fault,) = [fault for fault in paper_faults(own) if fault.rule == "too-long-for-paper"]
    assert fault.file == f"exercises/{id_}.yml"
    assert fault.wrong.startswith(f"{'.'.join(place)}: ")
    assert fault.wrong.endswith("letters too many for the card in large print") or fault.wrong.endswith("letters too many for the card")
    rows = (ROOT / fault.file).read_text(encoding="utf-8").splitlines()
    assert f"{place[-1]}:" in rows[fault.line - 1]

    most = int(fault.fix.removeprefix("write at most ").removesuffix(" letters"))
    fitting = with_text(record, place, ("en nog een woord " * 60)[:most])
    assert paper_faults(replace(library(), **{kind: getattr(library(), kind) | {id_: fitting}})) == []


def test_all_cards_that_are_too_long_are_named_at_once() -> None:
    record = library().card_sets["scale-cards"]
    for language in LANGUAGES:
        for card in record.cards:
            record = with_text(record, (language, "cards", card.id, "front"), "woorden " * 90)
    own = replace(library(), card_sets=library().card_sets | {record.id: record})
    faults = paper_faults(own)
    assert len(faults) == 2 * len(record.cards)
    assert faults == sorted(faults)


@pytest.mark.parametrize(
    ("where", "text", "told"),
    [
        (("nl", "title"), "Rindvleesetiketteringstoezichtoverdracht" * 2, "nl.title: the word 'Rindvlees"),
        (("nl", "title"), "Een titel die maar doorgaat " * 60, "nl.title: "),
        (("nl", "sections", "{section}", "title"), "Een deel " * 200, "nl.sections.{section}.title: "),
        (("nl", "questions", "{question}", "label"), "Onafscheidbaarheidsgevoelens" * 3, "label: the word 'Onafsch"),
    ],
)
def test_what_stands_beside_the_main_text_of_a_card_is_named_by_its_own_field(where: tuple[str, ...], text: str, told: str) -> None:
    record = next(sheet for sheet in library().worksheets.values() if sheet.kind == "reflection" and len(sheet.sections) > 1)
    names = {"section": record.sections[0].id, "question": record.questions[0].id}
    changed = with_text(record, tuple(part.format(**names) for part in where), text)
    assert any(told.format(**names) in fault.wrong for fault in paper_faults(with_records(library(), worksheet=changed)))


def test_the_ends_of_a_row_of_numbers_and_options_are_measured_too() -> None:
    found = 0
    for record in library().worksheets.values():
        for question in record.questions if record.kind == "reflection" else ():
            at = ("en", "questions", question.id)
            fields = [(*at, "low")] * (question.type == "scale") + [(*at, "options", id_) for id_ in question.options[:1]]
            for where in fields:
                told = text_faults(library(), lettering(ROOT), [Spec("cards", with_text(record, where, "on and on " * 90), "en")])
                assert [".".join(where[:4]) in fault.wrong or ".".join(at) in fault.wrong for fault in told] == [True]
                found += 1
    assert found


def test_a_glossary_term_that_is_too_long_is_named_in_the_glossary() -> None:
    term = next(term for term in library().terms.values() if term.tooltip)
    own = replace(library(), terms=library().terms | {term.id: with_text(term, ("en", "definition"), "so it goes on " * 60)})
    (fault,) = paper_faults(own)
    assert fault.file == "docs/glossary.yml"
    rows = (ROOT / fault.file).read_text(encoding="utf-8").splitlines()
    assert "definition:" in rows[fault.line - 1]
    assert any(row.strip() == f"- id: {term.id}" for row in rows[: fault.line])


def test_what_the_check_lets_through_is_what_the_printer_takes() -> None:
    """A set with a text one letter over raises while it is laid out; with what the check allows it does not."""
    record = library().card_sets["need-question-wish-cards"]
    place = ("nl", "cards", record.cards[0].id, "back")
    changed = with_text(record, place, "woorden " * 90)
    spec = Spec("cards", changed, "nl", "large")
    with pytest.raises(CardTooLong):
        sheet_html(library(), spec)
    (fault,) = text_faults(library(), lettering(ROOT), [spec])
    most = int(fault.fix.removeprefix("write at most ").removesuffix(" letters"))
    assert sheet_html(library(), Spec("cards", with_text(record, place, ("woorden " * 90)[:most]), "nl", "large"))


def test_every_card_and_poster_that_is_printed_is_measured() -> None:
    printed = {spec.name for spec in all_specs(library()) if spec.form == "cards" or spec.template == "poster"}
    assert {spec.name for spec in measured_specs(library())} == printed


# ---- posters ----


def posters() -> list[Worksheet]:
    return [sheet for sheet in library().worksheets.values() if sheet.layout in POSTERS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", [sheet.id for sheet in load(ROOT).worksheets.values() if sheet.layout in POSTERS])
def test_doubled_texts_of_a_poster_are_named_and_what_is_not_named_prints(id_: str, language: str) -> None:
    """All texts twice as long are named; and with those alone that the check does not name, the poster comes out whole."""
    sheet = whole = unnamed = library().worksheets[id_]
    assert poster_faults(sheet, language) == []
    for words in {words.where: words for words in poster_words(sheet, language)}.values():
        twice = f"{words.text} {words.text}"
        whole = with_text(whole, words.where, twice)
        if not poster_faults(longer := with_text(unnamed, words.where, twice), language):
            unnamed = longer
    assert poster_faults(whole, language)
    assert overflowing(unnamed, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", [sheet.id for sheet in load(ROOT).worksheets.values() if sheet.layout in POSTERS])
def test_a_poster_with_the_longest_texts_that_the_check_lets_through_is_one_page_without_a_clipped_text(id_: str, language: str) -> None:
    sheet = library().worksheets[id_]
    grown = 0
    for words in poster_words(sheet, language):
        text = words.text
        for more in ("en verder gaat het", "en dan", "al"):
            while not poster_faults(longer := with_text(sheet, words.where, f"{text} {more}"), language):
                sheet, text = longer, f"{text} {more}"
                grown += 1
    assert grown > len(poster_words(sheet, language)), "texts have grown to the border"
    assert poster_faults(sheet, language) == []
    assert overflowing(sheet, language) == []


def test_a_poster_with_more_parts_than_it_has_room_for_says_so() -> None:
    sheet = library().worksheets["stafkaart"]
    path, rest = sheet.sections
    many = sheet.model_copy(update={"sections": [path, *[rest] * 5]})
    told = [str(fault) for fault in poster_faults(many, "nl")]
    assert any("has no room left" in line and "layout: questions" in line for line in told)


def test_words_that_are_wider_than_a_field_are_named() -> None:
    sheet = library().worksheets["swot-sheet"]
    where = ("nl", "sections", sheet.sections[-1].id, "title")
    (fault,) = poster_faults(with_text(sheet, where, "Rindvleesetiketteringstoezicht"), "nl")
    assert "the word 'Rindvleesetiketteringstoezicht' is wider than the poster" in fault.wrong


def overflowing(sheet: Worksheet, language: str) -> list[str]:
    """What is wrong with the laid-out poster: more pages, texts over the edge of their boxes, texts over each other."""
    spec = Spec("worksheet", sheet, language, "a3")
    document = printer().lay_out(sheet_html(library(), spec), spec.styles)
    if len(document.pages) != 1:
        return [f"{len(document.pages)} pages"]
    page = document.pages[0]._page_box
    inside = (page.content_box_x() * MM, page.content_box_y() * MM, page.width * MM, page.height * MM)
    wrong, seen = [], []
    for holder, text, box in _texts(page, inside, ""):
        left, top, width, height = box
        if left + width > holder[0] + holder[2] + HAIR or top + height > holder[1] + holder[3] + HAIR:
            wrong.append(
                f"'{text}' ends at {left + width:.1f}, {top + height:.1f}, its box at {holder[0] + holder[2]:.1f}, {holder[1] + holder[3]:.1f}"
            )
        for other, (x, y, w, h) in seen:
            if left < x + w - HAIR and x < left + width - HAIR and top < y + h - HAIR and y < top + height - HAIR:
                wrong.append(f"'{text}' stands on '{other}'")
        seen.append((text, box))
    assert seen
    return wrong


FIXED = {"sheet-top", "poster-row", "part", "field", "poster-rest"}
"""Elements whose height the text does not change; a cell of the table may grow, and moves what is below it."""


def _texts(
    box: Any, holder: tuple[float, float, float, float], kind: str
) -> Iterator[tuple[tuple, str, tuple[float, float, float, float]]]:
    """The lines of text of the page itself: the box that must hold each, its words, and its place in mm with the height of its type."""
    name = type(box).__name__
    if name == "MarginBox" or "running" in str(box.style["position"]):
        return
    classes = set((box.element.get("class") or "").split()) if getattr(box, "element", None) is not None and "Box" in name else set()
    if name == "TextBox":
        # A line of print stands in the middle of its line box; ascenders to descenders are 1.0 of the type size.
        size = box.style["font_size"]
        high = min(box.height, size)
        yield holder, box.text, (box.position_x * MM, (box.position_y + (box.height - high) / 2) * MM, box.width * MM, high * MM)
        return
    fixed = classes & FIXED and name in ("BlockBox", "FlexBox") and isinstance(box.height, int | float)
    if fixed and ("field" not in classes or box.style["height"] != "auto"):
        holder = (box.padding_box_x() * MM, box.padding_box_y() * MM, box.padding_width() * MM, box.padding_height() * MM)
    for child in getattr(box, "children", ()):
        yield from _texts(child, holder, name)
