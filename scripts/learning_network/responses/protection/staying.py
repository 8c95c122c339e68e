"""What looks like a number of a person and is none: amounts of money, dates, times, books, decrees, companies. It stays."""

from __future__ import annotations

import re

from .board import KEEP, Board

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:u][0-5]\d"
_MONEY_WORDS = r"€|\$|£|\b(?:[eE][uU][rR][oO]?|USD|frank|miljoen|miljard|mln|mld|million|billion)"
_AMOUNT = r"\d{1,3}(?:[. ,']\d{3}){1,4}(?!\d)(?:,\d{1,2}(?!\d))?"

STAYING = re.compile(
    "(?<![0-9])(?:"
    + "|".join(
        (
            rf"{_DAY}([./-]){_MONTH}\1{_YEAR}(?!\d)",
            rf"{_YEAR}([./-]){_MONTH}\2{_DAY}(?!\d)",
            rf"(?<![/.-]){_DAY}([./-]){_MONTH}\3\d\d(?!\d|[./-]\d| \d\d \d\d(?!\d))",
            rf"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
            rf"{_CLOCK} ?- ?{_CLOCK}(?![\d:]|[./-]\d)",
            r"97[89][ -]?(?:\d[ -]?){9}[\dXx](?!\d)",
            r"10\.\d{4,9}/[^\s\x00]{1,80}",
            rf"(?<![.,]){_AMOUNT}(?= ?(?:{_MONEY_WORDS}))",
            r"0[.,]\d{4,40}(?!\d)",
        )
    )
    + ")"
)
"""Dates in three orders, hours from and to, ISBN, DOI, money, decimals below one."""

_BETWEEN = r"[^\w\n\x00]{0,4}(?:(?:is|van|was|nr|nummer)\b[^\w\n\x00]{0,3}){0,2}"
STAYING_WITH_A_WORD = re.compile(
    "|".join(
        (
            r"\bISBN[^\d\n]{0,12}\d(?:[ -]?\d){8,11}[ -]?[\dXx](?!\d)",
            r"\bISSN[^\d\n]{0,6}\d{4}-?\d{3}[\dXx](?!\d)",
            r"(?:€|\$|£|\beuro?|\busd) ?" + _AMOUNT,
            rf"\b(?:budget(?:ten)?|bedrag|subsidie|begroting|omzet|kost(?:en|prijs)?|totaal)\b{_BETWEEN}{_AMOUNT}",
            r"\b(?:ondernemingsn(?:umme)?r\.?|KBO(?:-nummer|-nr)?|btw(?:-nummer|-nr)?|VAT|RSZ(?:-nummer|-nr)?|KvK(?:-nummer)?"
            rf"|rechtspersonenregister|RPR)\b{_BETWEEN}(?:BE ?|NL ?)?\d(?:[ .]?\d){{7,9}}(?:B\d\d)?(?!\d)",
            r"\bBE ?[01]\d{3}\.\d{3}\.\d{3}(?!\d)",
            rf"\b(?:numac|ELI|omzendbrief|inventaris(?:nummer|nr))\b{_BETWEEN}\d(?:[ ./-]?\d){{3,13}}(?!\d)",
        )
    ),
    re.IGNORECASE,
)
"""Books, money, enterprises and laws, where a word or a sign before the number says so."""

_WORDS = (
    *("isbn", "issn", "€", "$", "£", "eur", "usd", "budget", "bedrag", "subsidie", "begroting", "omzet", "kost", "totaal"),
    *(
        "onderneming",
        "kbo",
        "btw",
        "vat",
        "rsz",
        "kvk",
        "rechtspersonen",
        "rpr",
        "be 0",
        "be 1",
        "be0",
        "be1",
        "numac",
        "eli ",
        "omzendbrief",
    ),
    "inventaris",
)


def spare(board: Board) -> None:
    """Blot out what stays, so that no later pattern takes it for a number of a person."""
    board.sweep_numbers(STAYING, lambda board, match: (KEEP, match.start(), match.end()))
    small = board.text.lower()
    if any(map(small.__contains__, _WORDS)):
        board.sweep(STAYING_WITH_A_WORD, lambda board, match: (KEEP, match.start(), match.end()))
