"""The kinds of personal data, and the marks that stand in their place."""

from __future__ import annotations

import re
from typing import NamedTuple

from learning_network.words.reasons import Reason

MARKS = {
    "email": "[mailadres]",
    "phone": "[telefoon]",
    "national-number": "[rijksregisternummer]",
    "bsn": "[BSN]",
    "iban": "[IBAN]",
    "plate": "[nummerplaat]",
    "url": "[link]",
    "name": "[naam]",
}
"""One set for every language: words that Dutch and English readers recognise, in signs that any file and screen reader can hold.

None of them is a word that the codebook looks for: 'mail' would make every masked address a remark about communication.
"""

MARK = re.compile("|".join(re.escape(mark) for mark in MARKS.values()))
"""A mark in a text. Who looks for words in answers looks past these: they are ours, not the respondent's."""


class Found(NamedTuple):
    """A stretch of a text that is personal data, or that only may be (see Doubt)."""

    kind: str
    start: int
    end: int


class Doubt(NamedTuple):
    """Why a person should look at a text. Never holds the value."""

    kind: str
    reason: Reason


def masked(text: str, found: list[Found]) -> str:
    """The text with a mark for each stretch; stretches must not overlap, in any order."""
    parts, last = [], 0
    for one in sorted(found, key=lambda one: one.start):
        parts += [text[last : one.start], MARKS[one.kind]]
        last = one.end
    return "".join([*parts, text[last:]])
