"""Numbers that the state and the bank give people: rijksregisternummer, BSN, IBAN.

They are recognised by their shape, so that one with a typing error is masked as well; the check digits only decide where the
shape alone says too little. python-stdnum knows the rules of those digits and the lengths of the IBANs of all countries.
"""

from __future__ import annotations

import re
from functools import lru_cache

from learning_network.words.reasons import Reason

from .board import Board, digits, words_before

# IBAN

_IBAN = re.compile(r"(?:(?<=[A-Za-z]{2})|(?<=[A-Za-z]{2}[ .-]))[0-9]{2}(?=[ .-]?[A-Za-z0-9])")
_REST = re.compile(r"(?:[ .-]?[A-Za-z0-9]){8,31}")
_SIGN = re.compile(r"[A-Za-z0-9]")
_OLD_ACCOUNT = re.compile(r"(?<![\d-])\d{3}[ -]\d{7}[ -]\d{2}(?![\d-])")
"""How Belgian accounts were written before IBAN."""


def mask_accounts(board: Board) -> None:
    board.sweep_numbers(_IBAN, _iban)
    board.sweep_numbers(_OLD_ACCOUNT, lambda board, match: ("iban", match.start(), match.end()))


def _iban(board: Board, match: re.Match[str]) -> tuple[str, int, int] | None:
    start = match.start() - 2 - (board.text[match.start() - 1] in " .-")
    shape = iban_shape(board.text[start : start + 2].upper()) if start == 0 or not board.text[start - 1].isalnum() else ""
    rest = _REST.match(board.text, match.end())
    if not shape or not rest:
        return None
    end, n = rest.start(), 0
    for sign in _SIGN.finditer(rest[0]):
        if n == len(shape) or not _fits(sign[0], shape[n]):
            break
        end, n = rest.start() + sign.end(), n + 1
    if n == len(shape) or (n >= 8 and n >= len(shape) - 3):
        return "iban", start, end
    return None


def _fits(sign: str, wanted: str) -> bool:
    return wanted == "c" or (sign.isdigit() if wanted == "n" else sign.isalpha())


@lru_cache
def iban_shape(country: str) -> str:
    """What follows the check digits of an IBAN: n a digit, a a letter, c either. Empty for what is no country with IBANs."""
    from stdnum import numdb

    found = numdb.get("iban").info(country)
    bban = found[0][1].get("bban", "") if found else ""
    return "".join(kind * int(count) for count, kind in re.findall(r"(\d+)!?([nac])", bban))


# rijksregisternummer

_NATIONAL = re.compile(r"(?<![\d+])\d\d[ ./-]?\d\d[ ./-]?\d\d(?: ?[ ./-] ?)?\d{3}(?: ?[ ./-] ?)?\d\d(?!\d)")
_NATIONAL_WORDS = r"rijksregister(?:nummer|nr)?|rr|rrn|insz|niss|inss|nationaal|identificatienummer|ikn|bis(?:nummer)?"
_PARTED = re.compile(r"^\d\d[ ./-]?\d\d[ ./-]?\d\d[^\d]+\d{3}")


def mask_sure_national_numbers(board: Board) -> None:
    """Those with the word before them, or with a date of birth and check digits that are right."""
    board.sweep_numbers(_NATIONAL, lambda board, match: _national(board, match, sure=True))


def mask_national_numbers(board: Board) -> None:
    """Those whose shape holds a date of birth."""
    board.sweep_numbers(_NATIONAL, lambda board, match: _national(board, match, sure=False))


def _national(board: Board, match: re.Match[str], sure: bool) -> tuple[str, int, int] | None:
    number = digits(match[0])
    found = "national-number", match.start(), match.end()
    if words_before(_NATIONAL_WORDS).search(board.before(match.start())):
        return found
    # bis numbers add 20 or 40 to the month, and a day may be unknown
    if int(number[2:4]) % 20 > 12 or int(number[2:4]) > 52 or int(number[4:6]) > 31:
        return None
    if sure:
        return found if national_check(number) else None
    mobile = number.startswith(("324", "316"))
    return found if _PARTED.match(match[0]) or (match[0] == number and not mobile) else None


def national_check(number: str) -> bool:
    """Whether the last two of eleven digits are the check digits: 97 - the others mod 97, with a 2 before who was born from 2000 on."""
    first, check = number[:9], int(number[9:])
    return check in (97 - int(first) % 97, 97 - int("2" + first) % 97)


# BSN

_BSN = re.compile(r"(?<![\d.,])(?:\d{8,9}|\d{4}[. -]\d\d[. -]\d{3}|\d{3}([. -])\d{3}\1\d{3}|\d\d\.\d\d\.\d\d\.\d{3})(?![\d]|[.,]\d)")
_BSN_WORDS = r"bsn|burgerservicenummer|burgerservicenr|burgerservice|sofi|sofinummer|sofi-nummer|sofinr"


def mask_bsns_that_are_named(board: Board) -> None:
    """Those with the word before them, whatever their check digit."""
    small = board.text.lower()
    if "bsn" in small or "burgerservice" in small or "sofi" in small:
        board.sweep_numbers(_BSN, lambda board, match: _bsn(board, match, named=True))


def mask_bsns(board: Board) -> None:
    """Those whose check digit says so."""
    board.sweep_numbers(_BSN, lambda board, match: _bsn(board, match, named=False))


def _bsn(board: Board, match: re.Match[str], named: bool) -> tuple[str, int, int] | None:
    if words_before(_BSN_WORDS).search(board.before(match.start(), 40)):
        return "bsn", match.start(), match.end()
    number = digits(match[0])
    if named or len(number) != 9 or not elfproef(number):
        return None
    if match[1] == ".":  # an amount is written like this too
        board.doubt("bsn", Reason("maybe_bsn"))
        return None
    return "bsn", match.start(), match.end()


def elfproef(number: str) -> bool:
    """The check of a BSN: the digits times 9, 8 ... 2 and -1 add up to a multiple of eleven."""
    from stdnum.nl import bsn

    return bool(bsn.is_valid(number))
