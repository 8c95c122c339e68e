"""`learning-network new` writes a skeleton that is valid at once, in both languages, with hints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_network.cli import main
from learning_network.content.loading import load
from learning_network.content.new_record import FOLDERS, new_record


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_new_record_passes_the_check_at_once(kind: str, project: Path) -> None:
    path = new_record(project, kind, "brand-new", date(2026, 11, 22))
    library = load(project)
    assert "brand-new" in {"exercise": library.exercises, "worksheet": library.worksheets, "tool": library.tools}[kind]
    assert path.read_text(encoding="utf-8").count("#") >= 5  # the hints


@pytest.mark.parametrize(("id_", "message"), [("Nieuw Rondje", "is not an id"), ("walk-round", "is in use"), ("walk-sheet", "is in use")])
def test_a_bad_or_used_id_is_refused_with_a_sentence(id_: str, message: str, project: Path) -> None:
    before = sorted(p.name for p in (project / "exercises").iterdir())
    result = CliRunner().invoke(main, ["--root", str(project), "new", "exercise", id_])
    assert result.exit_code == 1
    assert message in result.output
    assert sorted(p.name for p in (project / "exercises").iterdir()) == before
