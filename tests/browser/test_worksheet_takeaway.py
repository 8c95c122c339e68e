"""Worksheets that are filled in on their page, taken along as a file, read by the command and brought back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hands import complaints
from playwright.sync_api import Page, expect
from worksheet_page import Sheet, answered, complete_answers, path_of

from learning_network.content.library import Library
from learning_network.responses import readers

SCHEMA = json.loads((Path(readers.__file__).parent / "answers.schema.json").read_text(encoding="utf-8"))
IDS = [
    path.stem
    for path in sorted((Path(__file__).resolve().parents[2] / "exercises").glob("*.yml"))
    if "\ntype: worksheet\n" in path.read_text(encoding="utf-8")
]
STRANGE = [
    '"aanhaling"; en, komma',
    "regel een\nregel twee\n\nregel vier",
    "<script>alert(1)</script><b>x</b>",
    "👩🏽‍⚕️ 🏔️",
    "مرحبا بالعالم",
    "=1+1",
    "'=1+1",
    "-5",
    "&amp; \\n",
]


@pytest.mark.parametrize("id_", IDS)
def test_every_worksheet_can_be_filled_in_taken_along_and_read(
    id_: str, library: Library, page: Page, base_url: str, tmp_path: Path
) -> None:
    answers = complete_answers(library.worksheets[id_])
    heard = complaints(page)
    page.goto(base_url + path_of(id_))
    sheet = Sheet(page)
    sheet.fill(answers)
    saved = sheet.take("json", tmp_path)
    said = json.loads(saved.read_bytes())
    jsonschema.validate(said, SCHEMA)
    assert said["worksheet"] == id_
    assert said["worksheet_version"] == library.worksheets[id_].version
    assert said["answers"] == answers
    for path in (saved, sheet.take("csv", tmp_path)):
        read = readers.read_file(path, path.read_bytes(), path.name)
        assert read.reader == "site"
        assert [(line.column, line.reason) for line in read.rejected] == []
        assert (read.cells, read.answered, read.empty) == (answered(answers), answered(answers), 0)
    assert heard == []


@pytest.mark.parametrize("kind", ["json", "csv"])
@pytest.mark.parametrize("id_", IDS)
def test_what_was_taken_along_and_brought_back_is_the_same(
    id_: str, kind: str, library: Library, page: Page, base_url: str, tmp_path: Path
) -> None:
    answers = complete_answers(library.worksheets[id_])
    page.goto(base_url + path_of(id_))
    sheet = Sheet(page)
    sheet.fill(answers)
    first = sheet.take("json", tmp_path)
    before = first.read_bytes()
    file = first if kind == "json" else sheet.take("csv", tmp_path)
    sheet.clear()
    assert page.evaluate("localStorage.length") == 0
    sheet.bring_in(file)
    assert json.loads(sheet.take("json", tmp_path).read_bytes()) == json.loads(before)


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_signs_line_breaks_markup_and_long_texts_survive(kind: str, page: Page, base_url: str, tmp_path: Path) -> None:
    answers: dict[str, Any] = {
        "strengths": STRANGE,
        "weaknesses": ["lang " * 20_000 + "einde"],
        "threats": [{"text": "=SUM(A1)", "weight": 99}],
    }
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    sheet.fill(answers)
    file = sheet.take(kind, tmp_path)
    sheet.clear()
    sheet.bring_in(file)
    assert json.loads(sheet.take("json", tmp_path).read_bytes())["answers"] == answers
    page.reload()
    assert sheet.texts("strengths") == STRANGE
    assert page.locator(".worksheet :is(b, script)").count() == 0, "answers are text, whatever stands in them"


def test_who_filled_it_in_goes_along(page: Page, base_url: str, tmp_path: Path) -> None:
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    page.locator(".worksheet-who summary").click()
    facts = {
        "organisation": "Huis Verzonnen",
        "team": "Team Noord",
        "role": "verpleegkundige",
        "round": "2",
        "phase": "sustain",
        "date": "2026-11-03",
    }
    for name, value in facts.items():
        field = page.get_by_label(sheet.w(f"script.{name}"), exact=True)
        if name == "phase":
            field.select_option(value)
        else:
            field.fill(value)
    sheet.fill({"strengths": ["een"]})
    for path in (sheet.take("json", tmp_path), sheet.take("csv", tmp_path)):
        items = readers.read_file(path, path.read_bytes(), path.name).items.columns
        found = {name: items[name][0] for name in ("organisation", "team", "role", "round", "phase", "answered_on")}
        assert found == {**{name: facts[name] for name in found if name != "answered_on"}, "answered_on": "2026-11-03"}
    said = json.loads(sheet.take("json", tmp_path).read_bytes())
    assert {name: said[name] for name in facts} == facts
    assert "name" not in said


GOOD = {
    "format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl",
    "answers": {"strengths": ["van elders"]},
}  # fmt: skip
REFUSED = {
    "broken": (b"{nee", "broken"),
    "foreign JSON": (b'{"a": 1}', "foreign"),
    "foreign list": (json.dumps([GOOD, {"a": 1}]).encode(), "foreign"),
    "no table of ours": (b"naam;antwoord\r\njan;ja\r\n", "foreign"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "foreign"),
    "nothing": (b"", "foreign"),
    "newer": (json.dumps({**GOOD, "version": 2}).encode(), "newer"),
    "another worksheet": (json.dumps({**GOOD, "worksheet": "stafkaart"}).encode(), "other_sheet"),
    "answers of another form": (json.dumps({**GOOD, "answers": {"strengths": [{"text": {"x": 1}}]}}).encode(), "broken"),
    "an answer under a name of the language": (b'{"format":"learning-network/answers","version":1,"worksheet":"swot-sheet","answers":{"__proto__":["x"]}}', "broken"),
    "far too many items": (json.dumps({**GOOD, "answers": {"strengths": ["x"] * 2001}}).encode(), "broken"),
    "too large": (b"[" + b" " * 5_000_001, "too_large"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_for_this_sheet_is_refused_with_a_reason_and_changes_nothing(
    name: str, page: Page, base_url: str, tmp_path: Path
) -> None:
    data, reason = REFUSED[name]
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    sheet.fill({"strengths": ["blijft staan"]})
    window = sheet.choose_file("bestand.json", data)
    expect(window).to_contain_text(sheet.w(f"script.{reason}", id="stafkaart"))
    window.get_by_role("button").click()
    assert json.loads(sheet.take("json", tmp_path).read_bytes())["answers"] == {"strengths": ["blijft staan"]}


def test_answers_to_questions_that_the_sheet_no_longer_has_are_kept_and_shown(page: Page, base_url: str, tmp_path: Path) -> None:
    old = {**GOOD, "worksheet": "stafkaart", "worksheet_version": 0, "answers": {
        "a-question-of-before": "nog steeds waar", "where-we-stand": [{"row": "prepare", "stand": "a-stand-of-before", "next": "bellen"}, {"row": "phase-five", "next": "rusten"}],
    }}  # fmt: skip
    page.goto(base_url + path_of("stafkaart"))
    sheet = Sheet(page)
    path = tmp_path / "oud.json"
    path.write_text(json.dumps({**old, "worksheet_version": 1}), encoding="utf-8")
    sheet.bring_in(path)
    part = page.locator(".worksheet-earlier")
    for text in ("nog steeds waar", "a-stand-of-before", "rusten"):
        expect(part).to_contain_text(text)
    said = json.loads(sheet.take("json", tmp_path).read_bytes())
    jsonschema.validate(said, SCHEMA)
    assert said["answers"] == {
        "a-question-of-before": "nog steeds waar", "where-we-stand": [{"row": "prepare", "next": "bellen"}],
        "where-we-stand-earlier": ["a-stand-of-before", "rusten"],
    }  # fmt: skip
    page.reload()
    expect(part).to_contain_text("rusten")
    part.get_by_role("button").click()
    expect(part).to_have_count(0)
    page.get_by_role("button", name=sheet.words("device.undo"), exact=True).click()
    expect(part).to_contain_text("nog steeds waar")


def test_several_sheets_in_one_file_become_several_sheets(page: Page, base_url: str) -> None:
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    teams = [{**GOOD, "team": f"Team {n}", "answers": {"strengths": [f"van {n}"]}} for n in (1, 2)]
    window = sheet.choose_file("teams.json", json.dumps(teams).encode())
    window.get_by_role("button", name=sheet.words("device.take"), exact=True).click()
    choice = page.locator("[data-device] select")
    for n in (1, 2):
        choice.select_option(label=f"Team {n}")
        assert sheet.texts("strengths") == [f"van {n}"]


def test_an_import_shows_what_it_changes_in_the_words_of_the_questions(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    sheet.fill({"strengths": ["van hier"]})
    window = sheet.choose_file("a.json", json.dumps(GOOD).encode())
    window.get_by_role("radio").last.check()
    for text in (library.worksheets["swot-sheet"].nl.questions["strengths"].label, "van hier", "van elders"):
        expect(window).to_contain_text(text)


def test_the_text_for_a_mail_holds_all_questions_and_answers(library: Library, page: Page, base_url: str) -> None:
    worksheet = library.worksheets["grrow-sheet"]
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { window.copied = text }}})")
    page.goto(base_url + path_of("grrow-sheet"))
    sheet = Sheet(page)
    sheet.fill(complete_answers(worksheet))
    sheet.open_menu()
    page.get_by_role("button", name=sheet.words("device.copy"), exact=True).click()
    page.wait_for_function("() => window.copied")
    text = page.evaluate("window.copied")
    for question in worksheet.questions:
        assert worksheet.nl.questions[question.id].label in text
    for said in ("antwoord goal", "- resources twee (3 stemmen)", "1. Wat doen we?: actions 1 what", "3 november 2026"):
        assert said in text, text
