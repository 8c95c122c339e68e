"""Every reason in the code has its sentence in each language, with the same facts, and every sentence is used."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from copy import deepcopy
from string import Formatter

import pytest
import yaml

from learning_network.words import LANGUAGES
from learning_network.words.reasons import ORIGINAL, Reason, masked, reason_of, told
from learning_network.words.strings import FOLDER

PACKAGE = FOLDER.parent
SENTENCES = {
    language: yaml.safe_load((FOLDER / language / "reasons.yml").read_text(encoding="utf-8"))["reasons"]
    for language in sorted(path.parent.name for path in FOLDER.glob("*/reasons.yml"))
}

LISTS = ("reject", "remark", "Rejected", "Remark", "Listed", "list_cell", "_list", "_note", "Unreadable", "_Refused", "NoValue", "Doubt", "doubt", "ToCheck")  # fmt: skip
"""What puts a reason on a list, or raises one that gets there."""

FOREIGN = {"nl": "the this that were which with from and not read file", "en": "het een niet staat deze dit geen wordt naar vraag"}
"""Small words that no sentence of the language has."""


PARTS = {
    *("kind_spreadsheet", "kind_csv", "readers_and", "and_more", "heading_read_as", "meaning", "unknown_day"),
    *("place_date", "place_due_date", "place_row", "place_sheet", "in_response", "response_number"),
    *("other_factor", "factor_not_there", "factor_too_many", "other_order"),
}
"""What is no sentence, but a part of one, or a place."""


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call in our code: place, call, name of what is called."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
                yield f"{path.name}:{node.lineno}", node, name


REASONS = [(place, call) for place, call, name in calls() if name == "Reason"]


def forms(said: str | dict[str, str]) -> list[str]:
    return list(said.values()) if isinstance(said, dict) else [said]


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def key_of(call: ast.Call) -> str:
    return str(ast.literal_eval(call.args[0]))


def test_every_language_tells_reasons() -> None:
    assert set(SENTENCES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_and_the_words_name_the_same_reasons(language: str) -> None:
    assert {key_of(call) for _, call in REASONS} == SENTENCES[language].keys()


@pytest.mark.parametrize(("place", "call"), REASONS, ids=[f"{key_of(call)} {place}" for place, call in REASONS])
def test_a_reason_in_the_code_gives_the_facts_that_each_sentence_tells(place: str, call: ast.Call) -> None:
    """What another program said (`error`) is English, and stands in no other language."""
    given = {keyword.arg for keyword in call.keywords}
    for language, sentences in SENTENCES.items():
        said = sentences[key_of(call)]
        if isinstance(said, dict):
            assert list(said) == ["one", "other"], language
            assert "n" in given, f"{place}: a number chooses between one and other"
        for sentence in forms(said):
            told = facts(sentence) | ({"n"} if isinstance(said, dict) else set())
            assert told == given - ({"error"} if language != ORIGINAL else set()), f"{place} in {language}"


@pytest.mark.parametrize("key", SENTENCES["nl"])
def test_a_sentence_speaks_one_language(key: str) -> None:
    for language, foreign in FOREIGN.items():
        for sentence in forms(SENTENCES[language][key]):
            words = set(re.findall(r"[a-z]+", re.sub(r"\{\w+\}|'[^']*'|`[^`]*`", "", sentence).lower()))
            assert not words & set(foreign.split()), f"{language}: {sentence}"


@pytest.mark.parametrize("key", sorted(SENTENCES["nl"].keys() - PARTS))
def test_a_dutch_sentence_begins_and_ends_as_one(key: str) -> None:
    for sentence in forms(SENTENCES["nl"][key]):
        assert sentence[0].isupper() or sentence.startswith(("'", "{n} ")), sentence
        assert sentence.endswith((".", "?", "{hint}", "{how}")), sentence


@pytest.mark.parametrize("name", LISTS)
def test_no_list_gets_a_sentence_that_one_language_alone_has(name: str) -> None:
    said = [(place, call) for place, call, called in calls() if called == name]
    assert said, f"nothing is called {name} any more: take it off this list"
    for place, call in said:
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            texts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            words = [text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)]
            assert not any(" " in text.strip() for text in words), f"{place}: give a Reason, and its sentence to reasons.yml"


# what a reason does

HINT = Reason("not_in_list", said="duur", hint=Reason("did_you_mean", near="gratis"))
MORE = Reason("columns_not_read", columns=Reason("and_more", names=("'a'", "'b'"), n=3))
WORDS = Reason("column_twice_other", said={"nl": "gratis", "en": "free"})
MANY = (HINT, MORE, Reason("nobody_wrote"), Reason("no_date_read", n=1, row=4), Reason("place_sheet", sheet="Blad 1"), WORDS)


def test_a_reason_is_english_as_a_text_and_told_in_a_language() -> None:
    assert HINT == "'duur' is not in the list: did you mean 'gratis'?"
    assert told(HINT, "nl") == "'duur' staat niet in de lijst. Bedoel je 'gratis'?"
    assert told(MORE, "nl").startswith("Deze kolommen zijn niet gelezen: 'a', 'b' en nog 3. ")
    assert told(WORDS, "nl") == "Deze kolom staat er twee keer. In de eerste staat 'gratis', en dat telt."
    assert "'free'" in WORDS
    assert type(told(HINT, "nl")) is type(told(HINT, "en")) is str
    assert told("een kop van iemand", "nl") == "een kop van iemand"


def test_a_number_chooses_the_form() -> None:
    assert told(Reason("control_characters", n=1), "nl").startswith("Uit 1 vak ")
    assert told(Reason("control_characters", n=2), "nl").startswith("Uit 2 vakken ")


@pytest.mark.parametrize("reason", MANY, ids=[reason.key for reason in MANY])
def test_a_reason_survives_copies_and_data(reason: Reason) -> None:
    for copy in (deepcopy(reason), pickle.loads(pickle.dumps(reason)), reason_of(reason.as_data())):
        assert isinstance(copy, Reason)
        assert (copy, told(copy, "nl")) == (reason, told(reason, "nl"))


@pytest.mark.parametrize(
    "data",
    [None, "text", 3, [], {}, {"key": "no_such", "facts": {}}, {"key": "did_you_mean", "facts": {}}, {"key": 5, "facts": {"near": "x"}},
     {"key": "did_you_mean", "facts": {"near": None}}, {"key": "did_you_mean", "facts": {"near": {"key": "x"}}}, {"key": "did_you_mean", "facts": "x"},
     {"key": "nobody_wrote", "facts": {"self": "x"}}, {"key": "nobody_wrote", "facts": {"key": "x"}}],
)  # fmt: skip
def test_data_that_is_no_reason_is_none_of_ours(data: object) -> None:
    assert reason_of(data) is None


def test_data_without_end_is_none_of_ours() -> None:
    data: object = "x"
    for _ in range(500):
        data = {"key": "did_you_mean", "facts": {"near": data}}
    assert reason_of(data) is None


def test_what_is_personal_goes_from_the_facts_and_never_from_our_own_words() -> None:
    reason = Reason("field_not_known", said="bel Column", column="Mieke")
    hidden = masked(reason, lambda text: text.replace("Column", "[naam]").replace("Mieke", "[naam]").replace("no field", "[naam]"))
    assert hidden == "'bel [naam]' in column '[naam]' is no field that we know: write strengths, goal ... or a mapping"
    assert "bel Column" not in told(hidden, "nl")
    assert "Mieke" not in told(hidden, "nl")
    assert "gratis" not in told(masked(WORDS, lambda text: text.replace("gratis", "-")), "nl")
    assert "duur" not in told(masked(Reason("columns_not_read", columns=("'duur'",)), lambda text: text.replace("duur", "-")), "nl")
