"""Nothing jumps: a script that comes late draws its form without moving what people already see."""

from __future__ import annotations

import time

import pytest
from full_pages import KEEP_MATRIX
from playwright.sync_api import Page, Route
from test_on_this_device import NORTH, SOUTH, keep

WATCH = """() => {
    window.jumps = 0
    new PerformanceObserver(list => list.getEntries().forEach(entry => { jumps += entry.hadRecentInput ? 0 : entry.value }))
        .observe({type: 'layout-shift', buffered: true})
}"""
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.jumps), 100))))"
PAGES = {"team-matrix": "tools/team.html", "planner": "exercises/plan.html", "on-this-device": "on-this-device.html"}
MOST = 0.05
"""Half of what is called good: 0.1."""


def late(route: Route) -> None:
    time.sleep(0.5)
    route.continue_()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("script", PAGES)
def test_a_filled_page_whose_script_comes_late_does_not_jump(script: str, width: int, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": width, "height": 820})
    page.goto(base_url + PAGES[script])
    if script == "team-matrix":
        page.evaluate(KEEP_MATRIX, 3)
    keep(page, NORTH, SOUTH)
    page.add_init_script(f"({WATCH})()")
    page.route(f"**/{script}.js", late)
    page.reload()
    page.wait_for_selector("[data-drawn]")
    assert page.evaluate(SETTLED) <= MOST


@pytest.mark.parametrize("script", PAGES)
def test_without_its_script_a_page_shows_all_the_same_after_a_while(script: str, page: Page, base_url: str) -> None:
    page.route(f"**/{script}.js", lambda route: route.abort())
    page.goto(base_url + PAGES[script])
    page.wait_for_function(
        "() => [...document.querySelectorAll('main *')].every(part => getComputedStyle(part).animationName !== 'unseen'"
        " || getComputedStyle(part).visibility === 'visible')",
        timeout=5000,
    )
