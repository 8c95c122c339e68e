"""Finds items that say the same: exactly the same words are merged, what looks alike is only suggested, people decide.

Exact: the same letters and digits in the same order, whatever the capitals, accents, spaces and punctuation, in the same field of
the same instrument, by at least two respondents.

Suggested, never applied (near-duplicates are rare among real answers, and every looser rule that was tried merged what differs):
- the same stems in another order, at least two of them, stop words aside ("te weinig overleg", "overleg is er te weinig");
- or at most 8% of the letters differ, in texts of at least 13 letters that begin or end with the same six (typing errors).
Never when one of the two has a negation or a number that the other has not.

People: items of one group in decisions/merges.csv; what they decided about is in no other group.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

import numpy as np

from learning_network.responses.items import Items

from .folding import letters_in, words_of
from .stop_words import STOP_WORDS

Kind = Literal["exact", "suggested", "human"]

SLICE = 10_000
"""Texts that are folded at once."""

MOST_COMPARED = 10_000
"""Different texts that suggestions are looked for among, the first ones: nobody goes through the suggestions for more."""

LARGEST_BLOCK, NEXT_ONES = 100, 10
"""Texts that begin, or end, alike and are all compared with each other; of more, each with the next ten in the alphabet."""

LIKENESS = 0.92
SHORTEST = 13
"""Letters: one differing letter in twelve is already more than 8%."""

SAME = 6
"""Letters at the begin or the end that similar texts share."""

_NL = ("niet", "geen", "nooit", "niets", "niemand", "nergens", "zonder", "amper", "nauwelijks")
_EN = ("not", "no", "never", "nothing", "nobody", "without", "hardly", "dont", "doesnt", "cannot")
NEGATIONS = frozenset((*_NL, *_EN))


@dataclass(frozen=True)
class Merge:
    """An item in a group of items that say the same."""

    group_id: str
    item_id: str
    kind: Kind


def merges(items: Items, decided: Mapping[str, str] | None = None, language: str = "nl") -> list[Merge]:
    """All groups of at least two items, people's first, then exact ones, then suggested ones, each in the order of the items.

    decided: item_id -> group_id, as people decided. language: of the stems, where an item does not say its own.
    """
    decided = decided or {}
    found = list(_human(items, decided))
    free = [place for place, item_id in enumerate(items["item_id"]) if item_id not in decided] if decided else range(len(items))
    participants, responses, item_ids = items["participant"], items["response_id"], items["item_id"]

    def several(places: Iterable[int]) -> bool:
        return len({participants[place] or responses[place] for place in places}) > 1

    for key, places in _same_letters(items, free).items():
        if several(places):
            found += [Merge(f"e{_short(key)}", item_ids[place], "exact") for place in places]
    for texts in _alike(items, free, language):
        places = sorted(place for _, same in texts for place in same)
        if several(places):
            group = f"s{_short([key for key, _ in texts])}"
            found += [Merge(group, item_ids[place], "suggested") for place in places]
    return found


def count(merged: Sequence[Merge]) -> tuple[int, int]:
    """How many items say what another one says (exact ones and those that people put together), and how many groups are suggested."""
    sure = sum(1 for merge in merged if merge.kind != "suggested")
    return sure, len({merge.group_id for merge in merged if merge.kind == "suggested"})


def _human(items: Items, decided: Mapping[str, str]) -> Iterator[Merge]:
    if not decided:
        return
    sizes = Counter(decided[item_id] for item_id in items["item_id"] if item_id in decided)
    for item_id in items["item_id"]:
        if item_id in decided and sizes[decided[item_id]] > 1:
            yield Merge(decided[item_id], item_id, "human")


def _short(key: object) -> str:
    return hashlib.blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


Key = tuple[str, str, str]
"""Instrument, field, letters."""

_NO_SIGNS = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}


def letters_of(text: str) -> str:
    """The letters and digits of a text, folded, without anything between them."""
    return text.translate(_NO_SIGNS) if text.isascii() else "".join(words_of(text))


def _same_letters(items: Items, places: Sequence[int]) -> dict[Key, list[int]]:
    """Items with the same letters in the same field, where there are at least two. A number a text is kept, so that a million fit."""
    every, instruments, fields = items["text"], items["instrument"], items["field"]
    texts = every if isinstance(places, range) else [every[place] for place in places]
    parts = (texts[start : start + SLICE] for start in range(0, len(texts), SLICE))
    numbers = np.fromiter(map(hash, chain.from_iterable(map(letters_in, parts))), np.int64, len(texts))
    ordered = np.sort(numbers)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    groups: dict[Key, list[int]] = {}
    for n in np.flatnonzero(np.isin(numbers, twice)).tolist() if len(twice) else ():
        if letters := letters_of(texts[n]):
            place = places[n]
            groups.setdefault((instruments[place], fields[place], letters), []).append(place)
    return {key: same for key, same in groups.items() if len(same) > 1}


Text = tuple[Key, list[int]]
"""Items with the same letters."""


def _alike(items: Items, places: Sequence[int], language: str) -> Iterator[list[Text]]:
    """Groups of different texts that look alike: the first one, with those that look like it (and not like each other only)."""
    texts: dict[Key, list[int]] = {}
    for place in places:
        if len(texts) >= MOST_COMPARED:
            break
        if letters := letters_of(items["text"][place]):
            texts.setdefault((items["instrument"][place], items["field"][place], letters), []).append(place)
    every = list(texts.items())
    stems = _Stems(language)
    words = [words_of(items["text"][same[0]]) for _, same in every]
    langs = [items["lang"][same[0]] for _, same in every]
    marks = [frozenset(word for word in one if word in NEGATIONS or word.isdigit()) for one in words]
    cut = [stems.of(one, lang) for one, lang in zip(words, langs, strict=True)]
    pairs = {(one, other) for one, other in chain(_same_stems(every, cut), _nearly_same_letters(every)) if marks[one] == marks[other]}
    grouped: set[int] = set()
    partners: dict[int, list[int]] = {}
    for one, other in sorted(pairs):
        partners.setdefault(one, []).append(other)
    for one, others in partners.items():
        if one not in grouped and (new := [other for other in others if other not in grouped]):
            grouped.update([one, *new])
            yield [every[one], *(every[other] for other in new)]


Block = tuple[object, ...]


def _same_stems(every: Sequence[Text], stems: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Numbers of texts with the same stems, in any order: the first one, with each other one."""
    blocks: dict[Block, list[int]] = {}
    for number, ((instrument, field, _), _) in enumerate(every):
        if len(stems[number]) > 1:
            blocks.setdefault((instrument, field, stems[number]), []).append(number)
    for first, *others in blocks.values():
        yield from ((first, other) for other in others)


def _nearly_same_letters(every: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Numbers of texts that are similar and begin or end alike, the earlier one first."""
    for step in (1, -1):  # letters from the begin on, and from the end back
        blocks: dict[Block, list[tuple[str, int]]] = {}
        for number, ((instrument, field, letters), _) in enumerate(every):
            if len(letters) >= SHORTEST:
                turned = letters[::step]
                blocks.setdefault((instrument, field, turned[:SAME]), []).append((turned, number))
        for block in blocks.values():
            block.sort()
            reach = len(block) if len(block) <= LARGEST_BLOCK else NEXT_ONES
            for at, (letters, one) in enumerate(block):
                yield from ((min(one, n), max(one, n)) for other, n in block[at + 1 : at + 1 + reach] if similar(letters, other))


def similar(one: str, other: str) -> bool:
    """Whether at least 92% of the letters are the same: 1 - Levenshtein distance / letters of the longer one."""
    longest = max(len(one), len(other))
    most = int((1 - LIKENESS) * longest + 1e-9)
    if longest < SHORTEST or abs(len(one) - len(other)) > most:
        return False
    letters, others = Counter(one), Counter(other)
    if max((letters - others).total(), (others - letters).total()) > most:  # so many have to change, wherever they stand
        return False
    return _distance(one, other, most) <= most


def _distance(one: str, other: str, most: int) -> int:
    """Levenshtein distance, or more than `most`: only a band beside the diagonal is worked out."""
    far = most + 1
    before = [min(n, far) for n in range(len(other) + 1)]
    for i, sign in enumerate(one, 1):
        first, last = max(1, i - most), min(len(other), i + most)
        now = [far] * (len(other) + 1)
        now[0] = min(i, far)
        for j in range(first, last + 1):
            now[j] = min(before[j - 1] + (sign != other[j - 1]), before[j] + 1, now[j - 1] + 1, far)
        if min(now[first - 1 : last + 1]) >= far:
            return far
        before = now
    return before[len(other)]


class _Stems:
    """The stems of texts, each word stemmed once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, dict[str, str]] = {}
        self._stem: dict[str, Callable[[str], str]] = {}

    def of(self, words: Sequence[str], lang: str) -> tuple[str, ...]:
        """The stems of a text, sorted, without stop words."""
        language = lang if lang in STOP_WORDS else self._language
        if language not in self._stem:
            self._stem[language] = stemmer(language)
        known, stop = self._known.setdefault(language, {}), STOP_WORDS[language]
        for word in words:
            if word not in known and word not in stop:
                known[word] = self._stem[language](word)
        return tuple(sorted(known[word] for word in words if word not in stop))


def stemmer(language: str) -> Callable[[str], str]:
    """Snowball's stemmer of nl or en."""
    import snowballstemmer  # reads the rules of its languages: only where stems are asked for

    stem: Callable[[str], str] = snowballstemmer.stemmer({"nl": "dutch", "en": "english"}[language]).stemWord
    return stem
