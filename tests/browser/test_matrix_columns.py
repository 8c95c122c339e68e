"""People choose their columns, by keyboard; the names stay, heads and names stay in sight, nothing that has the focus is covered."""

from __future__ import annotations

import pytest
from hands import complaints, press_on, tab_to
from matrix_page import PATH, Matrix, query, usual
from playwright.sync_api import Locator, Page, expect

from learning_network.content.library import Library

COVERED = """() => {
    const box = document.activeElement.getClientRects()[0]
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return document.activeElement.contains(hit) ? null : document.activeElement.outerHTML.slice(0, 80)
}"""


def columns(matrix: Matrix) -> list[str]:
    """Labels of the columns in sight, without that of the names."""
    return [text.strip() for text in matrix.table.locator("thead th:visible").all_inner_texts()[1:]]


def labels(matrix: Matrix, ids: list[str]) -> list[str]:
    return [matrix.words(matrix.library.criteria[id_]).label for id_ in ids]


def open_chooser(page: Page, matrix: Matrix) -> Locator:
    press_on(page, page.locator("summary").filter(has_text=matrix.t("matrix.columns_choose")))
    return page.locator("details").filter(has_text=matrix.t("matrix.columns_choose"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_column_goes_and_a_column_of_the_team_comes(language: str, library: Library, page: Page, address: str) -> None:
    heard = complaints(page)
    page.goto(address + PATH[language])
    matrix = Matrix(page, library, language)
    assert columns(matrix) == labels(matrix, usual(library)), "what teams fill in is not there at first"
    chooser = open_chooser(page, matrix)
    boxes = [box.strip() for box in chooser.locator("label").all_inner_texts()]
    assert boxes == labels(matrix, list(library.criteria)), "every criterion can be chosen; the names cannot go"
    press_on(page, chooser.get_by_label(labels(matrix, ["setting"])[0], exact=True), "Space")
    press_on(page, chooser.get_by_label(labels(matrix, ["use-when"])[0], exact=True), "Space")
    wanted = [id_ for id_ in [*usual(library), "use-when"] if id_ != "setting"]
    assert columns(matrix) == labels(matrix, wanted)
    assert query(page) == {"columns": [" ".join(wanted)]}
    page.reload()
    assert columns(matrix) == labels(matrix, wanted)
    cells = matrix.rows().first.locator("td:visible")
    expect(cells).to_have_count(len(wanted))
    expect(cells.last).to_have_text("")
    chooser = open_chooser(page, matrix)
    press_on(page, page.get_by_role("button", name=matrix.t("matrix.columns_usual")))
    assert columns(matrix) == labels(matrix, usual(library))
    assert query(page) == {}
    assert heard == []


def test_names_alone_can_stay(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?columns=form")
    matrix = Matrix(page, library)
    chooser = open_chooser(page, matrix)
    press_on(page, chooser.get_by_label(library.criteria["form"].nl.label, exact=True), "Space")
    assert columns(matrix) == []
    page.reload()
    assert columns(matrix) == []
    assert sorted(matrix.shown()) == sorted(library.tools)


@pytest.mark.parametrize("junk", ["?columns=nothing", "?columns="])
def test_an_address_with_no_column_that_there_is_shows_the_usual_ones(junk: str, library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + junk)
    matrix = Matrix(page, library)
    assert columns(matrix) == labels(matrix, usual(library))


def test_columns_are_as_wide_as_the_records_say(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    widths = matrix.table.locator("thead th:visible").evaluate_all("heads => heads.map(head => head.getBoundingClientRect().width / 16)")
    for width, id_ in zip(widths[1:], usual(library), strict=True):
        assert width == pytest.approx(library.criteria[id_].width.screen, abs=0.5), id_


def test_the_heads_stay_in_sight_when_the_table_scrolls_down(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    region = page.get_by_role("region", name=matrix.t("matrix.region"))
    tab_to(page, region)
    page.keyboard.press("End")
    page.wait_for_function(
        "box => box.scrollTop > 300 && box.scrollTop + box.clientHeight > box.scrollHeight - 2", arg=region.element_handle()
    )
    seen = matrix.table.locator("thead th").first.evaluate("""head => {
        const button = head.querySelector('button'), box = button.getBoundingClientRect()
        return button.contains(document.elementFromPoint(box.left + 5, box.top + box.height / 2))
    }""")
    assert seen
    last = matrix.rows().last.bounding_box()
    window = page.evaluate("innerHeight")
    assert last is not None
    assert last["y"] < window


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("address_query", ["", "?compare=copm+clever"])
def test_what_has_the_focus_is_covered_by_nothing(address_query: str, width: int, library: Library, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(base_url + PATH["nl"] + address_query)
    matrix = Matrix(page, library)
    expect(matrix.pick("copm")).to_be_visible()
    shown = matrix.shown()
    tab_to(page, matrix.pick(shown[0]))
    for key in ("Tab", "Shift+Tab"):
        found = []
        for _ in range(2 * len(shown) - 2):
            page.keyboard.press(key)
            found.append(page.evaluate(COVERED))
        assert [element for element in found if element] == [], key
