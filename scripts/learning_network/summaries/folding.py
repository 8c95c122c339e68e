"""Cuts texts into words that can be compared: without capitals, accents and apostrophes. The rules stand in coding.py, 1 and 2."""

from __future__ import annotations

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


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    if text.isascii():
        return text.translate(_ASCII_TABLE).split()
    # ´ and other apostrophes would decompose into a space and a mark: they go first
    return unicodedata.normalize("NFKD", text.translate(_NO_APOSTROPHES)).translate(_FOLDED).split()


_NO_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
