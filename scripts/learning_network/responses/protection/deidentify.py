"""Names that nobody listed, found by deduce (Dutch care texts): an optional extra, as it is large, slow to start and guesses.

Measured with deduce 3.0.6: its first start ever takes one to two minutes, each later one some seconds, and 1.2 GB of memory.
It takes towns, regions and saints' names of hospitals for people; what the list of places knows is left, and everything that it
masks is put on the list of places to check.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from learning_network.faults import Fault
from learning_network.words.reasons import Reason

from .marks import MARK, Doubt, Found, masked
from .places import names_a_place

PERSON = "persoon"
"""How deduce calls the name of a person."""


class ExtraMissing(Fault, ValueError):
    """deduce is not installed."""


def name_masker() -> Callable[[str], tuple[str, int, list[Doubt]]]:
    """What masks the names in a text: gives the text, how many names, and why a person should look. Raises ValueError without deduce."""
    try:
        import deduce  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise ExtraMissing(
            "names are found by the program deduce, which is not installed: pip install --require-hashes -r "
            "requirements-deidentify.lock, or give a list of names"
        ) from None
    finder = deduce.Deduce()
    return lambda text: mask_people(text, finder)


def mask_people(text: str, finder: Any) -> tuple[str, int, list[Doubt]]:
    """As name_masker says. finder: deduce, or what answers like it (deidentify(text).annotations with tag, start_char, end_char)."""
    marks = [match.span() for match in MARK.finditer(text)]
    found, left = [], False
    for note in finder.deidentify(text).annotations:
        start, end = note.start_char, note.end_char
        if note.tag != PERSON or any(start < last and first < end for first, last in marks):
            continue
        if is_place(text, start, end):
            left = True
        else:
            found.append(Found("name", start, end))
    doubts = [Doubt("name", Reason("deduced_name"))] if found else []
    if left:
        doubts.append(Doubt("name", Reason("deduced_place")))
    return masked(text, found), len(found), doubts


def is_place(text: str, start: int, end: int) -> bool:
    """Whether what was taken for a person is a town, a region or part of the name of an institution."""
    words = text[start:end].strip(" .,;:()")
    return words.casefold() in places() or _SAINT.match(words) is not None or names_a_place(text, start, end)


_SAINT = re.compile(r"(?:[Ss]int|[Ss]inte|[Ss]t\.?)[- ]|Onze[- ]Lieve|O\.?L\.?V|(?:AZ|UZ|OCMW|WZC|CAW|LDC|CGG|PZ|RVT)\b")


@lru_cache
def places() -> frozenset[str]:
    """Towns and regions of Flanders, Brussels and the Netherlands, in small letters."""
    import yaml

    return frozenset(name.casefold() for name in yaml.safe_load(Path(__file__).with_name("places.yml").read_text(encoding="utf-8")))
