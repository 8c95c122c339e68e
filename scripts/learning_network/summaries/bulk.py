"""Codes very many texts at once, word by word in whole arrays: the same codes as Matcher.codes() gives, in a third of its time.

Words that bring the same are of one kind. First each text becomes the kinds of its words; then what each two kinds can mean when they
stand some places apart is worked out once for all texts (`_Tables.link`), so that of the many words of which rules over several words
are made only those are looked at that do stand together.

A place is the number of a word in a slice of texts, in which a word of the kind END_OF_TEXT stands between two texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from .codes import AllCodes
from .folding import END, words_in
from .matching import MOST_WORDS, Matcher, Several, Word
from .numbers import Numbers

Flags = NDArray[np.bool_]

FEWEST = 5_000
"""Texts from which on the tables are worth making."""

LETTERS = 50_000
"""Letters of the texts that are cut into words at once: few, so that their words stay in the cache of the processor."""

SLICE = 100_000
"""Words that are looked at at once."""

MOST_KINDS = 2_500
"""More would make the tables too large; our codebook has some 800."""

WIDEST = 31
"""Places apart that the tables can tell."""

NOTHING, END_OF_TEXT = 0, 1


def codes_of_many(matcher: Matcher, texts: Sequence[str]) -> AllCodes | None:
    """The codes of each text; None where the tables would be too large."""
    kinds = _Kinds(matcher)
    parts = [kinds.of(texts[start:end]) for start, end in _slices(np.fromiter(map(len, texts), np.int64, len(texts)), LETTERS)]
    every = [several for group in matcher.several.values() for several in group]
    if len(kinds.words) > MOST_KINDS or any(several.within > WIDEST for several in every) or not every:
        return None
    tables = _Tables(matcher, kinds.words)
    found: list[tuple[Numbers, Numbers]] = []
    every_word = np.concatenate(parts)
    ends = np.flatnonzero(every_word == END_OF_TEXT)
    for first, last in _slices(np.diff(ends, prepend=-1), SLICE):
        start = int(ends[first - 1]) + 1 if first else 0
        found.append(tables.rules_of(every_word[start : int(ends[last - 1]) + 1], last - first))
    rules, sizes = (np.concatenate(column) for column in zip(*found, strict=True))
    return AllCodes(matcher.answers, sizes, rules)


def _slices(sizes: Numbers, most: int) -> Iterator[tuple[int, int]]:
    """First and last of things that stand behind each other and are about so large together."""
    numbers = np.cumsum(sizes) // most
    edges = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(sizes)]
    yield from ((start, end) for start, end in pairwise(edges) if start < end)


class _Kinds(dict[str, int]):
    """Word -> its kind; kinds are the places in `words`."""

    def __init__(self, matcher: Matcher) -> None:
        super().__init__({END: END_OF_TEXT})
        self._matcher = matcher
        self._numbers: dict[Word, int] = {}
        self.words: list[Word | None] = [None, None]

    def __missing__(self, word: str) -> int:
        brought = self._matcher.word(word)
        number = NOTHING
        if brought:
            number = self._numbers.setdefault(brought, len(self.words))
            if number == len(self.words):
                self.words.append(brought)
        self[word] = number
        return number

    def of(self, texts: Sequence[str]) -> NDArray[np.int32]:
        """The kinds of all words of these texts; each text ends with END_OF_TEXT."""
        words = words_in(texts)
        words.append(END)
        found = np.fromiter(map(self.__getitem__, words), np.int32, len(words))
        if len(self) > MOST_WORDS:
            self.clear()
            self[END] = END_OF_TEXT
        return found


class _Flat:
    """A list of numbers per kind, as one array."""

    def __init__(self, lists: Sequence[Sequence[int]]) -> None:
        self.size = np.array([len(one) for one in lists], np.int64)
        self.start = np.cumsum(self.size) - self.size
        self.flat = np.array(list(chain.from_iterable(lists)), np.int64)

    def spread(self, kinds: NDArray[np.int32]) -> tuple[Numbers, Numbers]:
        """The numbers of all these kinds, and of each the place of its kind among them."""
        size = self.size[kinds]
        of = np.repeat(np.arange(len(kinds)), size)
        return self.flat[np.arange(len(of)) + np.repeat(self.start[kinds] - (np.cumsum(size) - size), size)], of


class _Tables:
    """What kinds of words mean alone and together."""

    def __init__(self, matcher: Matcher, words: Sequence[Word | None]) -> None:
        pairs = [(several, several.parts.index(rare)) for rare, group in matcher.several.items() for several in group]
        number = {several: n for n, (several, _) in enumerate(pairs)}
        most = max(len(several.parts) for several, _ in pairs)
        bits = 1 + max(bit for several, _ in pairs for bit in _bits(several)) if pairs else 1
        self.n_rules = max(len(matcher.answers), 1)
        self.theme_of = np.array([*matcher.theme_of, 0], np.int64)
        self.n_themes = int(self.theme_of.max()) + 1
        self.rules = _Flat([word.rules if word else () for word in words])
        self.asks = _Flat([[number[several] for several in word.asks] if word else [] for word in words])
        self.fits = np.zeros((len(words), bits), np.bool_)
        """Kind and bit of a part: whether such a word fits it."""
        for kind, word in enumerate(words):
            if word:
                row = np.frombuffer(word.bits.to_bytes((bits + 7) // 8, "little"), np.uint8)
                self.fits[kind] = np.unpackbits(row, bitorder="little")[:bits].astype(np.bool_)
        self.theme = np.array([several.theme for several, _ in pairs], np.int64)
        self.rule = np.array([several.rule for several, _ in pairs], np.int64)
        self.within = np.array([several.within for several, _ in pairs], np.int64)
        self.parts = np.array([[*_bits(several), *[-1] * (most - len(several.parts))] for several, _ in pairs], np.int64)
        self.size = np.array([len(several.parts) for several, _ in pairs], np.int64)
        self.first = np.array([place for _, place in pairs], np.int64)
        """Which of its parts asks for it."""
        self.step = np.where(self.first + 1 < self.size, 1, -1)
        """Where the part stands that is looked for first, from the one that asks."""
        self.other = self.parts[np.arange(len(pairs)), self.first + self.step]
        self.reach = max(int(self.within.max()), most)
        self.link = self._link()
        self.reached = np.bitwise_or.reduce(self.link, axis=1)
        self.asking, self.with_rule = self.reached != 0, self.rules.size != 0
        """Kinds that ask for another word, and that fulfil a rule alone: numpy finds what is true much faster than what is not zero."""

    def _link(self) -> NDArray[np.uint64]:
        """Kind and other kind: a bit for each number of places apart (from -reach on) at which a rule may hold for the two."""
        kinds_of = [np.flatnonzero(fits) for fits in self.fits.T]
        link = np.zeros((len(self.fits), len(self.fits)), np.uint64)
        rare = self.parts[np.arange(len(self.first)), self.first]
        rules = zip(rare.tolist(), self.other.tolist(), self.within.tolist(), self.step.tolist(), strict=True)
        for one, other, within, step in set(rules):  # few kinds fit a part: most of the table is never touched
            apart = [n for n in range(-within, within + 1) if n] if within else [step]
            link[kinds_of[one][:, None], kinds_of[other]] |= np.uint64(sum(1 << (n + self.reach) for n in apart))
        return link

    def rules_of(self, kinds: NDArray[np.int32], texts: int) -> tuple[Numbers, Numbers]:
        """The rules by which the texts get their themes, text by text, and how many each text has."""
        text_of = np.cumsum(kinds == END_OF_TEXT)
        text_of[kinds == END_OF_TEXT] -= 1
        places, apart, several = self._together(kinds, text_of)
        with_rule = np.flatnonzero(self.with_rule[kinds])
        rules, of = self.rules.spread(kinds[with_rule])
        at = with_rule[of]
        if (self.rule[several] < 0).any():
            hidden = self._hidden(places, several, len(kinds))
            seen = ~hidden[self.theme_of[rules], at]
            rules, at = rules[seen], at[seen]
            seen = self._seen(places, apart, several, hidden)
            places, several = places[seen], several[seen]
        keys = np.concatenate((text_of[at] * self.n_rules + rules, text_of[places] * self.n_rules + self.rule[several]))
        keys.sort()
        text, rule = np.divmod(keys, self.n_rules)
        themes = text * self.n_themes + self.theme_of[rule]
        new = np.diff(themes, prepend=-1) != 0
        return rule[new], np.bincount(text[new], minlength=texts)

    def _together(self, kinds: NDArray[np.int32], text_of: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Rules over several words that hold: the place of the word that asks, how far from it the other one is, the rule."""
        edge = np.zeros(self.reach, np.int32)
        padded = np.concatenate((edge, kinds, edge))
        asking = np.flatnonzero(self.asking[kinds])
        reached, rows, link = self.reached[kinds[asking]], kinds[asking].astype(np.int64) * len(self.fits), self.link.ravel()
        found: list[tuple[Numbers, Numbers, Numbers]] = [(np.zeros(0, np.int64),) * 3]
        for apart in range(-self.reach, self.reach + 1):
            bit = np.uint64(1 << (apart + self.reach))
            able = np.flatnonzero((reached & bit) != 0)
            places = asking[able]
            places = places[(link[rows[able] + padded[places + (apart + self.reach)]] & bit) != 0]
            places = places[text_of[places] == text_of[places + apart]] if len(places) else places
            if len(places):
                several, of = self.asks.spread(kinds[places])
                places = places[of]
                right = np.where(self.within[several] > 0, self.within[several] >= abs(apart), self.step[several] == apart)
                right &= self.fits[padded[places + (apart + self.reach)], self.other[several]]
                places, several = places[right], several[right]
                right = self._whole(padded, places, several)
                found.append((places[right], np.full(int(right.sum()), apart), several[right]))
        at, far, which = (np.concatenate(column) for column in zip(*found, strict=True))
        return at, far, which

    def _whole(self, padded: NDArray[np.int32], places: Numbers, several: Numbers) -> Flags:
        """Whether all parts stand after each other, of the rules with more than two."""
        right = np.ones(len(places), np.bool_)
        longer = np.flatnonzero(self.size[several] > 2)
        if len(longer):
            which = several[longer]
            start = places[longer] - self.first[which] + self.reach
            for n in range(self.parts.shape[1]):
                part = self.parts[which, n]
                right[longer] &= (part < 0) | self.fits[padded[start + n], part]
        return right

    def _hidden(self, places: Numbers, several: Numbers, size: int) -> Flags:
        """Theme and place: the words that the theme does not see."""
        hidden = np.zeros((self.n_themes, size), np.bool_)
        which = self.rule[several] < 0
        places, several = places[which] - self.first[several[which]], several[which]
        for n in range(self.parts.shape[1]):
            there = self.size[several] > n
            hidden[self.theme[several[there]], places[there] + n] = True
        return hidden

    def _seen(self, places: Numbers, apart: Numbers, several: Numbers, hidden: Flags) -> Flags:
        """The rules that give a theme, all of whose words are seen by it."""
        theme, near = self.theme[several], self.within[several] > 0
        seen = self.rule[several] >= 0
        seen &= ~near | ~(hidden[theme, places] | hidden[theme, places + apart])
        start = places - self.first[several]
        for n in range(self.parts.shape[1]):
            there = np.flatnonzero(~near & (self.size[several] > n))
            seen[there] &= ~hidden[theme[there], start[there] + n]
        return seen


def _bits(several: Several) -> list[int]:
    """The numbers of its parts."""
    return [part.bit_length() - 1 for part in several.parts]
