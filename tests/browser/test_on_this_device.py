"""The page with all that is kept on this device: what there is, away with it, out in one file and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import SCHEMES, WIDTHS
from playwright.sync_api import Browser, Page, expect
from test_accessibility import axe_source, violations

KEPT = "learning-network/"


ANSWERED = {
    "format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl",
    "answers": {"strengths": ["Vaste ploeg", "Korte lijnen"]},
}  # fmt: skip


def document(id_: str, name: str, content: dict[str, Any] | None = None, **facts: Any) -> dict[str, Any]:
    """A kept document, made up."""
    return {
        "kept": 1, "id": id_, "kind": id_.partition(".")[0], "name": name, "revision": 1, "saved": "2026-11-22T13:32:00.000Z", "version": 1,
        "title": "Werkblad SWOT", "page": "worksheets/swot-sheet.html", "answers": 2, "content": ANSWERED | (content or {}), **facts,
    }  # fmt: skip


NORTH, SOUTH = (
    document("swot-sheet.aaaaaaaaaa", "Team Noord (verzonnen)"),
    document("swot-sheet.bbbbbbbbbb", "Team Zuid (verzonnen)", answers=3),
)


def keep(page: Page, *documents: dict[str, Any], **texts: str) -> None:
    """Put these in the storage of the page's site, and texts that are no documents."""
    entries = {KEPT + one["id"]: json.dumps(one) for one in documents} | {KEPT + id_: text for id_, text in texts.items()}
    page.evaluate("entries => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text))", entries)
    page.reload()


def kept(page: Page) -> list[str]:
    """Ids of what is kept."""
    return sorted(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('learning-network/')).map(key => key.slice(17))"))


@pytest.fixture
def here(page: Page, base_url: str) -> Page:
    page.goto(base_url + "on-this-device.html")
    return page


def test_an_empty_device_says_so(here: Page) -> None:
    expect(here.locator("[data-kept-count]")).to_have_text("Er is niets bewaard op dit toestel.")
    expect(here.get_by_role("button", name="Wis alles op dit toestel")).to_be_disabled()


def test_what_is_kept_is_listed_with_its_answers_and_leads_to_its_page(here: Page) -> None:
    keep(here, NORTH, SOUTH)
    expect(here.locator("[data-kept-count]")).to_have_text("Er zijn 2 dingen bewaard. 5 antwoorden")
    here.get_by_role("link", name="Team Zuid (verzonnen)").click()
    here.wait_for_url("**/worksheets/swot-sheet.html")
    expect(here.get_by_label("Naam, bijvoorbeeld van je team")).to_have_value(SOUTH["name"])


def test_the_english_page_leads_to_the_same_place(page: Page, base_url: str) -> None:
    page.goto(base_url + "en/on-this-device.html")
    keep(page, NORTH)
    page.get_by_role("link", name=NORTH["name"]).click()
    page.wait_for_url(base_url + "worksheets/swot-sheet.html")


def test_a_thing_is_taken_away_and_comes_back_with_undo(here: Page) -> None:
    keep(here, NORTH, SOUTH)
    here.get_by_role("button", name="Weghalen: Team Noord (verzonnen)").click()
    assert kept(here) == [SOUTH["id"]]
    expect(here.get_by_role("button", name="Weghalen: Team Zuid (verzonnen)")).to_be_focused()
    here.get_by_role("button", name="Ongedaan maken").click()
    assert kept(here) == [NORTH["id"], SOUTH["id"]]


def test_everything_goes_only_after_a_yes_that_says_how_much(here: Page) -> None:
    keep(here, NORTH, SOUTH, **{"swot-sheet.broken": "{"})
    here.get_by_role("button", name="Wis alles op dit toestel").click()
    window = here.get_by_role("dialog", name="Alles wissen?")
    expect(window).to_contain_text("Er zijn 3 dingen bewaard. 5 antwoorden")
    window.get_by_role("button", name="Niet wissen").click()
    assert len(kept(here)) == 3
    here.get_by_role("button", name="Wis alles op dit toestel").click()
    window.get_by_role("button", name="Wis alle 3 dingen").click()
    expect(here.get_by_role("status")).to_have_text("3 dingen gewist.")
    assert kept(here) == []


def test_what_is_not_ours_stays_when_everything_goes(here: Page) -> None:
    here.evaluate("localStorage.setItem('theme', 'dark'); localStorage.setItem('another-site', 'x')")
    keep(here, NORTH)
    here.get_by_role("button", name="Wis alles op dit toestel").click()
    here.get_by_role("button", name="Wis dit ene ding").click()
    expect(here.get_by_role("status")).to_have_text("1 ding gewist.")
    assert here.evaluate("[localStorage.getItem('theme'), localStorage.getItem('another-site')]") == ["dark", "x"]


def test_everything_goes_out_in_one_file_and_comes_back(here: Page, tmp_path: Path) -> None:
    keep(here, NORTH, SOUTH)
    with here.expect_download() as saving:
        here.get_by_role("button", name="Alles in één bestand (JSON)").click()
    file = tmp_path / saving.value.suggested_filename
    saving.value.save_as(file)
    before = here.evaluate("Object.fromEntries(Object.entries(localStorage))")
    here.evaluate("localStorage.clear()")
    here.reload()
    here.get_by_label("Bestand terugzetten").set_input_files(file)
    expect(here.get_by_role("status")).to_have_text("2 dingen teruggezet.")
    after = here.evaluate("Object.fromEntries(Object.entries(localStorage))")
    assert {key: json.loads(text) for key, text in after.items()} == {key: json.loads(text) for key, text in before.items()}
    here.get_by_label("Bestand terugzetten").set_input_files(file)
    expect(here.get_by_role("status")).to_have_text("0 dingen teruggezet. 2 dingen waren er al.")


def test_a_file_never_writes_over_what_is_there(here: Page, tmp_path: Path) -> None:
    mine = document(NORTH["id"], NORTH["name"], {"answers": {"strengths": ["mijn versie"]}})
    keep(here, mine)
    here.get_by_label("Bestand terugzetten").set_input_files(backup(tmp_path, NORTH))
    expect(here.get_by_role("status")).to_have_text("1 ding teruggezet.")
    assert here.evaluate(f"JSON.parse(localStorage.getItem('{KEPT}{NORTH['id']}')).content") == mine["content"]
    expect(here.get_by_role("link", name="Team Noord (verzonnen) (uit een bestand)")).to_be_visible()


HOSTILE = document(
    "swot-sheet.cccccccccc", "<img src=x onerror='window.ran=1'>", page="javascript:window.ran=2//a.html", title="<b>vet</b>"
)
FOREIGN = [{"id": "../theme"}, "text", None, document("swot-sheet.dddddddddd", "x", kind="other"), document("theme", "x")]


def backup(folder: Path, *documents: Any, **facts: Any) -> Path:
    path = folder / "backup.json"
    path.write_text(json.dumps({"format": "learning-network/kept", "version": 1, "documents": list(documents)} | facts), encoding="utf-8")
    return path


def test_a_hostile_file_brings_text_alone(here: Page, tmp_path: Path) -> None:
    here.get_by_label("Bestand terugzetten").set_input_files(backup(tmp_path, HOSTILE, *FOREIGN))
    expect(here.get_by_role("status")).to_have_text("1 ding teruggezet. 5 dingen in het bestand waren niet te lezen.")
    assert kept(here) == [HOSTILE["id"]]
    expect(here.locator(".kept-name")).to_have_text(HOSTILE["name"])
    expect(here.locator(".kept-list a")).to_have_count(0)
    assert here.evaluate("window.ran") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "Dit bestand is niet te lezen. Er is niets veranderd."),
        ("[]", "Dit is geen bestand dat je op deze pagina opsloeg."),
        ('{"format": "learning-network/kept", "version": 2, "documents": []}', "Dit bestand komt van een nieuwere versie van de site."),
    ],
    ids=["broken", "foreign", "newer"],
)
def test_a_file_that_is_none_of_ours_is_refused_with_a_reason(text: str, said: str, here: Page, tmp_path: Path) -> None:
    keep(here, NORTH)
    file = tmp_path / "file.json"
    file.write_text(text, encoding="utf-8")
    here.get_by_label("Bestand terugzetten").set_input_files(file)
    expect(here.get_by_role("status")).to_contain_text(said)
    assert kept(here) == [NORTH["id"]]


def test_a_browser_that_keeps_nothing_is_told(page: Page, base_url: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    page.goto(base_url + "on-this-device.html")
    expect(page.get_by_text("Deze browser laat niet toe dat een site iets bewaart.")).to_be_visible()


def test_axe_finds_nothing_on_the_filled_page_and_in_its_window(browser: Browser, base_url: str) -> None:
    found = {}
    for scheme in SCHEMES:
        for name, width in {**WIDTHS, "narrow": 320}.items():
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(base_url + "on-this-device.html")
            keep(page, NORTH, HOSTILE, **{"swot-sheet.broken": "{"})
            page.evaluate(axe_source())
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
            faults = violations(page)
            page.get_by_role("button", name="Wis alles op dit toestel").click()
            faults += violations(page)
            if faults:
                found[f"{scheme} {name}"] = faults
            context.close()
    assert found == {}


def test_without_scripts_the_page_says_why_there_is_no_list(page_without_scripts: Page, base_url: str) -> None:
    page_without_scripts.goto(base_url + "on-this-device.html")
    expect(page_without_scripts.locator("noscript p")).to_be_visible()
    expect(page_without_scripts.get_by_role("button", name="Wis alles")).to_have_count(0)


def test_the_example_opens_from_a_file(page: Page, site: Path) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site.parent / "docs/assets/js/on-this-device/example.html").as_uri())
    expect(page.locator("[data-kept-count]")).not_to_be_empty()
    assert errors == []
