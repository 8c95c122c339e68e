"""Every item of the source lives somewhere: tests/source_coverage.yml says where, and both languages have that place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from built import built_page

COVERAGE = yaml.safe_load((Path(__file__).resolve().parent.parent / "source_coverage.yml").read_text(encoding="utf-8"))
ROADMAP = [*(f"R3.{i}" for i in range(1, 49)), "R3.8a", "R3.8b", "R3.8c"]
"""The items of the roadmap, by their numbers in our inventory of it."""


def test_every_item_of_the_roadmap_has_a_place() -> None:
    assert sorted(COVERAGE["R"]) == sorted(ROADMAP)


@pytest.mark.parametrize("item", [item for rows in COVERAGE.values() for item in rows])
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_place_is_there_in_both_languages(item: str, language: str, site: Path) -> None:
    places = next(rows[item]["at"] for rows in COVERAGE.values() if item in rows)
    assert places
    for place in places:
        path, _, anchor = place.partition("#")
        assert (site / language / path).is_file(), place
        assert not anchor or anchor in built_page(site, language + path).ids, place
