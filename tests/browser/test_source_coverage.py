"""Every item of the five sources lives somewhere: tests/source_coverage.yml says where, and both languages have that place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from built import built_page

COVERAGE = yaml.safe_load((Path(__file__).resolve().parent.parent / "source_coverage.yml").read_text(encoding="utf-8"))


def rows(prefix: str, last: int, *between: str) -> list[str]:
    """The numbers of a chapter of our inventory: prefix 'M2.' and 10 give M2.1 to M2.10, and those between."""
    return [*(f"{prefix}{i}" for i in range(1, last + 1)), *between]


ITEMS = {
    "R": rows("R3.", 48, "R3.8a", "R3.8b", "R3.8c"),
    "M": [
        *rows("M1.", 6, "M1.5a"),
        *rows("M2.", 10),
        *rows("M3.", 13),
        *rows("M4.", 9, "M4.0", "M4.2a", "M4.7a"),
        *rows("M5.", 6),
        *rows("M6.", 14, "M6.5a", "M6.13a"),
    ],
    "D": rows("D0.", 9, "D0.4a"),
    "K": rows("K2.", 8, "K2.7a"),
    "J": rows("J4.", 6),
}
"""The items of the five sources, by their numbers in our inventory of them."""


@pytest.mark.parametrize("source", ITEMS)
def test_every_item_of_the_source_has_a_place_or_a_reason(source: str) -> None:
    assert sorted(COVERAGE[source]) == sorted(ITEMS[source])
    for item, entry in COVERAGE[source].items():
        assert bool(entry.get("at")) != bool(entry.get("left_out")), item


PLACED = [(item, entry["at"]) for entries in COVERAGE.values() for item, entry in entries.items() if "at" in entry]


@pytest.mark.parametrize(("item", "places"), PLACED, ids=[item for item, _ in PLACED])
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_place_is_there_in_both_languages(item: str, places: list[str], language: str, site: Path) -> None:
    for place in places:
        path, _, anchor = place.partition("#")
        assert (site / language / path).is_file(), place
        assert not anchor or anchor in built_page(site, language + path).ids, place
