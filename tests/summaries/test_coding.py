"""Coding: which rules apply to a text, told by the rules of the module's docstring."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learning_network.summaries.bulk import codes_of_many
from learning_network.summaries.codebook import Codebook, Near, Rules, Theme, load_codebook
from learning_network.summaries.coding import Coder
from learning_network.summaries.folding import words_of
from learning_network.summaries.matching import Matcher


def book(**rules: Rules) -> Codebook:
    """One theme per name, with rules for Dutch."""
    return Codebook(tuple(Theme(id_, {"nl": id_}, rules={"nl": one}) for id_, one in rules.items()))


def rule(text: str, **lists: tuple[object, ...]) -> str | None:
    """The rule that applies to a text, in a codebook of one theme."""
    return dict(Coder(book(a=Rules(**lists)), "nl").codes([text])[0]).get("a")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Coördinatie, één ENKELE keer!", ["coordinatie", "een", "enkele", "keer"]),
        ("collega's, foto’s en auto`s", ["collegas", "fotos", "en", "autos"]),
        ("'zo doen we dat'", ["zo", "doen", "we", "dat"]),
        ("ggz-team / e-mail_adres", ["ggz", "team", "e", "mail", "adres"]),
        ("0,2 vte in 2027", ["0", "2", "vte", "in", "2027"]),
        ("sa\u00admen\u200bwerking", ["samenwerking"]),
        ("ﬁnanciering van 5 m²", ["financiering", "van", "5", "m2"]),
        ("e\u0301e\u0301n", ["een"]),
        ("Ünïcødé Ω Привет", ["unicøde", "ω", "привет"]),
        ("... ! \u00a0\t\n", []),
    ],
)
def test_a_text_is_folded_and_cut_into_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("pattern", "hit", "missed"),
    [
        ("overleg", "Veel overleg", "teamoverleg"),
        ("samenwerk*", "Samenwerkingsverband", "we werken samen"),
        ("*overleg", "het TEAMOVERLEG", "overleggen"),
        ("*vertrouw*", "wantrouwen en onvertrouwd", "trouw"),
        ("één", "een", "geen"),
        ("collega's", "mijn collega’s", "collega"),
        ("eigen regie", "meer eigen regie", "regie over eigen leven"),
        ("eigen doel*", "eigen doelen", "eigen grote doelen"),
        ("goed|sterk team", "een sterk team", "een team dat sterk is"),
    ],
)
def test_a_pattern_fits_words(pattern: str, hit: str, missed: str) -> None:
    assert rule(hit, words=(pattern,)) is not None
    assert rule(missed, words=(pattern,)) is None


def test_the_rule_is_named_with_the_word_that_it_found_of_several() -> None:
    assert rule("een sterk team", words=("goed|sterk team|ploeg",)) == "sterk team"
    assert rule("ze stemmen goed af", near=(Near("stem|stemmen", "af", 5),)) == "stemmen near af (5)"


@pytest.mark.parametrize(
    ("text", "applies"),
    [
        ("werken goed samen", True),
        ("samen, en goed: werken", True),
        ("werken a b c samen", True),
        ("werken a b c d samen", False),
        ("werken", False),
        ("samen werken a b c d e f g h", True),
        ("werken a b c d e f g samen a b werken", True),
    ],
)
def test_two_words_are_near_each_other_in_either_order(text: str, applies: bool) -> None:
    assert (rule(text, near=(Near("werk*", "samen", 4),)) is not None) == applies


def test_near_takes_two_words_and_not_one_word_twice() -> None:
    near = (Near("werk*", "*team", 3),)
    assert rule("werkteam", near=near) is None
    assert rule("werkteam en werkteam", near=near) is not None


def test_what_a_theme_does_not_see_takes_a_hit_away() -> None:
    lists = {"words": ("*middel*", "verloop"), "without": ("geneesmiddel*", "het verloop van")}
    assert rule("De geneesmiddelen liggen klaar", **lists) is None
    assert rule("Geneesmiddelen en hulpmiddelen", **lists) == "*middel*"
    assert rule("Het verloop van de dag", **lists) is None
    assert rule("Het verloop van de dag, en veel verloop", **lists) == "verloop"


def test_what_a_theme_does_not_see_is_not_near_anything_either() -> None:
    lists = {"near": (Near("vraag*", "door", 3),), "without": ("vraag naar",)}
    assert rule("vraag verder door", **lists) is not None
    assert rule("vraag naar door", **lists) is None
    assert rule("door vraag naar, dan vraag", near=(Near("vraag*", "door", 6),), without=("vraag naar",)) is not None


def test_what_one_theme_does_not_see_another_does() -> None:
    codes = Coder(book(a=Rules(words=("*middel*",), without=("geneesmiddel*",)), b=Rules(words=("genees*",))), "nl")
    assert codes.codes(["geneesmiddelen"]) == [(("b", "genees*"),)]


def test_themes_come_in_the_order_of_the_codebook_each_with_the_first_rule_that_applies() -> None:
    coder = Coder(book(a=Rules(words=("zon", "*ee"), near=(Near("zon", "zee", 3),)), b=Rules(words=("zon",))), "nl")
    assert coder.codes(["zee en zon", "zee", "maan"]) == [(("a", "zon"), ("b", "zon")), (("a", "*ee"),), ()]


def test_a_text_is_coded_in_its_own_language_and_else_in_that_of_the_coder() -> None:
    theme = Theme("time", {"nl": "Tijd"}, rules={"nl": Rules(words=("tijd",)), "en": Rules(words=("time",))})
    texts = ["tijd", "tijd", "time", "time", "tijd"]
    codes = Coder(Codebook((theme,)), "nl").codes(texts, ["nl", "en", "en", "fr", ""])
    assert [bool(one) for one in codes] == [True, False, True, False, True]


def test_a_very_long_answer_is_coded_without_comparing_every_pair_of_words() -> None:
    words = 200_000
    near = (Near("vraag", "door", 1),)
    assert rule("vraag " * words + "en " + "door " * words, near=near) is None
    assert rule("vraag " * words + "door " * words, near=near) is not None


def test_words_that_are_forgotten_and_met_again_give_the_same_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"woord{n} werken goed samen en het verloop van {n}" for n in range(40)]
    before = Coder(load_codebook(), "nl").codes(texts)
    monkeypatch.setattr("learning_network.summaries.matching.MOST_WORDS", 3)
    assert Coder(load_codebook(), "nl").codes(texts) == before


# held against the rules as they are told, followed slowly

WORDS = ("zee", "zeehond", "hond", "honden", "hond's", "Ezel", "wezel")
PATTERNS = ("zee", "hond*", "*ezel", "*eze*", "zee|hond")


def slowly(text: str, rules: Rules) -> str | None:
    """The rules of the docstring, word for word."""
    words = words_of(text)

    def fits(pattern: str, word: str) -> bool:
        core = pattern.strip("*")
        if pattern.startswith("*") and pattern.endswith("*"):
            return core in word
        return word.endswith(core) if pattern.startswith("*") else word.startswith(core) if pattern.endswith("*") else word == core

    def spelled_out(text: str) -> list[list[str]]:
        made: list[list[str]] = [[]]
        for pattern in text.split():
            made = [[*one, choice] for one in made for choice in pattern.split("|")]
        return made

    def runs(patterns: list[str]) -> list[set[int]]:
        starts = range(len(words) - len(patterns) + 1)
        found = [start for start in starts if all(fits(pattern, words[start + n]) for n, pattern in enumerate(patterns))]
        return [set(range(start, start + len(patterns))) for start in found]

    hidden = {place for text in rules.without for one in spelled_out(text) for run in runs(one) for place in run}
    for text in rules.words:
        for one in spelled_out(text):
            if any(not run & hidden for run in runs(one)):
                return " ".join(one)
    for near in rules.near:
        for first in near.first.split("|"):
            for second in near.second.split("|"):
                places = [place for place in range(len(words)) if place not in hidden]
                if any(fits(first, words[a]) and fits(second, words[b]) and 0 < abs(a - b) <= near.within for a in places for b in places):
                    return str(Near(first, second, near.within))
    return None


pattern = st.sampled_from(PATTERNS)
phrase = st.lists(pattern, min_size=1, max_size=3).map(" ".join)


@given(
    text=st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    words=st.lists(phrase, max_size=2),
    near=st.lists(st.builds(Near, pattern, pattern, st.integers(1, 3)), max_size=2),
    without=st.lists(phrase, max_size=2),
)
@example(text="zee zee", words=["zee zee"], near=[], without=["zee zee zee"])
@example(text="zee ezel", words=["zee"], near=[], without=["*ezel", "zee *ezel"])
def test_the_quick_way_gives_what_the_rules_say(text: str, words: list[str], near: list[Near], without: list[str]) -> None:
    rules = Rules(tuple(words), tuple(near), tuple(without))
    assert dict(Coder(book(a=rules), "nl").codes([text])[0]).get("a") == slowly(text, rules)


@given(
    texts=st.lists(st.one_of(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.text(max_size=5)), min_size=1, max_size=6),
    words=st.lists(phrase, max_size=2),
    near=st.lists(st.builds(Near, pattern, pattern, st.integers(1, 3)), max_size=2),
    without=st.lists(phrase, max_size=2),
)
def test_many_texts_at_once_get_the_codes_that_each_gets_alone(
    texts: list[str], words: list[str], near: list[Near], without: list[str]
) -> None:
    rules = [("a", Rules(tuple(words), tuple(near), tuple(without))), ("b", Rules(("zee", "zee hond*")))]
    assert codes_of_many(Matcher(rules), texts) == Matcher(rules).codes(texts)


@given(st.lists(st.text(), max_size=5))
def test_any_text_is_coded_and_no_text_changes_the_codes_of_another(texts: list[str]) -> None:
    coder = OURS
    together = coder.codes(texts)
    assert together == [coder.codes([text])[0] for text in texts]


OURS = Coder(load_codebook(), "nl")


def test_the_traps_of_plain_word_search_are_avoided() -> None:
    texts = ["De geneesmiddelen staan klaar", "Het verloop van het gesprek", "De geldende afspraken", "Een mooi ecosysteem", "Enorm fijn"]
    traps = ["tools-and-methods", "staffing-and-turnover", "funding", "records-and-ict", "policy-and-regulation"]
    for codes, trap in zip(OURS.codes(texts), traps, strict=True):
        assert trap not in dict(codes)


def test_modules_for_coding_import_nothing_heavy() -> None:
    import subprocess
    import sys

    script = (
        "import sys; from learning_network.summaries.coding import Coder; from learning_network.summaries.codebook import load_codebook; "
    )
    script += "Coder(load_codebook(), 'nl').codes(['overleg']); print(sorted({'pandas', 'pydantic', 'snowballstemmer'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parent)
    assert result.stdout.strip() == "[]"
