"""The first glance at very many texts: which of them hold any sign that personal data cannot do without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .masking import may_hold_something

FEW = 500
"""Texts that are looked at one by one."""

SLICE = 2_000
"""Texts that are looked at together: few, so that they stay in the cache of the processor."""

_SIGNS = b"0123456789@/([{"
_TITLE_ENDS = b"rwsfne."
"""How a title ends that stands before a name, or 'van', 'de' or 'ten' between the two."""

_LATIN = range(0xC3, 0xC9)
"""First bytes in UTF-8 of letters that mean the same in every pattern: from À on."""


def places_that_may_hold_something(texts: Sequence[str]) -> list[int]:
    """The places of the texts of which may_hold_something() is true."""
    if len(texts) <= FEW:
        return [place for place, text in enumerate(texts) if may_hold_something(text)]
    found: list[int] = []
    for start in range(0, len(texts), SLICE):
        part = texts[start : start + SLICE]
        found += [start + place for place in _suspects(part) if may_hold_something(part[place])]
    return found


def _suspects(texts: Sequence[str]) -> Iterator[int]:
    """Places of texts with a digit, a sign of an address, what may be a title before a name, `w.`, or what is neither ASCII nor a Latin
    letter."""
    import numpy as np  # only here: a few answers are read without it

    joined = "\n".join(texts)
    if joined.count("\n") != len(texts) - 1:
        yield from range(len(texts))
        return
    signs = np.frombuffer(joined.encode("utf-8", "surrogatepass"), np.uint8)
    look, ends = np.zeros(256, np.bool_), np.zeros(256, np.bool_)
    look[list(_SIGNS)] = True
    look[[0, 0x7F, *range(0xC0, 256)]] = True  # the first byte of a letter tells; the others are from 0x80 to 0xbf
    look[list(_LATIN)] = False
    found = look[signs]
    ends[list(_TITLE_ENDS)] = True
    name = (signs[2:-1] >= ord("A")) & (signs[2:-1] <= ord("Z")) & (signs[1:-2] == ord(" ")) & (signs[3:] >= ord("a"))
    found[2:-1] |= name & ends[signs[:-3]]
    found[:-1] |= (signs[:-1] | 32 == ord("w")) & (signs[1:] == ord("."))
    lines = np.flatnonzero(signs == ord("\n"))
    yield from np.unique(np.searchsorted(lines, np.flatnonzero(found))).tolist()
