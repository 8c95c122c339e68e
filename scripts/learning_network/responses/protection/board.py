"""A text while personal data are looked for in it: what was recognised is blotted out, so that no later pattern sees it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from learning_network.words.reasons import Reason

from .marks import MARK, Doubt, Found

BLOT = "\x00"
"""Stands for each letter of what was recognised: no word, no digit, and in no pattern."""

KEEP = "keep"
"""Recognised as something that stays as it is: a date, an amount."""

Judge = Callable[["Board", re.Match[str]], tuple[str, int, int] | None]
"""Told a match, says what kind it is and where it begins and ends, or None when it is nothing."""

_UNUSUAL = re.compile(r"[^\x01-\x7e\u00a1-\u00ac\u00ae-\u024f€‘’“”…•]")
_INVISIBLE = re.compile(r"[\x00\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")


_LEAD = re.compile(r"[+(]|[0-9]+")


class _Plain(dict[int, str]):
    """Letter for letter: digits of any script, dashes, blanks and wide signs as those that the patterns know."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        number = unicodedata.decimal(sign, -1)
        if number >= 0:
            plain = str(number)
        elif (category := unicodedata.category(sign)) == "Pd" or sign == "\u2212":
            plain = "-"
        elif category == "Zs":
            plain = " "
        else:
            folded = unicodedata.normalize("NFKC", sign)
            plain = folded if len(folded) == 1 and folded != BLOT else sign if sign != BLOT else " "
        self[code] = plain
        return plain


_PLAIN = _Plain()


def visible(text: str) -> str:
    """The text without signs that nobody sees, which can stand in the middle of a number; blanks of HTML are blanks."""
    text = text.replace("&nbsp;", " ")
    return text if text.isascii() and BLOT not in text and "\x7f" not in text else _INVISIBLE.sub("", text)


def plain(text: str) -> str:
    """The text, equally long, with the digits, dashes and blanks that the patterns know."""
    return text if not _UNUSUAL.search(text) else text.translate(_PLAIN)


class Board:
    """`text` is as long as the text that was given; what was recognised is blotted out."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.found: list[Found] = []
        self.doubts: list[Doubt] = []
        self._leads: list[int] | None = None
        if "[" in self.text:
            self.sweep(MARK, lambda board, match: (KEEP, match.start(), match.end()))

    def sweep(self, pattern: re.Pattern[str], judge: Judge) -> None:
        """Blot out all that a pattern finds and the judge recognises. Where it recognises nothing, the search goes on at the next sign.

        The time is linear in the length of the text as long as no match that is not recognised is longer than some fixed length.
        """
        last = place = 0
        parts: list[str] = []
        while match := pattern.search(self.text, place):
            verdict = judge(self, match)
            if verdict is None:
                place = match.start() + 1
            else:
                last = place = self._blot(verdict, last, parts)
        self._write(parts, last)

    def sweep_numbers(self, pattern: re.Pattern[str], judge: Judge) -> None:
        """As sweep(), for a pattern that begins with a digit that has no digit before it, or with + or a bracket: most texts hold
        few of them, and they are looked up once."""
        if self._leads is None:
            self._leads = [match.start() for match in _LEAD.finditer(self.text)]
        last = 0
        parts: list[str] = []
        for place in self._leads:
            if place >= last and (match := pattern.match(self.text, place)) and (verdict := judge(self, match)):
                last = self._blot(verdict, last, parts)
        self._write(parts, last)

    def _blot(self, verdict: tuple[str, int, int], last: int, parts: list[str]) -> int:
        kind, start, end = verdict[0], max(verdict[1], last), verdict[2]
        if kind != KEEP:
            self.found.append(Found(kind, start, end))
        parts += [self.text[last:start], BLOT * (end - start)]
        return end

    def _write(self, parts: list[str], last: int) -> None:
        if last:
            self.text = "".join([*parts, self.text[last:]])

    def doubt(self, kind: str, reason: Reason) -> None:
        doubt = Doubt(kind, reason)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def before(self, place: int, letters: int = 30) -> str:
        """What stands before a place, in small letters, up to something that was recognised."""
        return self.text[max(0, place - letters) : place].rpartition(BLOT)[2].lower()

    def after(self, place: int, letters: int = 20) -> str:
        """What stands after a place, in small letters, up to something that was recognised."""
        return self.text[place : place + letters].partition(BLOT)[0].lower()


def digits(text: str) -> str:
    """The digits of a number, without what stands between them."""
    return text.translate(_BETWEEN)


_BETWEEN = str.maketrans("", "", " ./-()_+")


@lru_cache
def words_before(words: str) -> re.Pattern[str]:
    """Whether one of these words stands right before a number: 'tel. ', 'BSN-nummer: ', 'gsm is '."""
    return re.compile(rf"\b(?:{words})[^\w]{{0,6}}(?:(?:nummer|nr|number|is|van|op|naar|me|on|at)\b[^\w]{{0,4}}){{0,2}}$")
