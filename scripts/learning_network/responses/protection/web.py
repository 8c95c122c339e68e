"""E-mail addresses, and web addresses that open something or tell who somebody is. Public pages stay."""

from __future__ import annotations

import re
from itertools import pairwise

from learning_network.words.reasons import Reason

from .board import KEEP, Board

# e-mail

_AT = re.compile(r"[(\[{<] ?(?:@|at|AT|At|apenstaart(?:je)?) ?[)\]}>]|@")
_DOMAIN = re.compile(
    r" ?(?:[^\W_][\w-]{0,62}(?:\.| ?[(\[{] ?(?:\.|dot|DOT|punt|PUNT) ?[)\]}] ?)){1,8}(?:xn--[a-z0-9-]{2,30}|[^\W\d_]{2,24})\w{0,40}"
)
_ONE_NAME = re.compile(r"[^\W\d_][\w-]+")
_IN_LOCAL = frozenset("!#$%&'*+/=?^_`{|}~-.’")
_NO_BEGIN = "!#$%&'*+/=?^`{|}~-.’"
_HANDLE = re.compile(r"[A-Za-z]\w*[._]\w+")


def mask_emails(board: Board) -> None:
    if "@" in board.text or "(" in board.text or "[" in board.text or "{" in board.text or "<" in board.text:
        board.sweep(_AT, _email)


def _email(board: Board, match: re.Match[str]) -> tuple[str, int, int] | None:
    text, start = board.text, match.start()
    end = start
    while end and text[end - 1] == " " and start - end < 2:
        end -= 1
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in _IN_LOCAL):
        start -= 1
    while start < end and text[start] in _NO_BEGIN:
        start += 1
    apart = end < match.start()
    domain = _DOMAIN.match(text, match.end())
    if domain and start < end and not (apart and text[start:end].isdigit()):
        return "email", start - (7 if text[max(0, start - 7) : start].lower().endswith("mailto:") else 0), domain.end()
    if start < end and not apart and _ONE_NAME.match(text, match.end()):
        board.doubt("email", Reason("maybe_email"))
    elif (apart or start == end) and _HANDLE.match(text, match.end()):
        board.doubt("name", Reason("maybe_account"))
    return None


# web addresses

_URL = re.compile(
    r"(?:[hH][tT]{2}[pP][sS]?|[fF][tT][pP])://[^\s<>\"\x00]+"
    r"|(?<![\w.@-])[wW]{3}\.[^\s<>\"\x00]+"
    r"|(?<![\w.@/-])(?:[A-Za-z0-9](?:[\w-]{0,40})\.){1,4}[A-Za-z]{2,20}/[^\s<>\"\x00]*"
)
_BARE = re.compile(r"\.[A-Za-z]{2,20}/")
_END = ".,;:!?'’”»*_"

_SHARED = re.compile(
    r"(?:^|\.)(?:1drv\.ms|sharepoint\.com|onedrive\.live\.com|drive\.google\.com|docs\.google\.com|forms\.gle|photos\.app\.goo\.gl|"
    r"we\.tl|wetransfer\.com|dropbox\.com|db\.tt|box\.com|icloud\.com|mega\.nz|filesender\.\w+|doodle\.com|calendly\.com|"
    r"teams\.microsoft\.com|teams\.live\.com|zoom\.us|meet\.google\.com|whereby\.com|meet\.jit\.si|webex\.com|"
    r"wa\.me|chat\.whatsapp\.com|t\.me|signal\.group|forms\.office\.com|forms\.microsoft\.com)$"
)
"""Hosts whose addresses open somebody's file, form or meeting, or a talk with somebody."""

_SHORTENED = re.compile(r"(?:^|\.)(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|t\.ly|rb\.gy|lnkd\.in|shorturl\.at|is\.gd|cutt\.ly)$")
_PERSON = re.compile(
    r"linkedin\.com/(?:in|pub)/|/personal/[^/]+_|(?:^|\.)facebook\.com/(?:profile\.php|people/)|/~[a-z]|/(?:user|users|gebruiker|profiel|profile|medewerker)s?/[^/?#]"
)
_SECRET = re.compile(
    r"[?&#;](?:[\w.-]*(?:token|sig|signature|key|secret|pass(?:word)?|pwd|wachtwoord|auth|code|session|sid|sessie|ticket|jwt|otp|hash|invite|"
    r"e-?mail|mail|user(?:name)?|gebruiker|naam|name|tel|phone|gsm|cli[eë]nt|pati[eë]nt|rrn|bsn|insz|resid|share|uid|guid))=[^&#]",
    re.IGNORECASE,
)
_AT_SIGN = re.compile(r"@|%40", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,}")


def mask_urls(board: Board) -> None:
    if ("/" in board.text and ("://" in board.text or _BARE.search(board.text))) or "www." in board.text.lower():
        board.sweep(_URL, _url)


def _url(board: Board, match: re.Match[str]) -> tuple[str, int, int] | None:
    url = match[0]
    end = len(url)
    while end and (url[end - 1] in _END or (url[end - 1] in ")]}" and not any(sign in url[:end] for sign in "([{"))):
        end -= 1
    kind = "url" if opens_something(url[:end]) else KEEP
    if kind == KEEP and _SHORTENED.search(_host(url[:end])):
        board.doubt("url", Reason("short_address"))
    return kind, match.start(), match.start() + max(end, 1)


def _host(url: str) -> str:
    return re.split(r"[/?#]", url.partition("://")[2] if "://" in url else url, maxsplit=1)[0].rpartition("@")[2].partition(":")[0].lower()


def opens_something(url: str) -> bool:
    """Whether a web address is more than a public page: it shares a file, holds a key or an account, or names a person."""
    address = url.partition("://")[2] if "://" in url else url
    if _SHARED.search(_host(url)) or _SECRET.search(address) or _PERSON.search(address.lower()):
        return True
    if _AT_SIGN.search(address):
        return "/@" not in address or "@" in address.replace("/@", "/")
    return any(_looks_drawn(part) for part in _TOKEN.findall(address.partition("/")[2]))


def _looks_drawn(part: str) -> bool:
    """Whether a part of an address was drawn by a machine: letters and digits through each other, not words with hyphens."""
    changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(part))
    return changes >= 4 and max(map(len, re.split(r"[\d_-]", part))) < 16
