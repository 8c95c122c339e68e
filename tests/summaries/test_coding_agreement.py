"""Our codebook held against items that were coded by hand, and the arithmetic of that.

tests/fixtures/coding/ holds three sets, all written for this and coded from the definitions of the themes alone:

- items.csv, codes.csv: coded before any rule was written. Odd places tuned the rules; even places only measure.
- later-*.csv: written after the first rules to see what other wording does; then used to widen them.
- unseen-*.csv: written when the rules were wide; no rule was changed for it. The most honest number of the three.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from projects import ROOT

from learning_network.commands.codebook import codebook as command
from learning_network.faults import Fault
from learning_network.summaries.agreement import Agreement, measure, table
from learning_network.summaries.codebook import load_codebook
from learning_network.summaries.hand_coded import HandCoded, measure_rules, read_hand_coded

SETS = ROOT / "tests" / "fixtures" / "coding"


def hand_coded(prefix: str = "") -> HandCoded:
    return read_hand_coded(SETS / f"{prefix}items.csv", SETS / f"{prefix}codes.csv")


# the sets


def test_the_test_set_is_as_large_and_as_varied_as_it_must_be() -> None:
    hand = hand_coded()
    rows = (SETS / "items.csv").read_text(encoding="utf-8").splitlines()[1:]
    instruments = Counter(row.split(",")[1] for row in rows)
    assert len(hand.texts) >= 320
    assert instruments["swot"] >= 200
    assert instruments["grrow"] >= 120
    assert len(hand.texts) - len(hand.codes) >= 25
    for half in ("tune", "measure"):
        given = Counter(theme for item in hand.half(half).texts for theme in hand.codes.get(item, ()))
        assert set(given) == set(load_codebook().ids)
        assert min(given.values()) >= 4


def test_the_halves_share_no_item_and_no_text_and_make_up_the_whole() -> None:
    hand = hand_coded()
    tune, rest = hand.half("tune").texts, hand.half("measure").texts
    assert {**tune, **rest} == hand.texts
    assert not set(tune) & set(rest)
    texts = [text.lower() for prefix in ("", "later-", "unseen-") for text in hand_coded(prefix).texts.values()]
    assert len(set(texts)) == len(texts)


# the rules


def test_the_rules_agree_with_people_on_the_half_that_only_measures() -> None:
    measured = measure_rules(load_codebook(), hand_coded().half("measure"))
    assert measured.micro.f1 is not None
    assert measured.micro.f1 >= 0.80


def test_the_rules_agree_with_people_on_items_that_no_rule_was_made_for() -> None:
    measured = measure_rules(load_codebook(), hand_coded("unseen-"))
    assert measured.micro.precision is not None
    assert measured.micro.precision >= 0.80
    assert measured.micro.f1 is not None
    assert measured.micro.f1 >= 0.70


# the arithmetic, worked out by hand


def test_the_numbers_of_a_theme_are_those_worked_out_by_hand() -> None:
    one = Agreement(both=6, only_rules=2, only_people=4, neither=8)
    assert one.people == 10
    assert one.precision == 6 / 8
    assert one.recall == 6 / 10
    assert one.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    # agreement 14/20; by chance 8/20 * 10/20 + 12/20 * 10/20 = 0.5
    assert one.kappa == pytest.approx((0.7 - 0.5) / (1 - 0.5))


def test_what_cannot_be_divided_has_no_number() -> None:
    nothing = Agreement(0, 0, 0, 5)
    assert (nothing.precision, nothing.recall, nothing.f1, nothing.kappa) == (None, None, None, None)
    assert Agreement(0, 0, 0, 0).kappa is None


def test_micro_counts_codes_and_macro_counts_themes() -> None:
    by_people = {"1": {"a"}, "2": {"a", "b"}, "3": set(), "4": {"a"}}
    by_rules = {"1": {"a"}, "2": {"a"}, "3": {"b"}, "4": {"a", "other"}}
    measured = measure(("a", "b", "c"), by_rules, by_people)
    assert measured.themes == {"a": Agreement(3, 0, 0, 1), "b": Agreement(0, 1, 1, 2), "c": Agreement(0, 0, 0, 4)}
    assert measured.micro == Agreement(3, 1, 1, 7)
    assert measured.macro("f1") == (1 + 0) / 2
    assert measured.exact == 2
    assert table(measured).splitlines()[2:] == [
        "| a | 3 | 1.00 | 1.00 | 1.00 | 1.00 |",
        "| b | 1 | 0.00 | 0.00 | 0.00 | -0.33 |",
        "| c | 0 | - | - | - | - |",
        "| all together (micro) | 4 | 0.75 | 0.75 | 0.75 | 0.63 |",
        "| mean of themes (macro) |  | 0.50 | 0.50 | 0.50 | 0.33 |",
    ]


# the command


def run(*args: str, root: Path = ROOT) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["measure", *args], obj=root)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_measure_prints_the_table_that_the_documentation_shows() -> None:
    code, output = run()
    assert code == 0
    assert output.startswith(table(measure_rules(load_codebook(), hand_coded().half("measure"))) + "\n\n198 items (measure); ")


def test_measure_takes_a_set_and_a_codebook_of_a_network(tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_text("\ufeffitem_id;text\n1;de bus\n2;de trein\n", encoding="utf-8")
    (tmp_path / "codes.csv").write_text("item_id;theme\n1;transport\n2;transport\n", encoding="utf-8")
    (tmp_path / "book.yml").write_text("themes: [{id: transport, nl: {label: Vervoer, words: [bus]}}]", encoding="utf-8")
    files = {"--items": "items.csv", "--codes": "codes.csv", "--codebook": "book.yml"}
    code, output = run("--half", "all", *(part for key, name in files.items() for part in (key, str(tmp_path / name))))
    assert code == 0
    assert "| transport | 2 | 1.00 | 0.50 | 0.67 | 0.00 |" in output


def test_what_is_wrong_with_a_set_is_told_with_its_row(tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_text("item_id,text\n1,de bus\n", encoding="utf-8")
    (tmp_path / "codes.csv").write_text("item_id,theme\n2,transport\n", encoding="utf-8")
    with pytest.raises(Fault, match=r"codes\.csv: row 2: there is no item '2' in items\.csv"):
        read_hand_coded(tmp_path / "items.csv", tmp_path / "codes.csv")
    (tmp_path / "items.csv").write_text("item_id,tekst\n1,de bus\n", encoding="utf-8")
    with pytest.raises(Fault, match="the first row does not say text"):
        read_hand_coded(tmp_path / "items.csv", tmp_path / "codes.csv")
    code, output = run("--items", str(tmp_path / "items.csv"))
    assert (code, output) == (1, "Error: name both files, --items and --codes, or neither\n")
    assert run(root=tmp_path)[1].startswith("Error: our test set is not here")
