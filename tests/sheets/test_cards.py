"""Cards to cut out: backs behind their own fronts, marks to cut along, no text clipped, nothing given away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from pdfs import reader
from press import library, printed, specs
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from learning_network.sheets.card_pages import GRIDS, CardTooLong, Fit, Grid, card_pages, cutting_marks
from learning_network.sheets.cards import PICTURES, Card, cards_of, filled, pictures
from learning_network.sheets.lettering import lettering
from learning_network.sheets.specs import all_specs
from learning_network.wording.text import plain
from learning_network.words.strings import strings

ROOT = Path(__file__).resolve().parents[2]
MM_PER_PX = 25.4 / 96
WIDTH, HEIGHT = 210.0, 297.0
SORTING = "need-question-wish-cards"


@dataclass(frozen=True)
class Line:
    """A line of print: its text, where it begins (mm from the top left, at its baseline) and its size in points."""

    text: str
    x: float
    y: float
    size: float


@cache
def pdf(name: str) -> PdfReader:
    return reader(printed(name))


def cards(name: str) -> list[Card]:
    spec = specs()[name]
    return filled(cards_of(spec.record, spec.language), GRIDS[spec.size].per_page, strings(spec.language))


def lines(page: PageObject) -> list[Line]:
    found: list[Line] = []

    def seen(text: str, matrix: list[float], place: list[float], font: object, size: float) -> None:
        if text.strip():
            found.append(Line(" ".join(text.split()), place[4] * MM_PER_PX, place[5] * MM_PER_PX, size * 0.75))

    page.extract_text(visitor_text=seen)
    return found


def cells(page: PageObject, grid: Grid) -> dict[tuple[int, int], list[Line]]:
    """The lines of each card: (row, column) -> its lines from top to bottom; what stands in the margins is left out."""
    found: dict[tuple[int, int], list[Line]] = {}
    for line in lines(page):
        row, column = int((line.y - grid.top) // grid.height), int((line.x - grid.left) // grid.width)
        if 0 <= row < grid.rows and 0 <= column < grid.columns:
            found.setdefault((row, column), []).append(line)
    return found


def said(of: list[Line]) -> str:
    return re.sub(r"\s+", "", "".join(line.text for line in of))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", plain(text))


def sheets(name: str) -> Iterator[tuple[PageObject, PageObject, list[Card]]]:
    """Each sheet of a set: the page of fronts, the page of backs, and the cards on it."""
    grid, pages, all_cards = GRIDS[specs()[name].size], pdf(name).pages, cards(name)
    for number in range(len(all_cards) // grid.per_page):
        yield pages[2 * number], pages[2 * number + 1], all_cards[number * grid.per_page : (number + 1) * grid.per_page]


SETS = [f"nl/{SORTING}.pdf", f"en/{SORTING}-large.pdf", "nl/tension-pairs-cards.pdf"]


@pytest.mark.parametrize("name", SETS)
def test_each_front_and_its_back_hold_their_whole_text_and_lie_behind_each_other(name: str) -> None:
    grid = GRIDS[specs()[name].size]
    for front_page, back_page, on_sheet in sheets(name):
        fronts, backs = cells(front_page, grid), cells(back_page, grid)
        for i, card in enumerate(on_sheet):
            row, column = divmod(i, grid.columns)
            front, back = fronts[row, column], backs[row, grid.columns - 1 - column]
            for text in (card.front, card.lead, *card.choices):
                assert squeezed(text) in said(front), card.id
            assert squeezed(card.back) in said(back), card.id
            assert squeezed(card.mark) in said(back), card.id
            left = grid.left + column * grid.width
            behind = WIDTH - left - grid.width
            assert front[-1].x - left == pytest.approx(back[-1].x - behind, abs=0.5), f"{card.id}: the feet"
            if card.back:
                assert front[0].x - left == pytest.approx(back[0].x - behind, abs=0.5), card.id
            assert front[-1].y == pytest.approx(back[-1].y, abs=0.5), f"{card.id}: the feet of front and back"


@pytest.mark.parametrize(("name", "per_page"), [(f"nl/{SORTING}.pdf", 8), (f"en/{SORTING}-large.pdf", 4)])
def test_sixteen_cards_take_two_sheets_or_four_in_large_print_and_a_page_on_how_to_use_them(name: str, per_page: int) -> None:
    grid = GRIDS[specs()[name].size]
    pages = pdf(name).pages
    for page in pages[: 2 * 16 // per_page]:
        assert len(cells(page, grid)) == per_page
        assert (float(page.mediabox.width) / 72 * 25.4, float(page.mediabox.height) / 72 * 25.4) == pytest.approx((WIDTH, HEIGHT), abs=0.1)
    assert len(pages) == 2 * 16 // per_page + 1


def test_the_front_of_a_card_to_sort_tells_neither_pile_nor_number() -> None:
    language, grid = "nl", GRIDS["ordinary"]
    piles = library().card_sets[SORTING].nl.piles.values()
    for front_page, _, on_sheet in sheets(f"{language}/{SORTING}.pdf"):
        fronts = cells(front_page, grid)
        for i, card in enumerate(on_sheet):
            front = said(fronts[divmod(i, grid.columns)])
            rest = front.replace(squeezed(card.front), "").replace(squeezed(library().card_sets[SORTING].nl.title), "")
            assert rest == "", f"{card.id}: '{rest}' stands on the front as well"
    assert any(
        pile in said(of) for _, back, _ in sheets(f"{language}/{SORTING}.pdf") for of in cells(back, grid).values() for pile in piles
    )


def test_the_first_page_says_how_to_print_and_cut_and_only_the_first() -> None:
    for language in ("nl", "en"):
        told = [squeezed(strings(language)("sheets.cut")) in said(lines(page)) for page in pdf(f"{language}/scale-cards.pdf").pages]
        assert told == [True, False, False, False, False]


@pytest.mark.parametrize("name", [f"nl/{SORTING}.pdf", f"en/{SORTING}-large.pdf"])
def test_marks_to_cut_along_stand_in_the_margins_at_each_edge_of_the_cards(name: str) -> None:
    grid = GRIDS[specs()[name].size]
    right, bottom = WIDTH - grid.left, HEIGHT - grid.top
    for front_page, back_page, _ in sheets(name):
        drawn = strokes(front_page)
        assert drawn == strokes(back_page), "marks of front and back lie on top of each other"
        assert {x for x, _, x2, _ in drawn if x == x2} == {round(grid.left + n * grid.width, 1) for n in range(grid.columns + 1)}
        assert {y for _, y, _, y2 in drawn if y == y2} == {round(grid.top + n * grid.height, 1) for n in range(grid.rows + 1)}
        for x1, y1, x2, y2 in drawn:
            above_or_below = max(y1, y2) < grid.top or min(y1, y2) > bottom
            beside = max(x1, x2) < grid.left or min(x1, x2) > right
            assert above_or_below or beside, "a mark runs into the cards"
            nearest = min(x1, y1, WIDTH - max(x1, x2), HEIGHT - max(y1, y2))
            assert nearest > 4, "printers cannot reach the last 4 mm"


def test_the_text_in_the_margins_keeps_clear_of_the_cards_the_marks_and_the_edge() -> None:
    for name in (f"nl/{SORTING}.pdf", "nl/reflection-start-cards-large.pdf", "en/terms-cards-large.pdf"):
        grid = GRIDS[specs()[name].size]
        verticals = [x for x, _, x2, _ in cutting_marks(grid) if x == x2]
        for page in (page for pair in sheets(name) for page in pair[:2]):
            for line in lines(page):
                if grid.top < line.y < HEIGHT - grid.top:
                    continue
                assert min(line.y - line.size * 0.35, HEIGHT - line.y) > 4, line
                assert min(abs(line.x - x) for x in verticals) > 1, line
                assert line.y < grid.top - 1 or line.y - line.size * 0.35 > HEIGHT - grid.top + 1, line


def test_large_print_has_no_letter_under_sixteen_points() -> None:
    for name in (f"nl/{SORTING}-large.pdf", "en/tension-pairs-cards-large.pdf"):
        for page in pdf(name).pages:
            for line in lines(page):
                assert line.size >= 15.99, line


def test_a_text_that_is_twice_as_long_shrinks_or_is_named_with_what_is_too_much() -> None:
    grid, letters = GRIDS["ordinary"], lettering(ROOT)
    fit = Fit(grid, letters, "a-set", "nl", "Een set")
    short = Card("a-card", front="Wat wil je dat blijft?", back="Wacht op het antwoord.")
    longer = replace(short, front="Wat wil je dat blijft, ook als het later anders moet? " * 3)
    assert fit.front(short)[0] == grid.fronts[0] > fit.front(longer)[0]
    text = "woorden " * 90
    with pytest.raises(CardTooLong, match=r"card 'a-card' of a-set, back \(nl\): (\d+) letters too many") as error:
        fit.back(replace(short, back=text))
    too_many = int(re.search(r"(\d+) letters", str(error.value))[1])  # type: ignore[index]
    fit.back(replace(short, back=text.strip()[: -too_many - 1]))
    with pytest.raises(CardTooLong, match="front"):
        fit.front(replace(short, front="onafscheidbaarheidsgevoelens" * 3))


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_the_longest_texts_that_a_record_may_hold_fit_on_a_card(grid: Grid) -> None:
    title = max((plain(of.nl.title) for of in library().card_sets.values()), key=len)
    fit = Fit(grid, lettering(ROOT), "a-set", "nl", title)
    words = "Vraag wat erin zit, en wacht tot de ander iets zegt over wat telkens belangrijk blijft. " * 4
    card = Card("a-card", front=words[:180], back=words[:260], mark="Verkennen · 16 / 16")
    assert fit.front(card)
    assert fit.back(card)


def test_what_is_measured_is_never_less_than_what_is_printed() -> None:
    grid, letters = GRIDS["ordinary"], lettering(ROOT)
    for front_page, back_page, on_sheet in sheets(f"nl/{SORTING}.pdf"):
        fronts, backs = cells(front_page, grid), cells(back_page, grid)
        for i, card in enumerate(on_sheet):
            row, column = divmod(i, grid.columns)
            for text, of in ((card.front, fronts[row, column]), (card.back, backs[row, grid.columns - 1 - column])):
                body = [line for line in of if line.size > grid.foot + 0.1]
                counted = letters.lines(text, body[0].size, grid.inner)
                assert counted is not None
                assert len({round(line.y) for line in body}) <= counted <= len({round(line.y) for line in body}) + 1, card.id


def test_a_small_set_comes_as_often_as_it_goes_on_a_page_and_empty_cards_fill_the_rest() -> None:
    t = strings("nl")
    two, three = [Card("a", "A"), Card("b", "B")], [Card("a", "A"), Card("b", "B"), Card("c", "C")]
    assert [card.id for card in filled(two, 8, t)] == ["a", "b"] * 4
    assert [card.id for card in filled(three, 8, t)] == ["a", "b", "c"] * 2 + ["own"] * 2
    assert len(filled([*two * 4, Card("i", "I")], 8, t)) == 16


def test_a_table_with_named_rows_gives_a_card_for_each_row() -> None:
    sheet = library().worksheets["attitude-check"]
    found = {card.id: card for card in cards_of(sheet, "nl")}
    first = sheet.nl.questions["how-i-listen"]
    assert found["how-i-listen-not-knowing"].front == first.rows["not-knowing"]
    assert found["how-i-listen-not-knowing"].lead == first.label
    assert len(found) == 9


def test_terms_come_in_alphabetical_order_and_leave_out_what_needs_no_explaining() -> None:
    for language in ("nl", "en"):
        terms = [plain(card.front) for card in cards_of(specs()[f"{language}/terms-cards.pdf"].record, language)]
        assert terms == sorted(terms, key=str.casefold)
        assert len(terms) == sum(term.tooltip for term in library().terms.values())


def test_the_pictures_are_drawn_in_ink_and_one_grey_without_text_and_are_told_in_words() -> None:
    assert {path.name.removesuffix(".svg.j2") for path in PICTURES.glob("*.svg.j2")} == set(pictures())
    assert len(pictures()) in (16, 24)
    for id_, told in pictures().items():
        svg = (PICTURES / f"{id_}.svg.j2").read_text(encoding="utf-8")
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"none", "currentColor", "var(--phase)", "var(--sheet, var(--paper))"}
        assert "<text" not in svg
        assert set(told) == {"nl", "en"}
        assert told["nl"] != told["en"]
    shown = [str(alt) for alt in alternatives(pdf("en/picture-cards-cards.pdf"))]
    assert shown == [told["en"] for told in pictures().values()]


def test_backs_of_pictures_are_blank_but_for_the_set_and_a_number() -> None:
    for _, back_page, on_sheet in sheets("nl/picture-cards-cards.pdf"):
        backs = cells(back_page, GRIDS["ordinary"])
        assert sorted(said(of) for of in backs.values()) == sorted(squeezed(f"{card.mark} Prentenkaarten") for card in on_sheet)


def test_a_set_that_needs_it_carries_the_safety_note() -> None:
    assert library().card_sets["scale-cards"].safety
    assert "1813" in said(lines(pdf("nl/scale-cards.pdf").pages[-1]))


def test_pages_are_pure_and_backs_mirror_fronts_for_any_number_of_cards() -> None:
    grid = GRIDS["ordinary"]
    fit = Fit(grid, lettering(ROOT), "a-set", "nl", "Een set")
    pages = card_pages([Card(str(n), f"Vraag {n}?", "Hulp.") for n in range(11)], grid, fit)
    assert [(page.side, page.number, len(page.faces)) for page in pages] == [
        ("front", 1, 8),
        ("back", 1, 8),
        ("front", 2, 3),
        ("back", 2, 3),
    ]
    for fronts, backs in zip(pages[::2], pages[1::2], strict=True):
        behind = {face.card.id: face for face in backs.faces}
        for face in fronts.faces:
            assert behind[face.card.id].left == pytest.approx(WIDTH - face.left - grid.width)
            assert behind[face.card.id].top == face.top


def test_no_two_sheets_have_the_same_name_and_each_set_comes_in_both_languages_and_sizes() -> None:
    names = [spec.name for spec in all_specs(library())]
    assert len(names) == len(set(names))
    for name in ("scale-cards", "reflection-start-cards", "picture-cards-cards", "terms-cards"):
        assert {f"{language}/{name}{size}.pdf" for language in ("nl", "en") for size in ("", "-large")} <= set(specs())


@pytest.mark.build
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_set_fits_in_both_sizes(language: str) -> None:
    for name, spec in specs().items():
        if spec.form != "cards" or spec.language != language:
            continue
        grid, pages = GRIDS[spec.size], pdf(name).pages
        card_sides = len(cards(name)) // grid.per_page * 2
        guide = len(pages) - card_sides
        assert guide == 1 or (guide == 2 and spec.size == "large"), f"{name}: {guide} pages on how to use the cards"
        for front_page, back_page, on_sheet in sheets(name):
            fronts, backs = cells(front_page, grid), cells(back_page, grid)
            for i, card in enumerate(on_sheet):
                row, column = divmod(i, grid.columns)
                front, back = fronts[row, column], backs[row, grid.columns - 1 - column]
                assert squeezed(card.front) in said(front), f"{name}: {card.id}"
                assert squeezed(card.back) in said(back), f"{name}: {card.id}"
                for of in (front, back):
                    foot = min(line.y for line in of if line.size <= grid.foot + 0.1 and line.y > of[-1].y - 22)
                    top = grid.top + row * grid.height
                    assert all(top + 3 < line.y - line.size * 0.3 and line.y < top + grid.height - 3 for line in of), f"{name}: {card.id}"
                    if grid.foot < 16:
                        body = [line.y for line in of if line.size > grid.foot + 0.1]
                        assert not body or max(body) < foot - 2.5, f"{name}: {card.id} runs into its foot"
        assert pages[-1].extract_text().count("\n") > 8, f"{name}: the last page is nearly empty"


def strokes(page: PageObject) -> list[tuple[float, float, float, float]]:
    """The straight lines of one stroke on a page that are horizontal or vertical and 5 mm long: (x1, y1, x2, y2) in mm."""
    found = set()
    for (x1, y1), (x2, y2) in _segments(page, page, (1, 0, 0, 1, 0, 0)):
        mm = [x1 / 72 * 25.4, HEIGHT - y1 / 72 * 25.4, x2 / 72 * 25.4, HEIGHT - y2 / 72 * 25.4]
        a, b, c, d = (round(value, 1) for value in mm)
        if {abs(a - c), abs(b - d)} <= {0.0, 5.0} or abs(abs(a - c) + abs(b - d) - 5) < 0.15:
            found.add((min(a, c), min(b, d), max(a, c), max(b, d)))
    return sorted(found)


Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


def _segments(page: PageObject, holder: DictionaryObject, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    """All straight segments of a page and of the forms that it draws, in points from the bottom left."""
    content = holder.get_contents() if isinstance(holder, PageObject) else ContentStream(holder, page.pdf)
    stack: list[Matrix] = []
    at: Point = (0, 0)
    forms = holder.get("/Resources", DictionaryObject()).get_object().get("/XObject", DictionaryObject()).get_object()
    assert content is not None
    for operands, operator in content.operations:
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q":
            matrix = stack.pop()
        elif operator == b"cm":
            matrix = _times(tuple(float(v) for v in operands), matrix)  # type: ignore[arg-type]
        elif operator == b"m":
            at = _moved(operands, matrix)
        elif operator == b"l":
            to = _moved(operands, matrix)
            yield at, to
            at = to
        elif operator == b"Do" and forms[operands[0]].get_object().get("/Subtype") == "/Form":
            form = forms[operands[0]].get_object()
            own = tuple(float(v) for v in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
            yield from _segments(page, form, _times(own, matrix))  # type: ignore[arg-type]


def _times(m: Matrix, n: Matrix) -> Matrix:
    a, b, c, d, e, f = m
    return (
        a * n[0] + b * n[2],
        a * n[1] + b * n[3],
        c * n[0] + d * n[2],
        c * n[1] + d * n[3],
        e * n[0] + f * n[2] + n[4],
        e * n[1] + f * n[3] + n[5],
    )


def _moved(operands: list, matrix: Matrix) -> Point:
    x, y = (float(v) for v in operands)
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def alternatives(reader: PdfReader) -> Iterator[str]:
    """The alternative texts of the figures, in reading order."""

    def below(node: DictionaryObject) -> Iterator[str]:
        if node.get("/S") == "/Figure" and "/Alt" in node:
            yield str(node["/Alt"])
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object()
            if isinstance(found, DictionaryObject):
                yield from below(found)

    yield from below(reader.trailer["/Root"]["/StructTreeRoot"].get_object())
