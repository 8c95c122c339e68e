"""`learning-network new` writes a skeleton that is valid at once, in both languages, with hints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from learning_network.cli import main
from learning_network.content.loading import load
from learning_network.content.new_record import FOLDERS, new_record, skeleton


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_new_record_passes_the_check_at_once(kind: str, project: Path) -> None:
    path = new_record(project, kind, "brand-new", date(2026, 11, 22))
    library = load(project)
    assert "brand-new" in getattr(library, f"{kind.replace('-', '_')}s")
    assert path.read_text(encoding="utf-8").count("#") >= 5  # the hints


@pytest.mark.parametrize("kind", FOLDERS)
def test_all_texts_to_replace_are_in_capitals_in_both_languages(kind: str) -> None:
    data = yaml.safe_load(skeleton(kind).replace("{{", "{").replace("}}", "}").replace("{values}", "  form: unknown"))
    dutch, english = (texts(data[language]) for language in ("nl", "en"))
    assert [text for text in (*dutch, *english) if text != text.upper()] == []
    assert len(dutch) == len(english)


def texts(data: Any) -> list[str]:
    """All texts inside."""
    if isinstance(data, dict):
        return [text for part in data.values() for text in texts(part)]
    return [text for part in data for text in texts(part)] if isinstance(data, list) else [data]


def test_a_new_set_of_cards_sorts_them_in_piles_and_its_command_says_what_comes_next(project: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(project), "new", "card-set", "more-cards"])
    assert result.output == "exercises/more-cards.yml is there. Replace the texts in capitals, then run: learning-network check\n"
    made = load(project).card_sets["more-cards"]
    assert [card.pile for card in made.cards] == made.piles
    assert made.nl.cards["first-card"].back
    assert made.nl.cards["second-card"].back is None


@pytest.mark.parametrize("kind", ["exercise", "worksheet", "card-set"])
@pytest.mark.parametrize(
    ("id_", "message"),
    [("Nieuw Rondje", "is not an id"), ("walk-round", "is in use"), ("walk-sheet", "is in use"), ("walk-cards", "is in use")],
)
def test_a_bad_or_used_id_is_refused_with_a_sentence(kind: str, id_: str, message: str, project: Path) -> None:
    before = sorted(p.name for p in (project / "exercises").iterdir())
    result = CliRunner().invoke(main, ["--root", str(project), "new", kind, id_])
    assert result.exit_code == 1
    assert message in result.output
    assert sorted(p.name for p in (project / "exercises").iterdir()) == before
