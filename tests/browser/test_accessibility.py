"""Every page by axe (WCAG 2.2 A and AA, target size) in light and dark, on a phone and a desktop; and at 320 px no sideways scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from conftest import SCHEMES, WIDTHS, html_paths
from playwright.sync_api import Browser, Page, Request

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},  # axe leaves it out unless asked
    "resultTypes": ["violations"],
}
DRESSED = "[...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)"
"""The 404 page finds out after loading where its stylesheets stand."""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}
"""What dark can spoil that light has not: it changes colours and nothing else (tokens.css), and asking all again takes half as long again."""

ONCE = {("light", "phone"), ("dark", "desktop")}
"""How a page in English is looked at: its markup is that of the page in Dutch, which is looked at in all four ways."""

OPEN_EVERYTHING = "document.querySelectorAll('details').forEach(part => { part.open = true })"


@cache
def axe_source() -> str:
    return next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")


def violations(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds on the page as it stands: rule and place. The page must hold axe already."""
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    return [f"{v['id']}: {node['target']} {node.get('failureSummary', '')[:160]}" for v in found for node in v["nodes"]]


@pytest.fixture(scope="module")
def walker(browser: Browser) -> Iterator[Page]:
    """One page that goes from address to address: a new one for each takes more than a third of the time of the walk."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", html_paths())
def test_axe_finds_nothing_in_light_and_dark_on_phone_and_desktop(path: str, walker: Page, base_url: str) -> None:
    found = {}
    requests: list[str] = []
    page = walker

    def note(request: Request) -> None:
        requests.append(request.url)

    page.on("request", note)
    page.goto(base_url + path)
    page.wait_for_function(DRESSED)
    page.evaluate(OPEN_EVERYTHING)
    page.evaluate(axe_source())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for name, width in WIDTHS.items():
            if path.startswith("en/") and (scheme, name) not in ONCE:
                continue
            page.set_viewport_size({"width": width, "height": 900})
            if faults := violations(page, RULES if scheme == "light" else COLOURS):
                found[f"{scheme} {name}"] = faults
    page.set_viewport_size({"width": 320, "height": 900})
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.remove_listener("request", note)
    assert found == {}
    assert over <= 0, f"at 320 px the page scrolls {over} px sideways"
    own = urlsplit(base_url).netloc
    assert [url for url in requests if urlsplit(url).netloc not in ("", own)] == []


def test_axe_finds_a_colour_that_only_dark_spoils(page: Page, base_url: str) -> None:
    page.goto(base_url + "index.html")
    page.evaluate(axe_source())
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<p style=\"color:#1f2a2e\">inkt</p>')")
    page.emulate_media(color_scheme="light")
    assert violations(page, COLOURS) == []
    page.emulate_media(color_scheme="dark")
    assert {fault.split(":")[0] for fault in violations(page, COLOURS)} == {"color-contrast"}


def test_axe_finds_a_fault_that_is_put_there(page: Page, base_url: str) -> None:
    """The walk above is worth something only when axe really looks."""
    page.goto(base_url + "index.html")
    page.evaluate(axe_source())
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p style=\"color:#ccc;background:#fff\">bleek</p><img src=x>')"
    )
    assert {fault.split(":")[0] for fault in violations(page)} >= {"color-contrast", "image-alt"}
