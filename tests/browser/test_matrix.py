"""The tool matrix, by keyboard: filter, sort and compare agree with the records; what is unknown is never a no and never vanishes unsaid."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hands import choose, complaints, has_focus, press_on, tab_to
from matrix_page import PATH, Matrix, known, query, rank, split, usual
from playwright.sync_api import Page, expect

from learning_network.content.library import Library
from learning_network.content.models import UNKNOWN, Tool
from learning_network.content.models.tool import MinutesRange

CHOICES = [
    ("cost", "free"),
    ("cost", "paid"),
    ("training", "required"),
    ("minutes", "30"),
    ("form", "cards"),
    ("setting", "home-care"),
    ("for-whom", "older-people"),
    ("alone-or-group", "group"),
]


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


def test_what_is_for_everyone_is_found_by_every_choice(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    for criterion in known(library):
        if not (criterion.covers_all and criterion.filter):
            continue
        covering = [
            tool.id
            for tool in library.tools.values()
            if criterion.covers_all in (tool.values[criterion.id], *_list(tool.values[criterion.id]))
        ]
        assert covering, criterion.id
        for option in criterion.options:
            matrix.filter(criterion.id).select_option(option)
            assert set(covering) <= set(matrix.shown()), (criterion.id, option)
        matrix.filter(criterion.id).select_option("")


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def searchable(library: Library, tool: Tool, language: str) -> str:
    """All that a search should find a tool by."""
    words = getattr(tool, language)
    parts = [words.name, words.summary, words.for_whom, *words.notes.values(), *words.remarks.values(), tool.publisher]
    return plain(" ".join(part.replace("*", "") for part in parts if part))


def plain(text: str) -> str:
    marks_apart = unicodedata.normalize("NFD", text.replace("’", "'").replace("‘", "'"))
    return " ".join("".join(letter for letter in marks_apart if not unicodedata.combining(letter)).lower().split())


@pytest.mark.parametrize("typed", ["gesprek", "DOEL kaart", "pati", "één", "een", "Ergotherapie", "zo’n", "zo'n"])
def test_a_search_finds_parts_of_words_in_all_that_is_told(typed: str, library: Library, page: Page, address: str) -> None:
    page.goto(address + PATH["nl"])
    matrix = Matrix(page, library)
    tab_to(page, matrix.search())
    page.keyboard.insert_text(typed)
    found = [tool.id for tool in library.tools.values() if all(word in searchable(library, tool, "nl") for word in plain(typed).split())]
    assert found
    expect(matrix.said()).to_have_text(matrix.t("matrix.count", shown=len(found), total=len(library.tools)))
    assert sorted(matrix.shown()) == sorted(found)
    assert query(page) == {"text": [typed]}
    page.reload()
    expect(matrix.said()).to_have_text(matrix.t("matrix.count", shown=len(found), total=len(library.tools)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_search_without_a_find_says_so_and_can_be_cleared(language: str, library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH[language])
    matrix = Matrix(page, library, language)
    tab_to(page, matrix.search())
    page.keyboard.type("qqzz")
    expect(matrix.said()).to_contain_text(matrix.t("matrix.none_text", text="qqzz"))
    assert matrix.shown() == []
    press_on(page, matrix.form.get_by_role("button", name=matrix.t("matrix.reset")))
    expect(matrix.said()).to_have_text(matrix.t("matrix.count_all", total=len(library.tools)))
    assert query(page) == {}
    assert has_focus(matrix.search())


def test_a_search_and_a_filter_go_together_and_unknown_stays_perhaps(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?cost=free")
    matrix = Matrix(page, library)
    tab_to(page, matrix.search())
    page.keyboard.insert_text("gesprek")
    fit, perhaps = (
        [id_ for id_ in ids if "gesprek" in searchable(library, library.tools[id_], "nl")] for ids in split(library, cost="free")
    )
    expect(matrix.said()).to_contain_text(matrix.t("matrix.count", shown=len(fit), total=len(library.tools)))
    expect(matrix.said()).to_contain_text(matrix.t("matrix.count_unknown", n=len(perhaps)))
    assert sorted(matrix.shown()[: len(fit)]) == sorted(fit)
    assert sorted(matrix.shown()[len(fit) :]) == sorted(perhaps)


def test_typing_moves_no_row(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    page.evaluate("""() => {
        window.moved = 0
        new MutationObserver(found => { window.moved += found.length }).observe(document.querySelector('[data-matrix] tbody'), {childList: true})
    }""")
    tab_to(page, matrix.search())
    page.keyboard.type("doelen")
    expect(matrix.said()).to_contain_text(" van ")
    assert page.evaluate("window.moved") == 0


def test_without_the_descriptions_a_search_finds_names_and_says_so(library: Library, page: Page, base_url: str) -> None:
    page.route("**/matrix-texts.js", lambda route: route.abort())
    page.goto(base_url + PATH["nl"])
    matrix = Matrix(page, library)
    tab_to(page, matrix.search())
    page.keyboard.type("copm")
    expect(matrix.said()).to_contain_text(matrix.t("matrix.names_only"))
    assert matrix.shown() == ["copm"]


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
    assert names == sorted(names, key=lambda name: re.sub(r"[^a-z0-9 ]", "", name.casefold()))
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
            if criterion.filled_in_by_team:
                assert text == "", "that is for teams to say"
            elif value == UNKNOWN:
                assert text == matrix.t("tool.unknown"), (tool.id, criterion.id)
                seen += 1
            elif isinstance(value, MinutesRange):
                assert re.findall(r"\d+", text) == sorted({str(value.min), str(value.max)}, key=int)
            elif isinstance(value, list):
                assert text == ", ".join(matrix.words(criterion).options[id_] for id_ in criterion.options if id_ in value)
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
    last = usual(library)[-1]
    seen = matrix.rows().first.evaluate("""row => {
        const name = row.querySelector('th a'), box = name.getBoundingClientRect()
        const hit = document.elementFromPoint(box.left + 3, box.top + box.height / 2)
        const cell = [...row.cells].filter(cell => !cell.hidden).pop().getBoundingClientRect()
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
    expect(matrix.rows().first.locator("td:visible")).to_have_count(len(usual(library)))
    expect(page.locator(".guide")).to_be_hidden()
    controls = page.locator("button, input, select, textarea, [role=button]").filter(visible=True)
    expect(controls).to_have_count(0)
