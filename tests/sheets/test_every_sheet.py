"""Every sheet of every record, in both languages and all sizes: it fits its pages, says what the record says, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import press
import pytest
from pdfs import FAMILY, fonts_of, letters_on, reader, squeezed, texts_in
from press import library, specs
from pypdf import PdfReader

from learning_network.content.models import LANGUAGES, Exercise, Worksheet
from learning_network.sheets.books import Book, exercises_of, worksheets_of
from learning_network.sheets.fit import white_share
from learning_network.sheets.matrix_sheet import MatrixSheet
from learning_network.sheets.specs import Spec
from learning_network.sheets.worksheets import version_of
from learning_network.sheets.worksheets import words_of as words_of_version
from learning_network.wording.text import plain

pytestmark = pytest.mark.build

MOST_PAGES = {
    ("facilitator", "ordinary"): 4, ("facilitator", "large"): 9, ("participants", "ordinary"): 1, ("participants", "large"): 2,
    ("worksheet", "ordinary"): 4, ("worksheet", "large"): 10, ("worksheet", "a3"): 1, ("form", "ordinary"): 5,
    ("cards", "ordinary"): 40, ("cards", "large"): 80, ("workbook", "ordinary"): 32, ("workbook", "large"): 75,
    ("book", "ordinary"): 110, ("book", "large"): 240, ("matrix", "a3"): 4, ("matrix", "large"): 45,
}  # fmt: skip
"""What we mean each kind of sheet to be at most. More is a sheet that nobody hands out."""

PORTRAIT, A3_LANDSCAPE = (595, 842), (1191, 842)
FONTS = {FAMILY, f"{FAMILY}-Bold", f"{FAMILY}-Oblique", f"{FAMILY}-Bold-Oblique"}
FULL, LAST_FULL = 0.6, 0.85
"""The most white under the last line of a worksheet's page, and of its last page."""
CLOSE = 0.4
"""The part of their height by which the boxes of two lines may overlap: a box is higher than its letters."""
LARGE = 16
"""The least size of a letter in large print, in points."""
HEADINGS = ("h1", "h2", "h3", "h4")
FACILITATORS = (
    "purpose", "room", "preparation", "steps", "facilitator_notes", "debrief", "variations", "pitfalls", "material_notes",
)  # fmt: skip
KINDS = list(dict.fromkeys((spec.form, spec.size, spec.language) for spec in specs().values()))


@pytest.mark.parametrize(("form", "size", "language"), KINDS, ids=["-".join(kind) for kind in KINDS])
def test_every_sheet_fits_and_is_true(form: str, size: str, language: str, caplog: pytest.LogCaptureFixture) -> None:
    faults = []
    caplog.set_level("WARNING", "weasyprint")
    for name, spec in specs().items():
        if (spec.form, spec.size, spec.language) == (form, size, language):
            document = press.laid_out(name)
            pdf = reader(press.printed(name))
            faults += [f"{name}: {fault}" for fault in (*paper(spec, document), *program(spec, pdf), *truth(spec, pdf, document))]
            press.forget(name)
    assert faults == []
    assert {record.getMessage() for record in caplog.records} == set(), "what WeasyPrint did not understand or find"


def paper(spec: Spec, document: Any) -> Iterator[str]:
    """What would look wrong in the hand."""
    pages = document.pages
    if len(pages) > MOST_PAGES[spec.form, spec.size]:
        yield f"{len(pages)} pages"
    size = A3_LANDSCAPE if spec.size == "a3" else PORTRAIT
    for number, page in enumerate(pages, start=1):
        if (round(page.width * 0.75), round(page.height * 0.75)) != size:
            yield f"page {number} is {page.width} by {page.height} pixels"
        lines = sorted(words_on(page._page_box.children[0]), key=lambda line: line[2])
        white = white_share(page)
        if spec.form == "worksheet" and white > (FULL if number < len(pages) else LAST_FULL):
            yield f"page {number} is {white:.0%} white"
        if white > 0.97 and spec.form != "cards":  # cards lie on the page, outside its flow
            yield f"page {number} is blank"
        if lines and lines[-1][0] in HEADINGS and white > 0.02 and number < len(pages) and not drawn_below(page, lines[-1][2]):
            yield f"page {number} ends on the heading '{lines[-1][1]}'"
        if spec.form != "cards" or number == len(pages):
            yield from (f"page {number}: {fault}" for fault in overlaps(page))
        for _, words, bottom, right in lines:
            if right > page.width + 0.5 or bottom > page.height + 0.5:
                yield f"page {number}: '{words}' runs off the paper"
            elif spec.form != "cards" and (right > inside(page)[0] or bottom > inside(page)[1]):
                yield f"page {number}: '{words}' runs into the margin"


def words_on(box: Any, tag: str = "") -> Iterator[tuple[str, str, float, float]]:
    """The lines of a page's text: the block that they belong to, the words, and where they end below and to the right."""
    name = getattr(box, "element_tag", "") or ""
    if name in (*HEADINGS, "p", "li", "td", "th", "dd", "dt", "div", "section"):
        tag = name
    if type(box).__name__ == "TextBox" and box.text.strip():
        yield tag, box.text.strip(), box.position_y + box.height, box.position_x + box.width
    for child in getattr(box, "children", ()):
        yield from words_on(child, tag)


def overlaps(page: Any) -> Iterator[str]:
    """Lines of text that stand on each other."""
    seen: list[Any] = []
    boxes = [box for box in page._page_box.children[0].descendants() if type(box).__name__ == "TextBox" and box.text.strip()]
    for box in sorted(boxes, key=lambda box: box.position_y):
        seen = [other for other in seen if other.position_y + other.height > box.position_y]
        for other in seen:
            down = min(box.position_y + box.height, other.position_y + other.height) - box.position_y
            across = min(box.position_x + box.width, other.position_x + other.width) - max(box.position_x, other.position_x)
            if across > 1 and down > CLOSE * min(box.height, other.height):
                yield f"'{box.text.strip()}' stands on '{other.text.strip()}'"
        seen.append(box)


def drawn_below(page: Any, bottom: float) -> bool:
    """Whether lines to write on, a field or a table stand below this height."""
    limit = inside(page)[1]
    return any(
        box.position_y >= bottom - 4 and box.position_y < limit and isinstance(box.height, int | float) and box.height > 4
        for box in page._page_box.children[0].descendants()
        if not getattr(box, "children", ()) and type(box).__name__ != "TextBox"
    )


def inside(page: Any) -> tuple[float, float]:
    """Where the margins begin, to the right and below."""
    box = page._page_box
    return box.content_box_x() + box.width + 1, box.content_box_y() + box.height + 1


def program(spec: Spec, pdf: PdfReader) -> Iterator[str]:
    """What programs and screen readers need to know of it."""
    root = pdf.trailer["/Root"].get_object()
    words = getattr(spec.record, spec.language)
    title = words_of_version(spec.record, spec.language, spec.variant).title if isinstance(spec.record, Worksheet) else words.title
    if root.get("/Lang") != spec.language:
        yield f"its language is {root.get('/Lang')}"
    if pdf.metadata is None or pdf.metadata.title != plain(title):
        yield f"its title is {pdf.metadata and pdf.metadata.title}"
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield "it has no tags"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a reader shows its file name instead of its title"
    if not pdf.outline:
        yield "it has no bookmarks"
    yield from (f"a picture of page {page} says nothing to who hears it" for page in mute_pictures(root["/StructTreeRoot"]))
    if strange := fonts_of(pdf) - FONTS - ({"Helvetica"} if spec.form == "form" else set()):
        yield f"fonts {strange}"


def mute_pictures(node: Any) -> Iterator[str]:
    """The pictures in a tree of tags that have no words."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for part in node:
            yield from mute_pictures(part)
    elif isinstance(node, dict):
        if node.get("/S") == "/Figure" and not node.get("/Alt"):
            yield str(node.get("/Pg"))[:40]
        if "/K" in node:
            yield from mute_pictures(node["/K"])


def truth(spec: Spec, pdf: PdfReader, document: Any) -> Iterator[str]:
    """What it must say, and what it must not."""
    said = body_of(document)
    yield from on_paper(spec, pdf, document)
    yield from (f"'{text}' is not on it" for text in must_say(spec) if squeezed(text) not in said)
    yield from (f"'{text}' is the facilitator's" for text in must_not_say(spec) if squeezed(text) in said)


def on_paper(spec: Spec, pdf: PdfReader, document: Any) -> Iterator[str]:
    """Lines of the laid-out pages that do not come out of the PDF, and letters too small for large print: in head, foot and drawings too."""
    for number, (page, laid_out) in enumerate(zip(pdf.pages, document.pages, strict=True), start=1):
        said, smallest = letters_on(page)
        lines = (line for _, line, _, _ in words_on(laid_out._page_box))
        yield from (f"'{line}' was laid out and not printed" for line in lines if squeezed(line) not in said)
        if spec.size == "large" and smallest < LARGE:
            yield f"page {number} has letters of {smallest} points"


def body_of(document: Any) -> str:
    """The words of all pages without head and foot, so that a text that goes on overleaf is in one piece."""
    lines = (line for page in document.pages for _, line, _, _ in words_on(page._page_box.children[0]))
    return squeezed("".join(lines))


def must_say(spec: Spec) -> Iterator[str]:
    record, language = spec.record, spec.language
    words = getattr(record, language)
    if spec.form == "facilitator":
        yield from (text for field in FACILITATORS for text in texts_in(getattr(words, field)))
    elif spec.form == "participants":
        yield from texts_in(words.task)
    elif isinstance(record, Worksheet) and spec.form in ("worksheet", "form"):
        untitled = (record.layout, spec.size) == ("map", "a3")  # on that poster the questions stand without the titles above them
        for section in version_of(record, spec.variant).sections:
            if not untitled:
                yield plain(words.sections[section.id].title)
            yield from (plain(words.questions[question.id].label) for question in section.questions)
    elif isinstance(record, Book):
        yield from of_book(record, language)
    elif isinstance(record, MatrixSheet) and spec.variant != "blank":
        yield from (plain(getattr(tool, language).name) for tool in library().tools.values())


def of_book(book: Book, language: str) -> Iterator[str]:
    phases = tuple(library().phases[id_] for id_ in book.phases)
    for phase in phases:
        words = getattr(phase, language)
        yield from texts_in([words.name, words.take_home, words.ready_when, words.go_back_when])
        yield from texts_in([getattr(exercise, language).purpose for exercise in exercises_of(library(), phase)])
    for worksheet in worksheets_of(library(), phases):
        yield from (plain(question.label) for question in getattr(worksheet, language).questions.values())
    if book.whole:
        yield from texts_in([getattr(term, language).definition for term in library().terms.values()])
    yield from (library().sources[id_].authors for id_ in book.sources)


def must_not_say(spec: Spec) -> Iterator[str]:
    """Of an exercise, what only the facilitator reads, unless the task or the summary says it too."""
    if not isinstance(spec.record, Exercise) or spec.form != "participants":
        return
    words = getattr(spec.record, spec.language)
    allowed = squeezed(" ".join([*texts_in(words.task), plain(words.summary), plain(words.title)]))
    for field in FACILITATORS:
        for text in texts_in(getattr(words, field)):
            if len(squeezed(text)) > 12 and squeezed(text) not in allowed:
                yield text


def test_every_record_has_its_sheets_in_both_languages() -> None:
    names = set(specs())
    for language in LANGUAGES:
        for id_ in library().exercises:
            assert {f"{language}/{id_}-{form}{size}.pdf" for form in ("facilitator", "participants") for size in ("", "-large")} <= names
        for id_ in library().worksheets:
            assert {f"{language}/{id_}{kind}.pdf" for kind in ("", "-large", "-form")} <= names
        wanted = {f"phase-{phase.number}" for phase in library().phases.values()} | {"all"}
        assert {f"{language}/{name}{size}.pdf" for name in wanted for size in ("", "-large")} <= names
        matrix = {f"tool-matrix-{variant}-{size}" for variant in ("blank", "tools", "filled") for size in ("a3", "large")}
        assert {f"{language}/{name}.pdf" for name in matrix} <= names


def test_letters_too_small_for_large_print_are_found() -> None:
    """The check above can fail: it finds the foot of an ordinary sheet."""
    large, ordinary = specs()["nl/swot-participants-large.pdf"], "nl/swot-participants.pdf"
    faults = list(on_paper(large, reader(press.printed(ordinary)), press.laid_out(ordinary)))
    assert faults == ["page 1 has letters of 7.5 points"]
