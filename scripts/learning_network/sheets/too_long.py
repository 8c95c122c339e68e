"""Texts that do not fit where they are printed: on a card, on a poster. Measured, not printed: it needs no Pango and little time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from learning_network.content.findings import Finding
from learning_network.content.library import Library
from learning_network.content.models import CardSet, Exercise, Worksheet
from learning_network.content.origins import Origins
from learning_network.content.yaml_file import Location
from learning_network.wording.text import plain

from .card_pages import GRIDS, CardTooLong, Fit
from .cards import Card, Glossary, cards_of
from .lettering import Lettering, TooLong
from .poster_room import boxes
from .specs import Spec

RULE = "too-long-for-paper"
GLOSSARY = "docs/glossary.yml"


@dataclass(frozen=True)
class _Text:
    """A text that does not fit: the file, the record in it (for a list), the place in the record, and where it is printed."""

    name: str
    id: str
    where: Location
    text: str
    on: str


def text_faults(library: Library, letters: Lettering, specs: Iterable[Spec]) -> list[Finding]:
    """A fault for each text that does not fit on these sheets: the field, how many letters are too many, what to write.

    A text that stands on several sheets is told once, with the most that is too much.
    """
    worst: dict[tuple[str, str, Location], tuple[_Text, TooLong | None]] = {}
    for spec in specs:
        for text, fault in _faults(library, letters, spec):
            key = (text.name, text.id, text.where)
            if key not in worst or _letters(fault) > _letters(worst[key][1]):
                worst[key] = (text, fault)
    origins = Origins(library.root)
    return [origins.finding(text.name, text.id, text.where, RULE, *_told(text, fault)) for text, fault in worst.values()]


def _faults(library: Library, letters: Lettering, spec: Spec) -> Iterator[tuple[_Text, TooLong | None]]:
    record = spec.record
    if spec.form == "cards" and isinstance(record, CardSet | Worksheet | Exercise | Glossary):
        yield from _of_cards(record, letters, spec)
    elif isinstance(record, Worksheet) and spec.template == "poster":
        for box in boxes(record, spec.language, library):
            for words, fault in box.faults(letters):
                yield _Text(f"exercises/{record.id}.yml", record.id, words.where, words.text, "the poster"), fault


def _of_cards(record: CardSet | Worksheet | Exercise | Glossary, letters: Lettering, spec: Spec) -> Iterator[tuple[_Text, TooLong]]:
    language, grid = spec.language, GRIDS[spec.size]
    title = plain(getattr(record, language).title)
    fit = Fit(grid, letters, record.id, language, title, isinstance(record, Glossary))
    on = "the card in large print" if spec.size == "large" else "the card"
    for card in cards_of(record, language):
        for side in (fit.front, fit.back):
            try:
                side(card)
            except CardTooLong as error:
                where = place(record, card, error.part, language)
                name = GLOSSARY if isinstance(record, Glossary) else f"exercises/{record.id}.yml"
                id_ = card.id if isinstance(record, Glossary) else record.id
                yield _Text(name, id_, where, error.text, on), TooLong(error.letters, error.word)


def place(record: CardSet | Worksheet | Exercise | Glossary, card: Card, part: str, language: str) -> Location:
    """Where in its record a part of a card is written."""
    if isinstance(record, Glossary):
        return (language, "definition" if part == "back" else "term")
    if part == "title" or isinstance(record, Exercise):
        return (language, "title")
    if isinstance(record, CardSet):
        pile: Any = next(of.pile for of in record.cards if of.id == card.id)
        return (language, "piles", pile) if part == "mark" else (language, "cards", card.id, part)
    return _of_question(record, card.id, part, language)


def _of_question(worksheet: Worksheet, card: str, part: str, language: str) -> Location:
    fields = {"front": "label", "lead": "label", "back": "help", "choices": "options"}
    for section in worksheet.sections:
        for question in section.questions:
            row = next((row for row in question.named_rows if card == f"{question.id}-{row}"), None)
            if row is None and card != question.id:
                continue
            if part == "mark":
                return (language, "sections", section.id, "title")
            at = (language, "questions", question.id)
            return (*at, "rows", row) if row is not None and part == "front" else (*at, fields.get(part, part))
    raise KeyError(card)


def _letters(fault: TooLong | None) -> int:
    return fault.letters if fault else 0


def _told(text: _Text, fault: TooLong | None) -> tuple[str, str]:
    """What is wrong, and what to write."""
    field = ".".join(map(str, text.where))
    whole = len(" ".join(plain(text.text).split()))
    if fault is None:
        return f"{field}: {text.on} has no room left for it", "take out a section, a question or an option, or write layout: questions"
    if fault.word:
        return f"{field}: the word '{fault.word}' is wider than {text.on}", "write a shorter word, or two"
    letters = "1 letter" if fault.letters == 1 else f"{fault.letters} letters"
    left = whole - fault.letters
    fix = f"write at most {left} letters" if left > 0 else "shorten what stands above it, or take out a question or an option"
    return f"{field}: {letters} too many for {text.on}", fix
