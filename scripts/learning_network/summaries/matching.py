"""Finds which rules apply to a text. Rules are made ready once; each different word is compared with all patterns once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from itertools import chain, product
from operator import or_
from typing import NamedTuple

from .codebook import Near, Rules
from .codes import Code, Codes
from .folding import words_of
from .stop_words import STOP_WORDS

MOST_WORDS = 300_000
"""Different words that are remembered at once; more are looked up again, so that texts full of numbers do not fill the memory."""

MANY = 50
"""Words of a text that bring something; of a longer one each different word is looked at once."""

_COMMON = frozenset().union(*STOP_WORDS.values())
_NOTHING: Codes = ()


class _Globs:
    """Which of many patterns a word fits, by looking up its beginnings, ends and parts."""

    def __init__(self) -> None:
        self.whole: dict[str, set[int]] = {}
        self.begin: dict[str, set[int]] = {}
        self.end: dict[str, set[int]] = {}
        self.inside: dict[str, set[int]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}

    def add(self, pattern: str, number: int) -> None:
        core = "".join(words_of(pattern))
        left, right = pattern.startswith("*"), pattern.endswith("*")
        kind = self.inside if left and right else self.end if left else self.begin if right else self.whole
        kind.setdefault(core, set()).add(number)

    def ready(self) -> None:
        for name in ("begin", "end", "inside"):
            self.lengths[name] = tuple(sorted(set(map(len, getattr(self, name)))))

    def fitting(self, word: str) -> set[int]:
        found: set[int] = set(self.whole.get(word, ()))
        size = len(word)
        for n in self.lengths["begin"]:
            if n > size:
                break
            if word[:n] in self.begin:
                found |= self.begin[word[:n]]
        for n in self.lengths["end"]:
            if n > size:
                break
            if word[size - n :] in self.end:
                found |= self.end[word[size - n :]]
        for n in self.lengths["inside"]:
            for at in range(size - n + 1):
                if word[at : at + n] in self.inside:
                    found |= self.inside[word[at : at + n]]
        return found


Places = dict[int, list[int]]
"""Bit of a part -> the words of a text that fit it, by number, rising."""

_NO_PLACES: frozenset[int] = frozenset()


@dataclass(eq=False, slots=True)
class Several:
    """A rule over several words: after each other, or near."""

    theme: int
    rule: int
    """-1: it says what is not seen."""
    parts: tuple[int, ...]
    """Of each part its bit."""
    all_parts: int
    within: int = 0

    def covers(self, places: Places) -> Iterator[range]:
        """The words that stand after each other as this rule says."""
        size = len(self.parts)
        others = [places[part] if len(places[part]) < 10 else set(places[part]) for part in self.parts[1:]]
        for start in places[self.parts[0]]:
            if all(start + n in found for n, found in enumerate(others, 1)):
                yield range(start, start + size)

    def applies(self, places: Places, hidden: Set[int]) -> bool:
        """hidden: the words that this theme does not see."""
        if not self.within:
            return any(hidden.isdisjoint(run) for run in self.covers(places))
        one, other = (places[part] for part in self.parts)
        if hidden:
            one, other = ([place for place in found if place not in hidden] for found in (one, other))
        for place in one:
            at = bisect_left(other, place - self.within)
            for found in other[at : at + 2]:  # two, as the first may be the word itself
                if found != place and found <= place + self.within:
                    return True
        return False


class Word(NamedTuple):
    """What a word brings."""

    rules: tuple[int, ...]
    """Rules that it fulfils alone."""
    asks: tuple[Several, ...]
    """Rules over several words that may apply now that this word is there: it is their rarest part."""
    wanted: int
    """Of each of these rules the bit of another part: without any of them in the text, none applies."""
    codes: Codes
    """Of a text in which no other word brings anything."""
    bits: int
    """Of the parts that it fits."""


class _Known(dict[str, Word | None]):
    """Word -> what it brings; worked out when it is first met."""

    def __init__(self, work_out: Callable[[str], Word | None]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> Word | None:
        found = self[word] = self._work_out(word)
        return found


def _spelled_out(text: str) -> Iterator[tuple[str, ...]]:
    """The patterns that a text with | stands for: 'goed|sterk team' -> (goed, team), (sterk, team)."""
    return product(*(pattern.split("|") for pattern in text.split()))


class Matcher:
    """The rules of all themes in one language, made ready."""

    def __init__(self, themes: Iterable[tuple[str, Rules]]) -> None:
        self.answers: list[Code] = []
        """Rule number -> theme, and the rule as people read it. Numbers rise with the order of the codebook."""
        self.theme_of: list[int] = []
        self._globs = _Globs()
        self._alone: dict[int, int] = {}
        """Pattern number -> the rule that it is; -1 for a word that is not seen."""
        self._theme_of_pattern: list[int] = []
        self._of_not: set[int] = set()
        """Parts of `not` over several words: these see every word."""
        self.several: dict[int, list[Several]] = {}
        """Bit of a part -> rules over several words of which it is the rarest part: the longest that is no stop word."""
        self._bit: dict[int, int] = {}
        """Number of a pattern that is a part -> its bit."""
        for number, (theme, rules) in enumerate(themes):
            parts: dict[str, int] = {}
            made: list[Several] = []
            for text in chain.from_iterable(map(_spelled_out, rules.words)):
                self._add_words(text, number, self._rule(theme, number, " ".join(text)), parts, made)
            for near in rules.near:
                for pair in _spelled_out(f"{near.first} {near.second}"):
                    rule = self._rule(theme, number, str(Near(pair[0], pair[1], near.within)))
                    made.append(self._rule_of(number, rule, [self._part(part, number, parts) for part in pair], near.within))
            of_not: dict[str, int] = {}
            for text in chain.from_iterable(map(_spelled_out, rules.without)):
                self._add_words(text, number, -1, of_not, made)
            self._of_not.update(of_not.values())
            rare = {self._bit[number]: (pattern not in _COMMON, len(pattern)) for pattern, number in (*parts.items(), *of_not.items())}
            for several in made:
                self.several.setdefault(max(several.parts, key=rare.__getitem__), []).append(several)
        self._globs.ready()
        self._known = _Known(self.word)

    def _rule(self, theme: str, number: int, text: str) -> int:
        self.answers.append((theme, text))
        self.theme_of.append(number)
        return len(self.answers) - 1

    def _pattern(self, pattern: str, theme: int) -> int:
        self._theme_of_pattern.append(theme)
        self._globs.add(pattern, len(self._theme_of_pattern) - 1)
        return len(self._theme_of_pattern) - 1

    def _part(self, pattern: str, theme: int, parts: dict[str, int]) -> int:
        if pattern not in parts:
            parts[pattern] = self._pattern(pattern, theme)
            self._bit[parts[pattern]] = 1 << len(self._bit)
        return parts[pattern]

    def _add_words(self, patterns: tuple[str, ...], theme: int, rule: int, parts: dict[str, int], made: list[Several]) -> None:
        if len(patterns) == 1:
            self._alone[self._pattern(patterns[0], theme)] = rule
        else:
            made.append(self._rule_of(theme, rule, [self._part(pattern, theme, parts) for pattern in patterns]))

    def _rule_of(self, theme: int, rule: int, patterns: Sequence[int], within: int = 0) -> Several:
        bits = tuple(self._bit[pattern] for pattern in patterns)
        return Several(theme, rule, bits, reduce(or_, bits), within)

    def word(self, word: str) -> Word | None:
        """What a word brings, or None: most bring nothing."""
        fits = self._globs.fitting(word)
        if not fits:
            return None
        unseen = {self._theme_of_pattern[pattern] for pattern in fits if self._alone.get(pattern) == -1}
        seen = sorted(pattern for pattern in fits if pattern in self._of_not or self._theme_of_pattern[pattern] not in unseen)
        rules = tuple(sorted(self._alone[pattern] for pattern in seen if pattern in self._alone))
        bits = [self._bit[pattern] for pattern in seen if pattern in self._bit]
        asks = tuple(several for bit in bits for several in self.several.get(bit, ()))
        parts = reduce(or_, bits, 0)
        wanted = reduce(or_, (next((bit for bit in several.parts if not bit & parts), several.parts[0]) for several in asks), 0)
        return Word(rules, asks, wanted, self.named(rules), parts) if rules or parts else None

    def named(self, rules: Iterable[int]) -> Codes:
        """The themes of these rules, each with the first of its rules."""
        first: dict[int, int] = {}
        for rule in sorted(rules):
            first.setdefault(self.theme_of[rule], rule)
        return tuple([self.answers[rule] for rule in first.values()])

    def codes(self, texts: Sequence[str]) -> list[Codes]:
        known = self._known
        done = dict.fromkeys(texts, _NOTHING)
        for text in done:
            words = words_of(text)
            if brought := list(filter(None, map(known.__getitem__, words))):
                done[text] = self._codes(words, brought)
            if len(known) > MOST_WORDS:
                known.clear()
        return [done[text] for text in texts]

    def _codes(self, words: list[str], brought: list[Word]) -> Codes:
        if len(brought) > MANY:
            brought = list(dict.fromkeys(brought))
        there = 0
        for word in brought:
            there |= word.bits
        if there:
            asked = [word.asks for word in brought if word.wanted & there]
            if possible := [several for asks in asked for several in asks if several.all_parts & there == several.all_parts]:
                return self.named(self._with_several(words, brought, dict.fromkeys(possible)))
        alone = [word for word in brought if word.rules]
        if len(alone) == 1:
            return alone[0].codes
        return self.named({rule for word in alone for rule in word.rules}) if alone else _NOTHING

    def _with_several(self, words: list[str], brought: list[Word], possible: Collection[Several]) -> set[int]:
        """The rules that apply when the words' places count."""
        there = [(place, word.bits) for place, word in enumerate(map(self._known.get, words)) if word and word.bits]
        wanted = {bit for several in possible for bit in several.parts}
        places: Places = {bit: [place for place, bits in there if bits & bit] for bit in wanted}
        unseen: dict[int, set[int]] = {}
        for several in possible:
            if several.rule == -1:
                for run in several.covers(places):
                    unseen.setdefault(several.theme, set()).update(run)
        rules = {rule for word in brought for rule in word.rules}
        if unseen:
            each = ((place, rule) for place, word in enumerate(map(self._known.get, words)) if word for rule in word.rules)
            rules = {rule for place, rule in each if place not in unseen.get(self.theme_of[rule], ())}
        for several in possible:
            if several.rule != -1 and several.applies(places, unseen.get(several.theme, _NO_PLACES)):
                rules.add(several.rule)
        return rules
