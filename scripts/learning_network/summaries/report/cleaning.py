"""Texts without signs that files refuse or that turn a page about: control characters, marks of direction, halves of letters."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """The text as XML, JSON and a page can hold it. Line breaks and tabs stay; half a letter becomes the sign for an unknown one.

    Whatever writes a file calls this at the one place where all texts come by.
    """
    return text if text.isprintable() else _HALF.sub("\ufffd", _CONTROL.sub("", text))
