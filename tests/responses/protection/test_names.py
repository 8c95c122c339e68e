"""Names by a list: whole words, in the ways that people write names, and never in the name of a street or a hospital."""

from __future__ import annotations

from pathlib import Path

import pytest

from learning_network.faults import Fault
from learning_network.responses.protection import Names, load_names, names_of
from learning_network.responses.protection.names import words_too

LIST = ["Jan Peeters", "Els", "Karel Van den Berg", "Roos", "Fatima El Amrani", "O'Brien", "Anne-Marie Claes", "Bos"]


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(LIST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Peeters trekt het", "[naam] trekt het"),
        ("JAN PEETERS trekt het", "[naam] trekt het"),
        ("vraag aan J. Peeters, of aan J.Peeters", "vraag aan [naam], of aan [naam]"),
        ("Peeters Jan en Peeters, Jan", "[naam] en [naam]"),
        ("Jan P. weet het", "[naam] weet het"),
        ("het plan van Jan Peeters' team", "het plan van [naam] team"),
        ("Els' idee, Els's idee", "[naam] idee, [naam] idee"),
        ("K. Van den Berg en Karel Van den Berg", "[naam] en [naam]"),
        ("Fatima El Amrani", "[naam]"),
        ("mevrouw O'Brien", "mevrouw [naam]"),
        ("Anne-Marie Claes", "[naam]"),
        ("(Els)", "([naam])"),
        ("Roos helpt", "[naam] helpt"),
        # other words
        ("Elsene en elsevier", "Elsene en elsevier"),
        ("een roos in de tuin", "een roos in de tuin"),
        ("els", "els"),
        ("jan peeters", "jan peeters"),
        ("wandelen in het bos", "wandelen in het bos"),
        # other names
        ("AZ Sint-Els", "AZ Sint-Els"),
        ("WZC De Roos doet mee", "WZC De Roos doet mee"),
        ("in de Els-Maesstraat", "in de Els-Maesstraat"),
        ("", ""),
    ],
)
def test_a_name_is_found_as_people_write_it(text: str, expected: str, names: Names) -> None:
    out, count, _ = names.mask(text)
    assert out == expected
    assert count == expected.count("[naam]")
    assert names.may_stand_in(text) or count == 0
    assert names.mask(out)[0] == out


def test_a_name_that_is_also_a_word_asks_for_a_look(names: Names) -> None:
    assert [doubt.reason for doubt in names.mask("Roos helpt")[2]] == [
        "a name of the list that is also a word was masked: look whether it was a name"
    ]
    assert names.mask("Els helpt")[2] == []


def test_a_part_of_a_name_that_stands_alone_stays_and_asks_for_a_look(names: Names) -> None:
    out, _, doubts = names.mask("Peeters zegt niets, Jan ook niet")
    assert out == "Peeters zegt niets, Jan ook niet"
    assert [doubt.reason for doubt in doubts] == ["a part of a name of the list stands here alone"]
    assert names.may_stand_in("Peeters")


def test_a_name_in_the_name_of_an_institution_stays_and_asks_for_a_look(names: Names) -> None:
    out, _, doubts = names.mask("WZC De Roos doet mee")
    assert out == "WZC De Roos doet mee"
    assert len(doubts) == 1


def test_the_list_is_read_with_its_comments_and_in_the_encoding_of_excel(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "cp1252"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes("# ons team\nRenée  Maes # trekker\n\nEls\n".encode(encoding))
        assert load_names(path).mask("Renée Maes en Els")[0] == "[naam] en [naam]"


@pytest.mark.parametrize(("content", "line"), [("Els\nJ.\n", ":2:"), ("# niets\n", "no name"), ("", "no name")])
def test_a_list_that_cannot_be_used_says_where(content: str, line: str, tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text(content)
    with pytest.raises(Fault, match=line):
        load_names(path)
    with pytest.raises(Fault, match="cannot be read"):
        load_names(tmp_path / "none.txt")


def test_the_words_that_are_names_are_in_small_letters() -> None:
    assert {"roos", "bos"} <= words_too()
    assert all(isinstance(word, str) and word == word.casefold() for word in words_too())
