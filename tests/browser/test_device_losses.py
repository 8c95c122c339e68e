"""What somebody typed does not get lost: reload, crash, the back button, two tabs, no room, no storage, spoiled values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hands import complaints
from playwright.sync_api import BrowserContext, Dialog, Error, Page, expect
from worksheet_page import Sheet, path_of

PATH = path_of("swot-sheet")
OURS = "Object.keys(localStorage).filter(key => key.startsWith('learning-network/'))"
FULL = """() => {
  for (let size = 5_500_000; size >= 1; size = Math.floor(size / 2))
    for (;;) try { localStorage.setItem('filler' + localStorage.length, 'x'.repeat(size)) } catch { break }
}"""
EMPTY = "Object.keys(localStorage).filter(key => key.startsWith('filler')).forEach(key => localStorage.removeItem(key))"
FORBIDDEN = (
    "for (const name of ['localStorage', 'sessionStorage']) "
    "Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError') }})"
)


def opened(page: Page, address: str) -> Sheet:
    page.goto(address + PATH)
    expect(page.locator(".device-state")).not_to_be_empty()
    return Sheet(page)


def write(sheet: Sheet, text: str) -> None:
    """Type on in the first strength, as people do."""
    field = sheet.question("strengths").locator("textarea").first
    field.click()
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type(text)


def kept(page: Page) -> list[dict[str, Any]]:
    """What can be read under our keys, the oldest first."""
    values = page.evaluate(f"{OURS}.map(key => localStorage[key])")
    return sorted((json.loads(value) for value in values if value.startswith("{")), key=lambda document: str(document["saved"]))


def wait_until_kept(page: Page, text: str) -> None:
    page.wait_for_function(f"text => {OURS}.some(key => localStorage[key].includes(text))", arg=text)


def said(sheet: Sheet, key: str, **values: object) -> str:
    return str(sheet.words(f"device.{key}", **values))


def test_what_was_typed_is_there_after_a_reload_at_once(page: Page, address: str) -> None:
    heard = complaints(page)
    sheet = opened(page, address)
    write(sheet, "We kennen de wijk")
    page.reload()
    assert sheet.texts("strengths") == ["We kennen de wijk"]
    write(sheet, ", en zij ons")
    page.reload()
    assert sheet.texts("strengths") == ["We kennen de wijk, en zij ons"]
    assert len(kept(page)) == 1
    assert heard == []


def test_what_was_typed_is_there_after_a_click_on_a_link_and_back(page: Page, address: str) -> None:
    sheet = opened(page, address)
    write(sheet, "Korte lijnen")
    page.locator("header a[href]").first.evaluate("link => link.click()")
    page.wait_for_url(lambda url: PATH not in url)
    page.go_back()
    expect(sheet.question("strengths").locator("textarea").first).to_have_value("Korte lijnen")
    assert [document["content"]["answers"] for document in kept(page)] == [{"strengths": ["Korte lijnen"]}]


def test_what_was_typed_before_a_pause_survives_a_crash_of_the_tab(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    sheet = opened(page, address)
    write(sheet, "Een vast team")
    wait_until_kept(page, "Een vast team")  # the pause in typing
    write(sheet, " en")
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")
    later = opened(context.new_page(), address)
    assert later.texts("strengths")[0].startswith("Een vast team")


def test_somebody_who_types_on_without_a_pause_is_kept_all_the_same(page: Page, address: str) -> None:
    sheet = opened(page, address)
    field = sheet.question("strengths").locator("textarea").first
    field.click()
    for _ in range(400):  # far more often than a pause is long
        page.keyboard.type("a")
        if kept(page):
            break
        page.wait_for_function("before => performance.now() - before > 25", arg=page.evaluate("performance.now()"))
    assert kept(page), "a save comes while the typing goes on"


def test_what_was_typed_is_there_after_the_tab_is_closed_without_a_goodbye(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    write(opened(page, address), "Wij luisteren")
    wait_until_kept(page, "Wij luisteren")
    page.close()
    assert opened(context.new_page(), address).texts("strengths") == ["Wij luisteren"]


def test_a_page_in_the_background_has_kept_all(page: Page, address: str) -> None:
    """A phone takes away a page in the background without asking it anything."""
    write(opened(page, address), "Onderweg")
    page.evaluate(
        "Object.defineProperty(document, 'visibilityState', {value: 'hidden'}); document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert kept(page)[0]["content"]["answers"] == {"strengths": ["Onderweg"]}


def test_a_tab_without_changes_of_its_own_takes_the_newer_version_over_and_says_so(context: BrowserContext, address: str) -> None:
    one, two = context.new_page(), context.new_page()
    write(opened(one, address), "Van de eerste")
    wait_until_kept(one, "Van de eerste")
    second = opened(two, address)
    write(second, ", en van de tweede")
    wait_until_kept(two, "van de tweede")
    field = Sheet(one).question("strengths").locator("textarea").first
    expect(field).to_have_value("Van de eerste, en van de tweede")
    expect(one.locator(".device-message")).to_have_text(said(second, "taken_over", name=kept(one)[0]["name"]))
    assert len(kept(one)) == 1


def test_two_tabs_on_one_sheet_keep_both_versions_and_the_later_one_is_warned(context: BrowserContext, address: str) -> None:
    one, two = context.new_page(), context.new_page()
    first = opened(one, address)
    write(first, "Samen. ")
    wait_until_kept(one, "Samen")
    second = opened(two, address)
    for sheet, text in ((first, "Samen. Van een."), (second, "Samen. Van twee.")):
        sheet.fill({"strengths": [text]})  # both before the pause of the other is over
    wait_until_kept(one, "Van een.")
    wait_until_kept(one, "Van twee.")
    wait_until_kept(one, "tweede versie")
    assert [document["content"]["answers"]["strengths"] for document in kept(one)].count(["Samen. Van een."]) == 1
    assert len(kept(one)) == 2
    name, own = sorted((document["name"] for document in kept(one)), key=len)
    warned = [page for page in (one, two) if said(first, "beside", name=name, own=own) in page.locator(".device-message").inner_text()]
    assert len(warned) == 1, "one goes on under the name, the other beside it"
    texts = {sheet.texts("strengths")[0] for sheet in (first, second)}
    assert texts == {"Samen. Van een.", "Samen. Van twee."}, "each sees its own"
    write(first, "!")
    write(second, "?")
    wait_until_kept(one, "Van een.!")
    wait_until_kept(one, "Van twee.?")
    assert len(kept(one)) == 2


def test_a_sheet_that_is_removed_in_another_tab_while_it_is_worked_on_comes_back(context: BrowserContext, address: str) -> None:
    one, two = context.new_page(), context.new_page()
    first = opened(one, address)
    write(first, "Blijft")
    wait_until_kept(one, "Blijft")
    second = opened(two, address)
    name = kept(one)[0]["name"]
    two.get_by_role("button", name=said(second, "remove"), exact=True).click()
    expect(one.locator(".device-message")).to_have_text(said(first, "gone", name=name))
    assert kept(one) == []
    write(first, " toch")
    wait_until_kept(one, "Blijft toch")


def test_full_storage_is_said_with_a_way_out_and_the_next_change_after_making_room_is_kept(
    page: Page, address: str, tmp_path: Path
) -> None:
    sheet = opened(page, address)
    page.evaluate(FULL)
    write(sheet, "Geen plaats")
    told = page.locator(".device-message")
    expect(told).to_contain_text(said(sheet, "state.full"))
    expect(page.locator(".device-state")).to_have_text(said(sheet, "state.full"))
    assert kept(page) == []
    assert sheet.texts("strengths") == ["Geen plaats"]
    with page.expect_download() as coming:
        told.get_by_role("button", name=sheet.w("script.json"), exact=True).click()
    coming.value.save_as(tmp_path / "weg.json")
    assert json.loads((tmp_path / "weg.json").read_bytes())["answers"] == {"strengths": ["Geen plaats"]}
    page.evaluate(EMPTY)
    write(sheet, " meer")
    wait_until_kept(page, "Geen plaats meer")
    expect(page.locator(".device-state")).to_contain_text(said(sheet, "state.kept", time="").strip())
    page.reload()
    assert sheet.texts("strengths") == ["Geen plaats meer"]


def test_leaving_asks_first_only_while_something_is_not_kept(page: Page, base_url: str) -> None:
    sheet = opened(page, base_url)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    write(sheet, "Bewaard")
    page.reload()
    assert asked == []
    page.evaluate(FULL)
    write(sheet, "x" * 200)
    expect(page.locator(".device-message")).to_contain_text(said(sheet, "state.full"))
    page.close(run_before_unload=True)
    page.wait_for_function("() => document.querySelector('.device-state').textContent")
    assert asked == ["beforeunload"]
    assert sheet.texts("strengths") == ["Bewaard" + "x" * 200]
    assert kept(page)[0]["content"]["answers"] == {"strengths": ["Bewaard"]}, "what was kept stands"


def test_with_full_storage_no_other_sheet_comes_over_what_is_not_kept(page: Page, base_url: str) -> None:
    sheet = opened(page, base_url)
    write(sheet, "De eerste")
    wait_until_kept(page, "De eerste")
    new = page.get_by_role("button", name=said(sheet, "new"), exact=True)
    new.click()
    page.evaluate(FULL)
    write(sheet, "De tweede")
    expect(page.locator(".device-message")).to_contain_text(said(sheet, "state.full"))
    new.click()
    expect(page.locator(".device-message")).to_have_text(said(sheet, "stays"))
    assert sheet.texts("strengths") == ["De tweede"]


def test_without_storage_it_says_so_and_the_answers_can_be_taken_along(page: Page, address: str, tmp_path: Path) -> None:
    page.add_init_script(FORBIDDEN)
    heard = complaints(page)
    sheet = opened(page, address)
    write(sheet, "Nergens bewaard")
    told = page.locator(".device-message")
    expect(told).to_contain_text(said(sheet, "state.forbidden"))
    with page.expect_download() as coming:
        told.get_by_role("button", name=sheet.w("script.json"), exact=True).click()
    coming.value.save_as(tmp_path / "weg.json")
    assert json.loads((tmp_path / "weg.json").read_bytes())["answers"] == {"strengths": ["Nergens bewaard"]}
    write(sheet, ", wel op het scherm")
    assert sheet.texts("strengths") == ["Nergens bewaard, wel op het scherm"]
    assert heard == []


SPOILED = ["", "{", "null", "[]", '{"kept":1}', "\x00\uffff", '{"kept":2,"content":{}}']


@pytest.mark.parametrize("value", SPOILED, ids=range(len(SPOILED)))
def test_a_spoiled_value_is_kept_and_said(value: str, page: Page, base_url: str) -> None:
    key = "learning-network/swot-sheet.abcdefghij"
    heard = complaints(page)
    sheet = opened(page, base_url)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    page.reload()
    expect(page.locator(".device-message")).to_have_text(sheet.words("device.spoiled", n=1))
    write(sheet, "Ernaast")
    wait_until_kept(page, "Ernaast")
    page.reload()
    assert sheet.texts("strengths") == ["Ernaast"]
    assert page.evaluate("key => localStorage.getItem(key)", key) == value
    assert heard == []


def test_a_sheet_that_is_spoiled_while_it_is_open_is_not_written_over(page: Page, base_url: str) -> None:
    sheet = opened(page, base_url)
    write(sheet, "Heel")
    wait_until_kept(page, "Heel")
    key = page.evaluate(f"{OURS}[0]")
    page.evaluate("key => localStorage.setItem(key, '{half')", key)
    write(sheet, " en al")
    wait_until_kept(page, "Heel en al")
    assert page.evaluate("key => localStorage.getItem(key)", key) == "{half"
