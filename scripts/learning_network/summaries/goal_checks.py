"""What a goal does not say yet, as questions, and which preconditions people call met or to do.

Three things about a goal (a first step towards SMART, by wording alone): does it name something to see or to count; does it say by when;
does any step of the chain name a moment to look back. `found` holds the words that answer this. Nothing is marked or added up: a goal
without these words may be a fine goal, and a goal with them a poor one.

The rules stand in goal_words.py and are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .goal_words import AMOUNT, BUT, EVALUATION, IN_PLACE, NO_WORRY, NOT_YET, THING, TIME
from .summary import GoalCheck

LANGUAGES = ("nl", "en")
MOST_FOUND = 3
"""Words that are quoted as the answer to one question."""

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")


def language_of(language: str, otherwise: str) -> str:
    """The language whose rules hold for a text: its own, else that of the report."""
    return language if language in LANGUAGES else otherwise if otherwise in LANGUAGES else LANGUAGES[0]


def check_goal(goal: Iterable[str], steps: Iterable[str], language: str) -> tuple[GoalCheck, ...]:
    """The three checks. goal: the texts of the goal; steps: those of all steps, the goal too."""
    goal = list(goal)
    when = list(_hits(goal, _patterns("time", language)))
    timeless = [_without(text, when) for text in goal]
    concrete = [*_hits(timeless, _patterns("amount", language)), *_hits(timeless, [_pattern("thing", language)])]
    looked_back = _hits(steps, _patterns("evaluation", language))
    answers = (("concrete", concrete), ("time", when), ("evaluation", looked_back))
    return tuple(GoalCheck(about, ", ".join(_longest(list(found))[:MOST_FOUND])) for about, found in answers)


def evaluates(text: str, language: str) -> bool:
    """Whether a text names looking back."""
    return any(pattern.search(text) for pattern in _patterns("evaluation", language))


def preconditions(texts: Iterable[str], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sentences about what is in place, and about what asks for work. A sentence with both is parted at 'maar' (but); where words of
    both stand in one part, it asks for work ('we hebben te weinig tijd'). A question, and a sentence without such words, is in neither."""
    met: list[str] = []
    to_do: list[str] = []
    no_worry, not_yet, in_place, but = (_pattern(name, language) for name in ("no worry", "not yet", "in place", "but"))
    for sentence in sentences(texts):
        if sentence.endswith("?"):
            continue
        parts = [part.strip(" ,") for part in but.split(sentence) if part.strip(" ,.")]
        for part in parts if len(parts) > 1 else [sentence]:
            plain = no_worry.sub("", part)
            if not_yet.search(plain):
                to_do.append(part)
            elif in_place.search(plain) or plain != part:
                met.append(part)
    return tuple(dict.fromkeys(met)), tuple(dict.fromkeys(to_do))


def sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from filter(None, (sentence.strip() for sentence in _SENTENCES.split(text)))


def _hits(texts: Iterable[str], patterns: Iterable[re.Pattern[str]]) -> Iterator[str]:
    patterns = tuple(patterns)
    for text in texts:
        for pattern in patterns:
            for match in pattern.finditer(text):
                if hit := " ".join(match[0].split()):
                    yield hit


def _longest(found: list[str]) -> list[str]:
    """Each once, without those that stand in a longer one."""
    once = list(dict.fromkeys(found))
    return [hit for hit in once if not any(hit != other and hit.casefold() in other.casefold() for other in once)]


def _without(text: str, words: Iterable[str]) -> str:
    """A text without its dates, so that the number in 'binnen 3 maanden' does not make a goal concrete."""
    for word in words:
        text = re.sub(r"\s+".join(map(re.escape, word.split())), " | ", text)
    return text


@cache
def _patterns(name: str, language: str) -> tuple[re.Pattern[str], ...]:
    sources: dict[str, dict[str, tuple[str, ...]]] = {"amount": AMOUNT, "time": TIME, "evaluation": EVALUATION}
    return tuple(re.compile(source, re.IGNORECASE) for source in sources[name][language])


@cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    sources = {"thing": THING, "no worry": NO_WORRY, "not yet": NOT_YET, "in place": IN_PLACE, "but": BUT}
    return re.compile(sources[name][language], re.IGNORECASE)
