"""The first glance: of very many texts it finds those that a look at each of them would find, and so all that masking changes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learning_network.responses.protection import glance
from learning_network.responses.protection.glance import FEW, places_that_may_hold_something
from learning_network.responses.protection.masking import mask, may_hold_something

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures" / "identities"

PLAIN = ["overleg loopt goed", "Te weinig tijd voor vorming", "cliënten en familie", "", "é", "naïef"]
SIGNS = (
    *(
        "0475/12.34.56",
        "jan@voorbeeld.be",
        "jan (at) voorbeeld.be",
        "www.",
        "WW.x",
        "https://a.be/x",
        "dr. Jan",
        "mevr. De Smet",
        "1-ABC-234",
    ),
    *("\u0660\u0661", "\uff10\uff14\uff17\uff15", "\uff20", "\u200b", "\u00a0", "\u2011", "\U0001d7ce", "&nbsp;", "\0", "\ud800", "\x7f"),
    *("BE68", "5390 0754 7034", "85.07.30-033.28", " A", "w.", "\n", "[", "{ at }", "<at>", "ß", "ŵ", "\u0301", "\x85", "\u2028"),
)
pieces = st.one_of(st.sampled_from([*SIGNS, *PLAIN, " ", "."]), st.characters(), st.from_regex(r"[0-9 ./@wW-]{1,12}", fullmatch=True))
texts = st.lists(pieces, max_size=6).map("".join)


def rows(name: str) -> list[str]:
    with (FIXTURES / name).open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def many(some: list[str]) -> list[str]:
    """These texts between so many plain ones that they are looked at together."""
    return [*PLAIN * (FEW // len(PLAIN) + 1), *some, *PLAIN]


def wanted(some: list[str]) -> list[int]:
    return [place for place, text in enumerate(some) if may_hold_something(text)]


@pytest.mark.parametrize("name", ["planted.csv", "lookalikes.csv"])
def test_the_glance_finds_all_of_the_sets_that_a_look_at_each_finds(name: str) -> None:
    some = many(rows(name))
    assert places_that_may_hold_something(some) == wanted(some)


def test_every_planted_identity_is_found_alone_among_plain_texts() -> None:
    for text in rows("planted.csv"):
        some = many([text])
        found = places_that_may_hold_something(some)
        assert [some[place] for place in found] == [text], text


@settings(max_examples=300)
@given(st.lists(texts, max_size=8))
@example(["\ud800 0475/12.34.56", "x\ny", "0475 12 34 56"])
@example(["WW.a", "aw.", "w", ".b"])
def test_the_glance_and_a_look_at_each_agree_on_any_texts(some: list[str]) -> None:
    together = many(some)
    assert places_that_may_hold_something(together) == wanted(together)


@settings(max_examples=300)
@given(texts)
def test_what_masking_changes_or_doubts_is_never_passed_over(text: str) -> None:
    together = many([text])
    masked, found, doubts = mask(text)
    if masked != text or found or doubts:
        assert together.index(text) in places_that_may_hold_something(together)


def test_texts_are_found_in_every_slice_and_at_its_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance, "FEW", 3)
    monkeypatch.setattr(glance, "SLICE", 4)
    private, plain = "bel 0475/12.34.56", "niets bijzonders"
    for place in range(13):
        some = [plain] * 13
        some[place] = private
        assert places_that_may_hold_something(some) == [place]


@pytest.mark.parametrize("size", [0, 1, FEW, FEW + 1])
def test_few_and_many_texts_give_the_same(size: int) -> None:
    some = (["tel. 0475/12.34.56", "rustig"] * size)[:size]
    assert places_that_may_hold_something(some) == list(range(0, size, 2))
