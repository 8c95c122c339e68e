"""The rules of a summary as data for the page that summarises in the browser, so that page and command follow the same ones.

The codebook goes in as it is written, with its stars and bars, each list as one text; how the page reads it stands in
docs/assets/js/summary/match.js. Examples, definitions and what is switched off stay out.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby, product
from string import ascii_uppercase
from typing import Any

from learning_network.responses.answer_words import PHASES, STATUS_WORDS
from learning_network.responses.protection.numbers import iban_shape
from learning_network.responses.splitting import NOTHING
from learning_network.words import LANGUAGES

from .codebook import Codebook, Rules, load_codebook

LIST, PART = ",", ";"
"""What stands between the patterns of a list, and between words, near and not of a theme: no pattern holds them."""


def browser_rules(language: str, codebook: Codebook | None = None) -> dict[str, Any]:
    """All that the page asks: themes with their labels in this language, the rules of both languages, and words with a meaning."""
    book = codebook or load_codebook()
    return {
        "themes": {theme.id: theme.label(language) for theme in book.themes},
        "rules": {lang: [_written(theme.rules.get(lang, Rules())) for theme in book.themes] for lang in LANGUAGES},
        "nothing": LIST.join(sorted(NOTHING)),
        "phases": _by_meaning(PHASES),
        "statuses": _by_meaning(STATUS_WORDS),
        "iban": _iban_shapes(),
    }


def _written(rules: Rules) -> str:
    near = (f"{one.first} {one.second} {one.within}" for one in rules.near)
    return PART.join(LIST.join(part) for part in (rules.words, near, rules.without))


def _by_meaning(words: dict[str, str]) -> dict[str, str]:
    """Id -> the words that stand for it."""
    return {id_: LIST.join(word for word, meant in words.items() if meant == id_) for id_ in dict.fromkeys(words.values())}


@cache
def _iban_shapes() -> str:
    """Country and what follows its check digits: 'BEn12 NLa4n10'."""
    shapes = {country: iban_shape(country) for country in map("".join, product(ascii_uppercase, repeat=2))}
    return " ".join(
        country + "".join(f"{kind}{len(list(run))}" for kind, run in groupby(shape)) for country, shape in shapes.items() if shape
    )
