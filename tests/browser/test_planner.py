"""The session planner: an agenda by the clock, what does not fit, what to bring; kept, taken along and printed."""

from __future__ import annotations

import datetime
import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import icalendar
import pytest
from conftest import SITE
from hands import press_on, tab_to
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from test_accessibility import DRESSED, axe_source, violations

from learning_network.content.library import Library
from learning_network.sheets.agenda import Session, needs, rows
from learning_network.sheets.plan_file import read_plan
from learning_network.wording.facts import clock
from learning_network.words.strings import strings

PATH = {"nl": "exercises/plan.html", "en": "en/exercises/plan.html"}
PARTS = SITE.parent / "docs" / "assets" / "js"
VECTORS = SITE.parent / "tests" / "vectors" / "agenda"


class Planner:
    """The page of the planner as people see it."""

    def __init__(self, page: Page, language: str = "nl") -> None:
        self.page = page
        self.words = strings(language).raw("planner")
        self.order = page.locator("[data-planner-order] > li")
        self.faults = page.locator("[data-planner-faults]")
        self.agenda = page.locator("[data-planner-agenda]")
        self.message = page.locator(".device-message")

    def open(self, address: str) -> Planner:
        self.page.goto(address)
        expect(self.page.locator(".device-state")).not_to_be_empty()
        return self

    def use(self, plan: str) -> None:
        self.page.locator(f"[data-planner-use={plan}]").click()

    def pick(self, id_: str) -> Locator:
        return self.page.locator(f"[data-pick={id_}] input")

    def titles(self) -> list[str]:
        return self.order.locator("strong").all_inner_texts()

    def facts(self, **facts: str) -> None:
        for name, value in facts.items():
            self.page.locator(f"#planner-{name}").fill(value)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def saved(self) -> None:
        """Wait until all that is on the page is kept."""
        self.page.wait_for_function(
            "() => Object.keys(localStorage).some(key => key.startsWith('learning-network/session-plan.') "
            "&& JSON.parse(localStorage[key]).content.exercises.length === document.querySelectorAll('[data-planner-order] > li').length)"
        )


@pytest.fixture
def planner(page: Page, base_url: str) -> Planner:
    return Planner(page).open(base_url + PATH["nl"])


@pytest.fixture
def rules(page: Page) -> Page:
    """A bare page with the parts that know rules and no page."""
    page.goto("about:blank")
    for part in ("shared/files.js", "planner/agenda.js", "planner/fit.js", "planner/calendar.js", "planner/content.js"):
        page.add_script_tag(path=PARTS / part)
    return page


@pytest.mark.parametrize("path", sorted(VECTORS.glob("*.json")), ids=lambda path: path.stem)
def test_the_script_and_the_package_give_the_same_for_every_session(path: Path, rules: Page) -> None:
    held = json.loads(path.read_text(encoding="utf-8"))
    given = rules.evaluate(
        """({cases, materials}) => cases.map((session) => ({
            rows: afterMidnight(session) ? null : agendaRows(session).map((row) => [row.exercise && row.exercise.id, row.start, row.end]),
            misfits: agendaMisfits(session).map((exercise) => exercise.id),
            needs: agendaNeeds(session, materials).map((need) => ({
                id: need.id, total: need.total, atLeast: need.atLeast, uses: need.uses.map((use) => [use.exercise.id, use.number, use.shares]),
            })),
        }))""",
        held,
    )
    for case, found in zip(held["cases"], given, strict=True):
        assert found == case["gives"], case


def test_every_way_out_of_a_session_that_takes_too_long_is_enough(rules: Page) -> None:
    chance = random.Random(7)
    for _ in range(60):
        n = chance.randint(1, 6)
        session = {
            "exercises": [
                {"id": f"e{i}", "minutes": chance.choice([45, 60, 85, 90]), "min": 1, "max": 99, "facilitators": 1, "materials": [], "worksheets": []}
                for i in range(n)
            ],
            "pauses": [chance.choice([0, 10, 30]) for _ in range(n)],
            "start": 540, "end": 540 + chance.choice([60, 120, 180, 240]), "participants": None, "facilitators": None,
        }  # fmt: skip
        total = sum(e["minutes"] for e in session["exercises"]) + sum(session["pauses"][:-1])
        faults = rules.evaluate("session => planFaults(session)", session)
        over = 540 + total - session["end"]
        assert [fault["over"] for fault in faults] == ([over] if over > 0 else [])
        for fault in faults:
            ways = [[drop["id"]] for drop in fault["drop"]] + ([[drop["id"] for drop in fault["together"]]] if fault["together"] else [])
            for gone in ways:
                kept = [i for i, e in enumerate(session["exercises"]) if e["id"] not in gone]
                left = sum(session["exercises"][i]["minutes"] for i in kept) + sum(session["pauses"][i] for i in kept[:-1])
                assert kept
                assert 540 + left <= session["end"], (session, gone)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_plan_that_is_ready_comes_on_the_clock_with_its_steps(language: str, library: Library, page: Page, address: str) -> None:
    planner = Planner(page, language).open(address + PATH[language])
    planner.use("half-day-prepare")
    planner.facts(start="13:30", participants="12")
    plan = library.plans["half-day-prepare"]
    exercises = [library.exercises[id_] for id_ in plan.exercises]
    session = Session(tuple(exercises), 12, 13 * 60 + 30, 0, tuple(plan.breaks.get(id_, 0) for id_ in plan.exercises))
    text = planner.agenda.inner_text()
    for row in rows(session):
        assert clock(row.start) in text
    for exercise in exercises:
        for step in exercise.steps:
            assert getattr(exercise, language).steps[step.id].title in text
    bring = page.locator("[data-planner-needs]").inner_text()
    for need in needs(session, library):
        label = getattr(library.vocabularies["materials"][need.id], language).label
        assert f"{label}: {need.total}" in bring


def test_every_plan_that_is_ready_fits_in_its_time_and_its_group(library: Library, planner: Planner) -> None:
    assert len(library.plans) >= 6
    for plan in library.plans.values():
        groups = [library.exercises[id_].group for id_ in plan.exercises]
        planner.use(plan.id)
        end = 9 * 60 + plan.minutes
        planner.facts(start="09:00", end=f"{end // 60:02d}:{end % 60:02d}", participants=str(max(g.min for g in groups)), facilitators="1")
        expect(planner.faults).to_have_text(planner.words["script"]["fits"])


def test_what_does_not_fit_is_told_and_pressing_what_to_leave_out_solves_it(planner: Planner) -> None:
    planner.use("half-day-prepare")
    planner.facts(start="13:30", end="15:00", participants="12", facilitators="0")
    expect(planner.faults).to_contain_text("Dit duurt 70 minuten te lang.")
    expect(planner.faults).to_contain_text("Hiervoor is 1 begeleider nodig")
    planner.faults.get_by_role("button", name=re.compile("Praten over twijfels")).click()
    expect(planner.faults).not_to_contain_text("te lang")
    assert planner.titles() == ["Prentenkaarten"]
    undo = planner.button("Ongedaan maken")
    expect(undo).to_be_focused()
    undo.click()
    assert planner.titles() == ["Prentenkaarten", "Praten over twijfels"]


def test_a_group_that_is_too_large_an_end_without_a_start_and_midnight_are_told(planner: Planner) -> None:
    planner.use("half-day-prepare")
    planner.facts(end="15:00")
    expect(planner.faults).to_contain_text(planner.words["script"]["fault"]["no_start"])
    planner.facts(start="16:00")
    expect(planner.faults).to_contain_text(planner.words["script"]["fault"]["end_first"])
    planner.facts(start="23:00", end="", participants="30")
    expect(planner.faults).to_contain_text("Dit gaat 100 minuten door na middernacht.")
    expect(planner.faults).to_contain_text("Prentenkaarten is voor 5 tot 15 deelnemers, en jullie zijn met 30.")
    expect(planner.faults.get_by_role("link", name="Prentenkaarten: zo kan het met een grote groep")).to_be_visible()


def test_by_keyboard_alone_a_plan_is_made_and_put_in_order(planner: Planner) -> None:
    page = planner.page
    tab_to(page, page.locator("#planner-search"))
    page.keyboard.type("swot")
    expect(page.locator("[data-pick]:visible")).to_have_count(1)
    press_on(page, planner.pick("swot"), "Space")
    tab_to(page, page.locator("#planner-search"), "Shift+Tab")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    press_on(page, planner.pick("small-wins"), "Space")
    assert planner.titles() == ["SWOT-analyse", "Kleine winsten"]
    press_on(page, planner.button("Eerder: Kleine winsten"))
    assert planner.titles() == ["Kleine winsten", "SWOT-analyse"]
    expect(planner.button("Later: Kleine winsten")).to_be_focused()
    tab_to(page, page.get_by_label("Pauze na Kleine winsten, in minuten"))
    page.keyboard.press("Control+A")
    page.keyboard.type("25")
    expect(page.get_by_label("Pauze na Kleine winsten, in minuten")).to_be_focused()
    expect(planner.agenda.locator(".planner-slot--break")).to_contain_text("25 min")
    press_on(page, planner.button("Weg: Kleine winsten"))
    assert planner.titles() == ["SWOT-analyse"]
    expect(planner.pick("small-wins")).not_to_be_checked()


def test_a_plan_is_there_again_after_a_reload(planner: Planner) -> None:
    planner.use("half-day-explore")
    planner.facts(start="09:15", participants="9")
    titles = planner.titles()
    planner.saved()
    planner.page.reload()
    assert planner.titles() == titles
    expect(planner.page.locator("#planner-start")).to_have_value("09:15")
    expect(planner.page.locator("#planner-participants")).to_have_value("9")


def test_a_link_adds_an_exercise_to_the_plan_that_is_open_once(planner: Planner, base_url: str) -> None:
    planner.use("return-moment")
    planner.saved()
    planner.open(base_url + PATH["nl"] + "?add=swot")
    assert planner.titles() == ["Terugkommoment", "SWOT-analyse"]
    expect(planner.message).to_contain_text("Erbij gezet: SWOT-analyse.")
    assert "add" not in planner.page.url
    planner.saved()
    planner.open(base_url + PATH["nl"] + "?add=swot,no-such-exercise")
    assert planner.titles() == ["Terugkommoment", "SWOT-analyse"]


def exported(planner: Planner, folder: Path) -> Path:
    if planner.page.locator(".device-taking[open]").count() == 0:
        planner.page.locator(".device-taking > summary").click()
    with planner.page.expect_download() as coming:
        planner.button(planner.words["script"]["json"]).click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def test_the_file_of_a_plan_is_read_by_the_package_and_by_the_page(planner: Planner, tmp_path: Path) -> None:
    planner.use("half-day-roll-out")
    planner.facts(day="2026-12-01", start="09:00", end="12:00", participants="9", facilitators="2")
    path = exported(planner, tmp_path)
    plan = read_plan(path)
    assert [(part.id, part.pause) for part in plan.exercises] == [("small-wins", 15), ("brainstorm-on-obstacles", 0)]
    assert (plan.language, plan.day, plan.starts, plan.ends, plan.participants, plan.facilitators) == ("nl", "2026-12-01", 540, 720, 9, 2)
    titles = planner.titles()
    planner.button("Weghalen").click()
    assert planner.titles() == []
    planner.page.locator(".device-file").set_input_files(path)
    planner.button("Overnemen").click()
    assert planner.titles() == titles
    expect(planner.page.locator("#planner-end")).to_have_value("12:00")
    assert (
        json.loads(exported(planner, tmp_path).read_text(encoding="utf-8"))["exercises"]
        == json.loads(path.read_text(encoding="utf-8"))["exercises"]
    )


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("{", "refused_json"),
        ('{"kind": "swot-sheet", "version": 1}', "refused_kind"),
        ('{"kind": "session-plan", "version": 2, "exercises": []}', "refused_newer"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "<b>x</b>"}]}', "refused_plan"),
        ('{"kind": "session-plan", "version": 1, "exercises": [], "start": "25:00"}', "refused_plan"),
        ('{"kind": "session-plan", "version": 1, "exercises": [null]}', "refused_plan"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "swot"}, {"id": "swot"}]}', "refused_twice"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_and_the_plan_stays(file: str, reason: str, planner: Planner) -> None:
    planner.use("return-moment")
    planner.page.locator(".device-taking > summary").click()
    planner.page.locator(".device-file").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": file.encode()})
    expect(planner.page.get_by_role("dialog")).to_contain_text(planner.words["script"][reason])
    assert planner.titles() == ["Terugkommoment"]


def test_an_exercise_that_the_site_does_not_have_keeps_its_place_and_is_told(planner: Planner) -> None:
    file = '{"kind": "session-plan", "version": 1, "exercises": [{"id": "from-elsewhere"}, {"id": "swot"}]}'
    planner.page.locator(".device-taking > summary").click()
    planner.page.locator(".device-file").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": file.encode()})
    planner.button("Overnemen").click()
    assert planner.titles() == ["Onbekende oefening (from-elsewhere)", "SWOT-analyse"]
    expect(planner.faults).to_contain_text("‘from-elsewhere’ staat niet op deze site")


def test_a_link_with_a_plan_brings_it_to_another_browser(planner: Planner, base_url: str) -> None:
    planner.use("half-day-sustain")
    planner.facts(start="13:00", participants="8")
    planner.page.locator(".device-taking > summary").click()
    planner.button("Deel met een link").click()
    planner.button("Maak de link").click()
    link = planner.page.get_by_role("dialog").locator("input[readonly]").input_value()
    assert link.startswith(base_url + PATH["nl"] + "#")
    titles = planner.titles()
    browser = planner.page.context.browser
    assert browser is not None
    other = browser.new_context()
    there = Planner(other.new_page()).open(link)
    there.button("Overnemen").click()
    assert there.titles() == titles
    expect(there.page.locator("#planner-start")).to_have_value("13:00")
    other.close()


def test_the_appointment_is_a_calendar_with_the_times_of_the_plan(planner: Planner) -> None:
    planner.use("half-day-sustain")
    planner.button(planner.words["calendar"]).click()
    expect(planner.page.locator("#planner-day")).to_be_focused()
    expect(planner.message).to_contain_text(planner.words["script"]["calendar_needs"])
    planner.facts(day="2026-12-01", start="13:30", participants="8")
    with planner.page.expect_download() as coming:
        planner.button(planner.words["calendar"]).click()
    assert coming.value.suggested_filename == "sessie-2026-12-01.ics"
    data = Path(coming.value.path()).read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    [event] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("dtstart") == datetime.datetime(2026, 12, 1, 13, 30)
    assert event.decoded("dtend") == datetime.datetime(2026, 12, 1, 16, 0)
    assert str(event["summary"]) == "Sessie: " + ", ".join(planner.titles())
    assert "13:30 SWOT-analyse (60 min)\n" in str(event["description"])
    assert "16:00 einde" in str(event["description"])


def test_paper_and_calendar_carry_the_name_that_people_gave(planner: Planner, tmp_path: Path) -> None:
    planner.use("half-day-sustain")
    planner.facts(day="2026-12-01", start="13:30")
    name = planner.page.get_by_label(strings("nl").raw("device")["name"])
    printed_name = planner.page.locator(".planner-name")
    planner.page.emulate_media(media="print")
    planner.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(printed_name).to_be_hidden()
    planner.page.emulate_media(media="screen")
    name.fill("Startdag, team Verzonnen")
    name.press("Tab")
    with planner.page.expect_download() as coming:
        planner.button(planner.words["calendar"]).click()
    [event] = icalendar.Calendar.from_ical(Path(coming.value.path()).read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "Startdag, team Verzonnen"
    expect(printed_name).to_be_hidden()
    planner.page.emulate_media(media="print")
    planner.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(printed_name).to_have_text("Startdag, team Verzonnen")
    expect(printed_name).to_be_visible()


def test_signs_with_a_meaning_in_calendars_and_long_letters_stay_what_they_are(rules: Page) -> None:
    title = "a,b;c\\d\né " + "🙂" * 60
    made = rules.evaluate("title => calendarOf({day: '2026-02-28', start: '23:30'}, title, title, 90, 'x@y', new Date(0))", title)
    [event] = icalendar.Calendar.from_ical(made.encode()).walk("VEVENT")
    assert str(event["summary"]) == title
    assert event.decoded("dtend") == datetime.datetime(2026, 3, 1, 1, 0)


@cache
def _checks() -> str:
    return axe_source()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_a_filled_plan_with_faults(width: int, scheme: Any, planner: Planner) -> None:
    page = planner.page
    page.wait_for_function(DRESSED)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    planner.use("half-day-prepare")
    planner.facts(start="13:30", end="14:00", participants="40", facilitators="0")
    expect(planner.faults).to_contain_text("te lang")
    page.locator(".device-taking > summary").click()
    page.evaluate(_checks())
    assert violations(page) == []


def test_a_filled_plan_needs_no_sideways_scrolling_at_320_px(planner: Planner) -> None:
    planner.page.set_viewport_size({"width": 320, "height": 900})
    for id_ in ("picture-cards", "three-camps-debate", "brainstorm-on-obstacles"):
        planner.pick(id_).check()
    planner.facts(start="13:30", end="14:00", participants="40")
    expect(planner.faults).to_contain_text("te lang")
    assert planner.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_on_paper_the_whole_plan_is_there_and_no_form(planner: Planner, tmp_path: Path) -> None:
    planner.use("half-day-prepare")
    planner.facts(start="13:30", participants="12")
    planner.page.pdf(path=tmp_path / "plan.pdf", prefer_css_page_size=True)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "plan.pdf").pages).split())
    for words in ("13:30", "Welkom en doel", "14:30", "Pauze", "16:10", "Wat breng je mee?", "Wat bereid je voor?", "Wat druk je af?"):
        assert words in text
    for words in ("Zoek op een woord", "In deze volgorde", "Plannen die klaar zijn", "Begeleiders", "Bewaard"):
        assert words not in text


def test_without_scripts_the_plans_that_are_ready_are_there_and_nothing_that_does_not_work(
    page_without_scripts: Page, base_url: str, library: Library
) -> None:
    page = page_without_scripts
    page.goto(base_url + PATH["nl"])
    expect(page.locator(".planner noscript p")).to_be_visible()
    for plan in library.plans.values():
        expect(page.get_by_role("heading", name=plan.nl.title)).to_be_visible()
    expect(page.locator(".planner button:visible")).to_have_count(0)
    expect(page.locator(".planner input:visible")).to_have_count(0)


def test_the_example_page_works_from_a_file(page: Page) -> None:
    planner = Planner(page).open((PARTS / "planner" / "example.html").as_uri())
    planner.use("sample")
    planner.facts(start="9:00".zfill(5))
    expect(planner.agenda).to_contain_text("Eerste oefening (verzonnen)")
    assert planner.titles() == ["Eerste oefening (verzonnen)", "Tweede oefening (verzonnen)"]
