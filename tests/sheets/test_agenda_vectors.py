"""The rules of the agenda give what stands in tests/vectors/agenda; the planner's script is held against the same files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from agenda_vectors import FOLDER, outcome


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_the_rules_give_what_the_vectors_say(path: Path) -> None:
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    assert cases
    for case in cases:
        assert outcome(case) == case["gives"], case


def test_the_vectors_hold_every_kind_of_outcome() -> None:
    cases = [case for path in FOLDER.glob("*.json") for case in json.loads(path.read_text(encoding="utf-8"))["cases"]]
    given = [case["gives"] for case in cases]
    assert any(g["rows"] is None for g in given)
    assert any(row[0] is None for g in given for row in g["rows"] or [])
    assert any(g["misfits"] for g in given)
    needs = [need for g in given for need in g["needs"]]
    assert {need["atLeast"] for need in needs} == {True, False}
    assert any(need["total"] is None for need in needs)
