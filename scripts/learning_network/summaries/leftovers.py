"""Items without a theme: all of them, with the words and word pairs that come back, so that people see what the codebook misses.

No clusters: automatic ones change with the seed. What occurs in one item only is not shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from learning_network.responses.items import Items
from learning_network.responses.protection import MARK

from .folding import words_of
from .merging import stemmer
from .stop_words import STOP_WORDS
from .summary import Leftovers, Quotation

MOST_ITEMS = 5_000
MOST_STEMS, MOST_PAIRS = 40, 20

MOST_COUNTED = 20_000
"""Items in which words are counted: of more, this many, spread evenly over them."""

MOST_STEMMED = 5_000
"""Different words that are brought to their stem, the most frequent ones; the others come back by themselves."""

SHORTEST = 3
"""Letters of a word that is shown."""

_SHOWN = re.compile(r"[^\W_]+(?:['’`´‘][^\W_]+)*")


def leftovers(items: Items, places: Sequence[int], language: str = "nl", most: int = MOST_ITEMS) -> Leftovers:
    """What stands at these places of the table, and what comes back there, counted by items.

    language: whose stems and stop words hold for an item that does not say its own. most: items that are listed.
    """
    ids, fields, texts, langs = items["item_id"], items["field"], items["text"], items["lang"]
    counted = _spread(places, MOST_COUNTED)
    cut = [(_known_language(langs[place], language), words_of(_unmarked(texts[place]))) for place in counted]
    stems = _stems(cut)
    items_with: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    forms: dict[str, Counter[str]] = {}
    pair_forms: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    for lang, words in cut:
        known = stems[lang]
        items_with.update({known[word] for word in words if word in known})
        for word in words:
            if word in known:
                forms.setdefault(known[word], Counter())[word] += 1
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for one, other in pairwise(words):
            if one in known and other in known and known[one] != known[other]:
                found.setdefault((known[one], known[other]), (one, other))
        pairs.update(found.keys())
        for pair, form in found.items():
            pair_forms.setdefault(pair, Counter())[form] += 1
    top_stems = _top({_commonest(forms[stem]): n for stem, n in items_with.items() if n > 1}, MOST_STEMS)
    top_pairs = _top({_commonest(pair_forms[pair]): n for pair, n in pairs.items() if n > 1}, MOST_PAIRS)
    wanted = {form for form, _ in top_stems} | {word for pair, _ in top_pairs for word in pair}
    written = _as_written(wanted, (texts[place] for place in counted))
    return Leftovers(
        items=tuple(Quotation(ids[place], fields[place], texts[place]) for place in places[:most]),
        total=len(places),
        stems=tuple((written.get(form, form), n) for form, n in top_stems),
        pairs=tuple((" ".join(written.get(word, word) for word in pair), n) for pair, n in top_pairs),
    )


def _unmarked(text: str) -> str:
    """A text without the marks of what was masked: nobody wrote those."""
    return MARK.sub(" ", text) if "[" in text else text


def _spread(places: Sequence[int], most: int) -> Sequence[int]:
    if len(places) <= most:
        return places
    return [places[n * len(places) // most] for n in range(most)]


def _known_language(lang: str, language: str) -> str:
    return lang if lang in STOP_WORDS else language


def _stems(cut: Iterable[tuple[str, Sequence[str]]]) -> dict[str, dict[str, str]]:
    """language -> word -> stem, of the words that may be shown."""
    frequent: dict[str, Counter[str]] = {}
    for lang, words in cut:
        frequent.setdefault(lang, Counter()).update(words)
    stems: dict[str, dict[str, str]] = {}
    for lang, counter in frequent.items():
        stop, stem = STOP_WORDS[lang], stemmer(lang)
        shown = [word for word in counter if len(word) >= SHORTEST and word not in stop and not word.isdigit()]
        shown.sort(key=lambda word: (-counter[word], word))
        stems[lang] = {word: stem(word) if n < MOST_STEMMED else word for n, word in enumerate(shown)}
    return stems


def _commonest(forms: Counter) -> object:
    """The form that is written most; of equal ones the first in the alphabet."""
    return min(forms, key=lambda form: (-forms[form], form))


def _top(counts: Mapping, most: int) -> list[tuple]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:most]


def _as_written(wanted: set[str], texts: Iterable[str]) -> dict[str, str]:
    """How these folded words are first written, in small letters: collegas -> collega's."""
    written: dict[str, str] = {}
    for text in texts:
        if len(written) == len(wanted):
            break
        for shown in _SHOWN.findall(text.lower()):
            folded = "".join(words_of(shown))
            if folded in wanted:
                written.setdefault(folded, shown)
    return written
