"""What was kept on a device, or taken along as a file, by the site of another day: the site of today opens it whole.

tests/fixtures/kept holds for each kind of document what stood in the storage (`<kind>.json`) and what people took along of it
(`<kind>.taken.<ending>`). A sample is never changed: when the form of a document gets a new version, its sample comes beside these.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hands import complaints
from playwright.sync_api import Page, expect
from worksheet_page import Sheet

from learning_network.content.library import Library

KEPT = Path(__file__).resolve().parents[1] / "fixtures" / "kept"
SAMPLES = sorted(path.stem for path in KEPT.glob("*.json") if not path.stem.endswith(".taken"))
TAKEN = sorted(path.name for path in KEPT.glob("*.taken.*"))
JSON_BUTTON = {"tool-matrix": "team_matrix.as_json", "session-plan": "planner.script.json"}

OF_THE_DAY = ("filled_on", "worksheet_version")
"""What a file says of the day on which it was made."""


def sample(name: str) -> Any:
    return json.loads((KEPT / name).read_text(encoding="utf-8"))


def put(page: Page, base_url: str, document: dict[str, Any]) -> str:
    """Put a stored value of another day in place and open its page; gives the text as it stands."""
    text = json.dumps(document)
    page.goto(base_url + "404.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", ["learning-network/" + document["id"], text])
    page.goto(base_url + document["page"])
    expect(page.locator(".device-state")).not_to_be_empty()
    return text


def taken(page: Page, kind: str, folder: Path) -> Any:
    """What the page gives as JSON to take along."""
    sheet = Sheet(page)
    sheet.open_menu()
    with page.expect_download() as coming:
        page.get_by_role("button", name=sheet.words(JSON_BUTTON.get(kind, "worksheet_form.script.json")), exact=True).click()
    path = folder / "taken.json"
    coming.value.save_as(path)
    return without_days(json.loads(path.read_text(encoding="utf-8")))


def without_days(said: Any) -> Any:
    if isinstance(said, dict):
        return {name: without_days(value) for name, value in said.items() if name not in OF_THE_DAY}
    return [without_days(one) for one in said] if isinstance(said, list) else said


def test_there_is_a_sample_of_every_kind_of_document_and_of_question(library: Library) -> None:
    kinds = {sample(f"{name}.json")["kind"] for name in SAMPLES}
    assert {"tool-matrix", "session-plan"} < kinds
    asked = {question.type for kind in kinds for question in getattr(library.worksheets.get(kind), "questions", ())}
    assert asked == {question.type for sheet in library.worksheets.values() for question in sheet.questions}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_was_kept_before_opens_with_every_answer(name: str, page: Page, base_url: str, tmp_path: Path) -> None:
    heard = complaints(page)
    put(page, base_url, sample(f"{name}.json"))
    expect(page.get_by_label(Sheet(page).words("device.name"), exact=True)).to_have_value("Team Verzonnen")
    assert taken(page, name, tmp_path) == without_days(sample(f"{name}.taken.json"))
    assert [line for line in heard if "404" not in line] == []


@pytest.mark.parametrize("file", TAKEN)
def test_what_was_taken_along_before_comes_in_with_every_answer(file: str, page: Page, base_url: str, tmp_path: Path) -> None:
    kind = file.partition(".")[0]
    page.goto(base_url + sample(f"{kind}.json")["page"])
    expect(page.locator(".device-state")).not_to_be_empty()
    Sheet(page).bring_in(KEPT / file)
    assert taken(page, kind, tmp_path) == without_days(sample(f"{kind}.taken.json"))


@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_newer_version_kept_is_refused_with_a_reason_and_stays_as_it_is(name: str, page: Page, base_url: str) -> None:
    document = sample(f"{name}.json")
    document["version"] = 99
    document["content"]["of-tomorrow"] = "blijft"
    text = put(page, base_url, document)
    words = Sheet(page).words
    expect(page.locator(".device-message")).to_have_text(words("device.unreadable", name="Team Verzonnen", reason=words("device.newer")))
    page.get_by_role("button", name=words("device.new"), exact=True).click()
    page.reload()
    assert page.evaluate("id => localStorage.getItem('learning-network/' + id)", document["id"]) == text
