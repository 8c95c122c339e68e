"""Cuts texts into words that can be compared: without capitals, accents and apostrophes. The rules stand in coding.py, 1 and 2."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

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


END = "\0"
"""Stands behind each text but the last where many are folded at once."""

_BYTES = bytes([0, *(ord(_ASCII[code] or " ") for code in range(1, 128)), *range(128, 256)])
"""What a byte of UTF-8 becomes; what is beyond ASCII is folded before."""

_APOSTROPHE_BYTES = "".join(filter(str.isascii, APOSTROPHES)).encode()
_NO_LETTERS = bytes(code for code in range(1, 128) if not chr(code).isalnum())

MOST_SIGNS = 50
"""Different signs beyond ASCII that are replaced one after the other."""


def words_in(texts: Sequence[str]) -> list[str]:
    """The words of many texts, as words_of() gives them, with END between two texts."""
    return _bytes_of(texts, f" {END} ").translate(_BYTES, _APOSTROPHE_BYTES).decode().split()


def letters_in(texts: Sequence[str]) -> list[str]:
    """Of each text its words without anything between them."""
    return _bytes_of(texts, END).translate(_BYTES, _NO_LETTERS).decode().split(END) if texts else []


def _bytes_of(texts: Sequence[str], between: str) -> bytes:
    """Texts as one in UTF-8, its letters beyond ASCII folded; folding them again would change nothing."""
    joined = between.join(texts)
    if joined.count(END) != len(texts) - 1:
        joined = between.join([text.replace(END, " ") for text in texts])
    if not joined.isascii():
        beyond = joined.encode("utf-8", "surrogatepass").translate(None, bytes(range(128))).decode("utf-8", "surrogatepass")
        if len(signs := set(beyond)) > MOST_SIGNS:
            joined = _NOT_ASCII.sub(lambda run: _RUNS[run[0]], joined)
        else:
            for sign in signs:
                joined = joined.replace(sign, _RUNS[sign])
    return joined.encode()
