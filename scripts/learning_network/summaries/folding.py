"""Cuts texts into words that can be compared: without capitals, accents and apostrophes. The rules stand in coding.py, 1 and 2."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'‘’‚‛`´ʹʼ′"
_ASCII = {code: None if chr(code) in APOSTROPHES else chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ASCII_TABLE = str.maketrans(_ASCII)


class _Folded(dict[int, str | None]):
    """What a character of a decomposed text becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        kind = unicodedata.category(sign)
        if sign in APOSTROPHES or kind[0] == "M" or kind == "Cf":
            made: str | None = None
        else:
            made = "".join(c for c in sign.lower() if unicodedata.category(c)[0] in "LN") if kind[0] in "LN" else " "
        self[code] = made
        return made


_FOLDED = _Folded(_ASCII)


_NO_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


class _Runs(dict[str, str]):
    """What a run of characters beyond ASCII becomes; texts hold the same few again and again."""

    def __missing__(self, run: str) -> str:
        # ´ and other apostrophes would decompose into a space and a mark: they go first
        made = unicodedata.normalize("NFKD", run.translate(_NO_APOSTROPHES)).translate(_FOLDED)
        if len(self) < MOST_RUNS:
            self[run] = made
        return made


_RUNS = _Runs()
MOST_RUNS = 20_000


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    if not text.isascii():
        text = _NOT_ASCII.sub(lambda run: _RUNS[run[0]], text)
        if not text.isascii():  # letters of other alphabets
            return text.translate(_FOLDED).split()
    return text.translate(_ASCII_TABLE).split()
