"""The tool matrix, by keyboard: filter, sort and compare agree with the records; what is unknown is never a no and never vanishes unsaid."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hands import choose, complaints, has_focus, ids_of, press_on, tab_to
from playwright.sync_api import Locator, Page, expect

from learning_network.content.library import Library
from learning_network.content.models import UNKNOWN, Criterion, Tool
from learning_network.content.models.tool import MinutesRange
from learning_network.words.strings import Strings, strings

PATH = {"nl": "tools/index.html", "en": "en/tools/index.html"}
PICKED = ["talking-mats", "toolmarkt", "vivel-basistraining"]


class Matrix:
    """The matrix as people meet it: labels, buttons, rows."""

    def __init__(self, page: Page, library: Library, language: str = "nl") -> None:
        self.page, self.library, self.language = page, library, language
        self.t: Strings = strings(language)
        self.form = page.get_by_role("form", name=self.t("matrix.legend"))
        self.table = page.locator("main table").filter(has=page.locator("caption", has_text=self.t("matrix.caption")))

    def words(self, record: Any) -> Any:
        return getattr(record, self.language)

    def filter(self, criterion: str) -> Locator:
        return self.form.get_by_label(self.words(self.library.criteria[criterion]).label, exact=True)

    def rows(self) -> Locator:
        return self.table.locator("tbody tr:visible")

    def shown(self) -> list[str]:
        return ids_of(self.rows().locator("th").get_by_role("link"))

    def row(self, tool: str) -> Locator:
        return self.table.locator("tbody tr").filter(
            has=self.page.get_by_role("link", name=self.words(self.library.tools[tool]).name, exact=True)
        )

    def pick(self, tool: str) -> Locator:
        name = self.words(self.library.tools[tool]).name
        return self.page.get_by_role("checkbox", name=self.t("matrix.choose_label", name=name), exact=True)

    def said(self) -> Locator:
        return self.form.get_by_role("status")

    def bar(self) -> Locator:
        """The bar that counts what is picked: it speaks too, outside the form."""
        return self.page.locator("main [role=status]").filter(visible=True).last

    def head(self, criterion: str) -> Locator:
        return self.table.get_by_role("columnheader", name=self.words(self.library.criteria[criterion]).label, exact=True)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def answer(tool: Tool, criterion: Criterion, wanted: str) -> bool | None:
    """Does a tool fit a choice in a filter? None: nobody knows."""
    value = tool.values[criterion.id]
    if value == UNKNOWN:
        return None
    if isinstance(value, MinutesRange):
        return value.min <= int(wanted)
    return wanted in value if isinstance(value, list) else str(value) == wanted


def split(library: Library, **wanted: str) -> tuple[list[str], list[str]]:
    """Ids of the tools that fit all choices, and of those that may fit."""
    fit, perhaps = [], []
    for tool in library.tools.values():
        answers = [answer(tool, library.criteria[name.replace("_", "-")], choice) for name, choice in wanted.items()]
        if False not in answers:
            (perhaps if None in answers else fit).append(tool.id)
    return fit, perhaps


def rank(tool: Tool, criterion: Criterion) -> int | None:
    """What a column sorts by, from the record: the place of the first option, or the fewest minutes; None: unknown."""
    value = tool.values[criterion.id]
    if value == UNKNOWN:
        return None
    if isinstance(value, MinutesRange):
        return value.min
    return min(map(criterion.options.index, value if isinstance(value, list) else [str(value)]))


CHOICES = [("cost", "free"), ("cost", "paid"), ("training", "required"), ("minutes", "30"), ("form", "cards"), ("setting", "home-care")]


@pytest.mark.parametrize(("criterion", "choice"), CHOICES)
def test_a_filter_shows_what_fits_and_below_it_what_may_fit(
    criterion: str, choice: str, library: Library, page: Page, base_url: str
) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    choose(page, matrix.filter(criterion), choice)
    fit, perhaps = split(library, **{criterion.replace("-", "_"): choice})
    expect(matrix.said()).to_contain_text(matrix.t("matrix.count", shown=len(fit), total=len(library.tools)))
    shown = matrix.shown()
    assert sorted(shown[: len(fit)]) == sorted(fit)
    assert sorted(shown[len(fit) :]) == sorted(perhaps), "what is not known is not filtered away"
    for tool in perhaps:
        expect(matrix.row(tool)).to_contain_text(matrix.t("matrix.perhaps"))
    if perhaps:
        expect(matrix.said()).to_contain_text(matrix.t("matrix.count_unknown", n=len(perhaps)))
        expect(matrix.said()).to_contain_text(matrix.t("matrix.unknown_shown"))
    assert query(page) == {criterion: [choice]}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_unknown_tools_can_be_hidden_and_that_is_said(language: str, library: Library, page: Page, address: str) -> None:
    page.goto(address + PATH[language])
    matrix = Matrix(page, library, language)
    choose(page, matrix.filter("cost"), "free")
    fit, perhaps = split(library, cost="free")
    assert fit
    assert perhaps
    box = matrix.form.get_by_role("checkbox", name=matrix.t("matrix.show_unknown"))
    expect(box).to_be_checked()
    press_on(page, box, "Space")
    expect(matrix.said()).to_contain_text(matrix.t("matrix.unknown_hidden"))
    expect(matrix.said()).to_contain_text(matrix.t("matrix.count_unknown", n=len(perhaps)))
    assert sorted(matrix.shown()) == sorted(fit)
    assert query(page) == {"cost": ["free"], "unknown": ["hide"]}
    page.reload()
    expect(box).not_to_be_checked()
    assert sorted(matrix.shown()) == sorted(fit)
    reset = matrix.form.get_by_role("button", name=matrix.t("matrix.reset"))
    press_on(page, reset)
    expect(matrix.said()).to_have_text(matrix.t("matrix.count_all", total=len(library.tools)))
    assert sorted(matrix.shown()) == sorted(library.tools)
    assert query(page) == {}
    assert page.evaluate("document.activeElement !== document.body"), "the focus does not get lost with the button"


def test_filters_that_no_tool_fits_say_so(library: Library, page: Page, base_url: str) -> None:
    options = {name: library.criteria[name].options for name in ("process-steps", "for-whom", "setting", "form")}
    nothing = next(
        (a, b, c)
        for a in options["for-whom"]
        for b in options["setting"]
        for c in options["form"]
        if split(library, for_whom=a, setting=b, form=c) == ([], [])
    )
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    for name, choice in zip(("for-whom", "setting", "form"), nothing, strict=True):
        choose(page, matrix.filter(name), choice)
    expect(matrix.said()).to_contain_text(matrix.t("matrix.none"))
    assert matrix.shown() == []


@pytest.mark.parametrize("criterion", ["minutes", "cost", "training", "alone-or-group", "process-steps"])
def test_a_column_sorts_as_the_records_say_and_unknown_comes_last(criterion: str, library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    head = matrix.head(criterion)
    press_on(page, head.get_by_role("button"))
    for direction, sign in (("ascending", 1), ("descending", -1)):
        expect(head).to_have_attribute("aria-sort", direction)
        expect(matrix.table.locator("[aria-sort]")).to_have_count(1)
        ranks = [rank(library.tools[tool], library.criteria[criterion]) for tool in matrix.shown()]
        known = [r for r in ranks if r is not None]
        assert known == sorted(known, key=lambda r, sign=sign: sign * r)
        assert ranks[: len(known)] == known, "what is unknown comes last"
        assert len(ranks) == len(library.tools)
        assert query(page)["sort"] == [criterion]
        assert has_focus(head.get_by_role("button")), "press again"
        page.keyboard.press("Space")
    page.goto(base_url + PATH["nl"] + f"?sort={criterion}&down=yes")
    expect(matrix.head(criterion)).to_have_attribute("aria-sort", "descending")


def test_names_sort_up_and_down(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    names = matrix.rows().locator("th").get_by_role("link").all_inner_texts()
    assert names == sorted(names, key=lambda name: re.sub(r"[^a-z0-9]", "", name.casefold()))
    head = matrix.table.get_by_role("columnheader", name=matrix.t("matrix.tool"), exact=True)
    expect(head).to_have_attribute("aria-sort", "ascending")
    press_on(page, head.get_by_role("button"))
    expect(head).to_have_attribute("aria-sort", "descending")
    assert matrix.rows().locator("th").get_by_role("link").all_inner_texts() == names[::-1]


def test_the_list_sorts_too_for_who_sees_cards(library: Library, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + PATH["nl"])
    matrix = Matrix(page, library)
    choose(page, matrix.form.get_by_label(matrix.t("matrix.sort"), exact=True), "minutes")
    ranks = [rank(library.tools[tool], library.criteria["minutes"]) for tool in matrix.shown()]
    known = [r for r in ranks if r is not None]
    assert ranks[: len(known)] == sorted(known)
    assert query(page) == {"sort": ["minutes"]}


def compare_button(matrix: Matrix) -> Locator:
    return matrix.page.get_by_role("button", name=matrix.t("matrix.compare"), exact=True)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_three_tools_stand_side_by_side_and_a_fourth_is_refused_in_words(language: str, library: Library, page: Page, address: str) -> None:
    heard = complaints(page)
    page.goto(address + PATH[language])
    matrix = Matrix(page, library, language)
    for n, tool in enumerate(PICKED, start=1):
        press_on(page, matrix.pick(tool), "Space")
        expect(matrix.pick(tool)).to_be_checked()
        expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_hint") if n == 1 else matrix.t("matrix.compare_chosen", n=n))
    fourth = "wrap"
    press_on(page, matrix.pick(fourth), "Space")
    expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_full"))
    expect(matrix.pick(fourth)).not_to_be_checked()
    assert query(page)["compare"] == [" ".join(PICKED)]

    press_on(page, compare_button(matrix))
    side = page.get_by_role("region", name=matrix.t("matrix.compare_title")).get_by_role("table")
    expect(side).to_be_visible()
    expect(side).to_be_in_viewport()
    assert page.evaluate("document.activeElement !== document.body"), "the focus goes along"
    names = [matrix.words(library.tools[tool]).name for tool in PICKED]
    expect(side.get_by_role("columnheader")).to_have_text([matrix.t("matrix.criterion"), *names])
    rows = side.locator("tbody tr")
    expect(rows.locator("th")).to_have_text([matrix.words(criterion).label for criterion in library.criteria.values()])
    texts = rows.evaluate_all("rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent.trim()))")
    for values, criterion in zip(texts, library.criteria.values(), strict=True):
        for text, tool in zip(values, PICKED, strict=True):
            unknown = library.tools[tool].values.get(criterion.id) == UNKNOWN
            assert text, (tool, criterion.id)
            assert (text == matrix.t("tool.unknown")) == unknown, (tool, criterion.id)

    page.reload()
    expect(side).to_be_visible()
    expect(matrix.pick(PICKED[0])).to_be_checked()
    press_on(page, page.get_by_role("button", name=matrix.t("matrix.compare_close")))
    expect(side).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")
    press_on(page, matrix.pick(PICKED[0]), "Space")
    expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_chosen", n=2))
    assert query(page)["compare"] == [" ".join(PICKED[1:])]
    assert heard == []


def test_one_tool_cannot_be_compared_and_the_page_says_what_to_do(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    press_on(page, matrix.pick("copm"), "Space")
    expect(matrix.bar()).to_have_text(matrix.t("matrix.compare_hint"))
    if compare_button(matrix).is_visible():
        compare_button(matrix).press("Enter")
    expect(page.get_by_role("region", name=matrix.t("matrix.compare_title"))).to_have_count(0)


def test_what_is_focused_is_not_hidden_by_the_bar(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?compare=copm+clever")
    matrix = Matrix(page, library)
    tab_to(page, matrix.pick(matrix.shown()[0]))
    covered = """() => {
        const box = document.activeElement.getClientRects()[0]
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return document.activeElement.contains(hit) ? null : document.activeElement.outerHTML.slice(0, 80)
    }"""
    found = []
    for _ in range(2 * len(library.tools) - 2):
        page.keyboard.press("Tab")
        found.append(page.evaluate(covered))
    assert [element for element in found if element] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_value_of_the_records_stands_in_its_cell_and_unknown_is_unknown(
    language: str, library: Library, page: Page, base_url: str
) -> None:
    page.goto(base_url + PATH[language])
    matrix = Matrix(page, library, language)
    cells = matrix.table.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [row.cells[0].querySelector('a').href, [...row.cells].slice(1).map(cell => cell.textContent.trim())])"
    )
    labels = matrix.table.locator("thead th").all_text_contents()[1:]
    assert labels == [matrix.words(criterion).label for criterion in library.criteria.values()]
    seen = 0
    for link, values in cells:
        tool = library.tools[Path(urlsplit(link).path).stem]
        for criterion, text in zip(library.criteria.values(), values, strict=True):
            value = tool.values.get(criterion.id)
            if value == UNKNOWN:
                assert text == matrix.t("tool.unknown"), (tool.id, criterion.id)
                seen += 1
            elif isinstance(value, MinutesRange):
                assert re.findall(r"\d+", text) == sorted({str(value.min), str(value.max)}, key=int)
            elif isinstance(value, list):
                assert text == ", ".join(matrix.words(criterion).options[id_] for id_ in value)
            elif criterion.options:
                assert text == matrix.words(criterion).options[str(value)]
    assert len(cells) == len(library.tools)
    assert seen > 20, "some values are unknown"


@pytest.mark.parametrize("junk", ["?cost=gold&sort=nothing", "?compare=nobody+copm+copm+a+b+c", "?minutes=-1&down=maybe&unknown=?"])
def test_an_address_with_choices_that_are_not_there_shows_everything(junk: str, library: Library, page: Page, base_url: str) -> None:
    heard = complaints(page)
    page.goto(base_url + PATH["nl"] + junk)
    matrix = Matrix(page, library)
    expect(matrix.said()).to_have_text(matrix.t("matrix.count_all", total=len(library.tools)))
    assert sorted(matrix.shown()) == sorted(library.tools)
    expect(page.get_by_role("region", name=matrix.t("matrix.compare_title"))).to_have_count(0)
    assert heard == []


def test_on_a_phone_each_tool_is_a_card_that_fits(library: Library, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert matrix.rows().count() == len(library.tools)
    faults = matrix.rows().evaluate_all("""rows => rows.flatMap(row => {
        const cells = [...row.cells].filter(cell => cell.checkVisibility()), card = row.getBoundingClientRect()
        const below = cells.every((cell, i) => !i || cell.getBoundingClientRect().top >= cells[i - 1].getBoundingClientRect().bottom - 1)
        const inside = cells.every(cell => { const box = cell.getBoundingClientRect(); return box.left >= card.left && box.right <= card.right + 1 && box.right <= innerWidth })
        const labelled = cells.slice(1).every(cell => {
            const label = getComputedStyle(cell, '::before').content
            return label.length > 3 && label.includes(cell.dataset.label)
        })
        const fits = row.scrollWidth <= row.clientWidth + 1
        return below && inside && labelled && fits ? [] : [[row.cells[0].innerText, {below, inside, labelled, fits}]]
    })""")
    assert faults == []


def test_on_a_desktop_the_names_stay_in_sight_while_the_rest_moves(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    region = page.get_by_role("region", name=matrix.t("matrix.region"))
    tab_to(page, region)
    most = region.evaluate("box => box.scrollWidth - box.clientWidth")
    assert most > 100, "the table is wider than the page"
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=region.element_handle())
    region.evaluate("box => { box.scrollLeft = box.scrollWidth }")
    last = list(library.criteria.values())[-1].id
    seen = matrix.rows().first.evaluate("""row => {
        const name = row.querySelector('th a'), box = name.getBoundingClientRect()
        const hit = document.elementFromPoint(box.left + 3, box.top + box.height / 2)
        const cell = row.cells[row.cells.length - 1].getBoundingClientRect()
        return {name: name.contains(hit), last: cell.right <= innerWidth && cell.left >= row.cells[0].getBoundingClientRect().right - 1}
    }""")
    assert seen == {"name": True, "last": True}, last


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_scripts_there_is_the_whole_table_and_no_dead_control(
    language: str, library: Library, page_without_scripts: Page, address: str
) -> None:
    page = page_without_scripts
    page.goto(address + PATH[language])
    matrix = Matrix(page, library, language)
    assert sorted(matrix.shown()) == sorted(library.tools)
    expect(matrix.rows().first.locator("td:visible")).to_have_count(sum(criterion.in_table for criterion in library.criteria.values()))
    controls = page.locator("button, input, select, textarea, [role=button]").filter(visible=True)
    expect(controls).to_have_count(0)
