"""The facilitator's screen: by keyboard, with a clock that tests can turn, on a phone and from a file."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from conftest import SCHEMES
from hands import complaints, has_focus, press_on, tab_to
from playwright.sync_api import Locator, Page, expect
from test_accessibility import axe_source, violations

from learning_network.content.library import Library
from learning_network.wording.text import plain
from learning_network.words.strings import Strings, strings

EXERCISE = "talk-about-the-doubts"
WITH_CARDS = "need-of-a-bell"
CARDS = "need-question-wish-cards"
NO_SOUND_YET = """
window.tones = 0;
window.AudioContext = class {
  constructor() { this.currentTime = 0; this.destination = {}; }
  createOscillator() { window.tones += 1; return { frequency: {}, connect: (next) => next, start() {}, stop() {} }; }
  createGain() { return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (n) => n }; }
};
"""
"""Counts the tones instead of playing them."""


class Screen:
    """The screen as a facilitator meets it."""

    def __init__(self, page: Page, language: str = "nl") -> None:
        self.page = page
        self.t: Strings = strings(language)
        self.dialog = page.get_by_role("dialog")
        self.opener = page.get_by_role("button", name=self.t("screen.open"), exact=True)

    def go(self, address: str, path: str) -> Screen:
        """Open the page with a clock that stands still until the test turns it, and the screen by keyboard."""
        self.page.clock.install(time=0)
        self.page.goto(address + path)
        self.page.clock.pause_at(3_600_000)  # later than any load takes
        press_on(self.page, self.opener)
        expect(self.dialog).to_be_visible()
        expect(self.button("screen.full")).to_have_attribute("aria-pressed", "true")  # a key pressed on the way there is lost
        return self

    def button(self, key: str) -> Locator:
        return self.dialog.get_by_role("button", name=self.t(key), exact=True)

    def part(self, name: str) -> Locator:
        return self.dialog.get_by_role("group", name=self.t("screen.parts")).get_by_role("button", name=name, exact=True)

    def stage(self) -> Locator:
        return self.dialog.get_by_role("region", name=self.t("screen.stage"))

    def timer(self) -> Locator:
        return self.dialog.get_by_role("timer")

    def said(self) -> Locator:
        return self.dialog.get_by_role("status")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def wait(self, seconds: int) -> None:
        self.page.clock.run_for(seconds * 1000)


@pytest.fixture
def screen(page: Page) -> Screen:
    page.add_init_script(NO_SOUND_YET)
    return Screen(page)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_exercise_goes_by_with_the_arrow_keys(language: str, page: Page, address: str, library: Library) -> None:
    heard = complaints(page)
    screen = Screen(page, language).go(address, ("en/" if language == "en" else "") + f"exercises/{EXERCISE}.html")
    exercise = library.exercises[EXERCISE]
    words = getattr(exercise, language)
    expect(screen.dialog).to_have_accessible_name(words.title)
    for i, part in enumerate(exercise.steps):
        expect(screen.dialog.get_by_role("heading", name=plain(words.steps[part.id].title), exact=True)).to_be_visible()
        expect(screen.stage()).to_contain_text(screen.t("screen.step_of", number=i + 1, total=len(exercise.steps)))
        expect(screen.timer()).to_contain_text(f"{part.minutes}:00")
        screen.press("ArrowRight")
    screen.press("ArrowRight")
    expect(screen.stage()).to_contain_text(screen.t("screen.step_of", number=len(exercise.steps), total=len(exercise.steps)))
    expect(screen.button("screen.next")).to_have_attribute("aria-disabled", "true")
    screen.press("ArrowLeft", "PageUp", "PageDown")
    expect(screen.said()).to_contain_text(screen.t("screen.step_of", number=len(exercise.steps) - 1, total=len(exercise.steps)))
    screen.press("Escape")
    expect(screen.dialog).to_have_count(0)
    assert has_focus(screen.opener)
    assert heard == []


def test_task_and_questions_of_the_debrief_are_shown_too(screen: Screen, base_url: str, library: Library) -> None:
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    words = library.exercises[EXERCISE].nl
    press_on(screen.page, screen.part("Opdracht"), "Space")
    for point in words.task:
        expect(screen.stage()).to_contain_text(plain(point))
    press_on(screen.page, screen.part("Nabespreking"))
    for question in words.debrief:
        expect(screen.stage()).to_contain_text(plain(question))
        expect(screen.stage().locator(".screen-big")).to_have_count(1)
        screen.press("ArrowRight")
    press_on(screen.page, screen.part("Stappen"))
    expect(screen.stage()).to_contain_text("Stap 1 van 6")


def test_the_time_stands_still_until_it_is_started_and_stops_when_it_is_paused(screen: Screen, base_url: str) -> None:
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    screen.wait(90)
    expect(screen.timer()).to_have_text("5:00 te gaan")
    assert has_focus(screen.button("screen.start")), "the space bar starts it"
    screen.press("Space")
    screen.wait(90)
    expect(screen.timer()).to_have_text("3:30 te gaan")
    screen.press("Space")
    screen.wait(90)
    expect(screen.timer()).to_have_text("3:30 te gaan")
    expect(screen.button("screen.go_on")).to_be_visible()
    screen.press("Space")
    screen.wait(30)
    expect(screen.timer()).to_have_text("3:00 te gaan")
    expect(screen.dialog).to_contain_text("Hele oefening: nog 83 minuten")


def test_time_goes_on_over_the_end_and_says_so_once(screen: Screen, base_url: str) -> None:
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    screen.press("Space")
    screen.wait(5 * 60 + 1)
    expect(screen.timer()).to_have_text("0:01 over tijd")
    expect(screen.said()).to_have_text(screen.t("screen.time_up"))
    screen.wait(65)
    expect(screen.timer()).to_have_text("1:06 over tijd")
    screen.press("ArrowRight")
    expect(screen.timer()).to_have_text("15:00 te gaan")
    expect(screen.said()).to_contain_text("Stap 2 van 6")
    screen.wait(60)
    expect(screen.timer()).to_have_text("14:00 te gaan")
    screen.press("ArrowLeft")
    expect(screen.timer()).to_have_text("1:06 over tijd")
    screen.press("ArrowRight")
    screen.wait(100 * 60)
    expect(screen.dialog).to_contain_text("Hele oefening: 22 minuten langer dan gepland")


def test_a_tab_that_slept_tells_the_right_time(screen: Screen, base_url: str) -> None:
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    screen.press("Space")
    screen.page.clock.fast_forward("03:20")  # no tick fires meanwhile but one, as on a laptop that slept
    expect(screen.timer()).to_have_text("1:40 te gaan")


def test_the_time_goes_on_when_the_screen_is_closed_by_mistake(screen: Screen, base_url: str) -> None:
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    screen.press("Space", "ArrowRight", "Escape")
    screen.wait(60)
    press_on(screen.page, screen.opener)
    expect(screen.timer()).to_have_text("14:00 te gaan")
    expect(screen.stage()).to_contain_text("Stap 2 van 6")


def test_sound_is_off_until_somebody_switches_it_on(screen: Screen, base_url: str) -> None:
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    sound = screen.button("screen.sound")
    expect(sound).to_have_attribute("aria-pressed", "false")
    screen.press("Space")
    screen.wait(6 * 60)
    expect(screen.timer()).to_contain_text("over tijd")
    assert screen.page.evaluate("window.tones") == 0
    press_on(screen.page, sound)
    expect(sound).to_have_attribute("aria-pressed", "true")
    tried = screen.page.evaluate("window.tones")
    assert tried > 0, "one hears at once what it will be"
    screen.press("ArrowRight")
    screen.wait(14 * 60)
    assert screen.page.evaluate("window.tones") == tried
    screen.wait(2 * 60)
    assert screen.page.evaluate("window.tones") == 2 * tried, "once at the end, not at every tick"
    press_on(screen.page, sound)
    screen.press("ArrowRight")
    screen.wait(11 * 60)
    assert screen.page.evaluate("window.tones") == 2 * tried


def test_what_is_for_the_facilitator_shows_on_a_key_alone(screen: Screen, base_url: str, library: Library) -> None:
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    words = library.exercises[EXERCISE].nl
    note, tip = words.steps["what-it-is"].note, words.facilitator_notes[-1]
    assert note
    screen.press("ArrowRight")
    expect(screen.stage()).not_to_contain_text(plain(note))
    screen.press("n")
    expect(screen.stage()).to_contain_text(plain(note))
    expect(screen.stage()).to_contain_text(plain(tip))
    expect(screen.button("screen.notes")).to_have_attribute("aria-pressed", "true")
    press_on(screen.page, screen.part("Nabespreking"))
    expect(screen.stage()).not_to_contain_text(plain(tip))
    press_on(screen.page, screen.part("Stappen"))
    screen.press("n")
    expect(screen.stage()).not_to_contain_text(plain(note))


def test_tips_at_terms_and_links_stay_behind_on_the_page(screen: Screen, base_url: str) -> None:
    for name in (EXERCISE, "grrow", "swot"):
        screen.page.goto(f"{base_url}exercises/{name}.html")
        screen.opener.click()
        for _ in range(6):
            assert screen.stage().locator("a, .term__tip, [id]").count() == 0
            screen.press("ArrowRight")


@pytest.mark.parametrize("path", [f"cards/{CARDS}.html", "exercises/need-question-wish.html"])
def test_cards_come_one_at_a_time_with_their_back_on_demand(path: str, screen: Screen, address: str, library: Library) -> None:
    card_set = library.card_sets[CARDS]
    screen.go(address, path)
    if path.startswith("exercises"):
        press_on(screen.page, screen.part(plain(card_set.nl.title)))
    in_order = [card for pile in [*card_set.piles, None] for card in card_set.cards if card.pile == pile]
    fronts = [plain(card_set.nl.cards[card.id].front) for card in in_order]
    backs = {plain(card.front): plain(card.back) for card in card_set.nl.cards.values() if card.back}
    big = screen.stage().locator(".screen-big")
    for i, front in enumerate(fronts):
        expect(big).to_have_text(front)
        expect(screen.stage()).to_contain_text(f"Kaart {i + 1} van {len(fronts)}")
        if front in backs:
            expect(screen.stage()).not_to_contain_text(backs[front])
        screen.press("ArrowRight")
    screen.press(*["ArrowLeft"] * len(fronts))
    turn = screen.button("screen.turn")
    press_on(screen.page, turn)
    expect(screen.stage()).to_contain_text(backs[fronts[0]])
    expect(screen.said()).to_have_text(backs[fronts[0]])
    press_on(screen.page, screen.button("screen.shuffle"))
    seen = []
    for _ in fronts:
        seen.append(big.inner_text())
        screen.press("ArrowRight")
    assert sorted(seen) == sorted(fronts), "shuffling loses no card and doubles none"
    expect(screen.timer()).to_have_count(0 if path.startswith("cards") else 1)


@pytest.mark.parametrize("name", [f"exercises/{EXERCISE}", f"exercises/{WITH_CARDS}", f"cards/{CARDS}"])
def test_axe_finds_nothing_on_the_open_screen(name: str, page: Page, base_url: str) -> None:
    screen = Screen(page)
    page.add_init_script(
        "Object.defineProperty(document, 'fullscreenEnabled', {value: false})"
    )  # what fills the screen takes no other size
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{base_url}{name}.html")
    page.evaluate(axe_source())
    screen.opener.click()
    if screen.button("screen.notes").count():
        screen.press("n")
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width, height in ((320, 700), (1280, 720), (1920, 1080)):
            page.set_viewport_size({"width": width, "height": height})
            if faults := violations(page):
                found[f"{scheme} {width}"] = faults
    assert found == {}


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 720), (1024, 768)])
def test_nothing_scrolls_sideways_and_every_button_can_be_reached(width: int, height: int, page: Page, base_url: str) -> None:
    """320 by 256 is a window of 1280 by 1024 at 400 %."""
    screen = Screen(page)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{base_url}exercises/{WITH_CARDS}.html")
    screen.opener.click()
    over = "element => element.scrollWidth - element.clientWidth"
    for part in screen.dialog.get_by_role("group", name=screen.t("screen.parts")).get_by_role("button").all():
        part.click()
        assert screen.dialog.evaluate(over) <= 0
        assert screen.stage().evaluate(over) <= 0
        for button in screen.dialog.get_by_role("button").all():
            button.scroll_into_view_if_needed()
            box = button.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["height"] >= 44
    tab_to(page, screen.button("screen.close"))


def test_it_asks_no_other_host_and_loads_no_sound(screen: Screen, base_url: str) -> None:
    requests: list[str] = []
    screen.page.on("request", lambda request: requests.append(request.url))
    screen.go(base_url, f"exercises/{EXERCISE}.html")
    press_on(screen.page, screen.button("screen.sound"))
    screen.press("ArrowRight", "ArrowRight")
    own = urlsplit(base_url).netloc
    assert [url for url in requests if urlsplit(url).netloc != own] == []
    assert [url for url in requests if re.search(r"\.(mp3|ogg|wav)", url)] == []


def test_it_works_where_full_screen_is_not_allowed(page: Page, base_url: str) -> None:
    page.add_init_script("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no'))")
    heard = complaints(page)
    page.goto(f"{base_url}exercises/{EXERCISE}.html")
    screen = Screen(page)
    screen.opener.click()
    size = screen.dialog.bounding_box()
    viewport = page.viewport_size
    assert size
    assert viewport
    assert (size["width"], size["height"]) == (viewport["width"], viewport["height"])
    screen.press("ArrowRight")
    expect(screen.stage()).to_contain_text("Stap 2 van 6")
    assert heard == []


def test_the_screen_lies_on_top_when_the_page_is_full_screen(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}exercises/{EXERCISE}.html")
    screen = Screen(page)
    screen.opener.click()
    page.wait_for_function("() => document.fullscreenElement !== null")
    expect(screen.button("screen.full")).to_have_attribute("aria-pressed", "true")
    on_top = "() => document.elementFromPoint(innerWidth / 2, innerHeight / 3).closest('dialog') !== null"
    page.wait_for_function(on_top)
    screen.press("Escape")
    page.wait_for_function("() => document.fullscreenElement === null")
    expect(screen.dialog).to_have_count(0)


def test_paper_and_a_page_without_scripts_are_what_they_were(page_without_scripts: Page, base_url: str) -> None:
    page_without_scripts.goto(f"{base_url}exercises/{EXERCISE}.html")
    expect(Screen(page_without_scripts).opener).to_have_count(0)
    page_without_scripts.goto(f"{base_url}cards/{CARDS}.html")
    expect(Screen(page_without_scripts).opener).to_have_count(0)
    expect(page_without_scripts.locator("[data-screen]")).to_be_hidden()
