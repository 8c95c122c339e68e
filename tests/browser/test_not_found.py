"""An address that does not exist: the 404 page at any depth, in its own clothes, with ways out that exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SUBFOLDER
from hands import press_on
from playwright.sync_api import Page, expect

LOST = ["nowhere.html", "exercises/nowhere.html", "a/b/c/d/nowhere", "tools/deep/er/", "en/nowhere.html", "en/exercises/x/y.html"]


DRESSED = """() => [...document.styleSheets].some(sheet => sheet.cssRules.length > 50)
    && getComputedStyle(document.body).fontFamily.includes('Atkinson')
    && document.querySelector('main a[href]').getBoundingClientRect().height >= 44
    && [...document.images].every(image => image.complete && image.naturalWidth)
    && document.documentElement.classList.contains('js')"""


@pytest.mark.parametrize("path", LOST)
def test_an_unknown_address_shows_a_page_in_its_own_clothes(path: str, page: Page, base_url: str) -> None:
    answered = page.goto(base_url + path)
    assert answered
    assert answered.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    page.wait_for_function(DRESSED)
    expect(page.get_by_role("button", name="Zoeken", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", LOST)
def test_every_link_of_the_404_page_leads_to_a_page(path: str, page: Page, base_url: str, site: Path) -> None:
    page.goto(base_url + path)
    page.wait_for_function(DRESSED)
    host = base_url.removesuffix(SUBFOLDER)
    links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    inside = {link.partition("#")[0] for link in links if link.startswith(host)} - {base_url + path}
    assert len(inside) > 5
    assert sorted(link for link in inside if not (link.startswith(base_url) and (site / link.removeprefix(base_url)).is_file())) == []


@pytest.mark.parametrize("path", ["en/nowhere.html", "a/b/nowhere.html"])
def test_who_reads_english_is_told_in_english_and_finds_the_english_home(path: str, page: Page, base_url: str) -> None:
    page.goto(base_url + path)
    page.wait_for_function(DRESSED)
    english = page.locator("main [lang=en]")
    expect(english).to_contain_text("This page does not exist")
    press_on(page, english.get_by_role("link"))
    page.wait_for_url(base_url + "en/index.html")
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("path", ["nowhere.html", "exercises/deep/nowhere.html"])
def test_the_first_way_out_leads_home(path: str, page: Page, base_url: str) -> None:
    page.goto(base_url + path)
    page.wait_for_function(DRESSED)
    press_on(page, page.get_by_role("main").get_by_role("link").first)
    page.wait_for_url(base_url + "index.html")


def test_the_search_of_the_404_page_works(page: Page, base_url: str) -> None:
    page.goto(base_url + "exercises/nowhere.html")
    page.wait_for_function(DRESSED)
    press_on(page, page.get_by_role("button", name="Zoeken", exact=True))
    page.keyboard.insert_text("stafkaart")
    hit = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    expect(hit).to_be_visible()
    hit.press("Enter")
    page.wait_for_url(base_url + "worksheets/stafkaart.html**")
