"""Why something was left out, and what people should know of a file: a sentence that a report tells in its own language.

The sentences stand in <language>/reasons.yml; the code gives the name of what is wrong, and its facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import overload

from .strings import FOLDER, Strings, read_words

ORIGINAL = "en"
"""The language of the command line."""

QUOTED = "'{%s}'"
"""How a sentence quotes a fact."""

Fact = str | int | tuple[str, ...] | Mapping[str, str]
"""What is filled in: a text, a number, another reason, several texts with commas between them, or a word of each language."""


class Reason(str):
    """A sentence: as a text it is English, as the command line is; told() gives it in the language of a report.

    Whatever makes another text of it (an f-string, strip, a join) leaves the English sentence alone.
    """

    __slots__ = ("facts", "key")
    key: str
    """Of reasons.yml."""
    facts: dict[str, Fact]
    """Placeholder -> what stands there. A number `n` chooses between `one` and `other`."""

    def __new__(cls, key: str, /, **facts: Fact) -> Reason:
        """Raises KeyError for what stands in no reasons.yml, or lacks a fact."""
        return _made(key, facts) if facts else _bare(key)

    def __reduce__(self) -> tuple[Callable[..., Reason], tuple[str, dict[str, Fact]]]:
        return _made, (self.key, self.facts)

    def in_language(self, language: str) -> str:
        return _sentence(language, self.key, self.facts)

    def as_data(self) -> dict[str, object]:
        """What reason_of() makes the reason of again; JSON holds it."""
        return {"key": self.key, "facts": {name: _as_data(fact) for name, fact in self.facts.items()}}

    def mapped(self, change: Callable[[str], str]) -> Reason:
        """The same reason with every text among its facts changed, also in the reasons that are part of it."""
        return _made(self.key, {name: _changed(fact, change) for name, fact in self.facts.items()}) if self.facts else self

    def shortened(self, cut: Callable[[str], str]) -> Reason:
        """The same reason with the texts changed that it quotes."""
        if not self.facts:
            return self
        sentence = str(_words(ORIGINAL).raw(self.key))
        return _made(self.key, {name: _shorter(fact, QUOTED % name in sentence, cut) for name, fact in self.facts.items()})


def told(reason: str, language: str) -> str:
    """A reason in a language. A text that is no reason of ours (somebody's heading, a line of an older file) stays as it is."""
    return reason.in_language(language) if isinstance(reason, Reason) else reason


def reason_of(data: object, depth: int = 3) -> Reason | None:
    """The reason that as_data() gave; None for anything else. Never raises: the data comes from a file that anybody may have changed."""
    if not isinstance(data, dict) or not isinstance(facts := data.get("facts"), dict) or not depth:
        return None
    try:
        reason = _made(str(data.get("key")), {str(name): _fact_of(fact, depth - 1) for name, fact in facts.items()})
    except (KeyError, TypeError, ValueError):
        return None
    return reason if facts or "{" not in reason else None


@overload
def masked(text: Reason, mask: Callable[[str], str]) -> Reason: ...


@overload
def masked(text: str, mask: Callable[[str], str]) -> str: ...


def masked(text: str, mask: Callable[[str], str]) -> str:
    """A text in which `mask` hides what is personal: of a reason only in its facts, as its own words are ours."""
    return text.mapped(mask) if isinstance(text, Reason) else mask(text)


def _made(key: str, facts: dict[str, Fact]) -> Reason:
    made = str.__new__(Reason, _sentence(ORIGINAL, key, facts))
    made.key, made.facts = key, facts
    return made


@cache
def _bare(key: str) -> Reason:
    return _made(key, {})


@cache
def _words(language: str) -> Strings:
    """These sentences alone: to read one file of answers does not ask for the words of a whole site."""
    return Strings(language, read_words(FOLDER / language / "reasons.yml")["reasons"])


def _sentence(language: str, key: str, facts: dict[str, Fact]) -> str:
    return _words(language)(key, **{name: _in_words(fact, language) for name, fact in facts.items()})


def _in_words(fact: Fact, language: str) -> str | int:
    if fact.__class__ is str or isinstance(fact, int):
        return fact
    if isinstance(fact, Mapping):
        return fact[language] if language in fact else ", ".join(fact.values())
    return ", ".join(told(one, language) for one in fact) if isinstance(fact, tuple) else told(fact, language)


def _as_data(fact: Fact) -> object:
    if isinstance(fact, tuple):
        return [_as_data(one) for one in fact]
    if isinstance(fact, Mapping):
        return {"words": dict(fact)}
    return fact.as_data() if isinstance(fact, Reason) else fact


def _fact_of(data: object, depth: int) -> Fact:
    """Raises ValueError for what no fact can be."""
    if isinstance(data, list):
        return tuple(one if isinstance(one, str) else reason_of(one, depth) or "" for one in data)
    if isinstance(data, dict) and isinstance(words := data.get("words"), dict):
        return {str(language): str(word) for language, word in words.items()}
    fact = data if isinstance(data, (str, int)) else reason_of(data, depth)
    if fact is None:
        raise ValueError("this is no fact of a reason")
    return fact


def _changed(fact: Fact, change: Callable[[str], str]) -> Fact:
    if isinstance(fact, int):
        return fact
    if isinstance(fact, Mapping):
        return {language: change(word) for language, word in fact.items()}
    return tuple(masked(one, change) for one in fact) if isinstance(fact, tuple) else masked(fact, change)


def _shorter(fact: Fact, quoted: bool, cut: Callable[[str], str]) -> Fact:
    if isinstance(fact, Reason):
        return fact.shortened(cut)
    return _changed(fact, cut) if quoted and isinstance(fact, (str, Mapping)) else fact
