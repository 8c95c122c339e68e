"""The bar above what is filled in: documents, names, removal, import with a preview, links; for everybody, and over the years."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest
from conftest import SCHEMES, WIDTHS
from hands import complaints, has_focus, press_on, tab_to
from playwright.sync_api import Locator, Page, expect
from test_accessibility import DRESSED, axe_source, violations
from worksheet_page import Sheet, path_of

PATH = path_of("swot-sheet")
RESPONSE = {
    "format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl",
    "team": "Team Elders", "answers": {"strengths": ["van elders"]},
}  # fmt: skip


class Bar:
    """The bar on the page of a worksheet."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self.sheet = Sheet(page)
        page.goto(base_url + PATH)
        expect(page.locator(".device-state")).not_to_be_empty()
        self.choice = page.locator("[data-device] select")
        self.name = page.get_by_label(self.w("name"), exact=True)
        self.message = page.locator(".device-message")
        self.window = page.get_by_role("dialog")

    def w(self, key: str, **values: object) -> str:
        return str(self.sheet.words(f"device.{key}", **values))

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=self.w(key), exact=True)

    def write(self, text: str) -> None:
        self.sheet.fill({"strengths": [text]})

    def texts(self) -> list[str]:
        return self.sheet.texts("strengths")

    def names(self) -> list[str]:
        return self.choice.locator("option").all_inner_texts()

    def wait_until_kept(self, text: str) -> None:
        self.page.wait_for_function("text => JSON.stringify(Object.values(localStorage)).includes(text)", arg=text)

    def bring(self, said: dict[str, Any]) -> Locator:
        return self.sheet.choose_file("elders.json", json.dumps(said).encode())


@pytest.fixture
def bar(page: Page, base_url: str) -> Bar:
    return Bar(page, base_url)


def two_teams(bar: Bar) -> None:
    bar.write("van A")
    bar.name.fill("Team A")
    bar.button("new").click()
    bar.write("van B")
    bar.name.fill("Team B")
    bar.wait_until_kept("Team B")


def test_a_new_sheet_comes_beside_the_first_and_each_opens_under_its_name(bar: Bar) -> None:
    bar.write("van A")
    bar.name.fill("Team A")
    bar.button("new").click()
    expect(bar.message).to_have_text(bar.w("new_said"))
    assert has_focus(bar.name)
    assert bar.texts() == [""]
    bar.write("van B")
    bar.name.fill("Team B")
    bar.wait_until_kept("Team B")
    bar.choice.select_option(label="Team A")
    assert bar.texts() == ["van A"]
    bar.choice.select_option(label="Team B")
    assert bar.texts() == ["van B"]
    bar.page.reload()
    assert (bar.names(), bar.texts()) == (["Team A", "Team B"], ["van B"])


def test_a_removed_sheet_comes_back_with_undo(bar: Bar) -> None:
    two_teams(bar)
    bar.button("remove").click()
    expect(bar.message).to_contain_text(bar.w("removed", name="Team B"))
    assert bar.texts() == ["van A"]
    assert "van B" not in bar.page.evaluate("JSON.stringify(Object.values(localStorage))")
    bar.button("undo").click()
    expect(bar.message).to_have_text(bar.w("undone"))
    assert (bar.name.input_value(), bar.texts()) == ("Team B", ["van B"])
    bar.page.reload()
    assert (bar.names(), bar.texts()) == (["Team A", "Team B"], ["van B"])


def test_undo_of_an_item_does_not_reach_into_another_sheet(bar: Bar) -> None:
    two_teams(bar)
    bar.sheet.question("strengths").locator("[data-do=remove]").first.click()
    expect(bar.button("undo")).to_be_visible()
    bar.choice.select_option(label="Team A")
    expect(bar.button("undo")).to_have_count(0)
    assert bar.texts() == ["van A"]


def test_a_file_changes_nothing_before_it_is_taken_over(bar: Bar) -> None:
    bar.write("van hier")
    bar.wait_until_kept("van hier")
    before = bar.page.evaluate("JSON.stringify(localStorage)")
    window = bar.bring(RESPONSE)
    expect(window).to_contain_text("Team Elders")
    assert bar.page.evaluate("JSON.stringify(localStorage)") == before
    window.get_by_role("button", name=bar.w("cancel"), exact=True).click()
    expect(window).to_have_count(0)
    assert (bar.page.evaluate("JSON.stringify(localStorage)"), bar.texts()) == (before, ["van hier"])
    bar.bring(RESPONSE)
    bar.page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    assert (bar.page.evaluate("JSON.stringify(localStorage)"), bar.texts()) == (before, ["van hier"])


def test_a_file_comes_beside_what_is_there(bar: Bar) -> None:
    bar.write("van hier")
    bar.bring(RESPONSE).get_by_role("button", name=bar.w("take"), exact=True).click()
    expect(bar.message).to_have_text(bar.w("added", n=1, name="Team Elders"))
    assert bar.texts() == ["van elders"]
    bar.choice.select_option(label=bar.w("unnamed"))
    assert bar.texts() == ["van hier"]


def replaced(bar: Bar) -> None:
    window = bar.bring(RESPONSE)
    window.get_by_role("radio").last.check()
    expect(window.locator("del")).to_contain_text(["van hier"])
    window.get_by_role("button", name=bar.w("take"), exact=True).click()
    assert bar.texts() == ["van elders"]


def test_a_file_comes_in_the_place_of_what_is_there_and_that_can_be_undone(bar: Bar) -> None:
    bar.write("van hier")
    bar.name.fill("Team Hier")
    replaced(bar)
    assert bar.name.input_value() == "Team Hier"
    bar.button("undo").click()
    assert bar.texts() == ["van hier"]
    bar.page.reload()
    assert bar.texts() == ["van hier"]


def test_undo_of_a_replacement_never_writes_over_another_sheet(bar: Bar) -> None:
    bar.write("van B")
    bar.name.fill("Team B")
    bar.button("new").click()
    bar.write("van hier")
    bar.name.fill("Team Hier")
    replaced(bar)
    bar.choice.select_option(label="Team B")
    bar.button("undo").click()
    assert bar.texts() == ["van hier"], "beside the others"
    kept = bar.page.evaluate("Object.values(localStorage).map(text => JSON.parse(text).content.answers.strengths[0])")
    assert sorted(kept) == ["van B", "van elders", "van hier"]


def link_of(said: object) -> str:
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = squeezed.compress(json.dumps(said).encode()) + squeezed.flush()
    return "#answers=d" + base64.urlsafe_b64encode(data).decode().rstrip("=")


SHARED: dict[str, Any] = {"kept": 1, "kind": "swot-sheet", "version": 1, "name": "Team Elders", "content": RESPONSE}


def test_a_link_carries_a_sheet_to_another_device(bar: Bar, base_url: str, page: Page) -> None:
    strange = "<img src=x onerror=alert(1)> 👩🏽‍⚕️ مرحبا & = +"
    bar.write(strange)
    bar.name.fill("Team Noord")
    bar.sheet.open_menu()
    bar.button("share").click()
    expect(bar.window).to_contain_text(bar.w("share_warning"))
    bar.button("share_make").click()
    link = bar.page.get_by_label(bar.w("share_link"), exact=True).input_value()
    assert link.startswith(base_url + PATH + "#answers=")
    bar.sheet.clear()
    page.goto("about:blank")
    page.goto(link)
    expect(bar.window).to_contain_text("Team Noord")
    assert "#" not in page.url, "the answers do not stay in the history"
    assert page.evaluate("localStorage.length") == 0
    bar.button("take").click()
    assert (bar.texts(), bar.name.input_value()) == ([strange], "Team Noord")


BAD_LINKS = {
    "half a link": (link_of(SHARED)[:60], "share_spoiled"),
    "no letters of ours": ("#answers=d%00!!", "share_spoiled"),
    "another form": ("#answers=zAAAA", "share_spoiled"),
    "nothing": ("#answers=", "share_spoiled"),
    "swells": (link_of({**SHARED, "name": "x" * 3_000_000}), "share_spoiled"),
    "another page": (link_of({**SHARED, "kind": "session-plan"}), "share_other"),
    "no document": (link_of(["x"]), "share_other"),
    "nothing in it": (link_of(None), "share_other"),
    "newer": (link_of({**SHARED, "version": 2}), "share_newer"),
    "no version": (link_of({**SHARED, "version": "1"}), "share_newer"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_LINKS)
def test_a_link_that_is_not_good_is_refused_and_changes_nothing(name: str, bar: Bar) -> None:
    fragment, reason = BAD_LINKS[name]
    heard = complaints(bar.page)
    bar.write("van hier")
    bar.wait_until_kept("van hier")
    before = bar.page.evaluate("JSON.stringify(localStorage)")
    bar.page.evaluate("fragment => { location.hash = fragment }", fragment)
    expect(bar.window).to_contain_text(bar.w(reason))
    expect(bar.window).to_contain_text(bar.w("refused_same"))
    bar.button("close").click()
    assert (bar.page.evaluate("JSON.stringify(localStorage)"), bar.texts()) == (before, ["van hier"])
    assert heard == []


def test_a_link_that_would_be_too_long_is_not_made_and_a_file_is_offered(bar: Bar) -> None:
    bar.page.evaluate(
        "[...document.querySelectorAll('#q-strengths textarea')].slice(0, 1).forEach(field => {"
        " field.value = Array.from(crypto.getRandomValues(new Uint32Array(3000)), n => n.toString(36)).join(' ');"
        " field.dispatchEvent(new Event('input', {bubbles: true})) })"
    )
    bar.sheet.open_menu()
    bar.button("share").click()
    bar.button("share_make").click()
    expect(bar.message).to_contain_text(bar.w("share_long", n=0, most=8000).split("(")[0])
    with bar.page.expect_download():
        bar.message.get_by_role("button", name=bar.sheet.w("script.json"), exact=True).click()


def test_the_bar_is_walked_with_the_keyboard_alone(bar: Bar) -> None:
    page = bar.page
    tab_to(page, bar.name)
    page.keyboard.press("Control+a")
    page.keyboard.type("Team Toets")
    bar.write("van A")
    press_on(page, bar.button("new"))
    assert has_focus(bar.name)
    page.keyboard.type("Team Twee")
    press_on(page, bar.button("remove"))
    tab_to(page, bar.button("undo"))
    page.keyboard.press("Enter")
    assert has_focus(bar.message), "the button is gone, the focus is not"
    assert bar.name.input_value() == "Team Twee"
    bar.page.reload()
    tab_to(page, bar.choice)
    page.keyboard.press("Home")
    expect(bar.choice.locator("option:checked")).to_have_text("Team Toets")
    press_on(page, page.locator(".device-taking > summary"))
    press_on(page, bar.button("share"))
    expect(bar.window).to_be_visible()
    page.keyboard.press("Escape")
    expect(bar.window).to_have_count(0)
    assert has_focus(bar.button("share")), "back where it came from"


def faults(page: Page) -> dict[str, list[str]]:
    """What axe and a narrow screen find on the page as it stands."""
    found = {}
    page.wait_for_function(DRESSED)
    page.evaluate(axe_source())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS.values():
            page.set_viewport_size({"width": width, "height": 900})
            if here := violations(page):
                found[f"{scheme} {width}"] = here
    page.set_viewport_size({"width": 320, "height": 900})
    over = page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('.device, dialog')]"
        ".filter(one => one.scrollWidth > one.clientWidth).map(one => one.className || one.localName)"
    )
    return {**found, **({"320": over} if over else {})}


def test_the_open_bar_and_its_windows_are_for_everybody(bar: Bar) -> None:
    bar.write("van hier " + "zonderspatie" * 20)
    bar.name.fill("Een naam zo lang als iemand die maar verzinnen kan voor een team van mensen")
    bar.sheet.open_menu()
    assert faults(bar.page) == {}
    window = bar.bring({**RESPONSE, "answers": {"strengths": [f"van elders {'zonderspatie' * 20}"]}})
    window.get_by_role("radio").last.check()
    assert faults(bar.page) == {}
    bar.page.keyboard.press("Escape")
    bar.button("share").click()
    assert faults(bar.page) == {}
    bar.button("share_make").click()
    assert faults(bar.page) == {}
