"""The keyboard alone: every stop of every kind of page seen, named and in order; menu, colours and tips."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import WIDTHS
from hands import FRAME, MOST_STOPS, has_focus, press_on, tab_to
from playwright.sync_api import Browser, CDPSession, FloatRect, Page, ViewportSize, expect

KINDS_OF_PAGE = [
    "index.html",
    "start.html",
    "phases/prepare.html",
    "exercises/index.html",
    "exercises/brainstorm-on-obstacles.html",
    "worksheets/swot-sheet.html",
    "tools/index.html",
    "tools/clever.html",
    "glossary.html",
    "bibliography.html",
    "en/phases/explore.html",
    "en/exercises/swot.html",
]
PHONE = {"width": WIDTHS["phone"], "height": 844}

# What can be said of the element that has the focus. Kept in window.walked: the walk ends when it comes round.
STOP = """() => {
    const element = document.activeElement
    const walked = window.walked ??= []
    if (!element || element === document.body || element === document.documentElement || walked.includes(element)) return null
    const before = walked.at(-1)
    walked.push(element)

    const high = innerHeight, wide = document.documentElement.clientWidth
    const inSight = box => ({left: Math.max(box.left, 0), top: Math.max(box.top, 0), right: Math.min(box.right, wide), bottom: Math.min(box.bottom, high)})
    const boxes = [...element.getClientRects()].filter(box => box.width && box.height).map(inSight)
    const drawing = element.ownerSVGElement ? element : null
    const points = boxes.flatMap(box => [.5, .25, .75].flatMap(f => [.5, .25, .75].map(g =>
        [box.left + (box.right - box.left) * f, box.top + (box.bottom - box.top) * g])))
    const hidden = points.filter(([x, y]) => {
        const hit = document.elementFromPoint(x, y)
        return !(hit && (element.contains(hit) || hit.labels?.length && hit.contains(element)))
    })

    const style = getComputedStyle(element)
    const ring = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth)
    const reach = Math.min(ring, 2) + Math.max(parseFloat(style.outlineOffset) || 0, 0)  // 2 px of the ring will do
    const box = element.getBoundingClientRect()
    let window_ = {left: 0, top: 0, right: wide, bottom: high}
    for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflow === 'visible') continue
        const clip = parent.getBoundingClientRect()
        window_ = {left: Math.max(window_.left, clip.left), top: Math.max(window_.top, clip.top),
                   right: Math.min(window_.right, clip.right), bottom: Math.min(window_.bottom, clip.bottom)}
    }
    const sides = (box.left - reach >= window_.left) + (box.right + reach <= window_.right) +
                  (box.top - reach >= window_.top) + (box.bottom + reach <= window_.bottom)

    const last = window.lastPlace
    let [x, y, scroller] = [scrollX, scrollY, null] // where it stands: on the page, or in a box that scrolls down
    for (let parent = element.parentElement; parent && parent !== document.body && !scroller; parent = parent.parentElement) {
        if (parent.scrollHeight > parent.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(parent).overflowY)) scroller = parent
    }
    if (scroller) [x, y] = [x + scroller.scrollLeft, y + scroller.scrollTop]
    const place = window.lastPlace = {left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y, scroller}
    return {
        kind: [element, element.parentElement, element.parentElement.closest('[class]')].map(e => e && e.tagName + '.' + (e.getAttribute('class') || '')).join(' '),
        what: element.tagName.toLowerCase() + (element.getAttribute('class') ? '.' + element.getAttribute('class').split(' ')[0] : ''),
        text: (element.getAttribute('aria-label') || element.textContent || '').trim().slice(0, 40),
        empty: !points.length,
        hidden: hidden.length, points: points.length,
        ring, sides, tall: box.height > high - 100,
        clip: {x: box.left - 8, y: box.top - 8, width: box.width + 16, height: box.height + 16},
        backwards: !!before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
        upwards: !!last && last.scroller === scroller && place.bottom <= last.top + 1 && place.left < last.right - 1 && last.left < place.right - 1,
    }
}"""
MISSED = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(e => e.tabIndex >= 0 && !e.matches(':disabled, [inert] *') && e.type !== 'hidden' && e.checkVisibility({visibilityProperty: true}))
    .filter(e => !window.walked.some(other => other === e || e.type === 'radio' && other.name === e.name)) // a group of radios is one stop
    .map(e => e.outerHTML.slice(0, 90))"""
CHANGED = """async ([one, other]) => {
    const pixels = async png => {
        const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob())
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, image.width, image.height).data
    }
    const [a, b] = [await pixels(one), await pixels(other)]
    let changed = 0
    for (let i = 0; i < a.length; i += 4) {
        changed += Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]) > 120
    }
    return changed
}"""


_LOOKED: set[tuple[int, str]] = set()
"""Kinds of stops (width, own class and that of what holds it) of which a picture showed the focus: one is enough."""


class Walker:
    """Goes through a page with Tab and tells what is wrong at each stop."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._eyes = page.context.new_page()  # compares pictures, away from the page
        self._browser: CDPSession = page.context.new_cdp_session(page)
        self.stops: list[str] = []

    def walk(self, key: str = "Tab") -> list[str]:
        faults: list[str] = []
        for _ in range(MOST_STOPS):
            self.page.keyboard.press(key)
            stop = self.page.evaluate(STOP)
            if stop is None:
                break
            name = self.name()
            said = f"{stop['what']} '{name or stop['text']}'"
            self.stops.append(said)
            faults += [f"{said}: {fault}" for fault in self._faults(stop, name, onwards=key == "Tab")]
        else:
            faults.append(f"the walk does not end after {MOST_STOPS} stops")
        return faults + [f"never reached: {element}" for element in self.page.evaluate(MISSED)]

    def name(self) -> str:
        """The name that Chromium tells a screen reader."""
        focused = self._browser.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
        nodes = self._browser.send("Accessibility.getPartialAXTree", {"objectId": focused["objectId"], "fetchRelatives": False})
        return str(nodes["nodes"][0].get("name", {}).get("value", "")).strip()

    def _faults(self, stop: dict[str, Any], name: str, onwards: bool) -> Iterator[str]:
        if not name:
            yield "has no name"
        if stop["empty"]:
            yield "is out of sight"
        elif stop["hidden"]:
            yield f"something lies over it ({stop['hidden']} of {stop['points']} points)"
        if 0 < stop["ring"] < 2:
            yield f"a focus ring of {stop['ring']} px"
        if stop["ring"] and stop["sides"] < (1 if stop["tall"] else 3):
            yield f"its focus ring is cut off, {stop['sides']} sides left"
        if onwards and stop["backwards"]:
            yield "comes before the last stop in the document"
        if onwards and stop["upwards"]:
            yield "stands above the last stop"
        size = self.page.viewport_size
        assert size
        if (size["width"], stop["kind"]) not in _LOOKED and not stop["empty"]:
            # A ring stands around the element; without one, look at the whole window (a card may have the ring).
            around = _within(stop["clip"], size)
            changed = self._changed_pixels(around if stop["ring"] else {"x": 0, "y": 0, **size})
            if changed < around["width"] + around["height"]:
                yield f"the focus is hardly to be seen: {changed} pixels change"
            else:
                _LOOKED.add((size["width"], stop["kind"]))

    def _changed_pixels(self, area: FloatRect) -> int:
        """How many pixels change clearly when the focus goes."""

        def look() -> str:
            return base64.b64encode(self.page.screenshot(clip=area)).decode()

        focused = look()
        self.page.evaluate("window.held = document.activeElement; window.held.blur()")
        without = look()
        self.page.evaluate("window.held.focus({preventScroll: true})")
        return int(self._eyes.evaluate(CHANGED, [focused, without]))


def _within(box: dict[str, float], size: ViewportSize) -> FloatRect:
    """The part of a box that is in sight."""
    left, top = max(box["x"], 0), max(box["y"], 0)
    right, bottom = min(box["x"] + box["width"], size["width"]), min(box["y"] + box["height"], size["height"])
    return {"x": left, "y": top, "width": max(right - left, 1), "height": max(bottom - top, 1)}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_tab_goes_through_the_whole_page(path: str, width: str, page: Page, base_url: str) -> None:
    """From top to bottom: each stop in sight, with a visible focus and a name; none left out, none a trap."""
    page.set_viewport_size({"width": WIDTHS[width], "height": 800})
    page.goto(base_url + path, wait_until="load")
    walker = Walker(page)
    faults = walker.walk()
    assert not faults, "\n".join(faults)
    assert len(walker.stops) > 8


@pytest.mark.parametrize(("path", "width"), [("phases/prepare.html", "desktop"), ("exercises/index.html", "phone")])
def test_shift_tab_goes_back_through_the_whole_page(path: str, width: str, page: Page, base_url: str) -> None:
    """Going up is when a bar that sticks to the top hides what has the focus."""
    page.set_viewport_size({"width": WIDTHS[width], "height": 800})
    page.goto(base_url + path, wait_until="load")
    faults = Walker(page).walk("Shift+Tab")
    assert not faults, "\n".join(faults)


def test_with_folded_parts_open_every_stop_is_reached(page: Page, base_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(base_url + "exercises/index.html")
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    faults = Walker(page).walk()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", ["index.html", "en/tools/clever.html"])
def test_the_skip_link_skips(path: str, page: Page, address: str) -> None:
    page.goto(address + path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=re.compile("Ga naar de inhoud|Skip to the content"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "the next stop is in the text"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "going back and forth stays there"


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(language: str, key: str, page: Page, base_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(base_url + ("en/phases/explore.html" if language == "en" else "phases/explore.html"))
    button = page.get_by_role("button", name=FRAME[language]["menu"], exact=True)
    menu = page.get_by_role("dialog", name=FRAME[language]["menu"])
    expect(button).to_have_attribute("aria-expanded", "false")
    press_on(page, button, key)
    expect(menu).to_be_visible()
    assert menu.evaluate("menu => menu.contains(document.activeElement)"), "the focus goes into the menu"
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)  # and once more: the menu was not for one time
    expect(menu).to_be_visible()
    press_on(page, menu.get_by_role("button", name=re.compile("Sluit|Close")), key)
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_every_link_of_the_menu_is_reached_and_the_focus_stays_in_it(page: Page, base_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(base_url + "phases/explore.html")
    press_on(page, page.get_by_role("button", name="Menu", exact=True))
    menu = page.get_by_role("dialog", name="Menu")
    links = menu.get_by_role("link")
    reached: set[str] = set()
    for _ in range(links.count() + 6):
        page.keyboard.press("Tab")
        where = page.evaluate("""() => {
            const element = document.activeElement
            if (element === document.body) return 'the browser'
            return element.closest('dialog') ? element.href || 'a button' : 'the page: ' + element.outerHTML.slice(0, 60)
        }""")
        reached.add(where)
    assert [place for place in reached if place.startswith("the page")] == []
    wanted = links.evaluate_all("links => links.map(link => link.href)")
    assert sorted(set(wanted) - reached) == []
    assert len(wanted) == len(set(wanted)) > 12


def test_a_link_in_the_menu_is_followed_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address + "phases/explore.html")
    press_on(page, page.get_by_role("button", name="Menu", exact=True))
    link = page.get_by_role("dialog", name="Menu").locator("a[href$='glossary.html']")
    press_on(page, link)
    page.wait_for_url(re.compile(r"/glossary\.html$"))
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_links_of_a_closed_menu_are_no_stops(page: Page, base_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(base_url + "phases/explore.html")
    button = page.get_by_role("button", name="Menu", exact=True)
    for _ in ("never opened", "opened and closed"):
        tab_to(page, button)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null"), "after the button comes the text"
        tab_to(page, button, "Shift+Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def is_dark(page: Page) -> bool:
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) < 200


@pytest.mark.parametrize("width", WIDTHS)
def test_light_and_dark_are_switched_by_keyboard_and_remembered(width: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": WIDTHS[width], "height": 844})

    def open_menu() -> None:
        if width == "phone":
            press_on(page, page.get_by_role("button", name="Menu", exact=True))

    page.goto(address + "index.html")
    assert not is_dark(page)
    open_menu()
    expect(page.get_by_role("button", name=FRAME["nl"]["dark"], pressed=False)).to_be_visible()
    press_on(page, page.get_by_role("button", name=FRAME["nl"]["dark"]), "Space")
    expect(page.get_by_role("button", name=FRAME["nl"]["dark"], pressed=True)).to_be_focused()
    assert is_dark(page)

    page.goto(address + "en/exercises/swot.html")
    assert is_dark(page), "remembered on another page"
    if width == "phone":
        press_on(page, page.get_by_role("button", name="Menu", exact=True))
    press_on(page, page.get_by_role("button", name=FRAME["en"]["dark"], pressed=True))
    expect(page.get_by_role("button", name=FRAME["en"]["dark"], pressed=False)).to_be_focused()
    assert not is_dark(page)
    page.reload()
    assert not is_dark(page)


def test_a_device_in_the_dark_can_have_light_pages(browser: Browser, base_url: str) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(base_url + "index.html")
    assert is_dark(page)
    press_on(page, page.get_by_role("button", name=FRAME["nl"]["dark"], pressed=True))
    assert not is_dark(page)
    page.goto(base_url + "start.html")
    assert not is_dark(page)
    context.close()


WITH_TERMS = "background/why.html"


def test_a_tip_shows_on_focus_and_goes_with_escape(page: Page, address: str) -> None:
    page.goto(address + WITH_TERMS)
    term = page.locator("a[aria-describedby^=tip-]").first
    tip = page.locator(f"#{term.get_attribute('aria-describedby')}")
    expect(tip).to_be_hidden()
    tab_to(page, term)
    expect(tip).to_be_visible()
    expect(tip).to_be_in_viewport(ratio=1)
    expect(tip).to_have_role("tooltip")
    expect(term).to_have_accessible_description(tip.inner_text())
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert has_focus(term), "the focus stays at the word"
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(tip).to_be_visible()
    page.keyboard.press("Tab")
    expect(tip).to_be_hidden()


def test_a_term_leads_to_its_place_in_the_glossary(page: Page, address: str) -> None:
    page.goto(address + WITH_TERMS)
    term = page.locator("a[aria-describedby^=tip-]").first
    press_on(page, term)
    page.wait_for_url(re.compile(r"/glossary\.html#term-"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_tip_shows_on_hover_and_can_be_hovered(page: Page, base_url: str) -> None:
    page.goto(base_url + WITH_TERMS)
    term = page.locator("a[aria-describedby^=tip-]").first
    tip = page.locator(f"#{term.get_attribute('aria-describedby')}")
    term.scroll_into_view_if_needed()
    term.hover()
    expect(tip).to_be_visible()
    word, box = term.bounding_box(), tip.bounding_box()
    assert word
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(word["x"] + word["width"] / 2, middle, steps=25)  # straight onto the tip, pixel by pixel
    expect(tip).to_be_visible()
    page.mouse.move(box["x"] + box["width"] - 12, middle, steps=10)
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.move(2, 2)
    expect(tip).to_be_hidden()


@pytest.mark.parametrize("path", [WITH_TERMS, "en/phases/prepare.html", "exercises/grrow.html"])
def test_every_tip_fits_on_the_narrowest_phone(path: str, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(base_url + path)
    terms = page.locator("a[aria-describedby^=tip-]")
    assert terms.count() > 0
    for term in terms.all():
        term.focus()
        tip = page.locator(f"#{term.get_attribute('aria-describedby')}")
        expect(tip).to_be_visible()
        box = tip.bounding_box()
        assert box
        said = f"{term.inner_text()}: {box}"
        assert box["x"] >= 0, said
        assert box["x"] + box["width"] <= 320, said
        assert box["y"] >= 0, said
        assert box["y"] + box["height"] <= 568, said
        assert tip.evaluate("tip => tip.scrollWidth <= tip.clientWidth + 1"), said
        over = """([tip, word]) => [...word.getClientRects()].some(a => {
            const b = tip.getBoundingClientRect()
            return a.left < b.right - 7 && b.left + 7 < a.right && a.top < b.bottom - 7 && b.top + 7 < a.bottom
        })"""
        assert not page.evaluate(over, [tip.element_handle(), term.element_handle()]), f"{said} lies over its word"
