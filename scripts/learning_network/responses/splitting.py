"""Cuts what stands in one cell into items, and knows an answer that says there is nothing to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter

WRAPPED = 40
"""Letters that a line has at least when a program broke it off because it was full; people's lists have shorter lines."""

_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
"""Control characters, and those that turn the direction of all that follows, in the rest of a report's line too."""

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile("[\t\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_ENDS = " \u200e\u200f\u061c"
"""Spaces and direction marks are taken off at both ends of an item; inside they stay."""

_SIGN = "•●○◦‣▪▫■□◆◇➢➤►▶✓✔✗❖∙·\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
_BULLET = re.compile(rf"(?:[{_SIGN}]\s*|[-–—]+(?:\s+|(?=[^\W\d_]))|[*+>](?:\s+|$)|[-–—]+$)")
"""What a list puts before an item. Not `-5%` nor `+32`: a dash before a figure is a minus, a plus needs its space."""

_NUMBER = re.compile(r"[(\[]?(\d{1,2}|[a-zA-Z])(?:[.)\]]\s+|[.)\]]$|\.\))\s*")
_INLINE = re.compile(rf"\s[{_SIGN}](?=\s)")
"""One blank before and behind, as a search for many would take very long where there are very many; the others are stripped."""

_NO_END = re.compile(r"[^.!?;:…)\]\"”’]$")
_JOINS = re.compile(
    r"(?:,|\s(?:en|of|de|het|een|van|voor|met|om|te|dat|die|in|op|aan|and|or|the|a|of|to|for|with|und|oder|et|ou|le|la|les))$", re.I
)
"""A line that ends so goes on in the next one, however short it is."""

NOTHING = frozenset(
    ["n/a", "na", "n.a", "n.a.", "nvt", "n.v.t", "n.v.t.", "n.v.t..", "nvt.", "geen", "niets", "niks", "nihil", "none", "nothing", "nil", "null", "x", "xx", "xxx", "/", "//", "\\", "leeg", "blanco", "keine", "kein", "keins", "nichts", "entfällt", "k.a", "k.a.", "aucun", "aucune", "rien", "néant", "neant", "s.o", "s.o.", "sans", "ras", "r.a.s", "r.a.s.", "empty", "blank", "#n/a", "<na>", "nan"]
) | {
    "geen antwoord", "geen opmerkingen", "geen opmerking", "niet van toepassing", "niets te melden", "niets toe te voegen",
    "not applicable", "no answer", "no comment", "nothing to add", "keine angabe", "keine antwort", "nicht zutreffend",
    "sans objet", "pas de réponse", "non applicable", "nog niets", "nog geen",
}  # fmt: skip
"""What people and form tools write for nothing, in small letters. It counts when it is the whole answer."""

_MARKS = frozenset(f"-–—_/\\.,;:?!*+>…~= '\"()[]{_SIGN}")
_LONGEST_NOTHING = max(map(len, NOTHING)) + 4
_BEHIND_A_LETTER = frozenset(".)")
"""After the first letter of a text these make it the mark of a list."""


def cleaned(text: str) -> tuple[str, bool]:
    """The text with plain spaces and line ends, without characters that no one sees; whether control characters were taken out."""
    text = _LINE_END.sub("\n", text)
    text, taken = _CONTROL.subn("", text)
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip(_ENDS + "\n"), bool(taken)


def says_nothing(text: str) -> bool:
    """Whether a whole answer is 'n/a', '-', 'geen', 'aucun' or the like."""
    if len(text) > _LONGEST_NOTHING:
        return not text.strip("".join(_MARKS) + "\n")
    plain = text.strip().casefold()
    return plain in NOTHING or plain.strip(".-!:;()[]'\" \n") in NOTHING or not (set(plain) - _MARKS - {"\n"})


def plain_item(text: str) -> bool:
    """Whether a text is surely one item as it stands: cheap to see, and true of most."""
    return (
        text[:1].isalpha()
        and text[1:2] not in _BEHIND_A_LETTER
        and text[-1] != " "
        and text.isprintable()
        and (len(text) > _LONGEST_NOTHING or not says_nothing(text))
        and not any(map(text.__contains__, _SIGN))
    )


def not_plain(texts: Sequence[str]) -> list[int]:
    """The places of the texts of which plain_item() is not true, looked at together."""
    joined = "".join(texts)
    seconds, ends = set(map(itemgetter(slice(1, 2)), texts)), set(map(itemgetter(slice(-1, None)), texts))
    if not joined.isprintable() or any(map(joined.__contains__, _SIGN)) or " " in ends or not seconds.isdisjoint(_BEHIND_A_LETTER):
        return [place for place, text in enumerate(texts) if not plain_item(text)]
    firsts = list(map(itemgetter(slice(1)), texts))
    odd = {sign for sign in set(firsts) if not sign.isalpha()}  # few different signs, mostly all letters
    found = {place for place, size in enumerate(map(len, texts)) if size <= _LONGEST_NOTHING and says_nothing(texts[place])}
    if odd:
        found.update(place for place, sign in enumerate(firsts) if sign in odd)
    return sorted(found)


def split_answer(text: str, sign: str = "") -> list[str]:
    """The items of one cleaned answer, in their order; none when nothing is in it, or nothing but what says_nothing() knows.

    A line is an item. A line that begins with a bullet, a dash, or a number or letter with a point or bracket loses it; numbers
    only when the first of them is 1 or a, so that '24. kamers' keeps its number. Two lines are one item when the second begins
    with a small letter, no empty line or bullet parts them, and the first is broken off: it has no end mark, and it stands in a
    list with bullets, is at least WRAPPED letters long, or ends in a comma or in a word such as 'en' or 'of'. Signs such as •
    also part items within a line.

    sign: what a form tool writes between choices, e.g. ';'.
    """
    if sign and sign in text:
        parts = [part for piece in text.split(sign) for part in split_answer(piece)]
        return parts or split_answer(text)
    lines = [line.strip(_ENDS) for line in text.split("\n")]
    numbered = _numbered(lines)
    items: list[str] = []
    before, listed = "", False
    for line in lines:
        rest, bullet = _without_bullet(line, numbered)
        if rest and not bullet and before and rest[0].islower() and _broken_off(before, listed):
            items[-1] = f"{items[-1]} {rest}"
        elif rest:
            items += filter(None, map(str.strip, _INLINE.split(rest)))
            listed = bullet
        before = rest
    return items or ([text] if text and not says_nothing(text) else [])


def _broken_off(line: str, listed: bool) -> bool:
    return bool(_NO_END.search(line)) and (listed or len(line) >= WRAPPED or bool(_JOINS.search(line)))


def _numbered(lines: list[str]) -> bool:
    first = next((match[1] for line in lines if (match := _NUMBER.match(line))), "")
    return first in ("1", "a", "A")


def _without_bullet(line: str, numbered: bool) -> tuple[str, bool]:
    """The line without what a list puts before it, and whether there was any."""
    match = _BULLET.match(line)
    rest = line[match.end() :] if match else line
    if numbered and (number := _NUMBER.match(rest)):
        match, rest = number, rest[number.end() :]
    return rest.strip(_ENDS), bool(match)
