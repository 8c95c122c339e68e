"""Up to four tools side by side, by keyboard: all that is known, what differs, and on paper room for the team."""

from __future__ import annotations

import io

import pytest
from hands import complaints, press_on
from matrix_page import PATH, Matrix, known, query
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from learning_network.content.library import Library
from learning_network.content.models import UNKNOWN

PICKED = ["talking-mats", "toolmarkt", "vivel-basistraining", "copm"]
FIFTH = "wrap"


def compare_button(matrix: Matrix) -> Locator:
    return matrix.page.get_by_role("button", name=matrix.t("matrix.compare"), exact=True)


def side_by_side(matrix: Matrix) -> Locator:
    return matrix.page.get_by_role("region", name=matrix.t("matrix.compare_title")).get_by_role("table")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_four_tools_stand_side_by_side_and_a_fifth_is_refused_in_words(language: str, library: Library, page: Page, address: str) -> None:
    heard = complaints(page)
    page.goto(address + PATH[language])
    matrix = Matrix(page, library, language)
    for n, tool in enumerate(PICKED, start=1):
        press_on(page, matrix.pick(tool), "Space")
        expect(matrix.pick(tool)).to_be_checked()
        expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_hint") if n == 1 else matrix.t("matrix.compare_chosen", n=n))
    press_on(page, matrix.pick(FIFTH), "Space")
    expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_full"))
    expect(matrix.pick(FIFTH)).not_to_be_checked()
    assert query(page)["compare"] == [" ".join(PICKED)]

    press_on(page, compare_button(matrix))
    side = side_by_side(matrix)
    expect(side).to_be_visible()
    expect(side).to_be_in_viewport()
    assert page.evaluate("document.activeElement !== document.body"), "the focus goes along"
    names = [matrix.words(library.tools[tool]).name for tool in PICKED]
    expect(side.get_by_role("columnheader")).to_have_text([matrix.t("matrix.criterion"), *names])

    page.reload()
    expect(side).to_be_visible()
    expect(matrix.pick(PICKED[0])).to_be_checked()
    press_on(page, page.get_by_role("button", name=matrix.t("matrix.compare_close")))
    expect(side).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")
    press_on(page, matrix.pick(PICKED[0]), "Space")
    expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_chosen", n=3))
    assert query(page)["compare"] == [" ".join(PICKED[1:])]
    assert heard == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_comparison_says_all_that_the_records_say(language: str, library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH[language] + "?compare=" + "+".join(PICKED))
    matrix = Matrix(page, library, language)
    tools = [library.tools[id_] for id_ in PICKED]
    expect(side_by_side(matrix)).to_be_visible()
    rows = {row[0]: row[1:] for row in cells(side_by_side(matrix))}
    labels = [matrix.words(criterion).label for criterion in known(library)]
    expected = [matrix.t("matrix.summary"), *labels, *(matrix.t(f"tool.{key}") for key in ("strengths", "pitfalls", "link"))]
    assert list(rows) == expected
    for label, criterion in zip(labels, known(library), strict=True):
        for text, tool in zip(rows[label], tools, strict=True):
            assert text, (tool.id, criterion.id)
            assert (text == matrix.t("tool.unknown")) == (tool.values[criterion.id] == UNKNOWN), (tool.id, criterion.id)
    for i, tool in enumerate(tools):
        words = matrix.words(tool)
        assert rows[matrix.t("matrix.summary")][i] == words.summary
        for key, remarks in (("strengths", tool.strengths), ("pitfalls", tool.pitfalls)):
            assert all(words.remarks[remark.id].replace("*", "") in rows[matrix.t(f"tool.{key}")][i] for remark in remarks)
    links = side_by_side(matrix).locator("tbody a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links == [tool.link for tool in tools if tool.link]


def cells(table: Locator) -> list[list[str]]:
    """The rows in sight: the label without its mark, then what the cells say."""
    return table.locator("tbody tr:visible").evaluate_all(
        "rows => rows.map(row => [row.cells[0].firstChild.textContent.trim(), ...[...row.cells].slice(1).map(cell => cell.innerText.trim())])"
    )


def test_what_differs_is_told_by_a_word_and_what_is_unknown_does_not_differ(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?compare=" + "+".join(PICKED))
    matrix = Matrix(page, library)
    tools = [library.tools[id_] for id_ in PICKED]
    expect(side_by_side(matrix)).to_be_visible()
    marked = side_by_side(matrix).get_by_role("rowheader").filter(has_text=matrix.t("matrix.differs"))
    differ = []
    for criterion in known(library):
        values = [tool.values[criterion.id] for tool in tools if tool.values[criterion.id] != UNKNOWN]
        if any(sorted(v) != sorted(values[0]) if isinstance(v, list) else v != values[0] for v in values):
            differ.append(criterion.nl.label)
    assert 0 < len(differ) < len(known(library))
    assert [text.removesuffix(matrix.t("matrix.differs")).strip() for text in marked.all_inner_texts()] == differ


def test_one_tool_cannot_be_compared_and_the_page_says_what_to_do(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    press_on(page, matrix.pick("copm"), "Space")
    expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_hint"))
    expect(compare_button(matrix)).to_be_hidden()
    expect(page.get_by_role("region", name=matrix.t("matrix.compare_title"))).to_have_count(0)


def test_the_choice_can_be_cleared_and_the_focus_stays_on_the_page(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?compare=copm+clever")
    matrix = Matrix(page, library)
    press_on(page, page.get_by_role("button", name=matrix.t("matrix.compare_clear"), exact=True))
    expect(matrix.table.get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(side_by_side(matrix)).to_be_hidden()
    assert query(page) == {}
    assert page.evaluate("document.activeElement !== document.body")


def test_on_paper_the_comparison_stands_alone_with_room_for_the_team(library: Library, page: Page, base_url: str) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(base_url + PATH["nl"] + "?compare=" + "+".join(PICKED))
    matrix = Matrix(page, library)
    room = [criterion.nl.label for criterion in library.criteria.values() if criterion.filled_in_by_team]
    expect(side_by_side(matrix)).to_be_visible()
    for label in room:
        expect(side_by_side(matrix).get_by_text(label)).to_be_hidden()
    press_on(page, page.get_by_role("button", name=matrix.t("matrix.compare_print")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages).split())
    for label in [*room, matrix.t("matrix.team_room")]:
        assert label in text
    assert matrix.t("matrix.downloads") not in text, "only the comparison"
    assert matrix.t("matrix.caption") not in text
