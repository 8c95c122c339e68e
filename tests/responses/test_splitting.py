"""A cell with several lines becomes several items, readable ones; an answer that says there is nothing is known as such."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_network.responses.splitting import cleaned, not_plain, plain_item, says_nothing, split_answer

WRAPPED = "Wij werken al jaren samen met de huisartsen uit de\nbuurt, en dat loopt goed"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("goede sfeer\nveel kennis", ["goede sfeer", "veel kennis"]),
        ("- te weinig overleg\n- +32 kost te veel", ["te weinig overleg", "+32 kost te veel"]),
        ("* een\n* twee", ["een", "twee"]),
        ("• een • twee", ["een", "twee"]),
        ("1. een\n2. twee", ["een", "twee"]),
        ("1) een\n2) twee", ["een", "twee"]),
        ("a) een\nb) twee", ["een", "twee"]),
        ("–een\n—twee", ["een", "twee"]),
        ("\uf0b7\teen\n\uf0b7\ttwee", ["een", "twee"]),
        ("een\n\n\ntwee", ["een", "twee"]),
        ("een\r\ntwee\rdrie\u2028vier", ["een", "twee", "drie", "vier"]),
        (WRAPPED, [WRAPPED.replace("\n", " ")]),
        ("tijd,\ngeld en\nmensen", ["tijd, geld en mensen"]),
        ("- een punt dat\n  doorloopt\n- twee", ["een punt dat doorloopt", "twee"]),
        ("Een zin.\nnog een", ["Een zin.", "nog een"]),
        ("a\nb", ["a", "b"]),
        ("24. kamers zijn te klein", ["24. kamers zijn te klein"]),
        ("-5% budget", ["-5% budget"]),
        ("+ goede sfeer", ["goede sfeer"]),
        ("A;B;", ["A;B;"]),
        ("- \n- twee", ["twee"]),
        ("=HYPERLINK(\"http://x\")", ["=HYPERLINK(\"http://x\")"]),
        ("<script>alert(1)</script>", ["<script>alert(1)</script>"]),
        ("👍", ["👍"]),
        ("1.", ["1."]),
    ],
)  # fmt: skip
def test_an_answer_of_several_lines_becomes_several_items(text: str, items: list[str]) -> None:
    assert split_answer(cleaned(text)[0]) == items


def test_choices_are_parted_only_by_the_sign_that_the_form_tool_writes() -> None:
    assert split_answer("A;B, met komma;", ";") == ["A", "B, met komma"]


@pytest.mark.parametrize(
    "text",
    [
        "n/a",
        "N/A",
        "-",
        "--",
        "/",
        "x",
        "nvt",
        "N.V.T.",
        "geen",
        "Geen.",
        "niets",
        "none",
        "keine",
        "aucun",
        "...",
        "(geen)",
        "\\",
        "?",
        "+",
        "•",
    ],
)
def test_a_word_for_nothing_is_nothing_when_it_is_the_whole_answer(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["geen tijd", "niets mis mee", "x-stralen", "👍", "1", "nee", "-5", "geen idee hoe het verder moet"])
def test_an_answer_is_not_nothing_because_it_begins_so(text: str) -> None:
    assert not says_nothing(text)


def test_control_characters_and_signs_that_turn_the_line_go_and_are_said() -> None:
    assert cleaned("te\0 veel\x07 \u202egeld") == ("te veel geld", True)
    assert cleaned("\u200fgeld\u00a0genoeg\u200b ") == ("geld genoeg", False)


def test_a_direction_mark_inside_a_text_stays() -> None:
    assert cleaned("a \u200fשלום b") == ("a \u200fשלום b", False)


def test_an_answer_of_a_megabyte_is_one_item() -> None:
    assert split_answer("woord " * 170_000) == [("woord " * 170_000).strip()]


@pytest.mark.parametrize("sign", [" ", "-", "•", "\u200e", " •", "- "])
def test_very_many_signs_inside_an_answer_take_no_long_time(sign: str) -> None:
    """A search that looks from each of them to the last would take an hour."""
    parts = split_answer(cleaned(f"begin{sign * 500_000}eind")[0])
    assert parts[0].startswith("begin")
    assert parts[-1].endswith("eind")


def test_signs_of_a_list_beside_each_other_part_items_and_are_none_themselves() -> None:
    assert split_answer("tijd • • geld ●  team") == ["tijd", "geld", "team"]


@given(st.text(max_size=80))
def test_no_letter_or_figure_of_an_answer_is_lost(text: str) -> None:
    clean, _ = cleaned(text)
    joined = "".join(split_answer(clean))
    left = [sign for sign in clean if sign.isalpha()]
    dropped = len(left) - len([sign for sign in joined if sign.isalpha()])
    assert dropped <= len(clean.splitlines()), "at most the letter of 'a)' before each line"


TRICKY = st.text(st.sampled_from("aZé1 .)-•●·\n,'/") | st.characters(), max_size=80) | st.sampled_from(
    ["geen", "n.v.t.", "tijd ● geld", "a) b"]
)


@given(TRICKY)
def test_what_is_plainly_one_item_is_what_the_long_way_makes_of_it(text: str) -> None:
    if plain_item(text):
        clean, taken = cleaned(text)
        assert (clean, taken, says_nothing(clean), split_answer(clean)) == (text, False, False, [text])


@given(st.lists(TRICKY, max_size=6))
def test_many_texts_looked_at_together_are_seen_as_each_alone(texts: list[str]) -> None:
    assert not_plain(texts) == [place for place, text in enumerate(texts) if not plain_item(text)]
