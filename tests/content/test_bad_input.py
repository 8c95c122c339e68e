"""What authors do wrong, one folder a fault: each holds the bad file and the report that the author must get.

A new folder in tests/fixtures/bad/ is a new test: put the bad files at their path and the report in expected.txt.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_network.cli import main
from learning_network.content.new_record import new_record

TESTS = Path(__file__).parent.parent
BAD = sorted((TESTS / "fixtures" / "bad").iterdir())


@pytest.fixture
def project(project: Path) -> Path:
    """The small project with the typeface, so that texts are measured too."""
    shutil.copytree(TESTS.parent / "docs" / "assets" / "fonts", project / "docs" / "assets" / "fonts")
    return project


@pytest.mark.parametrize("fault", BAD, ids=lambda folder: folder.name)
def test_check_names_the_fault_its_line_and_what_to_write(fault: Path, project: Path) -> None:
    shutil.copytree(fault, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    result = CliRunner().invoke(main, ["--root", str(project), "check"])
    assert result.output == (fault / "expected.txt").read_text(encoding="utf-8")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)  # nothing else may escape


@pytest.mark.parametrize("fault", BAD, ids=lambda folder: folder.name)
def test_build_refuses_and_leaves_the_old_site_untouched(fault: Path, project: Path) -> None:
    shutil.copytree(fault, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("old", encoding="utf-8")
    result = CliRunner().invoke(main, ["--root", str(project), "build"])
    assert result.exit_code == 1
    assert "faults in" in result.output or "fault in" in result.output
    assert [p.name for p in (project / "site").iterdir()] == ["index.html"]
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_the_good_project_has_no_faults(project: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(project), "check"])
    assert result.exit_code == 0
    assert result.output == "All is well: 1 exercise, 1 worksheet, 1 card set, 1 tool, 1 term, 1 source, 6 pages.\n"


def test_the_count_of_several_reads_as_words(project: Path) -> None:
    new_record(project, "card-set", "more-cards", date(2026, 11, 22))
    result = CliRunner().invoke(main, ["--root", str(project), "check"])
    assert "1 worksheet, 2 card sets, 1 tool" in result.output


def test_check_outside_a_project_says_where_to_run_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "check"])
    assert result.exit_code == 1
    assert "run the command in the project folder" in result.output
