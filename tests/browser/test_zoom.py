"""At 400 % zoom a window of 1280 by 1024 is 320 by 256: what people fill in still goes by Tab, and nothing falls off or is covered.

Each page is filled, its folds and windows are open, and it is walked from the first stop of Tab to the last.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from full_pages import KEEP_MATRIX
from playwright.sync_api import Browser, Locator, Page, expect
from test_accessibility import OPEN_EVERYTHING
from test_on_this_device import NORTH, SOUTH, keep
from test_summary_page import VECTORS
from worksheet_page import Sheet, complete_answers, path_of

from learning_network.content.library import Library

WINDOW = {"width": 320, "height": 256}
MOST_STOPS = 500

FALLS_OFF = """() => {
    const root = document.documentElement, found = []
    if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls ${root.scrollWidth - root.clientWidth} px sideways`)
    const shown = element => element.checkVisibility({visibilityProperty: true}) && !element.closest('.visually-hidden, .skip, svg')
    const called = element => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent || '').trim().slice(0, 40)}`
    const scrolls = element => {
        for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at)
            if (['auto', 'scroll'].includes(style.overflowX) && at.scrollWidth > at.clientWidth) return at
        }
    }
    const allowed = ['.matrix-scroll', '.compare-scroll', '.table-scroll', '.summary-scroll', '[tabindex="0"][role="region"]']
    for (const element of document.querySelectorAll('body *')) {
        if (!shown(element)) continue
        const box = element.getBoundingClientRect(), style = getComputedStyle(element), region = scrolls(element)
        if (!box.width || !box.height) continue
        if (box.right > innerWidth + 1 && !region) found.push(`sticks out ${Math.round(box.right - innerWidth)} px: ${called(element)}`)
        if (region && !region.matches(allowed.join())) found.push(`scrolls sideways by itself: ${called(region).slice(0, 60)}`)
        const cuts = ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1
        const cutsLow = ['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 2
        if ((cuts || cutsLow) && box.width > 2 && element.textContent.trim()) found.push(`text is cut off: ${called(element)}`)
        const words = element.matches('button, summary, label, a.button, th, td, legend')
        if (words && style.overflowX === 'visible' && element.scrollWidth > element.clientWidth + 2 && style.display !== 'inline')
            found.push(`text sticks out of ${called(element)}`)
    }
    return [...new Set(found)]
}"""

WITHIN = """window => {
    const box = window.getBoundingClientRect()
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
}"""
SIDEWAYS = """window => [window, ...window.querySelectorAll('*')]
    .filter(part => part.scrollWidth > part.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(part).overflowX))
    .map(part => part.outerHTML.slice(0, 80))"""

STOP = """() => {
    const on = document.activeElement
    if (!on || on === document.body) return {end: true}
    window.walked = window.walked || new Map()
    if (!walked.has(on)) walked.set(on, walked.size)
    const name = `${on.tagName.toLowerCase()}#${on.id}.${on.className} ${(on.getAttribute('aria-label') || on.textContent || on.value || '').trim().slice(0, 40)}`
    const boxes = [...on.getClientRects()].filter(box => box.width && box.height)
    const points = boxes.flatMap(box => {
        const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth), top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight)
        if (right - left < 1 || bottom - top < 1) return []
        return [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => [left + x * (right - left), top + y * (bottom - top)]))
    })
    const over = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(top => top && !on.contains(top) && !top.contains(on))
        .map(top => { for (let at = top; at; at = at.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at })
        .filter(Boolean).filter(at => !at.contains(on))
    return {
        nth: walked.get(on), name: name, seen: points.length, covered: over.length,
        by: over[0] ? over[0].tagName + '.' + over[0].className : '',
    }
}"""


def walked(page: Page) -> tuple[int, list[str]]:
    """How many stops Tab makes, and the stops that nobody sees: out of the window, or for more than half under what stays in place."""
    faults, stops = [], set()
    page.evaluate("() => { window.walked = null; document.querySelector('.skip-link').focus() }")  # in a window the focus stays where it is
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop: dict[str, Any] = page.evaluate(STOP)
        if stop.get("end") or (stop["nth"] in stops and stop["nth"] < len(stops) - 1):
            return len(stops), faults
        stops.add(stop["nth"])
        if not stop["seen"]:
            faults.append(f"out of sight: {stop['name']}")
        elif stop["covered"] * 2 > stop["seen"]:
            faults.append(f"under {stop['by']}: {stop['name']}")
    raise AssertionError(f"Tab does not come to an end in {MOST_STOPS} stops")


def worksheet(id_: str) -> Callable[[Page, str, Library], None]:
    def fill(page: Page, base: str, library: Library) -> None:
        page.goto(base + path_of(id_))
        Sheet(page).fill(complete_answers(library.worksheets[id_]))

    return fill


def planner(page: Page, base: str, library: Library) -> None:
    page.goto(base + "exercises/plan.html")
    page.locator("[data-planner-use]").first.click()
    for name, value in {"day": "2026-11-24", "start": "13:30", "end": "14:00", "participants": "30"}.items():
        page.locator(f"#planner-{name}").fill(value)
    expect(page.locator(".planner-faults li")).not_to_have_count(0)


def obstacles(page: Page, base: str, library: Library) -> None:
    page.goto(base + "exercises/obstacles.html")
    page.get_by_role("link", name="We hebben geen tijd").first.click()


def team(page: Page, base: str, library: Library) -> None:
    page.goto(base + "tools/team.html")
    page.evaluate(KEEP_MATRIX, 1)
    page.reload()
    page.locator(".team-tool > summary").nth(3).click()
    expect(page.locator(".team-card")).to_be_visible()


def matrix(page: Page, base: str, library: Library) -> None:
    page.goto(base + "tools/index.html?compare=copm+talking-mats+toolmarkt")
    expect(page.locator(".matrix-bar")).to_be_visible()


def summary(page: Page, base: str, library: Library) -> None:
    page.goto(base + "worksheets/summary.html")
    page.locator("[data-summary-files]").set_input_files(sorted((VECTORS / "answers").iterdir()))
    expect(page.locator("[data-summary-status]")).to_contain_text("Klaar")


def device(page: Page, base: str, library: Library) -> None:
    page.goto(base + "on-this-device.html")
    keep(page, NORTH, SOUTH, **{"swot-sheet.broken": "{"})


def finder(page: Page, base: str, library: Library) -> None:
    page.goto(base + "exercises/index.html")


PAGES = {
    "swot-sheet": worksheet("swot-sheet"),
    "grrow-sheet": worksheet("grrow-sheet"),
    "stafkaart": worksheet("stafkaart"),
    "reflection-start": worksheet("reflection-start"),
    "plan": planner,
    "obstacles": obstacles,
    "team": team,
    "matrix": matrix,
    "summary": summary,
    "on-this-device": device,
    "finder": finder,
}


@pytest.fixture
def zoomed(browser: Browser) -> Any:
    context = browser.new_context(viewport=WINDOW, locale="nl-BE", reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_filled_page_is_walked_whole_at_400_percent(name: str, zoomed: Page, base_url: str, library: Library) -> None:
    PAGES[name](zoomed, base_url, library)
    zoomed.evaluate(OPEN_EVERYTHING)
    assert zoomed.evaluate(FALLS_OFF) == []
    stops, faults = walked(zoomed)
    assert stops > 15
    assert faults == []


def bring(page: Page, name: str, text: str) -> Locator:
    page.locator(".device-taking").evaluate("fold => { fold.open = true }")
    page.locator("input.device-file").set_input_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})
    return page.get_by_role("dialog")


def file_in_worksheet(page: Page, base: str, library: Library, tmp_path: Path) -> Locator:
    worksheet("swot-sheet")(page, base, library)
    answers = {"strengths": [f"Sterkte nummer {n}, met veel woorden erbij" for n in range(12)]}
    window = bring(page, "een-bestand-met-een-lange-naam-van-team-noord.json", json.dumps(NORTH["content"] | {"answers": answers}))
    window.locator("input[value=replace]").check()
    return window


def refused_file(page: Page, base: str, library: Library, tmp_path: Path) -> Locator:
    worksheet("grrow-sheet")(page, base, library)
    return bring(page, "kapot.json", "{")


def share(page: Page, base: str, library: Library, tmp_path: Path) -> Locator:
    planner(page, base, library)
    page.locator(".device-taking").evaluate("fold => { fold.open = true }")
    page.locator(".device-taking button").last.click()
    return page.get_by_role("dialog")


def clear_all(page: Page, base: str, library: Library, tmp_path: Path) -> Locator:
    device(page, base, library)
    page.get_by_role("button", name="Wis alles op dit toestel").click()
    return page.get_by_role("dialog")


def menu(page: Page, base: str, library: Library, tmp_path: Path) -> Locator:
    finder(page, base, library)
    page.get_by_role("button", name="Menu").click()
    return page.get_by_role("dialog")


def search(page: Page, base: str, library: Library, tmp_path: Path) -> Locator:
    finder(page, base, library)
    page.get_by_role("button", name="Zoeken").first.click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("gesprek")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    return page.get_by_role("dialog")


WINDOWS = {
    "a file": file_in_worksheet,
    "a file refused": refused_file,
    "a link": share,
    "clear all": clear_all,
    "menu": menu,
    "search": search,
}


@pytest.mark.parametrize("name", WINDOWS)
def test_a_window_is_read_whole_and_each_of_its_buttons_can_be_pressed(
    name: str, zoomed: Page, base_url: str, library: Library, tmp_path: Path
) -> None:
    window = WINDOWS[name](zoomed, base_url, library, tmp_path)
    expect(window).to_be_visible()
    assert window.evaluate(WITHIN), "the window reaches outside of the screen"
    assert window.evaluate(SIDEWAYS) == []
    for button in window.locator("button, a, input, textarea").all():
        if button.is_visible() and button.is_enabled():
            button.click(trial=True)  # scrolls there, and sees that nothing lies over it
    assert walked(zoomed)[1] == []
