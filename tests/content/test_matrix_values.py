"""Cells of the matrix: what they say in either language becomes one value, and a value becomes words again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_network.content.loading import load
from learning_network.content.matrix_values import JOINT, NoValue, ValueReader, choices, in_words, value_word
from learning_network.content.models import LANGUAGES, UNKNOWN, Criterion
from learning_network.content.yaml_file import parse_yaml

HERE = Path(__file__).resolve().parent.parent
REAL = HERE.parent / "tools_matrix" / "criteria.yml"


@cache
def criterion(id_: str) -> Criterion:
    return load(HERE / "fixtures" / "project").criteria[id_]


@cache
def real() -> tuple[Criterion, ...]:
    """The criteria of the real project, whatever the state of its other files."""
    file, findings = parse_yaml(REAL.read_text(encoding="utf-8"), REAL.name)
    assert file is not None, findings
    return tuple(Criterion.model_validate(data) for data in file.data)


def read(id_: str, said: str) -> str:
    return ValueReader(criterion(id_))(said)


@pytest.mark.parametrize("said", ["papier", "paper", "Papier", " PAPER ", "papier.", "paper\t"])
def test_an_option_is_known_by_its_words_in_both_languages_and_by_its_id(said: str) -> None:
    assert read("form", said) == "paper"


def test_an_id_that_differs_from_its_words_is_known_too() -> None:
    assert [read("suits", said) for said in ("a-little", "een beetje", "A little", "een  beetje")] == ["a-little"] * 4


@pytest.mark.parametrize(
    "said",
    ["papier; online", "online;papier", "papier | online", "papier, online", "papier\nonline", "papier;\nonline;", "paper; online; papier"],
)
def test_several_answers_may_be_parted_in_many_ways_and_come_in_the_order_of_the_options(said: str) -> None:
    assert read("form", said) == "paper | online"


def with_commas() -> Criterion:
    """A criterion with an option that holds a comma."""
    texts = {"label": "x", "explanation": "x", "options": {"talk": "gesprek, zonder papier", "paper": "papier"}}
    english = {**texts, "options": {"talk": "talk, without paper", "paper": "paper"}, "translates": "nl-0"}
    width = {"screen": 8, "paper": 20}
    return Criterion.model_validate(
        {"id": "how", "type": "some-of", "options": ["talk", "paper"], "width": width, "nl": texts, "en": english}
    )


def test_a_comma_inside_an_option_parts_nothing() -> None:
    read_it = ValueReader(with_commas())
    assert read_it("gesprek, zonder papier") == "talk"
    assert read_it("papier; gesprek, zonder papier") == "talk | paper"
    assert read_it("gesprek, zonder papier;") == "talk"


@pytest.mark.parametrize(("said", "value"), [("ja", "yes"), ("JA.", "yes"), ("yes", "yes"), ("nee", "no"), ("No", "no")])
def test_yes_and_no_are_read_in_both_languages(said: str, value: str) -> None:
    assert read("tried", said) == value


@pytest.mark.parametrize("id_", ["form", "minutes", "tried", "suits", "use-when"])
@pytest.mark.parametrize("said", ["?", "unknown", "niet bekend", "Not known", " niet  bekend "])
def test_what_nobody_knows_is_unknown_in_every_column(id_: str, said: str) -> None:
    assert read(id_, said) == UNKNOWN


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("20", "20"),
        (" 20 min ", "20"),
        ("20 min.", "20"),
        ("20 minuten", "20"),
        ("1 minuut", "1"),
        ("20 Minutes", "20"),
        ("20'", "20"),
        ("20-30", "20-30"),
        ("20 - 30 min", "20-30"),
        ("20–30", "20-30"),
        ("20 tot 30 minuten", "20-30"),
        ("20 to 30 minutes", "20-30"),
        ("20 à 30", "20-30"),
        ("020-0030", "20-30"),
        ("20-20", "20"),
    ],
)
def test_minutes_are_read_in_many_forms(said: str, value: str) -> None:
    assert read("minutes", said) == value


@pytest.mark.parametrize("said", ["een uur", "0", "30-20", "-5", "20-", "1,5", "20 30", "20 uur", "99999", "tot 30", "20-30-40"])
def test_what_are_no_minutes_is_refused_with_what_to_write(said: str) -> None:
    with pytest.raises(NoValue, match=f"'{said}' are no minutes: write "):
        read("minutes", said)


def test_an_unknown_word_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(NoValue) as refused:
        read("form", "papierr")
    assert refused.value.reason == "'papierr' is not in the list: did you mean 'papier'?"
    with pytest.raises(NoValue, match="'klei' is not in the list"):
        read("form", "papier; klei")


def test_one_answer_where_one_is_asked() -> None:
    with pytest.raises(NoValue) as refused:
        read("suits", "goed; niet")
    assert refused.value.reason == "'goed; niet' is not one answer: write one of: well, a little, not at all"
    with pytest.raises(NoValue):
        read("tried", "ja en nee")
    with pytest.raises(NoValue):
        read("form", ";")


def test_a_text_stands_as_it_is_written() -> None:
    assert read("use-when", "  Bij een eerste\ngesprek; soms.  ") == "Bij een eerste\ngesprek; soms."


def test_a_value_is_told_in_the_words_of_a_language() -> None:
    assert in_words(criterion("form"), "paper | online", "nl") == "papier; online"
    assert in_words(criterion("form"), "any", "en") == "any form"
    assert in_words(criterion("tried"), "yes", "nl") == "ja"
    assert in_words(criterion("minutes"), "20-30", "nl") == "20-30"
    assert in_words(criterion("minutes"), UNKNOWN, "nl") == "niet bekend"
    assert in_words(criterion("suits"), UNKNOWN, "en") == "not known"


def test_an_option_that_is_no_longer_there_keeps_its_id() -> None:
    assert value_word(criterion("suits"), "perfectly", "nl") == "perfectly"


def test_there_is_something_to_choose_from_but_for_minutes_and_texts() -> None:
    assert choices(criterion("form"), "nl") == ["papier", "online", "alle vormen"]
    assert choices(criterion("tried"), "en") == ["yes", "no"]
    assert choices(criterion("minutes"), "nl") == choices(criterion("use-when"), "nl") == []


def values(one: Criterion) -> st.SearchStrategy[str]:
    """Canonical values of a criterion."""
    if one.type == "minutes":
        numbers = st.integers(1, 9999)
        known = st.tuples(numbers, numbers).map(lambda pair: "-".join(str(n) for n in sorted(set(pair))))
    elif one.type == "text":
        known = st.text(min_size=1).map(str.strip).filter(lambda text: text and not is_unknown(text))
    elif one.type == "yes-no":
        known = st.sampled_from(["yes", "no"])
    else:
        most = len(one.options) if one.type == "some-of" else 1
        ids = st.lists(st.sampled_from(one.options), min_size=1, max_size=most, unique=True)
        known = ids.map(lambda chosen: JOINT.join(sorted(chosen, key=one.options.index)))
    return known | st.just(UNKNOWN)


def is_unknown(text: str) -> bool:
    return " ".join(text.split()).casefold() in ("?", "unknown", "niet bekend", "not known")


@given(st.data())
def test_words_of_any_value_in_either_language_are_read_back_as_that_value(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(real()))
    canonical = data.draw(values(one))
    language = data.draw(st.sampled_from(LANGUAGES))
    reader = ValueReader(one)
    assert reader(in_words(one, canonical, language)) == canonical
    assert reader(canonical) == canonical


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_of_the_real_matrix_is_read_back(language: str) -> None:
    for one in real():
        reader = ValueReader(one)
        ids = ["yes", "no"] if one.type == "yes-no" else one.options
        assert [reader(word) for word in choices(one, language)] == ids
        if one.type == "some-of":
            assert reader(in_words(one, JOINT.join(ids), language)) == JOINT.join(ids)


@given(st.text())
def test_any_text_is_refused_or_gives_a_value_that_reads_as_itself(said: str) -> None:
    for id_ in ("form", "minutes", "tried", "suits"):
        try:
            value = read(id_, said)
        except NoValue:
            continue
        assert read(id_, value) == value
