"""Letters that the typeface of the sheets does not have: emoji, Greek, mathematical signs ... They print as boxes, or not at all."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Container, Iterator

from learning_network.content.findings import Finding
from learning_network.content.library import Library
from learning_network.content.origins import Origins, records_by_file
from learning_network.content.prose import Page
from learning_network.content.texts import texts_of

from .lettering import Lettering

RULE = "no-such-letter"
_LAYOUT = frozenset("\n\r\t")
_INSTEAD = {"‐": "-", "‑": "-", "‒": "–", "―": "—", "−": "–", "•": "·", "⁃": "-", "●": "•", "▪": "•", "■": "•", "➜": "→", "➔": "→", "⇒": "→", "⇨": "→", "✔": "✓", "✅": "✓", "☑": "✓", "❌": "✗", "✘": "✗", "□": "☐", "′": "'", "″": '"', "„": '"', "‟": '"', "⅓": "1/3", "⅔": "2/3"}  # fmt: skip
"""What people mean who type such a sign; used only where the typeface has the answer."""


def known_letters(letters: Lettering) -> frozenset[str]:
    """The letters that both weights of the typeface have, and what only lays out a text."""
    regular, bold = letters.widths.values()
    return frozenset(regular) & frozenset(bold) | _LAYOUT


def missing_letters(text: str, known: frozenset[str]) -> list[str]:
    """The letters of a text that are not known, once each, in order. An accent typed apart from its letter is one with it."""
    if known.issuperset(text):
        return []
    return [letter for letter in dict.fromkeys(unicodedata.normalize("NFC", text)) if letter not in known]


def letter_faults(library: Library, letters: Lettering, but: Container[str] = ()) -> list[Finding]:
    """A fault for each letter that cannot be printed, in every record, page and network.yml, with the field that it stands in.

    but: the names of files to pass over.
    """
    known, origins = known_letters(letters), Origins(library.root)
    findings: list[Finding] = []
    for name, record in records_by_file(library):
        if name in but:
            continue
        id_ = getattr(record, "id", None)
        for where, text in texts_of(record):
            for letter in missing_letters(text, known):
                # A letter of network.yml's own words stands in many records, and is told once: there.
                said = origins.said(name, id_, where)
                if said is None or letter in unicodedata.normalize("NFC", str(said)):
                    findings.append(origins.finding(name, id_, where, RULE, *_told(".".join(map(str, where)), letter, known)))
    for page in library.pages:
        if page.name in but:
            continue
        findings += _in_page(page, library, known)
    return findings


def _in_page(page: Page, library: Library, known: frozenset[str]) -> Iterator[Finding]:
    """Faults in a prose page; its file is read again only when there is one, as the network's own words may be in `page`."""
    if all(not missing_letters(html.unescape(str(text)), known) for text in (page.body, *page.meta.values())):
        return
    try:
        rows = (library.root / page.name).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return
    for line, row in enumerate(rows, start=1):
        for letter in missing_letters(html.unescape(row), known):
            field = row.partition(":")[0].strip() if line < page.body_line else "the text"
            yield Finding(page.name, line, RULE, *_told(field, letter, known))


def _told(field: str, letter: str, known: frozenset[str]) -> tuple[str, str]:
    """What is wrong, and what to write instead."""
    name = unicodedata.name(letter, "").lower()
    code = f"U+{ord(letter):04X}"
    seen = not (unicodedata.category(letter)[0] in "CZM" or unicodedata.combining(letter))
    shown = f"'{letter}' ({name or code})" if seen else f"an invisible or loose sign ({f'{name}, ' if name else ''}{code})"
    return f"{field}: {shown} is not in the typeface of the sheets", _fix(letter, known)


def _fix(letter: str, known: frozenset[str]) -> str:
    if unicodedata.category(letter) == "Zs":
        return "write an ordinary space"
    if unicodedata.category(letter)[0] in "CM":
        return "remove it"
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    for instead in (_INSTEAD.get(letter, ""), plain):
        if instead and instead != letter and known.issuperset(instead):
            return f"write '{instead}', or say it in words"
    return "say it in words, or leave it out"
