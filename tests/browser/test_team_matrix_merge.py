"""The page merges teams by the same rules as the command: shared cases, and cases made by chance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from matrix_vectors import CASES, FOLDER, IN_THE_PAGE, expected, random_case
from playwright.sync_api import Page

from learning_network.content.library import Library
from learning_network.site.links import Place
from learning_network.site.team_matrix import matrix_data

SCRIPTS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "js"
PARTS = [
    "shared/elements",
    "shared/files",
    "team-matrix/xlsx-write",
    *(f"team-matrix/{name}" for name in ("merge", "names", "read", "values")),
]


@pytest.fixture
def given(library: Library, page: Page) -> dict[str, Any]:
    """An empty page with the parts that read and merge, and what they know of the criteria and tools."""
    page.goto("about:blank")
    for part in PARTS:
        page.add_script_tag(path=SCRIPTS / f"{part}.js")
    return matrix_data(Place(library, "nl", "tools/team.md"))


@pytest.mark.parametrize("name", CASES)
def test_page_and_command_answer_a_shared_case_alike(name: str, page: Page, given: dict[str, Any], library: Library) -> None:
    case = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert case["files"] == CASES[name]
    assert expected(library, case["files"]) == case["expected"], "the command; python tests/matrix_vectors.py writes the cases anew"
    assert page.evaluate(IN_THE_PAGE, [given, case["files"]]) == case["expected"], "the page"


def test_page_and_command_answer_three_hundred_cases_made_by_chance_alike(page: Page, given: dict[str, Any], library: Library) -> None:
    spreads = 0
    for seed in range(300):
        files = random_case(library, seed)
        said = expected(library, files)
        spreads += len(said["spreads"])
        assert page.evaluate(IN_THE_PAGE, [given, files]) == said, f"seed {seed}"
    assert spreads > 3000, "the cases say something"


def test_the_order_of_the_files_does_not_matter_to_the_page(page: Page, given: dict[str, Any]) -> None:
    for name, files in CASES.items():
        backwards = dict(reversed(files.items()))
        assert page.evaluate(IN_THE_PAGE, [given, backwards]) == page.evaluate(IN_THE_PAGE, [given, files]), name
