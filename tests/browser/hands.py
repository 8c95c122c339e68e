"""What the walks by keyboard share: reach a thing with Tab, choose in a list, ask a record's page from an address."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Request, expect

FRAME = {
    "nl": {"search": "Zoeken", "none": "Niets gevonden", "menu": "Menu", "dark": "Donkere kleuren", "other": "English"},
    "en": {"search": "Search", "none": "Nothing found", "menu": "Menu", "dark": "Dark colours", "other": "Nederlands"},
}
"""Words of the frame (docs/theme/partials/words/), for names of buttons."""

MOST_STOPS = 400


def has_focus(target: Locator) -> bool:
    return bool(target.evaluate("element => element === document.activeElement"))


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the focus is on the target; fails when it never comes there."""
    expect(target).to_be_visible()
    element = target.element_handle()  # looked up once: by its role and name that takes a while in a large table
    for _ in range(MOST_STOPS):
        if element.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never reaches {target}")


def press_on(page: Page, target: Locator, key: str = "Enter") -> None:
    """Go to the target with Tab and press a key on it."""
    tab_to(page, target)
    page.keyboard.press(key)


def choose(page: Page, select: Locator, value: str) -> None:
    """Choose in a list by keyboard: to the top, then down until it is there."""
    tab_to(page, select)
    page.keyboard.press("Home")
    for _ in range(select.locator("option").count()):
        if select.input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    assert select.input_value() == value, f"the list has no {value}"


def ids_of(links: Locator) -> list[str]:
    """Ids of the records that these links lead to: the names of their pages, in the order of the page."""
    addresses = links.evaluate_all("links => links.map(link => link.href)")
    return [re.sub(r"\.html$", "", posixpath.basename(urlsplit(address).path)) for address in addresses]


def _failed(request: Request) -> bool:
    """Whether a request went wrong; one that the browser dropped because the page was left did not."""
    return request.failure != "net::ERR_ABORTED"


def complaints(page: Page) -> list[str]:
    """A list that fills with what goes wrong on the page from now on: errors in scripts, requests that fail."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("requestfailed", lambda request: heard.append(f"failed: {request.url} {request.failure}") if _failed(request) else None)
    page.on("response", lambda response: heard.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
    return heard
