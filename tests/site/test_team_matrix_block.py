"""The tool matrix of a team as the build writes it: all criteria and tools, known by the names that the command knows."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.matrix_values import NoValue, recorded
from learning_network.content.models import UNKNOWN
from learning_network.responses.matrix_headings import Headings
from learning_network.responses.matrix_headings import plain as plain_name
from learning_network.site.links import Place
from learning_network.site.team_matrix import matrix_data, team_matrix
from learning_network.words.strings import strings

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs" / "assets" / "js" / "team-matrix"
TEMPLATE = ROOT / "scripts" / "learning_network" / "site" / "templates" / "blocks" / "team_matrix.html.j2"


def place(library: Library, language: str = "nl") -> Place:
    return Place(library, language, "tools/team.md")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_holds_the_data_and_a_box_for_each_question(language: str, library: Library) -> None:
    html = team_matrix(place(library, language))
    found = re.search(r'data-team-matrix="([^"]*)"', html)
    assert found
    data: dict[str, Any] = json.loads(unescape(found[1]))
    assert data == json.loads(json.dumps(matrix_data(place(library, language))))
    assert [criterion["id"] for criterion in data["criteria"]] == list(library.criteria)
    assert {tool["id"] for tool in data["tools"]} == set(library.tools)
    boxes = re.findall(r'<input type="checkbox" value="([^"]+)"( checked)?', html)
    assert sorted(id_ for id_, _ in boxes) == sorted(library.criteria)
    assert {id_ for id_, checked in boxes if checked} == {c.id for c in library.criteria.values() if c.filled_in_by_team}


def test_what_the_site_says_of_a_tool_stands_by_it_in_canonical_form(library: Library) -> None:
    for tool in matrix_data(place(library))["tools"]:
        values = library.tools[tool["id"]].values
        known = {
            id_: recorded(library.criteria[id_], value)
            for id_, value in values.items()
            if value != UNKNOWN and id_ in library.criteria and library.criteria[id_].type != "text"
        }
        assert tool["site"] == known


def test_columns_and_tools_are_known_by_the_names_that_the_command_knows(library: Library) -> None:
    headings, data = Headings(library.criteria, library.tools), matrix_data(place(library))
    for said, column in data["columns"].items():
        assert headings.column(said) == column
    assert set(data["columns"].values()) == {"remark", *library.criteria, *(f"remark:{id_}" for id_ in library.criteria)}
    for said, tool in data["called"].items():
        assert headings.tool(said) == tool
    for tool in library.tools.values():
        for name in (tool.id, tool.nl.name, tool.en.name):
            assert data["called"][plain_name(name)] == headings.tool(name)


def test_an_answer_in_words_of_either_language_means_what_the_command_reads(library: Library) -> None:
    headings = Headings(library.criteria, library.tools)
    read = 0
    for criterion in matrix_data(place(library, "en"))["criteria"]:
        for said, id_ in criterion["words"].items():
            assert headings.readers[criterion["id"]](said) == id_
            read += 1
        with pytest.raises(NoValue):
            headings.readers["cost"]("zomaar")
    assert read > 100


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_is_used_and_every_word_that_is_used_is_there(language: str) -> None:
    t = strings(language)
    code = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))
    template = TEMPLATE.read_text(encoding="utf-8")
    asked = set(re.findall(r"\b(?:words|w)\.(\w+)", code)) - {"length", "join"}  # of lists that are called so
    own = set(t.raw("team_matrix"))
    shared = set(matrix_data_words()) - own
    assert asked - shared == own
    assert shared <= asked
    on_page = set(re.findall(r"team_matrix_page\.(\w+)", template)) | {"team", "known"}
    assert on_page == set(t.raw("team_matrix_page"))
    reasons = set(re.findall(r'\b(?:wrong|list)\([^)]*?"(\w+)"', code)) | set(re.findall(r'reason: "(\w+)"', code))
    assert reasons == set(t.raw("team_matrix.reasons"))


def matrix_data_words() -> dict[str, Any]:
    words: dict[str, Any] = matrix_data(place(load(ROOT / "tests" / "fixtures" / "project")))["words"]
    return words


def test_a_small_matrix_without_questions_of_teams_asks_all(library: Library) -> None:
    known = {id_: criterion for id_, criterion in library.criteria.items() if not criterion.filled_in_by_team}
    html = team_matrix(place(replace(library, criteria=known)))
    assert html.count(" checked>") == len(known)
