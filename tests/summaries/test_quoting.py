"""Quotations are chosen by a rule that nobody can steer."""

from __future__ import annotations

import numpy as np
from small_tables import Said, counted, one

from learning_network.summaries.quoting import LONGEST, SHORTEST, Quoter

GOOD = "Deze zin is lang genoeg om te begrijpen en kort genoeg."


def chosen(said: list[Said], most: int = 5) -> list[str]:
    return [quotation.item_id for quotation in Quoter(counted(said)).choose(np.arange(len(said)), most)]


def test_another_organisation_comes_before_another_respondent_of_the_same_one() -> None:
    said = [one(f"n{n}", "threats", organisation="Noord", text=f"{GOOD} Noord {n}") for n in range(6)]
    said += [one("z", "threats", organisation="Zuid", text="kort")]
    first, second, *_ = chosen(said)
    assert {first.split("-")[0][0], second.split("-")[0][0]} == {"n", "z"}


def test_another_respondent_comes_before_a_second_text_of_the_same_one() -> None:
    said = [one("a", "threats", text=f"{GOOD} {n}") for n in range(5)] + [one("b", "threats", text="ja"), one("c", "threats", text="nee")]
    assert {id_[0] for id_ in chosen(said)[:3]} == {"a", "b", "c"}


def test_texts_of_a_good_length_come_first_and_others_by_how_far_they_are_off() -> None:
    texts = {"long": "x" * (LONGEST + 30), "short": "x" * (SHORTEST - 20), "good": "x" * SHORTEST, "tiny": "x"}
    assert [id_.split("-")[0] for id_ in chosen([one(who, "threats", text=text) for who, text in texts.items()])] == [
        "good",
        "short",
        "long",
        "tiny",
    ]


def test_at_most_five_and_no_text_twice() -> None:
    said = [one(f"r{n}", "threats", text=f"{GOOD} {n % 6}") for n in range(30)]
    assert len(chosen(said)) == 5
    assert len(chosen([one("a", "threats", text="Te druk."), one("b", "threats", text="te  druk"), one("c", "threats", text="Geld")])) == 2


def test_equal_candidates_come_in_an_order_that_no_order_of_rows_changes() -> None:
    said = [one(f"r{n}", "threats", text=f"{GOOD} {n}") for n in range(20)]
    assert chosen(said) == chosen(said[::-1])
    assert chosen(said) != [f"r{n}-threats-1" for n in range(5)]
