"""Values of the matrix in words and back: what a cell of a spreadsheet says, and what it means.

A value in canonical form is a text: an option id, option ids in the order of the criterion joined by ' | ', 'yes' or 'no',
minutes as '20' or '20-30', a text as it stands, or 'unknown'.
"""

from __future__ import annotations

import re

from learning_network.words.reasons import Reason
from learning_network.words.strings import strings

from .findings import nearest
from .models import LANGUAGES, UNKNOWN, Criterion
from .models.tool import MinutesRange

SEPARATOR = "; "
"""Between several answers in one cell."""

JOINT = " | "
"""Between several option ids in a canonical value."""

_MINUTES = re.compile(r"(\d{1,4})(?:\s*(?:-|–|à|a|tot|to)\s*(\d{1,4}))?\s*(?:min\.?|minuten|minutes|minuut|minute|')?\Z", re.IGNORECASE)


class NoValue(ValueError):
    """A cell that its criterion does not know; the reason says what is wrong and what to write."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def value_word(criterion: Criterion, value: str, language: str) -> str:
    """One canonical value (an option, yes or no, unknown) in the words of a language."""
    if value == UNKNOWN:
        return strings(language)("tool.unknown")
    if criterion.type == "yes-no":
        return strings(language)(f"tool.{value}")
    options: dict[str, str] = getattr(criterion, language).options
    return options.get(value, value)


def recorded(criterion: Criterion, value: object) -> str:
    """What a record says of a criterion, in canonical form: options in the order of the criterion, minutes as 20-30."""
    if isinstance(value, MinutesRange):
        return str(value.min) if value.min == value.max else f"{value.min}-{value.max}"
    return JOINT.join(sorted(value, key=criterion.options.index)) if isinstance(value, list) else str(value)


def in_words(criterion: Criterion, canonical: str, language: str) -> str:
    """A canonical value in the words of a language."""
    if criterion.type == "text" or criterion.type == "minutes":
        return strings(language)("tool.unknown") if canonical == UNKNOWN else canonical
    return SEPARATOR.join(value_word(criterion, part, language) for part in canonical.split(JOINT))


def choices(criterion: Criterion, language: str) -> list[str]:
    """What a cell of this criterion can be chosen from, in words; nothing for minutes and texts."""
    ids = ["yes", "no"] if criterion.type == "yes-no" else criterion.options
    return [value_word(criterion, id_, language) for id_ in ids]


class ValueReader:
    """Reads cells of one criterion: words of either language, or ids, into canonical values. Remembers what it read."""

    def __init__(self, criterion: Criterion) -> None:
        self.criterion = criterion
        self._order = ["yes", "no"] if criterion.type == "yes-no" else criterion.options
        self._known = {_plain(value_word(criterion, id_, language)): id_ for language in LANGUAGES for id_ in self._order}
        self._known |= {id_: id_ for id_ in self._order}
        self._unknown = {"?", UNKNOWN, *(strings(language)("tool.unknown").casefold() for language in LANGUAGES)}
        self.read: dict[str, str] = {}

    def __call__(self, said: str) -> str:
        """The canonical value of what a cell says. Raises NoValue."""
        value = self.read.get(said)
        if value is None:
            value = self.read[said] = self._canonical(said)
        return value

    def _canonical(self, said: str) -> str:
        text = " ".join(said.split())
        if text.casefold() in self._unknown:
            return UNKNOWN
        if self.criterion.type == "text":
            return said.strip()
        if self.criterion.type == "minutes":
            return _minutes(text)
        if (whole := self._known.get(_plain(text))) is not None:
            return whole
        found = {self._option(part) for part in self._parts(said)}
        if not found or (len(found) > 1 and self.criterion.type != "some-of"):
            raise NoValue(Reason("not_one_answer", said=text, choices=self._choices()))
        return JOINT.join(sorted(found, key=self._order.index))

    def _parts(self, said: str) -> list[str]:
        """A list by semicolons, bars or lines; by commas only where no option holds one."""
        parts = [part.strip() for part in re.split(r"[;|\n]", said) if part.strip()]
        if len(parts) == 1 and _plain(parts[0]) not in self._known:
            parts = [part.strip() for part in parts[0].split(",") if part.strip()]
        return parts

    def _option(self, part: str) -> str:
        if (id_ := self._known.get(_plain(part))) is None:
            near = nearest(_plain(part), self._known)
            hint = Reason("did_you_mean", near=near) if near else Reason("write_one_of", choices=self._choices())
            raise NoValue(Reason("not_in_list", said=part, hint=hint))
        return id_

    def _choices(self) -> dict[str, str]:
        """What can be answered, in the words of each language."""
        return {language: ", ".join(choices(self.criterion, language)) for language in LANGUAGES}


def _minutes(text: str) -> str:
    if not (match := _MINUTES.match(text)):
        raise NoValue(Reason("no_minutes", said=text))
    low, high = int(match[1]), int(match[2] or match[1])
    if low > high or low == 0:
        raise NoValue(Reason("minutes_turned", said=text))
    return str(low) if low == high else f"{low}-{high}"


def _plain(text: str) -> str:
    return text.strip(" .\t").casefold()
