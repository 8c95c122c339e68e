"""Masks what is personal in a text, whatever it stands in, and says where a person should look."""

from __future__ import annotations

import re

from learning_network.words.reasons import Reason

from .board import Board, digits, plain, visible
from .marks import MARKS, Doubt, Found, masked
from .numbers import mask_accounts, mask_bsns, mask_bsns_that_are_named, mask_national_numbers, mask_sure_national_numbers
from .phones import mask_phones, mask_phones_of_neighbours
from .plates import mask_plates, may_hold_a_plate
from .staying import spare
from .web import mask_emails, mask_urls

MOST_PASSES = 5

# what a text must hold before it is looked at in full: each answer is looked at so, and most hold none of it

_DIGIT = re.compile(r"[0-9]")
_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,3}[0-9]){6}")
_WEB = re.compile(r"://|[wW]{3}\.|\.[A-Za-z]{2,20}/")
_TITLE = re.compile(
    r"[mMdDzZpP](?<!\w[mMdDzZpP])(?:evr\.?|evrouw|eneer|w\.|w|rs?\.?|s\.?|hr\.?|e heer|okter|r\.|uster|rof\.?|rofessor) "
    r"(?:[vV]an |[dD]en? |[dD]er |[tT]en? ){0,2}[A-Z][a-zà-ÿ]"
)
_CAPITAL = re.compile(r" [A-Z]")
_AT_SPELT = re.compile(r"[(\[{<] ?(?:at|AT|At|apenstaart)")


def may_hold_something(text: str) -> bool:
    """A cheap look: False for texts that hold nothing to mask and nothing to check."""
    if digit := _DIGIT.search(text):
        first = digit.start()
        if (
            _DIGITS.search(text, first)
            or may_hold_a_plate(text, first)
            or ("&nbsp;" in text and _DIGITS.search(text.replace("&nbsp;", " ")))
        ):
            return True
    if "@" in text or ("/" in text and _WEB.search(text)) or ("ww." in text.lower() if "." in text else False):
        return True
    if _CAPITAL.search(text) and _TITLE.search(text):
        return True
    if ("(" in text or "[" in text or "{" in text) and _AT_SPELT.search(text):
        return True
    return not text.isascii() and (seen := plain(visible(text))) != text and may_hold_something(seen)


def mask(text: str) -> tuple[str, list[Found], list[Doubt]]:
    """The text with marks, what was found in it, and why a person should look at it.

    What has no place in a text that is masked once more, as a mark makes room for what was hidden beside it: so it is masked
    until nothing changes.
    """
    found: list[Found] = []
    doubts: list[Doubt] = []
    for _ in range(MOST_PASSES):
        if not may_hold_something(text):
            break
        seen = visible(text)
        board = _searched(seen)
        doubts += [doubt for doubt in board.doubts if doubt not in doubts]
        if not board.found:
            break
        found += board.found
        text = masked(seen, board.found)
    return text, found, doubts


def values_masked(text: str) -> list[tuple[str, str]]:
    """What mask() takes out of a text, and the marks for it: for texts that quote it without the words that gave it away."""
    if not may_hold_something(text):
        return []
    seen = visible(text)
    return [(seen[one.start : one.end], MARKS[one.kind]) for one in _searched(seen).found]


def _searched(text: str) -> Board:
    board = Board(text)
    mask_urls(board)
    mask_emails(board)
    if _DIGIT.search(board.text):
        mask_plates(board)
    if _DIGITS.search(board.text):
        for phase in _NUMBERS:
            phase(board)
            if not _DIGITS.search(board.text):
                break
    if _TITLE.search(board.text):
        board.doubt("name", Reason("title_before_capital"))
    return board


_LONG = re.compile(r"(?<![\d.,])\d(?:[ ./-]?\d){7,18}(?!\d)")
_AMOUNT = re.compile(r"^\d{1,3}(?:[. ]\d{3})+$")
_LIST = re.compile(r"^(?:19|20)\d\d[/-]\d+$|^\d{1,4}(?:([ ./-])\d{1,4})(?:\1\d{1,4})*$")


def is_card(number: str) -> bool:
    """Whether this is the number of a bank card, in four groups of four with a check digit that is right."""
    from stdnum import luhn

    return bool(_CARD.match(number)) and bool(luhn.is_valid(digits(number)))


_CARD = re.compile(r"^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$")


def _doubt(board: Board) -> None:
    for match in _LONG.finditer(board.text):
        number = digits(match[0])
        if match[0] == number or is_card(match[0]) or not (_AMOUNT.match(match[0]) or _LIST.match(match[0])):
            board.doubt("number", Reason("long_number"))
            break


_NUMBERS = (
    mask_bsns_that_are_named,
    mask_phones_of_neighbours,
    mask_sure_national_numbers,
    spare,
    mask_accounts,
    mask_national_numbers,
    mask_phones,
    mask_bsns,
    _doubt,
)
"""In this order: what is sure, what stays, then the strictest shape first."""
