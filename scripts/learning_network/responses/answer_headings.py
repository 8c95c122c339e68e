"""Knows what a heading above answers means, in Dutch, English, German and French.

A meaning is a word: a field of an instrument (`swot.strengths`), a part of an action (`owner_role`), something about the
response (`organisation`), or NOT_USED for what form tools add. The words themselves stand in heading_words.py.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from learning_network.words import LANGUAGES

from .heading_words import EXACT, IN_QUESTIONS, IN_SENTENCES, LETTERS, NOT_USED, OUR_IDS, QUESTION_STARTS
from .items import FIELDS

ABOUT = ("response", "name", "email", "organisation", "team", "role", "phase", "round", "answered_on", "lang")
"""What a column can say about a response."""

ACTION_PARTS = ("owner_role", "due_on", "status", "first_step")
"""What a column can say about the action beside it."""

LONG_PARTS = ("field", "text", "instrument", "weight")
"""Columns of a table with one item a row. A weight can also stand beside the answers of a wide table."""

MEANINGS = (*ABOUT, *ACTION_PARTS, *LONG_PARTS, NOT_USED)


@dataclass(frozen=True)
class Meaning:
    """What a heading means. `sure`: the whole heading is known, not only a word in it. `langs`: the languages it may be in."""

    means: str
    sure: bool = True
    langs: tuple[str, ...] = ()

    @property
    def is_answer(self) -> bool:
        return "." in self.means


@lru_cache(maxsize=8192)
def plain(heading: str) -> str:
    """A heading to compare by: no tags, entities, {placeholders}, numbers before it or marks behind it; small letters, single spaces."""
    text = html.unescape(html.unescape(heading)) if "&" in heading else heading
    text = re.sub(r"<[^<>]{0,200}>|\{[^{}]{0,100}\}", " ", text)
    text = re.sub("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]", "", text)
    text = " ".join(text.split()).strip(" :*?!.…-–_").casefold()
    return re.sub(r"^(?:(?:vraag|question|frage|q|v|f)\s?\d{1,2}|\d{1,2})\s*[.):]\s*", "", text).strip()


def _known() -> dict[str, Meaning]:
    found: dict[str, dict[str, list[str]]] = {}
    for means, by_language in EXACT.items():
        for language, words in by_language.items():
            for word in words:
                found.setdefault(plain(word), {}).setdefault(means, []).append(language)
    known = {word: Meaning(next(iter(said)), True, tuple(next(iter(said.values())))) for word, said in found.items()}
    ids = {id_: Meaning(means) for id_, means in OUR_IDS.items()}  # ids are of no language
    return known | {plain(id_): meaning for id_, meaning in ids.items()}


_KNOWN = _known()
_SENTENCES = {means: {lang: re.compile("|".join(words)) for lang, words in by.items() if words} for means, by in IN_SENTENCES.items()}
_QUESTIONS = {means: re.compile(words) for means, words in IN_QUESTIONS.items()}
_STARTS = re.compile(QUESTION_STARTS)
_BRACKETS = re.compile(r"\s*(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\])")
_COUNTED = re.compile(r"[\s_-]*#?\d{1,2}$")


@lru_cache(maxsize=8192)
def meaning(heading: str) -> Meaning | None:
    """What a heading means; None when we do not know, or when it may be two things."""
    said = plain(heading)
    if not said:
        return None
    for form in _forms(said):
        if form in _KNOWN:
            return _KNOWN[form]
    hits = [(means, lang) for means, by in _SENTENCES.items() for lang, words in by.items() if words.search(said)]
    if hits:
        fields = sorted({means for means, _ in hits})
        return Meaning(fields[0], False, tuple(sorted({lang for _, lang in hits}))) if len(fields) == 1 else None
    if _STARTS.match(said) and len(said.split()) <= 10:
        places = [(match.start(), means) for means, words in _QUESTIONS.items() if (match := words.search(said))]
        return Meaning(min(places)[1], False) if places else None
    return None


def _forms(said: str) -> Iterable[str]:
    """The heading itself, and without what people and tools put round it: brackets, a number, a code before it."""
    for base in dict.fromkeys((said, said.replace("_", " "))):
        yield base
        for form in (_BRACKETS.sub("", base).strip(" :"), _COUNTED.sub("", base), base.partition(". ")[2], base.partition(" - ")[0]):
            if form and form != base:
                yield form
                yield _COUNTED.sub("", form)


def label(text: str) -> str:
    """The field (`swot.strengths`) that a cell names when the cell is a label and nothing else; else empty."""
    if len(text) > 90:
        return ""
    found = meaning(text) if plain(text) else None
    return found.means if found and found.sure and found.is_answer else ""


def in_words(means: str) -> dict[str, str]:
    """Language of our reports -> the first word that people write above what means this."""
    return {language: EXACT[means][language][0] for language in LANGUAGES}


def field_of(value: str, instrument: str = "") -> tuple[str, str] | None:
    """Instrument and field that a cell of a column 'field' names; None when it names none.

    Within an instrument that is not ours to summarise, every name is a field: its questions have ids of their own.
    """
    said = plain(value)
    if instrument and instrument not in FIELDS:
        return (instrument, value.strip()) if said else None
    for kind in [instrument] if instrument else list(FIELDS):
        if said in FIELDS[kind] or f"{kind}.{said}" in OUR_IDS.values():
            return kind, said
    letters = [kind for kind in ([instrument] if instrument else ["swot"]) if said in LETTERS.get(kind, {})]
    if letters:
        return letters[0], LETTERS[letters[0]][said]
    found = meaning(value)
    if not found or not found.is_answer:
        return None
    kind, _, name = found.means.partition(".")
    return (kind, name) if not instrument or kind == instrument else None


def meanings(headings: Sequence[str], instrument: str = "") -> list[Meaning | None]:
    """What the headings of one table mean, seen together.

    S, W, O and T are fields when all four are there. A word in a sentence that belongs to another instrument than most of the
    headings that are sure does not count ('chances' in a plan). instrument: says which it is.
    """
    found = [meaning(heading) for heading in headings]
    letters = {plain(heading) for heading in headings}
    for words in ("swot", "szkb", "sckb"):
        if set(words) <= letters:
            found = [
                Meaning(f"swot.{LETTERS['swot'][p]}") if (p := plain(h)) in words and len(p) == 1 else f
                for h, f in zip(headings, found, strict=True)
            ]
    kinds = Counter(m.means.partition(".")[0] for m in found if m and m.is_answer and m.sure) or Counter(
        m.means.partition(".")[0] for m in found if m and m.is_answer
    )
    kind = instrument if instrument in FIELDS else next((k for k, _ in kinds.most_common(1)), "")
    return [None if m and m.is_answer and not m.sure and not m.means.startswith(f"{kind}.") else m for m in found]


def language(found: Iterable[Meaning | None]) -> str:
    """The language that most of the headings are in; empty when they do not tell."""
    votes: Counter[str] = Counter()
    for meaning_ in found:
        if meaning_ and meaning_.langs:
            votes.update(dict.fromkeys(meaning_.langs, 1.0 / len(meaning_.langs)))
    best = sorted(votes.items(), key=lambda item: (-item[1], ("nl", "en", "de", "fr").index(item[0])))
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else ""
