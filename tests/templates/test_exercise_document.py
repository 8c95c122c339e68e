"""Exercises for word processors: the facilitator's sheet tells all, the participants' sheet nothing of the facilitator's."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from projects import ROOT
from worksheet_files import controls

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES, Exercise
from learning_network.templates.exercise_document import facilitator_document, participants_document
from learning_network.wording.facts import clock
from learning_network.wording.text import plain


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


def said(data: bytes) -> str:
    """All that a document shows, head and foot too, on one line."""
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    parts = [document.element.body, section.header._element, section.footer._element]
    lines = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for part in parts for p in part.iter(qn("w:p"))]
    return re.sub(r"\s+", " ", " ".join(lines))


def facilitator_texts(exercise: Exercise, language: str) -> list[str]:
    words = getattr(exercise, language)
    notes = [step.note for step in words.steps.values() if step.note]
    lists = [*words.preparation, *words.facilitator_notes, *words.pitfalls, *words.debrief, words.room, *words.material_notes.values()]
    variations = [text for text in words.variations.model_dump().values() if text]
    steps = [step.text for step in words.steps.values()]
    options = [option.text for step in words.steps.values() for option in step.options.values()]
    return [*notes, *lists, *variations, *steps, *options]


def of_texts(parts: list[str]) -> list[str]:
    return [plain(part) for text in parts for part in re.split(r"\n\s*\n", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facilitators_sheet_holds_all_that_it_takes(library: Library, language: str) -> None:
    for exercise in library.exercises.values():
        there = said(facilitator_document(library, exercise, language))
        for text in of_texts([getattr(exercise, language).purpose, *facilitator_texts(exercise, language)]):
            assert text in there, f"{exercise.id} {language}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_participants_sheet_holds_the_task_and_nothing_of_the_facilitators(library: Library, language: str) -> None:
    for exercise in library.exercises.values():
        there = said(participants_document(library, exercise, language))
        task = of_texts(getattr(exercise, language).task)
        assert all(text in there for text in task)
        for text in of_texts(facilitator_texts(exercise, language)):
            assert text in " ".join(task) or text not in there, f"{exercise.id} {language}: {text}"


def test_the_clock_runs_down_the_left_edge(library: Library) -> None:
    exercise = library.exercises["swot"]
    document: Any = docx.Document(io.BytesIO(facilitator_document(library, exercise, "nl")))
    stops, start = [], 0
    for step in exercise.steps:
        stops.append(f"{clock(start)}\t{exercise.nl.steps[step.id].title} ({step.minutes} min)")
        start += step.minutes
    assert [p.text for p in document.paragraphs if p.style.name == "Step"] == stops
    assert [p.text for p in document.paragraphs if p.style.name == "Step End"] == [f"{clock(exercise.minutes)}\teinde"]


def test_a_step_counts_as_a_heading(library: Library) -> None:
    document = docx.Document(io.BytesIO(facilitator_document(library, library.exercises["swot"], "nl")))
    assert document.styles["Step"].base_style.name == "Heading 2"


def test_participants_have_room_for_notes(library: Library) -> None:
    document = docx.Document(io.BytesIO(participants_document(library, library.exercises["swot"], "nl")))
    assert list(controls(document)) == ["_date", "_team", "_notes"]


def test_the_same_record_gives_the_same_bytes(library: Library) -> None:
    for make in (facilitator_document, participants_document):
        assert make(library, library.exercises["swot"], "en") == make(library, library.exercises["swot"], "en")
