"""How much room a text takes on paper: its words measured with the typeface itself, and the largest size that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .printer import FONTS

MM_PER_POINT = 25.4 / 72
SLACK = 0.98
"""Part of a line that is counted on: kerning and hinting move a word by less than the rest."""

NO_BREAK = "\u00a0"
"""A space that keeps two words on one line."""

_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
_EMPHASIS = re.compile(r"\*(?=\S)(.+?)(?<=\S)\*", re.DOTALL)


class TooLong(ValueError):
    """A text does not fit at the smallest size; `letters` is how many are too many, `word` a word that is wider than a line."""

    def __init__(self, letters: int, word: str = "") -> None:
        super().__init__(f"{letters} letters too many")
        self.letters = letters
        self.word = word


@dataclass(frozen=True)
class Lettering:
    """The widths of the letters, in parts of the type size, per weight (400, 700)."""

    widths: dict[int, dict[str, float]]

    def lines(self, text: str, size: float, width: float) -> int | None:
        """How many lines a record text takes at `size` points in `width` mm; None when a word is wider than a line."""
        room = self._room(size, width)
        space = self._of(" ", False)
        count, used = 1, 0.0
        for word in _words(text):
            wide = self._wide(word)
            if wide > room:
                return None
            if used and used + space + wide > room:
                count, used = count + 1, wide
            else:
                used += wide + (space if used else 0)
        return count

    def height(self, text: str, size: float, width: float, leading: float) -> float | None:
        """How many mm high the text stands, `leading` times its size a line; None when a word is wider than a line."""
        if not text:
            return 0
        lines = self.lines(text, size, width)
        return None if lines is None else lines * size * leading * MM_PER_POINT

    def fit(self, text: str, sizes: Sequence[float], width: float, height: float, leading: float) -> float:
        """The first of `sizes` (points, large to small) at which the text stays inside width and height (mm). Raises TooLong."""
        for size in sizes:
            if self._fits(text, size, width, height, leading):
                return size
        raise TooLong(self._too_many(text, sizes[-1], width, height, leading), self.too_wide(text, sizes[-1], width))

    def too_wide(self, text: str, size: float, width: float) -> str:
        """The first word that is wider than a line of `width` mm; empty when there is none."""
        room = self._room(size, width)
        return next(("".join(letter for letter, _ in word) for word in _words(text) if self._wide(word) > room), "")

    def _fits(self, text: str, size: float, width: float, height: float, leading: float) -> bool:
        high = self.height(text, size, width, leading)
        return high is not None and high <= height

    def _too_many(self, text: str, size: float, width: float, height: float, leading: float) -> int:
        """Letters to take off the end before the rest fits."""
        words = _bare(text).split()
        whole = len(" ".join(words))
        bold = "**{}**" if _STRONG.fullmatch(text.strip()) else "{}"
        while words and not self._fits(bold.format(" ".join(words)), size, width, height, leading):
            words.pop()
        return whole - len(" ".join(words))

    def _room(self, size: float, width: float) -> float:
        """What fits on a line, in parts of the type size."""
        return width * SLACK / (size * MM_PER_POINT)

    def _wide(self, word: list[tuple[str, bool]]) -> float:
        return sum(self._of(letter, strong) for letter, strong in word)

    def _of(self, letter: str, strong: bool) -> float:
        return self.widths[700 if strong else 400].get(letter, 1.0)


@cache
def lettering(root: Path) -> Lettering:
    """The widths of the typeface in the project's docs/assets/fonts, read once."""
    from fontTools.ttLib import TTFont

    folder = root / "docs" / "assets" / "fonts"
    widths = {}
    for weight, file in FONTS.items():
        font = TTFont(folder / file)
        advance, em = font["hmtx"], font["head"].unitsPerEm
        widths[weight] = {chr(code): advance[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    return Lettering(widths)


def _words(text: str) -> Iterator[list[tuple[str, bool]]]:
    """The words of a record text: each a list of its letters and whether they are bold."""
    word: list[tuple[str, bool]] = []
    for i, part in enumerate(_STRONG.split(text)):
        for letter in _EMPHASIS.sub(r"\1", part):
            if not letter.isspace() or letter == NO_BREAK:
                word.append((letter, i % 2 == 1))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _bare(text: str) -> str:
    return _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", text))
