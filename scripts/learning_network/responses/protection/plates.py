"""Licence plates: Belgian ones and the Dutch sidecodes (RDW: sidecodes 1 to 14)."""

from __future__ import annotations

import re

from learning_network.words.reasons import Reason

from .board import Board

_EDGE, _STOP = r"(?<![\w/.-])", r"(?![\w-]|\.\d)"
_SURE = re.compile(
    _EDGE
    + "(?:"
    + "|".join(
        (
            r"[1-9T]-[A-Z]{3}-\d{2,3}",  # Belgium since 2010, taxis
            r"[1-9]-[a-z]{3}-\d{3}",
            r"[1-9][A-Z]{3}\d{3}",
            r"[A-Z]{2}-\d\d-\d\d",
            r"\d\d-\d\d-[A-Z]{2}",
            r"\d\d-[A-Z]{2}-\d\d",
            r"[A-Z]{2}-\d\d-[A-Z]{2}",
            r"[A-Z]{2}-[A-Z]{2}-\d\d",
            r"\d\d-[A-Z]{2}-[A-Z]{2}",
            r"\d\d-[A-Z]{3}-\d",
            r"\d-[A-Z]{3}-\d\d",
            r"[A-Z]{2}-\d{3}-[A-Z]",
            r"[A-Z]-\d{3}-[A-Z]{2}",
            r"[A-Z]{3}-\d\d-[A-Z]",
            r"\d-[A-Z]{2}-\d{3}",
            r"\d{3}-[A-Z]{2}-\d",
            r"[A-Z]-\d\d-[A-Z]{3}",
        )
    )
    + ")"
    + _STOP
)
"""Shapes that are hardly anything else."""

_MAYBE = re.compile(
    r"(?<![\w/.-])(?=[\w -]{0,5}\d)(?:"
    r"[1-9T][ -]?[A-Za-z]{3}[ -]?\d{2,3}|[A-Za-z]{3}[ -]?\d{3}|\d{3}[ -]?[A-Za-z]{3}"
    r"|[A-Za-z]{2}[ -]?\d\d[ -]?(?:\d\d|[A-Za-z]{2})|\d\d[ -]?\d\d[ -]?[A-Za-z]{2}|\d\d[ -]?[A-Za-z]{2}[ -]?(?:\d\d|[A-Za-z]{2})"
    r"|[A-Za-z]{2}[ -]?[A-Za-z]{2}[ -]?\d\d|\d\d[ -]?[A-Za-z]{3}[ -]?\d|[A-Za-z]{2}[ -]?\d{3}[ -]?[A-Za-z]|[A-Za-z][ -]?\d{3}[ -]?[A-Za-z]{2}"
    r"|[A-Za-z]{3}[ -]?\d\d[ -]?[A-Za-z]|\d[ -]?[A-Za-z]{2}[ -]?\d{3}|\d{3}[ -]?[A-Za-z]{2}[ -]?\d|[A-Za-z][ -]?\d\d[ -]?[A-Za-z]{3}"
    r")(?![\w-])"
)
"""The same without hyphens, in small letters, and the old Belgian ones: plates only where the text speaks of a car."""

_OLD = re.compile(r"^(?:[A-Z]{3}-\d{3}|\d{3}-[A-Z]{3})$")
_PLATE_WORDS = re.compile(r"nummerpla|kentek|\bplaat\b|licen[cs]e plate|number plate|registration")
_CAR_WORDS = re.compile(r"wagen|\bauto|voertuig|parke|bestel|\bcar\b|\bvan met\b|\bbusje|camionet|taxi")


def mask_plates(board: Board) -> None:
    first = _DIGIT.search(board.text)
    if not first:
        return
    near = max(0, first.start() - 6)  # no plate begins further before its first digit
    if may_hold_a_plate(board.text, near):
        board.sweep(_SURE, lambda board, match: ("plate", match.start(), match.end()))
    elif not _LOOSE.search(board.text, near):
        return
    small = board.text.lower()
    if any(map(small.__contains__, _WORDS)) or ("-" in small and _OLD_SOMEWHERE.search(board.text)):
        board.sweep(_MAYBE, _with_a_car)


_DIGIT = re.compile(r"[0-9]")
_LOOK = re.compile(r"[0-9](?:-[A-Za-z]{2,3}-|-[A-Z]{2,3}\b|[ -]?[A-Z]{2,3}[ -]?[0-9]|[0-9][A-Z])")
_INSIDE = re.compile(r"-(?<=[A-Za-z]-)[0-9]{2}")
_LOOSE = re.compile(r"[0-9][ -]?[A-Za-z]{1,3}[ -]?[0-9]|[A-Za-z]-?[0-9]{2}|[A-Za-z]{2} [0-9]{2}")
_WORDS = (
    "plaat",
    "plate",
    "kentek",
    "wagen",
    "auto",
    "voertuig",
    "park",
    "bestel",
    "car",
    "van met",
    "bus",
    "camionet",
    "taxi",
    "registration",
)
_OLD_SOMEWHERE = re.compile(r"-(?:(?<=[A-Z]-)[0-9]{3}|(?<=[0-9]{3}-)[A-Z])")


def may_hold_a_plate(text: str, place: int = 0) -> bool:
    """A cheap look, from the first digit on."""
    return bool(_LOOK.search(text, place) or ("-" in text and _INSIDE.search(text)))


def _with_a_car(board: Board, match: re.Match[str]) -> tuple[str, int, int] | None:
    before, after = board.before(match.start(), 40), board.after(match.end(), 30)
    tidy = "-" in match[0] or match[0].isupper()
    if _PLATE_WORDS.search(before) or (tidy and (_CAR_WORDS.search(before) or _PLATE_WORDS.search(after) or _CAR_WORDS.search(after))):
        return ("plate", match.start(), match.end()) if tidy or _near(before) else None
    if _OLD.match(match[0]):
        board.doubt("plate", Reason("maybe_plate"))
    return None


def _near(before: str) -> bool:
    """Whether the word for a plate stands right before it, as small words and hours look like plates without hyphens."""
    return bool(re.search(r"(?:nummerplaat|kenteken|plaat|plate)(?:nummer)?(?:[^\w]|is|van|met){0,6}$", before))
