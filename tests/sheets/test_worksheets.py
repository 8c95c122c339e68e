"""Worksheets on paper: every question with the room it deserves, no page for a few words, nothing cut in two."""

from __future__ import annotations

from typing import Any

import press
import pytest
from pdfs import FAMILY, fonts_of, reader, squeezed, texts_in, words_of
from press import ROOT, library, printer

from learning_network.content.models import LANGUAGES
from learning_network.content.models.worksheet import Question
from learning_network.sheets import looks
from learning_network.sheets.finishing import print_sheet
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.printer import Printer
from learning_network.sheets.specs import Spec, all_specs
from learning_network.sheets.worksheet_fit import spaced
from learning_network.sheets.worksheets import is_long, parts, shape
from learning_network.sheets.worksheets import words_of as words_of_version

A_LINE = 7.3 * 96 / 25.4
"""The least distance between writing lines, in CSS pixels: that of a narrow exercise book."""


def name_of(id_: str, language: str = "nl", size: str = "ordinary", variant: str | None = None) -> str:
    return f"{language}/{id_}{f'-{variant}' if variant else ''}{'' if size == 'ordinary' else f'-{size}'}.pdf"


def laid_out(id_: str, language: str = "nl", size: str = "ordinary", variant: str | None = None) -> Any:
    return press.laid_out(name_of(id_, language, size, variant))


def printed(id_: str, language: str = "nl", size: str = "ordinary", variant: str | None = None) -> bytes:
    return press.printed(name_of(id_, language, size, variant))


def boxes(document: Any, tag: str, css_class: str = "") -> list[tuple[int, Any]]:
    """Every box that an element with this tag and class made: the page it stands on, and the box."""
    return [
        (number, box)
        for number, page in enumerate(document.pages)
        for box in page._page_box.descendants()
        if box.element_tag == tag and box.element is not None and css_class in [*(box.element.get("class") or "").split(), ""]
    ]


def shown_texts(id_: str, language: str, variant: str | None = None) -> list[str]:
    """All that a sheet of this version says."""
    worksheet = library().worksheets[id_]
    words = words_of_version(worksheet, language, variant)
    own = parts(worksheet, words, variant)
    found = [words.title, words.purpose, *words.how, *words.afterwards]
    for part in own:
        found += texts_in(part.words)
        for question in part.section.questions:
            found += texts_in(words.questions[question.id])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", ["swot-sheet", "stafkaart", "grrow-sheet", "attitude-check"])
def test_a_sheet_holds_every_text_of_its_record(id_: str, language: str) -> None:
    words = words_of(reader(printed(id_, language)))
    assert [text for text in shown_texts(id_, language) if squeezed(text) not in words] == []


def test_each_question_gets_as_many_lines_as_it_asks_for() -> None:
    worksheet = library().worksheets["grrow-sheet"]
    wanted = sum(q.lines or 0 for q in worksheet.questions if q.type in ("text", "list"))
    lines = [box for _, box in boxes(laid_out("grrow-sheet"), "i") if box.width > 400]
    assert len(lines) == wanted
    assert min(box.border_height() for box in lines) >= A_LINE


def test_grow_is_grrow_without_resources_and_keeps_its_letters() -> None:
    full, short = words_of(reader(printed("grrow-sheet"))), words_of(reader(printed("grrow-sheet", variant="grow")))
    resources = squeezed(library().worksheets["grrow-sheet"].nl.questions["resources"].label)
    assert resources in full
    assert resources not in short
    worksheet = library().worksheets["grrow-sheet"]
    assert [part.marker for part in parts(worksheet, words_of_version(worksheet, "nl", "grow"), "grow")] == list("GROW")
    assert reader(printed("grrow-sheet", variant="grow")).metadata.title == "GROW"  # type: ignore[union-attr]


def test_a_question_stands_on_one_page_with_its_lines() -> None:
    document = laid_out("from-complaint-to-goal")
    label = {box.element: number for number, box in boxes(document, "h3")}
    whole = [(number, box) for number, box in boxes(document, "div", "question") if "long" not in box.element.get("class").split()]
    assert len(whole) == len({box.element for _, box in whole}) > 5, "a question in two pieces"
    for number, box in whole:
        assert label[next(child for child in box.element.iter() if child.tag == "h3")] == number


def test_a_long_table_goes_on_overleaf_under_the_same_head() -> None:
    document = laid_out("goal-check")
    pages = [number for number, _ in boxes(document, "tbody")]
    assert pages == [0, 1], "choose a sheet whose table takes two pages"
    assert [number for number, _ in boxes(document, "thead")] == pages
    named = library().worksheets["goal-check"].questions[1].named_rows
    rows = [box.element for _, box in boxes(document, "tr")]
    assert len(rows) == len(named) + 2 * len(pages), "a row in two pieces, or a head that is not repeated"


def test_lines_come_closer_to_save_a_page_and_never_cost_one() -> None:
    spec = Spec("worksheet", library().worksheets["three-phases-check"], "nl")
    html = sheet_html(library(), spec)
    assert len(printer().lay_out(html, spec.styles).pages) == 3
    assert len(looks.laid_out(printer(), spec, html, None).pages) == 2
    assert "--writing-line: 7.31mm" in spaced(html, 0.86)


def test_in_large_print_a_table_is_a_block_for_each_row() -> None:
    worksheet = library().worksheets["stafkaart"]
    table = worksheet.questions[0]
    assert shape(table, worksheet.nl.questions[table.id], "large") == "rows"
    assert is_long(table, "large")
    assert len(boxes(laid_out("stafkaart", size="large"), "div", "row-block")) == len(table.named_rows)


@pytest.mark.parametrize(
    ("options", "others", "expected"),
    [
        (["ja", "nee"], 1, "ticks"),
        (["ja", "onuitsprekelijk"], 1, "grid"),
        (["a", "b", "c", "d", "e", "f", "g"], 1, "grid"),
        (["ja", "nee"], 2, "grid"),
    ],
)
def test_options_stand_side_by_side_where_they_fit(options: list[str], others: int, expected: str) -> None:
    ids = [f"option-{n}" for n in range(len(options))]
    columns: list[dict[str, object]] = [{"id": "choose", "type": "choice", "options": ids}]
    columns += [{"id": f"other-{n}"} for n in range(others)]
    question = Question.model_validate({"id": "table", "type": "table", "rows": 2, "columns": columns})
    words = library().worksheets["stafkaart"].nl.questions["where-we-stand"]
    words = words.model_copy(update={"options": dict(zip(ids, options, strict=True))})
    assert shape(question, words, "ordinary") == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", ["swot-sheet", "stafkaart", "click-on-four-levels"])
def test_a_poster_is_one_a3_with_a_title_to_read_from_three_metres(id_: str, language: str) -> None:
    pdf = reader(printed(id_, language, "a3"))
    (page,) = pdf.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (1191, 842)
    title = getattr(library().worksheets[id_], language).title
    sizes = [0.0]

    def note(text: str, matrix: Any, place: Any, font: Any, size: float) -> None:
        if text.strip() == title:
            sizes.append(size * abs(matrix[3]) * abs(place[3]))

    page.extract_text(visitor_text=note)
    assert max(sizes) > 45, "capitals of eleven millimetres"
    words = library().worksheets[id_]
    for part in words.sections:
        assert squeezed(getattr(words, language).questions[part.questions[0].id].label) in words_of(pdf)


def test_only_sheets_that_a_group_fills_in_together_come_as_a_poster() -> None:
    posters = {spec.name for spec in all_specs(library()) if spec.size == "a3"}
    assert {"nl/swot-sheet-a3.pdf", "en/stafkaart-a3.pdf"} <= posters
    assert "nl/person-sheet-a3.pdf" not in posters


def test_a_sheet_says_what_it_is_to_people_and_to_programs() -> None:
    pdf = reader(printed("swot-sheet", "en"))
    root = pdf.trailer["/Root"].get_object()
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == library().worksheets["swot-sheet"].en.title
    assert fonts_of(pdf) == {FAMILY, f"{FAMILY}-Bold"}


def test_the_printed_bytes_are_the_same_each_time() -> None:
    spec = Spec("worksheet", library().worksheets["person-sheet"], "nl")
    again = print_sheet(Printer(ROOT), library(), spec, sheet_html(library(), spec), None).data
    assert again == printed("person-sheet")
