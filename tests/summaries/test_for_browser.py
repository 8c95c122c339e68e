"""The rules as data for the page, and the vectors that page and command both hold to (the page: tests/browser/test_summary_page.py)."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from learning_network.responses.answer_words import PHASES, STATUS_WORDS
from learning_network.summaries.codebook import Codebook, Near, Rules, Theme, load_codebook
from learning_network.summaries.for_browser import browser_rules
from learning_network.words import LANGUAGES

VECTORS = Path(__file__).resolve().parent.parent / "vectors" / "summary"
FILES = ("coding.json", "splitting.json", "masking.json", "days.json", "ids.json", "books.json", "summary.json")
AGAIN = "the codebook or the reading of answers changed: run python tests/vectors/summary/make.py"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("summary_vectors", VECTORS / "make.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def vectors(maker: ModuleType) -> dict[str, Any]:
    made: dict[str, Any] = maker.vectors()
    return made


def kept(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_the_vectors_are_what_the_package_gives_today(name: str, vectors: dict[str, Any]) -> None:
    assert list(vectors) == list(FILES)
    assert json.loads(json.dumps(vectors[name])) == kept(name), AGAIN


def test_the_answers_of_the_vectors_are_those_of_the_made_up_networks(maker: ModuleType) -> None:
    found = {path.name: path.read_bytes().decode("utf-8") for path in (VECTORS / "answers").iterdir()}
    assert found == maker.answer_files(), AGAIN


def test_the_vectors_try_what_matters() -> None:
    summary, coding = kept("summary.json"), kept("coding.json")
    account = summary["swot"]["account"]
    assert account["cells"] == account["answered"] + account["empty"] + account["rejected"]
    assert account["rejected"]
    assert account["empty"]
    assert any(not kept_out and themes for _, _, _, kept_out, themes in summary["swot"]["rounds"])
    assert {overdue for *_, overdue in summary["grrow"]["actions"]} == {True, False}
    assert {language for _, language, _ in coding} == set(LANGUAGES)
    assert {theme for _, _, codes in coding for theme, _ in codes} == set(load_codebook().ids)
    assert {rule.endswith(")") for _, _, codes in coding for _, rule in codes} == {True, False}, "rules with words, and with near"


def test_the_spreadsheets_of_the_vectors_hold_what_a_team_and_three_programs_make() -> None:
    books = {name: (account, items) for name, account, items in kept("books.json")}
    assert set(books) == {path.name for path in (VECTORS / "books").iterdir()}
    assert all(items or name == "swot-blank.xlsx" for name, (_, items) in books.items())
    assert sum(cells[3] for cells, _ in books.values()), "some say no action"
    assert {item[2] for _, items in books.values() for item in items} == {"swot", "grrow", "stafkaart"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_has_a_label_and_its_rules_in_both_languages(language: str) -> None:
    rules, book = browser_rules(language), load_codebook()
    assert rules["themes"] == {theme.id: theme.label(language) for theme in book.themes}
    for lang in LANGUAGES:
        assert [len(text.split(";")) for text in rules["rules"][lang]] == [3] * len(book.themes)
        words = [text.split(";")[0].split(",") for text in rules["rules"][lang]]
        assert words == [list(theme.rules[lang].words) for theme in book.themes], "no pattern holds a sign that parts them"


def test_a_rule_stands_in_the_data_as_it_is_written() -> None:
    rules = Rules(words=("goed|sterk team", "*overleg"), near=(Near("werk*", "samen", 4),), without=("los zand",))
    book = Codebook((Theme("team", {"nl": "Team"}, rules={"nl": rules}),))
    assert browser_rules("nl", book)["rules"] == {"nl": ["goed|sterk team,*overleg;werk* samen 4;los zand"], "en": [";;"]}


def test_words_with_a_meaning_come_along() -> None:
    rules = browser_rules("nl")
    for key, words in (("phases", PHASES), ("statuses", STATUS_WORDS)):
        assert {word: id_ for id_, some in rules[key].items() for word in some.split(",")} == words
    assert "nvt" in rules["nothing"].split(",")
    shapes = rules["iban"].split(" ")
    assert {"BEn12", "NLa4n10"} <= set(shapes)


@pytest.mark.parametrize(("language", "kilobytes"), [("nl", 14), ("en", 4)])
def test_the_rules_of_a_language_stay_small(language: str, kilobytes: int) -> None:
    text = json.dumps(browser_rules("nl")["rules"][language], ensure_ascii=False)
    assert len(gzip.compress(text.encode())) < kilobytes * 1024
