"""Translations: the mark follows the Dutch texts, stamping writes it and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_network.content.loading import examine, load
from learning_network.content.stamping import stamp
from learning_network.content.translation import mark_of


def test_the_mark_changes_with_any_text_and_not_with_the_order_of_keys() -> None:
    assert mark_of({"a": "een", "b": "twee"}) == mark_of({"b": "twee", "a": "een"})
    assert mark_of({"a": "een"}) != mark_of({"a": "één"})


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=9), max_size=4))
def test_a_mark_never_reads_as_a_number(texts: dict[str, str]) -> None:
    assert mark_of(texts).startswith("nl-")


def test_stamping_a_changed_record_makes_the_check_pass_and_keeps_everything_else(project: Path) -> None:
    path = project / "exercises" / "walk-round.yml"
    before = path.read_text(encoding="utf-8")
    changed = before.replace("title: Rondje", "title: Rondje 🌳 buiten  # een opmerking")
    path.write_text(changed, encoding="utf-8")
    assert [finding.rule for finding in examine(project)[1]] == ["stale-translation"]
    assert stamp(path, project) == 1
    assert examine(project)[1] == []
    after = path.read_text(encoding="utf-8")
    lines = [(a, b) for a, b in zip(changed.splitlines(), after.splitlines(), strict=True) if a != b]
    assert len(lines) == 1
    assert lines[0][1].startswith("  translates: nl-")


def test_stamping_writes_the_mark_where_there_was_none(project: Path) -> None:
    for name in ("exercises/walk-round.yml", "exercises/vocabulary/kinds.yml", "docs/en/index.md"):
        path = project / name
        text = path.read_text(encoding="utf-8")
        kept = [line for line in text.splitlines() if not line.strip().startswith("translates:")]
        path.write_text(
            "\n".join(
                line.replace(line[line.find("translates:") : line.find(", ") + 2], "") if "translates:" in line else line for line in kept
            )
            + "\n"
        )
        assert "translates" not in path.read_text(encoding="utf-8")
        stamp(path, project)
    load(project)


def test_stamping_a_dutch_page_says_what_it_wants(project: Path) -> None:
    with pytest.raises(ValueError, match="no English page with a Dutch page beside it"):
        stamp(project / "docs" / "nl" / "index.md", project)
