"""Moments to look back: dates that people wrote beside words for evaluating, or else a proposal of ours.

What counts as a date: 2027-03-12, 12/3/2027 (day, month, year), 12 maart 2027, 12 maart (the first one after the day of answering), maart
2027 (its first day, so that nobody is late), maart, and 'na drie maanden' counted from the day of answering. A chain without any gets the
last date of its actions as our proposal.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from .goal_checks import evaluates, sentences
from .goal_words import MONTHS, NUMBERS
from .summary import Action, Goal, LookBack

_UNITS = {
    "nl": {"dag": "day", "dagen": "day", "week": "week", "weken": "week", "maand": "month", "maanden": "month", "kwartaal": "quarter",
           "kwartalen": "quarter", "halfjaar": "half", "half jaar": "half", "jaar": "year", "jaren": "year"},
    "en": {"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "quarter": "quarter",
           "quarters": "quarter", "half a year": "half", "half year": "half", "year": "year", "years": "year"},
}  # fmt: skip
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_ISO = re.compile(r"\b(20\d\d)-(\d\d?)-(\d\d?)\b")
_NUMERIC = re.compile(r"\b(\d\d?)[/.-](\d\d?)[/.-](20\d\d)\b")


def look_backs(
    goals: Sequence[Goal], actions: Sequence[Action], language: dict[str, str], answered_on: dict[str, str]
) -> tuple[LookBack, ...]:
    """By date. language: per chain; answered_on: the day of answering per chain, ISO or empty."""
    of_goal: dict[str, list[Action]] = {}
    for action in actions:
        of_goal.setdefault(action.goal, []).append(action)
    found: list[LookBack] = []
    for goal in goals:
        own, id_ = of_goal.get(goal.response_id, []), goal.response_id
        moments = dict(_agreed(goal, own, language[id_], iso(answered_on[id_])))
        dated = [action for action in own if iso(action.due_on) and action.status != "stopped"]
        if moments:
            found += [LookBack(id_, goal.organisation, goal.team, day, True, text) for day, text in moments.items()]
        elif dated:
            last = max(dated, key=lambda action: (action.due_on, action.item_id))
            found.append(LookBack(id_, goal.organisation, goal.team, last.due_on, False, last.what))
    return tuple(sorted(found, key=lambda moment: (moment.on, moment.organisation, moment.team, moment.goal)))


def iso(text: str) -> date | None:
    """A date written as 2027-03-12, else None."""
    match = _ISO.fullmatch(text)
    return _day(*map(int, match.groups())) if match else None


def _agreed(goal: Goal, actions: Sequence[Action], language: str, since: date | None) -> Iterator[tuple[str, str]]:
    for quotations in goal.steps.values():
        for sentence in sentences(quotation.text for quotation in quotations):
            if evaluates(sentence, language):
                for day in dates_in(sentence, language, since):
                    yield day.isoformat(), sentence
    for action in actions:
        if iso(action.due_on) and evaluates(action.what, language):
            yield action.due_on, action.what


def dates_in(text: str, language: str, since: date | None) -> list[date]:
    """The dates that a text names, in its order. since: what 'after three months' and a date without a year count from."""
    found: dict[int, date | None] = {}
    for match in _ISO.finditer(text):
        found[match.start()] = _day(*map(int, match.groups()))
    for match in _NUMERIC.finditer(text):
        day, month, year = map(int, match.groups())
        found.setdefault(match.start(), _day(year, month, day) or _day(year, day, month))
    for match in _named(language).finditer(text):
        number = MONTHS[language].index(match["month"].casefold()) + 1
        if match["day"] or match["year"] or language == "nl" or match["month"].casefold() not in ("march", "may"):
            found.setdefault(match.start(), _next(int(match["day"] or 1), number, match["year"], since))
    for match in _after(language).finditer(text) if since else ():
        found.setdefault(match.start(), _later(since, match["n"], " ".join(match["unit"].casefold().split()), language))
    return [day for _, day in sorted(found.items()) if day]


@cache
def _named(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<day>\d\d?)(?:e|de|st|nd|rd|th)?\s)?\b(?P<month>{'|'.join(MONTHS[language])})\b(?:\s(?P<year>20\d\d))?", re.IGNORECASE
    )


@cache
def _after(language: str) -> re.Pattern[str]:
    numbers = "|".join((*NUMBERS[language], "één" if language == "nl" else "a"))
    units = "|".join(sorted(map(re.escape, _UNITS[language]), key=len, reverse=True)).replace(r"\ ", r"\s")
    words = "na|over|binnen" if language == "nl" else "after|in|within"
    return re.compile(rf"\b(?:{words})\s(?:(?P<n>\d+|{numbers})\s)?(?P<unit>{units})\b", re.IGNORECASE)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(day: int, month: int, year: str | None, since: date | None) -> date | None:
    if year:
        return _day(int(year), month, day)
    if since is None:
        return None
    found = _day(since.year, month, day)
    return found if found and found > since else _day(since.year + 1, month, day)


def _later(since: date | None, number: str | None, unit: str, language: str) -> date | None:
    if since is None:
        return None
    words = NUMBERS[language]
    text = (number or "1").casefold()
    n = int(text) if text.isdecimal() else words.index(text) + 1 if text in words else 1
    kind = _UNITS[language][unit]
    if kind in ("day", "week"):
        return since + timedelta(days=min(n, 5000) * (7 if kind == "week" else 1))
    months = since.month - 1 + min(n, 1200) * _MONTHS_IN[kind]
    year, month = since.year + months // 12, months % 12 + 1
    return date(year, month, min(since.day, monthrange(year, month)[1])) if year < 10_000 else None
