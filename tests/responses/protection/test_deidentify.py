"""Names by deduce: places and institutions that it takes for people stay; without it a line says what to install."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest

from learning_network.responses.items import Items
from learning_network.responses.protection import protect
from learning_network.responses.protection.deidentify import is_place, mask_people, places


@dataclass
class Note:
    tag: str
    start_char: int
    end_char: int


class Finder:
    """Answers as deduce 3.0.6 did for these very words, its mistakes too."""

    PEOPLE = (
        *("Jan Peeters", "Sint-Lucas", "Sint-Niklaas", "mevrouw De Smet", "De Linde", "Vlaanderen", "Karim El Amrani", "Fatima", "Berg"),
        "mevr. R. Claes",
    )

    def __init__(self) -> None:
        self.annotations: list[Note] = []

    def deidentify(self, text: str) -> Finder:
        found = [Note("persoon", text.find(name), text.find(name) + len(name)) for name in self.PEOPLE if name in text]
        self.annotations = [*found, *(Note("locatie", 0, 5) for _ in [0] if text.startswith("Breda"))]
        return self


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Peeters van AZ Sint-Lucas in Sint-Niklaas belde mevrouw De Smet.", "[naam] van AZ Sint-Lucas in Sint-Niklaas belde [naam]."),
        ("OCMW Aalst en WZC De Linde doen mee", "OCMW Aalst en WZC De Linde doen mee"),
        ("Karim El Amrani en Fatima helpen. Vlaanderen betaalt € 12.500", "[naam] en [naam] helpen. Vlaanderen betaalt € 12.500"),
        ("mevr. R. Claes wil naar Heist-op-den-Berg", "[naam] wil naar Heist-op-den-Berg"),
        ("Breda doet mee", "Breda doet mee"),
        ("bel [telefoon]", "bel [telefoon]"),
    ],
)
def test_people_go_and_places_stay(text: str, expected: str) -> None:
    out, count, doubts = mask_people(text, Finder())
    assert (out, count) == (expected, expected.count("[naam]"))
    assert bool(doubts) == any(name in text for name in Finder.PEOPLE), "every guess asks for a look"


def test_a_mark_is_never_a_name() -> None:
    class Everything(Finder):
        def deidentify(self, text: str) -> Finder:
            self.annotations = [Note("persoon", 0, len(text))]
            return self

    assert mask_people("[telefoon]", Everything())[0] == "[telefoon]"


def test_towns_regions_and_institutions_are_known() -> None:
    for name in ("Gent", "Sint-Niklaas", "'s-Hertogenbosch", "Vlaanderen", "Sint-Lucas", "AZ Groeninge", "OCMW Gent", "O.L.V. Ziekenhuis"):
        assert is_place(name, 0, len(name)), name
    assert not is_place("Jan Peeters", 0, 11)
    assert all(isinstance(name, str) for name in places())


def test_without_deduce_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deduce", None)
    with pytest.raises(ValueError, match=r"pip install --require-hashes -r requirements-deidentify\.lock"):
        protect(Items(), [], key=b"k" * 32, deidentify=True)


def test_deduce_itself_finds_people_where_it_is_installed() -> None:
    pytest.importorskip("deduce")
    items = Items()
    items.add(item_id="1", text="Jan Peeters van AZ Sint-Lucas in Sint-Niklaas belde mevrouw De Smet op 0475/12.34.56.", source_row=1)
    protected = protect(items, [], key=b"k" * 32, deidentify=True)
    assert protected.items["text"] == ["[naam] van AZ Sint-Lucas in Sint-Niklaas belde [naam] op [telefoon]."]
    assert (protected.names, protected.kinds) == ("deduce", {"phone": 1, "name": 2})
    assert {place.kind for place in protected.to_check} == {"name"}
