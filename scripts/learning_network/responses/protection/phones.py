"""Telephone numbers of Belgium and the Netherlands in all ways that people write them, and of other countries with + or 00."""

from __future__ import annotations

import re

from learning_network.words.reasons import Reason

from .board import Board, digits, words_before

_GAP = r"[ ./\-()_]{0,3}"
_FAR = r"[ ./\-()_]{0,4}"
_START = r"(?:(?<![\w+])\(?\+{blank}|\(?(?<![\w.,+]){apart}00[ .-]?)\(?"
_NEIGHBOURS = re.compile(_START.format(blank=" ?", apart="") + rf"3[12](?:{_FAR}\d){{7,12}}(?!\d)")
"""Belgium and the Netherlands as from abroad: nothing else begins so."""

_ABROAD = re.compile(_START.format(blank="", apart=r"(?<!\d[ /.-])(?<!\d[ /.-]{2})(?<!\d[ /.-]{3})") + rf"[1-9](?:{_FAR}\d){{6,14}}(?!\d)")
_HOME = re.compile(rf"(?<!\d)(?<!\d[.,])\(?0(?:{_GAP}\d){{7,10}}(?!\d)")
_WITHOUT = re.compile(
    r"(?<![\d.,])(?:(?:32[ .]?\(?0?\)?[ .]?4[5-9]\d|31[ .]?\(?0?\)?[ .-]?6)(?:[ ./-]?\d){6,8}"
    r"|4[5-9]\d(?:[ /.-]\d\d[ .-]\d\d[ .-]\d\d|/\d{6}|/\d{3}[ .]\d{3}))(?!\d)"
)
"""A number without its plus, or a mobile one without its zero, in groups that only telephone numbers have."""

_ANY = re.compile(r"(?<![\d.,+])\(?\d(?:[ ./\-()_]{0,2}\d){6,13}(?!\d)")

_SEVEN = re.compile(r"[0-9](?:[^0-9]{0,3}[0-9]){6}")

_PHONE_WORDS = (
    r"tel|telf|telefoon|telefonisch|telefoonnummer|telefoonnr|telnr|gsm|gsm-nummer|gsmnummer|gsm-nr|mobiel|mobieltje|06-nummer|bel|belt|bellen|"
    r"whatsapp|whatsappen|sms|sms'en|sms-nummer|app|appen|fax|phone|mobile|call|ring|text|bereikbaar|te bereiken"
)
_MORE = re.compile(r"\+\d{1,3}(?:\.\d{3})+")
"""'+1.250.000' is so many more."""

_WIDE = re.compile(r"\d[^\d]{3}(?=\d)")
_SHORT_END = re.compile(r"(?<=[^\d])\d$")


def mask_phones_of_neighbours(board: Board) -> None:
    """Before dates and amounts are spared, as a part of such a number may look like one."""
    if "+" in board.text or "00" in board.text:
        board.sweep_numbers(_NEIGHBOURS, _abroad)


def mask_phones(board: Board) -> None:
    if "+" in board.text or "00" in board.text:
        board.sweep_numbers(_ABROAD, _abroad)
    board.sweep_numbers(_HOME, _home)
    if _SEVEN.search(board.text):
        board.sweep_numbers(_WITHOUT, lambda board, match: _phone(board, match.start(), match.end()))
        board.sweep_numbers(_ANY, _named)


def _abroad(board: Board, match: re.Match[str]) -> tuple[str, int, int] | None:
    """With + or 00: a number of Belgium or the Netherlands ends where its length says, others where their digits end."""
    if _MORE.fullmatch(match[0]):
        return None
    number, places = digits(match[0]), _places(match)
    prefix = 2 if match[0].lstrip("(").startswith("00") else 0
    country, rest = number[prefix : prefix + 2], number[prefix + 2 :]
    zero = 1 if rest.startswith("0") else 0
    rest = rest[zero:]
    if country == "32":
        length = 9 if rest[:1] == "4" and rest[1:2] in "56789" else 8
    elif country == "31":
        length = 9
    else:
        return _phone(board, match.start(), match.end())
    return _phone(board, match.start(), _border(board, match, places, prefix + 2 + zero + length))


def _home(board: Board, match: re.Match[str]) -> tuple[str, int, int] | None:
    """With a zero: ten digits for a mobile number, nine or ten for others, eight for 0800 and 0900. A length fits where digits pause."""
    number, places = digits(match[0]), _places(match)
    if len(_WIDE.findall(match[0])) > 3 or number[1] == "0":
        return None
    if re.match(r"04[5-9]|06", number):
        lengths: tuple[int, ...] = (10, 9, 11)
    elif re.match(r"0[89]0", number):
        lengths = (11, 9, 10, 8)
    else:
        lengths = (9, 10, 11)
    for length in lengths:
        if length > len(number):
            continue
        end = match.start() + places[length - 1] + 1
        part = board.text[match.start() : end]
        if board.text[end : end + 1].isdigit() or (_SHORT_END.search(part) and _pauses(part) < length - 2):
            continue
        return _phone(board, match.start(), end)
    board.doubt("phone", Reason("maybe_phone"))
    return None


def _phone(board: Board, start: int, end: int) -> tuple[str, int, int]:
    """The stretch of a number, without a bracket that opens before it and closes behind it."""
    return "phone", start + (board.text[start] == "(" and not _closed(board.text[start:end])), end


def _closed(part: str) -> bool:
    """Whether as many brackets close as open."""
    return part.count("(") == part.count(")")


def _pauses(part: str) -> int:
    return len(re.findall(r"\d(?=[^\d]+\d)", part))


def _named(board: Board, match: re.Match[str]) -> tuple[str, int, int] | None:
    """Any number of seven to fourteen digits with a word such as 'gsm' before it, or that a mobile telephone has without its zero."""
    if words_before(_PHONE_WORDS).search(board.before(match.start(), 40)):
        return _phone(board, match.start(), match.end())
    number = digits(match[0])
    if number == match[0] and len(number) == 9 and number[0] in "46" and is_mobile(number):
        return "phone", match.start(), match.end()
    return None


def is_mobile(number: str) -> bool:
    """Whether nine digits are a Belgian or Dutch mobile number without its zero, by the plans that phonenumbers knows."""
    import phonenumbers

    region = "BE" if number[0] == "4" else "NL"
    parsed = phonenumbers.parse(number, region)
    return phonenumbers.is_valid_number(parsed) and phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE


def _places(match: re.Match[str]) -> list[int]:
    """Where the digits stand in a match."""
    return [place for place, sign in enumerate(match[0]) if sign.isdigit()]


def _border(board: Board, match: re.Match[str], places: list[int], length: int) -> int:
    """Where a number of this many digits ends; all of it when that is in the middle of digits, or when it has fewer."""
    if length >= len(places):
        return match.end()
    end = match.start() + places[length - 1] + 1
    return match.end() if board.text[end : end + 1].isdigit() else end
