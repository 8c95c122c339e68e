"""A worksheet as a form on its page: by keyboard, for every eye, on paper, without scripts, and from a file."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from conftest import SCHEMES, WIDTHS
from hands import complaints, has_focus, press_on, tab_to
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from test_accessibility import axe_source, violations
from worksheet_page import DAY, Sheet, complete_answers, path_of

from learning_network.content.library import Library
from learning_network.content.models import Worksheet

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "assets" / "js" / "worksheet" / "example.html"
SHOWN = ("swot-sheet", "grrow-sheet", "stafkaart")
PAPERED = (*SHOWN, "network-map", "tension-pairs", "need-question-wish-sheet")


def squeezed(text: str) -> str:
    """Letters and digits alone: lines break where the paper wants, and words are hyphenated."""
    return re.sub(r"[\W_]+", "", text)


def items(sheet: Sheet, id_: str) -> Locator:
    return sheet.question(id_).locator(".item")


def test_a_swot_is_made_with_the_keyboard_alone(page: Page, base_url: str) -> None:
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    tab_to(page, items(sheet, "strengths").locator("textarea"))
    for text in ("een", "twee", "drie"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    page.keyboard.type("vier")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("en een half")
    assert sheet.texts("strengths") == ["een", "twee", "drie", "vier\nen een half"]
    up = page.get_by_role("button", name=sheet.w("script.item_up", n=4), exact=True).first
    tab_to(page, up)
    page.keyboard.press("Enter")
    assert sheet.texts("strengths") == ["een", "twee", "vier\nen een half", "drie"]
    expect(page.get_by_role("status").filter(has_text=sheet.w("script.moved", n=3, total=4))).to_have_count(1)
    moved = items(sheet, "strengths").nth(2)
    assert has_focus(moved.locator("[data-do=up]")), "the button is under the finger again"
    press_on(page, moved.locator("[data-do=remove]"))
    assert sheet.texts("strengths") == ["een", "twee", "drie"]
    assert has_focus(items(sheet, "strengths").nth(2).locator("textarea")), "the next one"
    undo = page.get_by_role("button", name=sheet.words("device.undo"), exact=True)
    tab_to(page, undo, "Shift+Tab")
    page.keyboard.press("Enter")
    assert sheet.texts("strengths") == ["een", "twee", "vier\nen een half", "drie"]
    weigh = page.get_by_role("button", name=sheet.w("weigh"), exact=True)
    more = items(sheet, "strengths").first.locator("[data-do=more]")
    expect(more).to_be_hidden()
    press_on(page, weigh)
    expect(weigh).to_have_attribute("aria-pressed", "true")
    tab_to(page, more)
    for _ in range(2):
        page.keyboard.press("Enter")
    expect(items(sheet, "strengths").first.locator("output")).to_have_text(sheet.w("script.votes", n=2))
    page.reload()
    assert sheet.texts("strengths") == ["een", "twee", "vier\nen een half", "drie"]
    expect(items(sheet, "strengths").first.locator("output")).to_be_visible()
    expect(items(sheet, "strengths").nth(1).locator("output")).to_be_hidden()


def test_a_grrow_is_made_with_the_keyboard_alone(page: Page, base_url: str) -> None:
    page.goto(base_url + path_of("grrow-sheet"))
    sheet = Sheet(page)
    tab_to(page, sheet.question("goal").locator("textarea"))
    page.keyboard.type("Elke bewoner heeft een eigen doel")
    actions = sheet.question("actions")
    tab_to(page, actions.locator("textarea").first)
    page.keyboard.type("bellen")
    page.keyboard.press("Tab")
    page.keyboard.type("teamcoach")
    press_on(page, actions.get_by_role("button", name=sheet.w("script.row_add"), exact=True))
    assert has_focus(actions.locator("tbody tr").nth(4).locator("textarea").first)
    page.keyboard.type("vijfde")
    press_on(page, actions.get_by_role("button", name=sheet.w("script.row_remove", n=2), exact=True))
    rows = actions.locator("tbody tr")
    expect(rows).to_have_count(4)
    assert has_focus(rows.nth(1).locator("textarea").first)
    expect(rows.nth(3).locator("textarea").first).to_have_value("vijfde")
    press_on(page, actions.get_by_role("button", name=sheet.w("script.row_remove", n=4), exact=True))
    expect(rows).to_have_count(3)
    press_on(page, page.get_by_role("button", name=sheet.words("device.undo"), exact=True), "Enter")
    expect(rows.nth(3).locator("textarea").first).to_have_value("vijfde")
    page.reload()
    expect(rows.nth(0).locator("textarea").nth(1)).to_have_value("teamcoach")
    expect(rows.nth(3).locator("textarea").first).to_have_value("vijfde")
    expect(sheet.question("goal").locator("textarea")).to_have_value("Elke bewoner heeft een eigen doel")


def test_a_choice_and_a_number_can_be_taken_back(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + path_of("tension-pairs"))
    question = next(q for q in library.worksheets["tension-pairs"].questions if q.type == "scale")
    sheet = Sheet(page)
    group = sheet.question(question.id)
    tab_to(page, group.get_by_role("radio").first)
    page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio").nth(1)).to_be_checked()
    press_on(page, group.get_by_role("button", name=sheet.w("script.clear"), exact=True))
    expect(group.locator(":checked")).to_have_count(0)
    assert has_focus(group.get_by_role("radio").first)


def test_every_field_has_a_name_and_no_two_names_of_buttons_in_a_list_are_the_same(library: Library, page: Page, base_url: str) -> None:
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    sheet.fill(complete_answers(library.worksheets["swot-sheet"]))
    items(sheet, "strengths").first.locator("[data-do=remove]").click()
    names = sheet.question("strengths").locator("[aria-label]").evaluate_all("parts => parts.map(part => part.ariaLabel)")
    assert len(names) == len(set(names)) == 2 * 6
    label = library.worksheets["swot-sheet"].nl.questions["strengths"].label
    expect(page.get_by_role("textbox", name=f"{label} 2", exact=True)).to_have_value("strengths drie")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("id_", SHOWN)
def test_axe_finds_nothing_on_filled_sheets(id_: str, scheme: str, library: Library, page: Page, base_url: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(base_url + path_of(id_))
    sheet = Sheet(page)
    sheet.fill(complete_answers(library.worksheets[id_]))
    sheet.open_menu()
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    page.evaluate("document.querySelector('[data-do=remove], .row-remove')?.click()")
    page.evaluate(axe_source())
    for width in WIDTHS.values():
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], width


@pytest.mark.parametrize("id_", [*SHOWN, "tension-pairs", "network-map"])
def test_a_filled_sheet_fits_320_pixels(id_: str, library: Library, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(base_url + path_of(id_))
    answers = complete_answers(library.worksheets[id_])
    longest = next(q.id for q in library.worksheets[id_].questions if q.type in ("text", "list"))
    answers[longest] = ["woord" * 60] if isinstance(answers[longest], list) else "woord" * 60
    Sheet(page).fill(answers)
    page.evaluate("document.querySelector('[data-worksheet-weigh]')?.click()")
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0
    small = page.locator(".worksheet :is(button, input, select, textarea):visible").evaluate_all(
        "fields => fields.map(field => [field.outerHTML.slice(0, 90), field.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24)"
    )
    assert small == []


def said_in(worksheet: Worksheet, answers: dict) -> list[str]:  # type: ignore[type-arg]
    """The texts that people wrote, and not the ids of what they chose."""
    found: list[str] = []
    for question in worksheet.questions:
        for entry in answers[question.id] if isinstance(answers[question.id], list) else [answers[question.id]]:
            if isinstance(entry, dict) and "row" in entry:
                found += [entry[c.id] for c in question.columns if c.type == "text"]
            elif question.type in ("text", "list", "drawing"):
                found.append(entry["text"] if isinstance(entry, dict) else entry)
    return found


@pytest.mark.parametrize("id_", PAPERED)
def test_paper_holds_every_answer_whole(id_: str, library: Library, page: Page, base_url: str) -> None:
    worksheet = library.worksheets[id_]
    answers = complete_answers(worksheet)
    long = " ".join(f"woord{n}" for n in range(1500))
    first = next(q for q in worksheet.questions if q.type in ("text", "list"))
    answers[first.id] = [long] if first.type == "list" else long
    page.goto(base_url + path_of(id_))
    sheet = Sheet(page)
    sheet.fill(answers)
    page.locator("#about-team").evaluate("field => { field.value = 'Team Verzonnen' }")
    pages = [p.extract_text() for p in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    paper = squeezed("".join(re.sub(r"\n\d+ / \d+\s*$|^\d+ / \d+\n", "", text) for text in pages))
    for text in said_in(worksheet, answers):
        parts = [text] if text != long else [f"woord{n}" for n in range(1500)]
        assert [part for part in parts if squeezed(part) not in paper] == []
    assert squeezed("Team: Team Verzonnen") in paper
    dates = sum(1 if q.type == "date" else len(answers[q.id]) * sum(c.type == "date" for c in q.columns) for q in worksheet.questions)
    assert DAY.startswith("2026-11-03")
    assert paper.count(squeezed("3 november 2026")) == dates
    chosen = sum(
        1 if q.type in ("choice", "scale") else len(answers[q.id]) * sum(c.type == "choice" for c in q.columns) for q in worksheet.questions
    )
    assert page.locator(":is(.boxes, .rating-steps) .chosen").count() == chosen
    assert squeezed(sheet.w("script.add")) not in paper, "no buttons on paper"


def test_an_empty_sheet_prints_as_without_scripts(page: Page, page_without_scripts: Page, base_url: str) -> None:
    for id_ in PAPERED:
        texts = []
        for opened in (page, page_without_scripts):
            opened.goto(base_url + path_of(id_))
            read = PdfReader(io.BytesIO(opened.pdf(prefer_css_page_size=True)))
            said = squeezed("".join(p.extract_text() for p in read.pages))
            texts.append((len(read.pages), said.replace(squeezed(opened.url), "")))  # the address at the foot needs a script
        with_scripts, without = texts
        assert with_scripts == without, id_


@pytest.mark.parametrize("id_", SHOWN)
def test_without_scripts_the_sheet_is_lines_to_write_on(id_: str, library: Library, page_without_scripts: Page, base_url: str) -> None:
    page = page_without_scripts
    page.goto(base_url + path_of(id_))
    expect(page.locator("main :is(input, textarea, select, button):visible")).to_have_count(0)
    expect(page.get_by_text(Sheet(page).words("worksheet.sheet_hint"))).to_be_visible()
    for question in library.worksheets[id_].questions:
        room = page.locator(f"#q-{question.id} :is(.writing, .boxes, .rating, .date-room, .to-draw, .cell-room)").first
        expect(room).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_written_is_there_after_a_reload_from_a_file_too(language: str, library: Library, page: Page, address: str) -> None:
    heard = complaints(page)
    for id_ in SHOWN:
        page.goto(address + path_of(id_, language))
        sheet = Sheet(page, language)
        sheet.fill(complete_answers(library.worksheets[id_]))
        expect(page.locator(".device-state")).to_contain_text(re.compile(r"\d\d:\d\d"))
        before = sheet.paper.locator("textarea, input, select").evaluate_all(
            "fields => fields.map(f => f.type === 'radio' ? f.checked : f.value)"
        )
        assert len([value for value in before if value]) > 5
        page.reload()
        after = sheet.paper.locator("textarea, input, select").evaluate_all(
            "fields => fields.map(f => f.type === 'radio' ? f.checked : f.value)"
        )
        assert after == before
    assert heard == []


def test_undo_puts_nothing_into_another_sheet(page: Page, base_url: str) -> None:
    page.goto(base_url + path_of("swot-sheet"))
    sheet = Sheet(page)
    sheet.fill({"strengths": ["een", "twee"]})
    items(sheet, "strengths").first.locator("[data-do=remove]").click()
    undo = page.get_by_role("button", name=sheet.words("device.undo"), exact=True).element_handle()
    page.get_by_role("button", name=sheet.words("device.new"), exact=True).click()
    undo.evaluate("button => button.click()")
    assert sheet.texts("strengths") == [""]


def test_the_example_page_works_by_itself(page: Page) -> None:
    heard = complaints(page)
    page.goto(EXAMPLE.as_uri())
    sheet = Sheet(page)
    answers = {
        "proud": "dit", "plans": ["een", {"text": "twee", "weight": 1}], "pace": "fast", "trust": "3", "next": DAY,
        "actions": [{"row": "1", "what": "bellen", "status": "done"}],
    }  # fmt: skip
    sheet.fill(answers)
    expect(page.locator(".device-state")).to_contain_text(re.compile(r"\d\d:\d\d"))
    page.reload()
    expect(sheet.question("plans").locator("output").nth(1)).to_have_text(sheet.w("script.votes", n=1))
    expect(sheet.question("pace").locator(":checked")).to_have_value("fast")
    expect(sheet.question("actions").locator("select").first).to_have_value("done")
    assert heard == []
