"""Which tool when? The guided choice, by keyboard: its tools, their order and the reasons agree with the records."""

from __future__ import annotations

from typing import Any

import pytest
from hands import complaints, has_focus, ids_of, press_on, tab_to
from matrix_page import PATH, Matrix, query
from playwright.sync_api import Locator, Page, expect

from learning_network.content.library import Library
from learning_network.content.models import UNKNOWN, Tool
from learning_network.words.strings import Strings, strings

CHOICES = [
    {"aim": "set-goals"},
    {"aim": "know-the-person", "for-whom": "older-people", "talking": "hard"},
    {"aim": "set-goals", "for-whom": "mental-health", "start": "free"},
    {"aim": "look-back", "form": "on-a-screen", "start": "at-once"},
    {"aim": "start-as-a-team", "for-whom": "children", "talking": "hard", "form": "a-talk", "start": "free"},
    {"for-whom": "loved-ones", "form": "on-paper"},
]


class Guide:
    """The guided choice as people meet it."""

    def __init__(self, page: Page, library: Library, language: str = "nl") -> None:
        self.page, self.library, self.language = page, library, language
        self.t: Strings = strings(language)
        self.part = page.get_by_role("region", name=self.t("guide.title"), exact=True)

    def words(self, record: Any) -> Any:
        return getattr(record, self.language)

    def radio(self, question: str, option: str) -> Locator:
        words = self.words(self.library.guide[question])
        return self.part.get_by_role("group", name=words.label, exact=True).get_by_role("radio", name=words.options[option], exact=True)

    def choose(self, question: str, option: str) -> None:
        """By keyboard: to the question with Tab, then to the answer with the arrows and the space bar."""
        ids = [o.id for o in self.library.guide[question].options]
        tab_to(self.page, self.radio(question, ids[0]))
        if option == ids[0]:
            self.page.keyboard.press("Space")
        for _ in range(ids.index(option)):
            self.page.keyboard.press("ArrowDown")
        expect(self.radio(question, option)).to_be_checked()

    def said(self) -> Locator:
        return self.part.get_by_role("status")

    def found(self) -> Locator:
        return self.part.get_by_role("listitem").filter(has=self.page.get_by_role("heading"))

    def shown(self) -> list[str]:
        return ids_of(self.found().get_by_role("heading").get_by_role("link"))


def asks(library: Library, choice: dict[str, str]) -> list[tuple[str, dict[str, list[str]]]]:
    """The answers that ask something: question and what it asks."""
    given = []
    for question in library.guide.values():
        for option in question.options:
            if choice.get(question.id) == option.id and option.asks:
                given.append((question.id, option.asks))
    return given


def part_fits(library: Library, tool: Tool, criterion: str, wanted: list[str]) -> bool | None:
    value = tool.values[criterion]
    if value == UNKNOWN:
        return None
    values = value if isinstance(value, list) else [str(value)]
    return bool(set(values) & {*wanted, library.criteria[criterion].covers_all})


def fits(library: Library, tool: Tool, asked: dict[str, list[str]]) -> bool | None:
    answers = [part_fits(library, tool, criterion, wanted) for criterion, wanted in asked.items()]
    return False if False in answers else None if None in answers else True


def ranked(library: Library, choice: dict[str, str], language: str = "nl") -> list[tuple[Tool, list[bool | None]]]:
    """The tools that the first question leaves, best first, with how they do on each answer."""
    given = asks(library, choice)
    first = next(iter(library.guide))
    rows = [(tool, [fits(library, tool, asked) for _, asked in given]) for tool in library.tools.values()]
    rows = [(tool, row) for tool, row in rows if not any(q == first and fit is False for (q, _), fit in zip(given, row, strict=True))]
    sure = ["high", "medium", "low"]
    return sorted(
        rows,
        key=lambda r: (-r[1].count(True), r[1].count(None), sure.index(r[0].confidence), getattr(r[0], language).name.casefold()),
    )


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: "+".join(choice.values()))
def test_at_most_three_tools_the_best_first_with_the_reasons(choice: dict[str, str], library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    guide = Guide(page, library)
    for question, option in reversed(choice.items()):  # any order will do
        guide.choose(question, option)
    expected = ranked(library, choice)
    given = asks(library, choice)
    whole = sum(all(row) for _, row in expected)
    if whole:
        expect(guide.said()).to_have_text(guide.t("guide.fit", n=whole, total=len(library.tools)))
    else:
        expect(guide.said()).to_have_text(guide.t("guide.none"))
    assert guide.shown() == [tool.id for tool, _ in expected[:3]]
    assert {f"guide.{question}": [option] for question, option in choice.items()} == query(page)
    for item, (tool, _) in zip(guide.found().all(), expected[:3], strict=True):
        reasons = dict(
            item.locator("dl > div").evaluate_all("lines => lines.map(line => [...line.children].map(part => part.textContent.trim()))")
        )
        by_fit: dict[bool | None, list[str]] = {True: [], None: [], False: []}
        for _, asked in given:
            for criterion, wanted in asked.items():
                by_fit[part_fits(library, tool, criterion, wanted)].append(library.criteria[criterion].nl.label)
        for key, fit in (("fits", True), ("unknown", None), ("not", False)):
            line = reasons.get(guide.t(f"guide.{key}"), "")
            assert bool(line) == bool(by_fit[fit]), (tool.id, key, line)
            assert all(label in line for label in by_fit[fit]), (tool.id, key, line)
        mind = reasons.get(guide.t("tool.pitfalls"), "")
        assert mind == (tool.nl.remarks[tool.pitfalls[0].id].replace("*", "") if tool.pitfalls else "")
    if whole > 3:
        expect(guide.part).to_contain_text(guide.t("guide.more", n=whole - 3))
    page.reload()
    expect(guide.found()).to_have_count(min(3, len(expected)))
    for question, option in choice.items():
        expect(guide.radio(question, option)).to_be_checked()


def test_every_answer_gives_tools_and_a_link_that_leads_there(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    guide = Guide(page, library)
    for question in library.guide.values():
        for option in question.options:
            guide.radio(question.id, option.id).check()
            if option.asks:
                expect(guide.found().first).to_be_visible()
    name = guide.found().first.get_by_role("link").inner_text()
    guide.found().first.get_by_role("link").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_what_is_for_everyone_fits_older_people(library: Library, page: Page, base_url: str) -> None:
    choice = {"for-whom": "older-people"}
    page.goto(base_url + PATH["nl"])
    guide = Guide(page, library)
    guide.choose("for-whom", "older-people")
    expect(guide.found().first).to_be_visible()
    count = sum(all(row) for _, row in ranked(library, choice))
    assert count > sum("older-people" in tool.values["for-whom"] for tool in library.tools.values())
    expect(guide.said()).to_have_text(guide.t("guide.fit", n=count, total=len(library.tools)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_rest_is_shown_in_the_matrix(language: str, library: Library, page: Page, address: str) -> None:
    heard = complaints(page)
    page.goto(address + PATH[language] + "?cost=paid")
    guide, matrix = Guide(page, library, language), Matrix(page, library, language)
    guide.choose("aim", "set-goals")
    guide.choose("for-whom", "older-people")
    press_on(page, guide.part.get_by_role("button", name=guide.t("guide.show"), exact=True))
    expect(matrix.filter("process-steps")).to_have_value("goal-setting")
    expect(matrix.filter("for-whom")).to_have_value("older-people")
    expect(matrix.filter("cost")).to_have_value("")
    expect(matrix.said()).to_be_in_viewport()
    assert has_focus(matrix.said())
    assert query(page) == {
        "guide.aim": ["set-goals"],
        "guide.for-whom": ["older-people"],
        "process-steps": ["goal-setting"],
        "for-whom": ["older-people"],
    }
    fit = [tool.id for tool, row in ranked(library, {"aim": "set-goals", "for-whom": "older-people"}, language) if all(row)]
    assert sorted(matrix.shown()[: len(fit)]) == sorted(fit)
    assert heard == []


def test_what_the_matrix_cannot_filter_by_is_said(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?guide.aim=make-a-plan&guide.form=a-talk")
    guide, matrix = Guide(page, library), Matrix(page, library)
    question = library.guide["aim"].nl
    expect(guide.part).to_contain_text(guide.t("guide.left_out", questions=f"{question.label} {question.options['make-a-plan']}."))
    press_on(
        page,
        guide.part.get_by_role("button", name=guide.t("guide.show"), exact=False).or_(
            guide.part.get_by_role("button", name=guide.t("guide.show_all"))
        ),
    )
    expect(matrix.filter("form")).to_have_value("conversation")
    expect(matrix.filter("process-steps")).to_have_value("")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_you_can_always_do_without_a_tool_and_the_choice_is_our_suggestion(
    language: str, library: Library, page: Page, base_url: str
) -> None:
    page.goto(base_url + PATH[language])
    guide = Guide(page, library, language)
    expect(guide.part).to_contain_text(guide.t("suggestion.mark"))
    for question, option in [("", ""), ("aim", "set-goals"), ("for-whom", "children")]:
        if question:
            guide.choose(question, option)
            expect(guide.found().first).to_be_visible()
        expect(guide.part).to_contain_text(guide.t("guide.without"))
    expect(guide.part.get_by_role("link", name=library.sources["roadmap"].cite_as)).to_be_visible()


def test_answers_that_ask_nothing_rule_nothing_out(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    guide = Guide(page, library)
    expect(guide.said()).to_have_text(guide.t("guide.hint"))
    guide.choose("for-whom", "anyone")
    expect(guide.said()).to_have_text(guide.t("guide.asks_nothing", total=len(library.tools)))
    expect(guide.found()).to_have_count(0)


def test_one_can_start_again(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?guide.aim=set-goals&guide.talking=hard&cost=free")
    guide = Guide(page, library)
    expect(guide.found()).to_have_count(3)
    press_on(page, guide.part.get_by_role("button", name=guide.t("guide.reset")))
    expect(guide.found()).to_have_count(0)
    expect(guide.said()).to_have_text(guide.t("guide.hint"))
    expect(guide.part.get_by_role("radio", checked=True)).to_have_count(0)
    assert query(page) == {"cost": ["free"]}
    assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("junk", ["?guide.aim=gold", "?guide.nothing=x&guide.aim="])
def test_an_address_with_answers_that_are_not_there_asks_afresh(junk: str, library: Library, page: Page, base_url: str) -> None:
    heard = complaints(page)
    page.goto(base_url + PATH["nl"] + junk)
    guide = Guide(page, library)
    expect(guide.said()).to_have_text(guide.t("guide.hint"))
    expect(guide.part.get_by_role("radio", checked=True)).to_have_count(0)
    assert heard == []


def test_when_the_tools_cannot_be_loaded_the_page_says_what_to_do(library: Library, page: Page, base_url: str) -> None:
    page.route("**/matrix-texts.js", lambda route: route.abort())
    page.goto(base_url + PATH["nl"])
    guide = Guide(page, library)
    guide.choose("aim", "set-goals")
    expect(guide.said()).to_have_text(guide.t("guide.failed"))


def test_on_a_phone_the_choice_fits_the_window(library: Library, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(base_url + PATH["nl"] + "?guide.aim=set-goals&guide.start=free")
    guide = Guide(page, library)
    expect(guide.found()).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    small = guide.part.locator("label, button, h3 a").evaluate_all(
        "parts => parts.filter(p => p.getClientRects().length && p.getBoundingClientRect().height < 24).map(p => p.textContent)"
    )
    assert small == []
