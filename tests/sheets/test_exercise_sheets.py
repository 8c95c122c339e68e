"""The two sheets of an exercise: everything that the facilitator needs, and for participants the task alone."""

from __future__ import annotations

import press
import pytest
from pdfs import FAMILY, fonts_of, reader, squeezed, texts_in, words_of
from press import library

from learning_network.content.models import LANGUAGES, Exercise
from learning_network.sheets.fit import ALMOST_EMPTY, white_share
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.specs import Spec

FACILITATORS = (
    "purpose", "room", "preparation", "steps", "facilitator_notes", "debrief", "variations", "pitfalls", "material_notes",
)  # fmt: skip
"""What only the facilitator's sheet shows."""


def printed(form: str, id_: str, language: str, size: str = "ordinary") -> bytes:
    return press.printed(f"{language}/{id_}-{form}{'' if size == 'ordinary' else f'-{size}'}.pdf")


def facilitators_texts(exercise: Exercise, language: str) -> list[str]:
    words = getattr(exercise, language)
    return [text for field in FACILITATORS for text in texts_in(getattr(words, field))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facilitators_sheet_holds_every_text_of_the_record(language: str) -> None:
    exercise = library().exercises["brainstorm-on-obstacles"]
    words = words_of(reader(printed("facilitator", exercise.id, language)))
    missing = [text for text in facilitators_texts(exercise, language) if squeezed(text) not in words]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", ["brainstorm-on-obstacles", "swot"])
def test_the_participants_sheet_holds_the_task_and_nothing_of_the_facilitators(id_: str, language: str) -> None:
    exercise = library().exercises[id_]
    pdf = reader(printed("participants", id_, language))
    words = words_of(pdf)
    assert [text for text in texts_in(getattr(exercise, language).task) if squeezed(text) not in words] == []
    assert [text for text in facilitators_texts(exercise, language) if len(squeezed(text)) > 12 and squeezed(text) in words] == []
    assert len(pdf.pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_participants_page_is_made_from_a_facilitators_field(language: str) -> None:
    task = {}
    for exercise in library().exercises.values():
        html = squeezed(sheet_html(library(), Spec("participants", exercise, language)))
        said = squeezed(" ".join(texts_in(getattr(exercise, language).task)) + getattr(exercise, language).summary)
        leaks = [t for t in facilitators_texts(exercise, language) if len(squeezed(t)) > 20 and squeezed(t) in html]
        task[exercise.id] = [t for t in leaks if squeezed(t) not in said]
    assert {id_: leaks for id_, leaks in task.items() if leaks} == {}


def test_a_sheet_says_what_it_is_to_people_and_to_programs() -> None:
    pdf = reader(printed("facilitator", "swot", "en"))
    root = pdf.trailer["/Root"].get_object()
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == library().exercises["swot"].en.title
    assert [item.title for item in pdf.outline if not isinstance(item, list)], "bookmarks"
    assert fonts_of(pdf) == {FAMILY, f"{FAMILY}-Bold"}
    for number, page in enumerate(pdf.pages, start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        text = squeezed(page.extract_text())
        assert f"{number}{len(pdf.pages)}" in text, "page x of y"
        assert squeezed("CC BY 4.0") in text
        assert squeezed(library().network.name.en) in text


def test_a_sheet_ends_on_a_page_that_holds_something() -> None:
    """What spills a few lines onto a page of its own in ordinary type is set tighter, and then has a page less."""
    saved = []
    for spec in press.specs().values():
        if spec.form == "facilitator" and spec.size == "ordinary" and spec.language == "nl":
            document = press.printer().lay_out(press.html(spec.name), spec.styles)
            if len(document.pages) > 1 and white_share(document.pages[-1]) > ALMOST_EMPTY:
                saved.append(len(document.pages) - len(press.laid_out(spec.name).pages))
    assert saved, "no sheet spills over any more: this test has nothing to test"
    assert 1 in saved


@pytest.mark.parametrize("size", ["ordinary", "large"])
def test_hand_outs_have_lines_down_to_the_foot(size: str) -> None:
    for spec in press.specs().values():
        if spec.form == "participants" and spec.size == size and spec.language == "nl":
            page = press.laid_out(spec.name).pages[-1]
            lines = [box for box in page._page_box.descendants() if box.element_tag == "i" and box.border_width() > 400]
            assert 5 <= len(lines) <= 22, spec.name
            assert len(lines) == 22 or white_share(page) * page._page_box.height < lines[0].border_height(), spec.name
