"""The file of a session plan: what the planner exports makes a session pack, and what is no plan is told in plain words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pdfs import reader, squeezed
from press import ROOT, library

from learning_network.cli import main
from learning_network.sheets.agenda import Session, rows
from learning_network.sheets.pack import exercises_of
from learning_network.sheets.plan_file import read_plan
from learning_network.wording.facts import clock

PLAN: dict[str, Any] = {
    "kind": "session-plan",
    "version": 1,
    "name": "Team Noord",
    "language": "en",
    "day": "2026-12-01",
    "start": "09:00",
    "end": "11:00",
    "participants": 3,
    "facilitators": 1,
    "exercises": [{"id": "picture-cards", "break": 20}, {"id": "swot", "break": 0}],
}


def file(folder: Path, **changes: Any) -> Path:
    path = folder / "plan.json"
    path.write_text(json.dumps({**PLAN, **changes}), encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(ROOT), "sheets", *arguments])


def test_a_plan_is_printed_with_its_times_breaks_group_and_language(tmp_path: Path) -> None:
    result = run("--pack", str(file(tmp_path)), "--out", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert "The session ends at 11:20, and the plan says 11:00" in result.output
    assert "Not the right number of participants (3): picture-cards is for 5 to 15" in result.output
    pdf = reader((tmp_path / "session-pack.pdf").read_bytes())
    agenda = squeezed(pdf.pages[0].extract_text())
    for words in ("9:00", "10:00", "10:20", "11:20", "Break", "20 min", library().exercises["swot"].en.title):
        assert squeezed(words) in agenda


def test_what_is_asked_for_goes_before_what_the_plan_says(tmp_path: Path) -> None:
    arguments = ("--start", "13:30", "--break", "5", "--participants", "6", "--lang", "nl", "--out", str(tmp_path))
    result = run("--pack", str(file(tmp_path, exercises=[{"id": "return-session", "break": 60}, {"id": "swot"}])), *arguments)
    assert result.exit_code == 0, result.output
    agenda = squeezed(reader((tmp_path / "session-pack.pdf").read_bytes()).pages[0].extract_text())
    for words in ("13:30", "14:15", "14:20", "15:20", "Pauze"):
        assert squeezed(words) in agenda


def test_only_the_exercises_are_needed(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_text('\ufeff{"kind": "session-plan", "version": 1, "exercises": [{"id": "swot"}]}', encoding="utf-8")
    plan = read_plan(path)
    assert (plan.starts, plan.ends, plan.participants, plan.language) == (None, None, None, None)
    assert [(part.id, part.pause) for part in plan.exercises] == [("swot", 0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "it is not in JSON"),
        ("[" * 100_000, "it is not in JSON"),
        ("\udcff", "it is not in JSON"),
        ("[]", "is no session plan"),
        ('{"kind": "swot-sheet"}', "is no session plan"),
        ('{"kind": "session-plan", "version": 2}', "made by a newer version"),
        ('{"kind": "session-plan", "version": 1}', "the key 'exercises' is missing"),
        ('{"kind": "session-plan", "version": 1, "exercises": []}', "exercises"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "swot", "break": 241}]}', "exercises.0.break"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "swot"}], "start": "9u30"}', "'9u30' is no clock time"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "swot"}], "participants": "12"}', "'12' is not a whole number"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "swot"}], "team": "x"}', "the key 'team' is not known"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "swott"}]}', "did you mean 'swot'?"),
        ('{"kind": "session-plan", "version": 1, "exercises": [{"id": "swot"}, {"id": "swot"}]}', "is there twice"),
        ('{"kind": "session-plan", "version": 1, "start": "23:30", "exercises": [{"id": "swot"}]}', "goes on after midnight"),
    ],
)
def test_a_file_that_is_no_plan_is_told_and_nothing_is_written(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    result = run("--pack", str(path), "--out", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert told in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_and_a_plan_beside_exercises_are_told(tmp_path: Path) -> None:
    assert "is not there: name the file of a plan" in run("--pack", str(tmp_path / "no.json")).output
    assert "leave the other exercises out" in run("--pack", str(file(tmp_path)), "swot").output


def test_breaks_that_differ_come_after_their_own_exercise() -> None:
    session = Session(exercises_of(library(), ["swot", "grrow", "return-session"]), start=540, pauses=(0, 30, 15))
    assert [(row.exercise and row.exercise.id, clock(row.start)) for row in rows(session)] == [
        ("swot", "9:00"),
        ("grrow", "10:00"),
        (None, "11:00"),
        ("return-session", "11:30"),
    ]
