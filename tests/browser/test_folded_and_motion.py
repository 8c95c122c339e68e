"""Folded parts by keyboard, nothing that moves for who asked for rest, and no page that jumps while it loads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import WIDTHS
from hands import FRAME, press_on, tab_to
from playwright.sync_api import Browser, Page, expect

from learning_network.words.strings import strings

PHONE = {"width": WIDTHS["phone"], "height": 844}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_variations_open_and_close_by_keyboard(language: str, page: Page, address: str) -> None:
    t = strings(language)
    page.goto(address + ("en/" if language == "en" else "") + "exercises/picture-cards.html")
    folded = page.locator("main details").filter(has_text=t("exercise.variation.online"))
    text = folded.locator("p").first
    expect(text).to_be_hidden()
    press_on(page, folded.locator("summary"))
    expect(text).to_be_visible()
    page.keyboard.press("Space")
    expect(text).to_be_hidden()
    others = page.locator("main details[open]:not(nav details)")
    expect(others).to_have_count(0)


def test_the_contents_of_a_page_unfold_on_a_phone_and_lead_on(page: Page, base_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(base_url + "phases/prepare.html")
    contents = page.get_by_role("navigation", name="Op deze pagina")
    links = contents.get_by_role("link")
    expect(links.first).to_be_hidden()
    press_on(page, contents.locator("summary"))
    expect(links.first).to_be_visible()
    tab_to(page, links.last)
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """A page for who asked the device for less motion."""
    context = browser.new_context(reduced_motion="reduce", viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["index.html", "phases/explore.html", "exercises/picture-cards.html", "tools/index.html"])
def test_nothing_moves_for_who_asked_for_rest(path: str, still: Page, base_url: str) -> None:
    running = "() => document.getAnimations().map(one => one.animationName || one.transitionProperty || String(one))"
    still.goto(base_url + path, wait_until="load")
    assert still.evaluate(running) == []
    assert still.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    for name in (FRAME["nl"]["menu"], FRAME["nl"]["search"]):
        still.get_by_role("button", name=name, exact=True).press("Enter")
        expect(still.get_by_role("dialog")).to_be_visible()
        assert still.evaluate(running) == [], name
        still.keyboard.press("Escape")
        expect(still.get_by_role("dialog")).to_have_count(0)
    for summary in still.locator("main summary:visible").all():
        summary.press("Enter")
    assert still.evaluate(running) == []


LONGEST_MOVE = 400  # milliseconds


def test_what_moves_is_short_and_moves_once(browser: Browser, base_url: str) -> None:
    context = browser.new_context(reduced_motion="no-preference", viewport=PHONE)
    page = context.new_page()
    page.goto(base_url + "index.html")
    page.get_by_role("button", name=FRAME["nl"]["menu"], exact=True).press("Enter")
    times = page.evaluate("document.getAnimations().map(one => one.effect.getComputedTiming()).map(t => [t.duration, t.iterations])")
    context.close()
    assert [time for time in times if time[0] > LONGEST_MOVE or time[1] != 1] == []


@pytest.mark.parametrize("path", ["index.html", "phases/prepare.html", "exercises/picture-cards.html", "tools/index.html"])
def test_nothing_shifts_while_a_page_loads(path: str, browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.add_init_script("""
        window.shifts = []
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
                const moved = entry.sources.map(source => source.node?.nodeName + '.' + (source.node?.className?.baseVal ?? source.node?.className))
                window.shifts.push([entry.value, ...moved])
            }
        }).observe({type: 'layout-shift', buffered: true})
    """)
    page.goto(base_url + path, wait_until="networkidle")
    shifts = page.evaluate("""async () => {
        await document.fonts.ready
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)
        return window.shifts
    }""")
    context.close()
    assert sum(shift[0] for shift in shifts) <= 0.02, shifts


def test_the_shift_meter_measures(page: Page, base_url: str) -> None:
    """The test above can fail: a block that pushes the page down is seen."""
    page.goto(base_url + "index.html", wait_until="networkidle")
    pushed = page.evaluate("""() => new Promise(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries()[0].value)).observe({type: 'layout-shift'})
        const block = document.createElement('div')
        block.style.height = '300px'
        requestAnimationFrame(() => requestAnimationFrame(() => document.body.prepend(block)))
    })""")
    assert pushed > 0.02
