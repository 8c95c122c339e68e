"""The language switch: the same page in the other language and back, however deep, on http and file://."""

from __future__ import annotations

import pytest
from built import built_page
from conftest import SITE, WIDTHS
from hands import FRAME, press_on
from playwright.sync_api import Page, expect

DEEP = [
    "index.html",
    "phases/roll-out.html",
    "exercises/picture-cards.html",
    "worksheets/stafkaart.html",
    "tools/talking-mats.html",
    "glossary.html",
]


@pytest.mark.parametrize("path", DEEP)
def test_there_and_back_again(path: str, page: Page, address: str) -> None:
    page.goto(address + path)
    title = page.get_by_role("heading", level=1).inner_text()
    press_on(page, page.get_by_role("link", name=FRAME["nl"]["other"], exact=True))
    page.wait_for_url(address + "en/" + path)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.title() != ""
    assert page.get_by_role("heading", level=1).inner_text() in built_page(SITE, "en/" + path).text
    press_on(page, page.get_by_role("link", name=FRAME["en"]["other"], exact=True))
    page.wait_for_url(address + path)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_switch_is_in_sight_and_says_its_language(width: str, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": WIDTHS[width], "height": 844})
    page.goto(base_url + "exercises/swot.html")
    switch = page.get_by_role("link", name=FRAME["nl"]["other"], exact=True)
    expect(switch).to_be_in_viewport(ratio=1)
    expect(switch).to_have_attribute("lang", "en")  # a Dutch voice must not read an English word
    expect(switch).to_have_attribute("hreflang", "en")
