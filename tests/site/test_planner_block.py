"""The session planner on its page: what its script gets, and the plans that are ready."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.sheets.make import Made
from learning_network.site.links import Place
from learning_network.site.planner import session_planner
from learning_network.site.take_along import TakeAlong, take_along

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


def planner(library: Library, language: str = "nl", offer: TakeAlong | None = None) -> str:
    return session_planner(Place(library, language, "exercises/plan.md", offer or TakeAlong()))


def given(block: str) -> dict[str, Any]:
    found = re.search(r'data-planner="([^"]*)"', block)
    assert found
    data: dict[str, Any] = json.loads(html.unescape(found[1]))
    return data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_gets_every_exercise_with_its_steps_and_materials(language: str, library: Library) -> None:
    data = given(planner(library, language))
    assert {e["id"] for e in data["exercises"]} == set(library.exercises)
    for found in data["exercises"]:
        exercise = library.exercises[found["id"]]
        assert sum(minutes for _, minutes in found["steps"]) == found["minutes"] == exercise.minutes
        assert [(m["id"], m["amount"], m["per"]) for m in found["materials"]] == [(m.id, m.amount, m.per) for m in exercise.materials]
    assert data["page"] == {"nl": "exercises/plan.html", "en": "en/exercises/plan.html"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plans_that_are_ready_say_that_they_are_our_suggestion(language: str, library: Library) -> None:
    block = planner(library, language)
    place = Place(library, language, "exercises/plan.md")
    assert place.strings("planner.ready_text") in html.unescape(block)
    for plan in library.plans.values():
        assert getattr(plan, language).title in html.unescape(block)
    assert [plan["id"] for plan in given(block)["ready"]] == list(library.plans)


def test_there_is_a_half_day_for_each_phase_a_start_of_two_hours_and_a_return_moment(library: Library) -> None:
    for phase in library.phases:
        plan = library.plans[f"half-day-{phase}"]
        assert 150 <= plan.minutes <= 240
        for id_ in plan.exercises:
            assert phase in library.exercises[id_].phases
    assert library.plans["two-hour-start"].minutes == 120
    assert library.plans["return-moment"].minutes == 45


def test_without_pdfs_each_sheet_leads_to_its_page_and_with_pdfs_to_the_sheet_itself(library: Library) -> None:
    def sheets(offer: TakeAlong | None = None) -> dict[str, bool]:
        [swot] = [e for e in given(planner(library, offer=offer))["exercises"] if e["id"] == "swot"]
        return {sheet["href"]: sheet["each"] for sheet in swot["sheets"]}

    pages = {"swot.html": False, "../worksheets/swot-sheet.html": True, "../worksheets/reflection-sustain.html": True}
    assert sheets() == pages
    names = ("swot-facilitator", "swot-participants", "swot-sheet", "swot-sheet-a3", "swot-facilitator-large")
    offer = take_along(library, {f"nl/{name}.pdf": Made(pages=1, size=1000, key="x") for name in names})
    assert sheets(offer) == {
        "../downloads/nl/swot-facilitator.pdf": False,
        "../downloads/nl/swot-participants.pdf": True,
        "../downloads/nl/swot-sheet.pdf": True,
        "../worksheets/reflection-sustain.html": True,
    }


def test_a_plan_of_which_an_exercise_is_left_out_is_left_out(project: Path) -> None:
    assert list(load(project).plans) == ["one-walk"]
    network = project / "network.yml"
    network.write_text(network.read_text(encoding="utf-8") + "leave_out:\n  exercises: [walk-round]\n", encoding="utf-8")
    library = load(project)
    assert library.plans == {}
    assert planner(library) == ""


def test_without_plans_there_is_no_heading_for_them(library: Library) -> None:
    assert "planner-ready" not in planner(replace(library, plans={}))
