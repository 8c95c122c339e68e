"""What people take along of the matrix: what they see on paper, as CSV, and the spreadsheets to fill in."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hands import choose, press_on
from matrix_page import PATH, Matrix, known, usual
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader

from learning_network.content.library import Library
from learning_network.content.models import UNKNOWN
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings
from learning_network.templates.matrix_table import matrix_table

SHEET = {"a4": (297, 210), "a3": (420, 297)}
MARGIN = {"a4": 10, "a3": 12}
EVERYTHING = "?columns=process-steps+for-whom+setting+alone-or-group+filled-in-by+form+minutes+training+cost+languages+tried+fits-us+ease+who-leads+use-when"
POINT = 25.4 / 72


class Sheets:
    """A printed matrix: its pages, and every piece of text with its place in millimetres from the left and from the top."""

    def __init__(self, data: bytes) -> None:
        self.pages = PdfReader(io.BytesIO(data)).pages
        self.sizes = [(round(float(p.mediabox.width) * POINT), round(float(p.mediabox.height) * POINT)) for p in self.pages]
        self.text = squeezed(" ".join(page.extract_text() for page in self.pages))
        self.pieces: list[tuple[float, float, float, str]] = []
        for page in self.pages:
            height = float(page.mediabox.height)

            def piece(text: str, cm: Any, tm: Any, font: Any, size: float, height: float = height) -> None:
                if text.strip():
                    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                    self.pieces.append((x * POINT, (height - y) * POINT, abs(size * tm[3] * cm[3]), text))

            page.extract_text(visitor_text=piece)


def squeezed(text: str) -> str:
    """Letters and digits alone: lines break where the paper wants, and words are hyphenated."""
    return re.sub(r"[\W_]+", "", text)


def printed(page: Page, matrix: Matrix, paper: str) -> Sheets:
    """Press the button for a paper and print."""
    press_on(page, page.get_by_role("button", name=matrix.t("matrix.print", paper=paper.upper()), exact=True))
    return Sheets(page.pdf(prefer_css_page_size=True))


def cell_texts(matrix: Matrix) -> list[str]:
    return [text for text in matrix.rows().locator("td:visible").all_inner_texts() if text.strip()]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("shown", ["", "?cost=free&columns=form+tried+use-when", EVERYTHING])
def test_all_that_is_shown_is_on_the_paper_asked_for(
    shown: str, paper: str, language: str, library: Library, page: Page, base_url: str
) -> None:
    page.add_init_script("window.print = () => { window.asked = (window.asked || 0) + 1 }")
    page.goto(base_url + PATH[language] + shown)
    matrix = Matrix(page, library, language)
    names = matrix.rows().locator("th").get_by_role("link").all_inner_texts()
    heads = matrix.table.locator("thead th:visible").all_inner_texts()
    cells = cell_texts(matrix)
    sheets = printed(page, matrix, paper)
    assert page.evaluate("window.asked") == 1
    assert set(sheets.sizes) == {SHEET[paper]}
    for text in [*names, *heads, *cells]:
        assert squeezed(text) in sheets.text, text
    for text in set(cells):
        assert sheets.text.count(squeezed(text)) >= cells.count(text), f"{text}: some cells are missing"
    margin, (width, height) = MARGIN[paper], SHEET[paper]
    for x, y, size, text in sheets.pieces:
        if re.fullmatch(r"[\d /]+", text.strip()) and y > height - margin:
            continue  # the number of the page
        assert margin - 0.5 <= x <= width - margin, (x, text)
        assert margin - 0.5 <= y <= height - margin + 0.5, (y, text)
        assert size >= 7.99, (size, text)


def test_columns_that_do_not_fit_side_by_side_go_to_a_further_table_with_the_names(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + EVERYTHING)
    for paper, room in (("a4", 277), ("a3", 396)):
        page.evaluate("paper => { window.print = () => {}; document.querySelector(`[data-matrix-print=${paper}]`).click() }", paper)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        tables = page.locator(".sheet-table")
        laid = tables.evaluate_all(
            "tables => tables.map(table => [...table.tHead.rows[0].cells].map(cell => [cell.innerText.trim(), cell.getBoundingClientRect().width]))"
        )
        found = [label for table in laid for label, _ in table[1:]]
        assert found == [criterion.nl.label for criterion in library.criteria.values()], "each column once, in their order"
        assert len(laid) == (2 if paper == "a4" else 1)
        by_label = {criterion.nl.label: criterion.width.paper for criterion in library.criteria.values()}
        for table in laid:
            assert table[0][0] == Matrix(page, library).t("matrix.tool")
            assert 40 + sum(by_label[label] for label, _ in table[1:]) <= room
        names = tables.last.locator("tbody th").all_inner_texts()
        assert len(names) == len(library.tools)
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(tables).to_have_count(0)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_line_on_top_says_what_is_shown(language: str, library: Library, page: Page, base_url: str) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(base_url + PATH[language] + "?cost=free&text=e")
    matrix = Matrix(page, library, language)
    cost = matrix.words(library.criteria["cost"])
    said = matrix.said().inner_text()
    first = printed(page, matrix, "a4").pages[0].extract_text()
    line = squeezed(matrix.t("matrix.print_filters", filters=f"e{cost.label}{cost.options['free']}"))
    assert line in squeezed(first)
    assert squeezed(said) in squeezed(first)
    assert re.search(r"\b20\d\d\b", first), "the date"


def test_plain_printing_gives_the_page_with_the_matrix_on_a4(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?form=cards")
    matrix = Matrix(page, library)
    cells = cell_texts(matrix)
    sheets = Sheets(page.pdf(prefer_css_page_size=True))
    assert set(sheets.sizes) == {SHEET["a4"]}
    for text in [*cells, "Waar komt de matrix vandaan?"]:
        assert squeezed(text) in sheets.text
    expect(matrix.table).to_be_visible()
    assert sorted(matrix.shown()) == sorted(set(matrix.shown())), "after printing the page is what it was"


def csv_rows(page: Page, matrix: Matrix, folder: Path) -> tuple[bytes, list[list[str]], Path]:
    with page.expect_download() as coming:
        press_on(page, page.get_by_role("button", name=matrix.t("matrix.csv"), exact=True))
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    data = path.read_bytes()
    delimiter = {"nl": ";", "en": ","}[matrix.language]
    return data, list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter)), path


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_csv_says_what_the_records_say(language: str, library: Library, page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + PATH[language])
    matrix = Matrix(page, library, language)
    data, rows, path = csv_rows(page, matrix, tmp_path)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(library.tools) + 1
    assert re.fullmatch(matrix.t("matrix.csv_name") + r"-20\d\d-\d\d-\d\d\.csv", path.name)
    table = matrix_table(library, language)
    criteria = [library.criteria[id_] for id_ in usual(library)]
    assert rows[0] == ["id", matrix.t("workbook.tool"), *map(table.label, criteria)]
    assert [row[0] for row in rows[1:]] == matrix.shown(), "in the order of the page"
    for row in rows[1:]:
        tool = library.tools[row[0]]
        assert row[1] == table.name(tool)
        for text, criterion in zip(row[2:], criteria, strict=True):
            assert text == table.cell(tool, criterion), (tool.id, criterion.id)


def test_the_csv_has_the_rows_columns_and_order_that_are_shown(library: Library, page: Page, base_url: str, tmp_path: Path) -> None:
    page.goto(base_url + PATH["nl"] + "?sort=minutes&down=yes&columns=minutes+use-when")
    matrix = Matrix(page, library)
    choose(page, matrix.filter("form"), "cards")
    expect(matrix.said()).to_contain_text(" van ")
    _, rows, _ = csv_rows(page, matrix, tmp_path)
    assert rows[0] == ["id", "Hulpmiddel", library.criteria["minutes"].nl.label, library.criteria["use-when"].nl.label]
    assert [row[0] for row in rows[1:]] == matrix.shown()
    assert len(rows) < len(library.tools)
    assert {row[3] for row in rows[1:]} == {""}, "teams fill this in"
    assert {row[2] for row in rows[1:]} >= {matrix.t("tool.unknown")}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_csv_can_be_read_back(language: str, library: Library, page: Page, base_url: str, tmp_path: Path) -> None:
    """What `learning-network matrix merge` makes of it."""
    page.goto(base_url + PATH[language])
    _, _, path = csv_rows(page, Matrix(page, library, language), tmp_path)
    found = read_back(path, library)
    assert [line for line in found.listed if line.cells] == []
    said = {(j.tool, j.criterion): j.value for team in found.teams for j in team.judgements}
    for tool in library.tools.values():
        for criterion in known(library):
            value = tool.values[criterion.id]
            if isinstance(value, list):
                assert sorted(said[tool.id, criterion.id].split(" | ")) == sorted(value)
            elif isinstance(value, str) and value != UNKNOWN:
                assert said[tool.id, criterion.id] == value


def read_back(path: Path, library: Library) -> Any:
    return read_matrix(path, path.read_bytes(), Headings(library.criteria, library.tools))


def test_texts_that_look_like_a_formula_get_a_quote(library: Library, page: Page, base_url: str, tmp_path: Path) -> None:
    def change_a_name(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(">BelRAI Screener</a>", ">=1+1; &quot;x&quot;</a>"))

    page.route("**/tools/index.html", change_a_name)
    page.goto(base_url + PATH["nl"])
    _, rows, _ = csv_rows(page, Matrix(page, library), tmp_path)
    assert '\'=1+1; "x"' in [row[1] for row in rows]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_spreadsheets_to_take_along_are_there(language: str, library: Library, page: Page, base_url: str, site: Path) -> None:
    page.goto(base_url + PATH[language])
    matrix = Matrix(page, library, language)
    part = page.get_by_role("region", name=matrix.t("matrix.downloads"))
    links = part.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    names = [f"tool-matrix-{kind}{paper}.xlsx" for kind in ("blank", "tools", "filled") for paper in ("", "-a3")]
    assert links == [f"{base_url}downloads/{language}/{name}" for name in names]
    for name in names:
        assert (site / "downloads" / language / name).read_bytes().startswith(b"PK"), name
