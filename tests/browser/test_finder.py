"""The exercise finder, by keyboard: what it shows, what it says and what the records say are the same; the address keeps it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from hands import choose, complaints, has_focus, ids_of, press_on, tab_to
from playwright.sync_api import Locator, Page, expect

from learning_network.content.library import Library
from learning_network.content.models import Exercise
from learning_network.words.strings import Strings, strings

PATH = {"nl": "exercises/index.html", "en": "en/exercises/index.html"}
LONGEST_CHOICE = 120


class Finder:
    """The finder as people meet it: labels, buttons, cards."""

    def __init__(self, page: Page, language: str = "nl") -> None:
        self.page = page
        self.t: Strings = strings(language)
        self.form = page.get_by_role("form", name=self.t("finder.title"))

    def field(self, key: str) -> Locator:
        return self.form.get_by_label(self.t(f"finder.{key}"), exact=True)

    def cards(self) -> Locator:
        """Links to the exercises, of the cards that can be seen."""
        return self.page.locator("main li:has(> p > a[href]):visible").locator("a:not([href*='?'])")

    def to_plan(self) -> Locator:
        """Links that put an exercise in a session, of the cards that can be seen."""
        return self.page.get_by_role("link", name=re.compile("^" + re.escape(self.t("finder.to_plan"))))

    def shown(self) -> list[str]:
        return ids_of(self.cards())

    def expect_shown(self, expected: list[str], total: int) -> None:
        """The cards, the count and the records agree."""
        expect(self.form.get_by_role("status")).to_have_text(self.t("finder.count", shown=len(expected), total=total))
        assert sorted(self.shown()) == sorted(expected)

    def open_materials(self) -> Locator:
        switch = self.form.locator("summary")
        press_on(self.page, switch)
        group = self.form.get_by_role("group", name=self.t("finder.materials"), exact=True)
        expect(group).to_be_visible()
        return group


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def fitting(library: Library, fits: Callable[[Exercise], bool]) -> list[str]:
    return [exercise.id for exercise in library.exercises.values() if fits(exercise)]


def say_kind(library: Library, language: str, kind: str) -> str:
    return getattr(library.vocabularies["kinds"][kind], language).label


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phase", ["prepare", "explore", "roll-out", "sustain"])
def test_a_phase_shows_the_exercises_that_fit_in_it(phase: str, language: str, library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH[language])
    finder = Finder(page, language)
    choose(page, finder.field("phase"), phase)
    expected = fitting(library, lambda e: phase in e.phases)
    assert 0 < len(expected) < len(library.exercises)
    finder.expect_shown(expected, len(library.exercises))
    assert query(page) == {"phase": [phase]}


@pytest.mark.parametrize("minutes", [30, 60, 90, 120])
def test_a_time_shows_what_fits_in_it(minutes: int, library: Library, page: Page, address: str) -> None:
    page.goto(address + PATH["nl"])
    finder = Finder(page)
    choose(page, finder.field("time"), str(minutes))
    finder.expect_shown(fitting(library, lambda e: e.minutes <= minutes), len(library.exercises))


def test_longer_than_the_longest_choice_shows_the_rest(library: Library, page: Page, base_url: str) -> None:
    expected = fitting(library, lambda e: e.minutes > LONGEST_CHOICE)
    page.goto(base_url + PATH["nl"])
    finder = Finder(page)
    if not expected:
        expect(finder.field("time").locator("option[value=longer]")).to_have_count(0)
        return
    choose(page, finder.field("time"), "longer")
    finder.expect_shown(expected, len(library.exercises))


@pytest.mark.parametrize("people", [1, 3, 4, 16, 18, 20])
def test_a_number_of_people_shows_the_groups_that_it_fits_in(people: int, library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    finder = Finder(page)
    tab_to(page, finder.field("people"))
    page.keyboard.type(str(people))
    finder.expect_shown(fitting(library, lambda e: e.group.min <= people <= e.group.max), len(library.exercises))


def test_a_kind_shows_its_exercises(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    finder = Finder(page)
    kinds = {exercise.kind for exercise in library.exercises.values()}
    offered = finder.field("kind").locator("option").evaluate_all("options => options.map(option => option.value).filter(Boolean)")
    assert set(offered) == kinds, "each kind that there is, and no kind that finds nothing"
    for kind in sorted(kinds):
        choose(page, finder.field("kind"), kind)
        finder.expect_shown(fitting(library, lambda e, kind=kind: e.kind == kind), len(library.exercises))


def test_online_leaves_out_what_cannot_be_done_online(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    finder = Finder(page)
    expected = fitting(library, lambda e: e.online != "no")
    if len(expected) == len(library.exercises):  # every record may be possible online: make one that is not
        finder.page.locator("[data-online]").first.evaluate("card => { card.dataset.online = 'no' }")
        expected.remove(finder.shown()[0])
    press_on(page, finder.field("online"), "Space")
    finder.expect_shown(expected, len(library.exercises))
    assert query(page) == {"online": ["yes"]}
    page.keyboard.press("Space")
    finder.expect_shown(list(library.exercises), len(library.exercises))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_some_materials(language: str, library: Library, page: Page, address: str) -> None:
    page.goto(address + PATH[language])
    finder = Finder(page, language)
    group = finder.open_materials()
    used = {material.id for exercise in library.exercises.values() for material in exercise.materials}
    expect(group.get_by_role("checkbox", checked=True)).to_have_count(len(used))
    missing = ["timer", "flip-chart"]
    for material in missing:
        label = getattr(library.vocabularies["materials"][material], language).label
        press_on(page, group.get_by_role("checkbox", name=label, exact=True), "Space")
    expected = fitting(library, lambda e: not {m.id for m in e.materials} & set(missing))
    assert 0 < len(expected) < len(library.exercises)
    finder.expect_shown(expected, len(library.exercises))
    expect(finder.form.locator("summary")).to_contain_text(finder.t("finder.materials_missing", n=2))
    assert query(page) == {"without": sorted(missing, reverse=True)} or query(page) == {"without": sorted(missing)}
    page.reload()
    finder.expect_shown(expected, len(library.exercises))
    expect(group).to_be_visible()  # what filters is not folded away
    expect(group.get_by_role("checkbox", checked=False)).to_have_count(2)


def test_filters_work_together_and_the_address_keeps_them(library: Library, page: Page, address: str) -> None:
    heard = complaints(page)
    page.goto(address + PATH["nl"])
    finder = Finder(page)
    choose(page, finder.field("phase"), "explore")
    choose(page, finder.field("time"), "90")
    tab_to(page, finder.field("people"))
    page.keyboard.type("15")
    press_on(page, finder.field("online"), "Space")
    expected = fitting(
        library, lambda e: "explore" in e.phases and e.minutes <= 90 and e.group.min <= 15 <= e.group.max and e.online != "no"
    )
    assert 0 < len(expected) < len(library.exercises)
    finder.expect_shown(expected, len(library.exercises))
    assert query(page) == {"phase": ["explore"], "time": ["90"], "people": ["15"], "online": ["yes"]}

    page.reload()
    finder.expect_shown(expected, len(library.exercises))
    expect(finder.field("phase")).to_have_value("explore")
    expect(finder.field("time")).to_have_value("90")
    expect(finder.field("people")).to_have_value("15")
    expect(finder.field("online")).to_be_checked()

    other = page.context.new_page()  # sent on to somebody else
    other.goto(page.url)
    Finder(other).expect_shown(expected, len(library.exercises))
    assert heard == []


def test_back_from_an_exercise_finds_the_same_list(library: Library, page: Page, address: str) -> None:
    page.goto(address + "phases/index.html")
    page.goto(address + PATH["nl"])
    finder = Finder(page)
    choose(page, finder.field("phase"), "sustain")
    choose(page, finder.field("time"), "60")
    expected = fitting(library, lambda e: "sustain" in e.phases and e.minutes <= 60)
    finder.expect_shown(expected, len(library.exercises))
    press_on(page, finder.cards().first)
    page.wait_for_url(re.compile(r"/exercises/(?!index)[\w-]+\.html"))
    page.go_back()
    finder.expect_shown(expected, len(library.exercises))
    expect(finder.field("phase")).to_have_value("sustain")
    page.go_back()  # not through every choice that was made on the way
    expect(page).to_have_url(re.compile(r"/phases/index\.html$"))


def test_reset_shows_everything_and_keeps_the_focus_on_the_page(library: Library, page: Page, address: str) -> None:
    page.goto(address + PATH["nl"])
    finder = Finder(page)
    reset = finder.form.get_by_role("button", name=finder.t("finder.reset"))
    expect(reset).to_be_hidden()
    choose(page, finder.field("kind"), "plan")
    tab_to(page, finder.field("people"), "Shift+Tab")
    page.keyboard.type("5")
    group = finder.open_materials()
    press_on(page, group.get_by_role("checkbox").first, "Space")
    press_on(page, reset)
    finder.expect_shown(list(library.exercises), len(library.exercises))
    assert query(page) == {}
    expect(reset).to_be_hidden()
    expect(finder.field("kind")).to_have_value("")
    expect(finder.field("people")).to_have_value("")
    expect(group.get_by_role("checkbox", checked=False)).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body"), "the focus does not get lost with the button"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_found_says_so_and_which_filter_to_let_go(language: str, library: Library, page: Page, address: str) -> None:
    page.goto(address + PATH[language])
    finder = Finder(page, language)
    choose(page, finder.field("phase"), "prepare")
    tab_to(page, finder.field("people"))
    page.keyboard.type("199")
    finder.expect_shown([], len(library.exercises))
    expect(page.get_by_text(finder.t("finder.none"))).to_be_visible()
    without_people = fitting(library, lambda e: "prepare" in e.phases)
    hint = page.get_by_role("button", name=finder.t("finder.loosen_one", filter=finder.t("finder.people"), n=len(without_people)))
    expect(hint).to_be_visible()
    impossible = page.get_by_role("button", name=re.compile("^" + re.escape(finder.t("finder.phase"))))
    expect(impossible).to_have_count(0)  # without the phase there is still nothing for 199 people
    press_on(page, hint)
    finder.expect_shown(without_people, len(library.exercises))
    expect(page.get_by_text(finder.t("finder.none"))).to_be_hidden()
    assert has_focus(finder.field("people"))


def test_nothing_found_whatever_single_filter_goes(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"] + "?people=199&time=30&phase=prepare")
    finder = Finder(page)
    assert not fitting(library, lambda e: e.minutes <= 30), "choose another time for this test"
    finder.expect_shown([], len(library.exercises))
    expect(page.get_by_text(finder.t("finder.loosen_none"))).to_be_visible()


@pytest.mark.parametrize(
    "junk", ["?phase=nowhere", "?time=soon&people=many", "?kind=<script>", "?without=gold", "?phase=&online=no&x=1", "?%E0%A4%A=1"]
)
def test_an_address_with_choices_that_are_not_there_shows_everything(junk: str, library: Library, page: Page, base_url: str) -> None:
    heard = complaints(page)
    page.goto(base_url + PATH["nl"] + junk)
    finder = Finder(page)
    assert sorted(finder.shown()) == sorted(library.exercises)
    expect(finder.form.get_by_role("status")).to_contain_text(str(len(library.exercises)))
    assert heard == []


@pytest.mark.parametrize("people", ["0", "-3", "1e9"])
def test_a_number_that_is_no_group_finds_nothing_and_breaks_nothing(people: str, library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + PATH["nl"])
    finder = Finder(page)
    tab_to(page, finder.field("people"))
    page.keyboard.type(people)
    finder.expect_shown([], len(library.exercises))
    expect(page.get_by_text(finder.t("finder.none"))).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_its_card_an_exercise_goes_into_a_session(language: str, library: Library, page: Page, address: str) -> None:
    page.goto(address + PATH[language])
    finder = Finder(page, language)
    expect(finder.to_plan()).to_have_count(len(library.exercises))
    title = getattr(library.exercises["grrow"], language).title
    link = page.get_by_role("link", name=f"{finder.t('finder.to_plan')}: {title}", exact=True)
    expect(link).to_have_text(finder.t("finder.to_plan"))
    press_on(page, link)
    page.wait_for_url(re.compile(r"/exercises/plan\.html"))
    expect(page.get_by_role("checkbox", name=re.compile("^" + re.escape(title)))).to_be_checked()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)


def test_the_card_and_its_way_to_a_session_are_each_pressed_by_finger(page: Page, base_url: str) -> None:
    """The card is one link over all of it; the link to the planner lies above that, and nothing runs out of a narrow card."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(base_url + PATH["nl"])
    link = Finder(page).to_plan().first
    box = link.bounding_box()
    assert box
    assert box["height"] >= 24, "large enough for a finger"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    link.click()
    page.wait_for_url(re.compile(r"/exercises/plan\.html"))
    page.go_back()
    page.locator("main li:has(> p > a[href])").first.click(position={"x": 150, "y": 10})
    page.wait_for_url(re.compile(r"/exercises/(?!plan|index)[\w-]+\.html"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_scripts_there_is_the_whole_list_and_no_dead_control(
    language: str, library: Library, page_without_scripts: Page, address: str
) -> None:
    page = page_without_scripts
    page.goto(address + PATH[language])
    cards = page.locator("main li:has(> p > a[href])")
    assert sorted(ids_of(cards.locator("a:visible"))) == sorted(library.exercises)
    expect(Finder(page, language).to_plan()).to_have_count(0)  # the planner needs the script that is not there
    for card in cards.all():
        expect(card).to_be_visible()
    controls = page.locator("button, input, select, textarea, [role=button]").filter(visible=True)
    expect(controls).to_have_count(0)
