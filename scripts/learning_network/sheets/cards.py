"""The sets of cards: which cards there are, and what stands on their fronts and backs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from learning_network.content.models import CardSet, Exercise, Term, Worksheet
from learning_network.content.models.worksheet import Question
from learning_network.words.strings import Strings, strings

from .titles import Titles

PICTURES = Path(__file__).parent / "templates" / "pictures"
PICTURE_EXERCISE = "picture-cards"
"""The exercise that our own drawings are made for."""
CARD_WORKSHEETS = "reflection"
"""The kind of worksheet whose questions also come as cards."""


@dataclass(frozen=True)
class Ends:
    """A row of numbers and what its ends mean."""

    min: int
    max: int
    low: str
    high: str


@dataclass(frozen=True)
class Card:
    """One card. On the front: a small line (`lead`), the thought itself, and what to choose from; or a picture.

    Its number and pile (`mark`) stand on the back only, so that the front of a card to sort gives nothing away.
    """

    id: str
    front: str = ""
    back: str = ""
    lead: str = ""
    choices: tuple[str, ...] = ()
    scale: Ends | None = None
    picture: str = ""
    alternative: str = ""
    pile: str = ""
    mark: str = ""
    own: bool = False
    """An empty card to write or draw on."""
    lines: int = 0
    """Writing lines on the front of such a card."""


@dataclass(frozen=True)
class Glossary:
    """The glossary as a set of cards. It is no record of its own: no phase, no version."""

    terms: tuple[Term, ...]
    sources: tuple[str, ...]
    nl: Titles
    en: Titles
    id: str = "terms"
    page: str = "glossary.html"
    phases: list[str] = field(default_factory=list)


def glossary(terms: Iterable[Term]) -> Glossary:
    """The terms that are explained on the pages, as a set of cards, with the sources of them all."""
    chosen = tuple(term for term in terms if term.tooltip)
    sources = tuple(dict.fromkeys(id_ for term in chosen for id_ in term.sources))
    nl, en = (Titles(strings(of)("sheets.terms"), strings(of)("sheets.terms_summary")) for of in ("nl", "en"))
    return Glossary(chosen, sources, nl, en)


def cards_of(record: CardSet | Worksheet | Exercise | Glossary, language: str) -> list[Card]:
    """The cards of a set in order, each with its number: a card set's, a worksheet's questions, pictures, or glossary terms."""
    if isinstance(record, CardSet):
        found = _of_card_set(record, getattr(record, language))
    elif isinstance(record, Worksheet):
        found = _of_worksheet(record, getattr(record, language))
    elif isinstance(record, Exercise):
        found = _of_pictures(language)
    else:
        found = _of_terms(record.terms, language)
    cards = list(found)
    return [replace(card, mark=_mark(card, n, len(cards))) for n, card in enumerate(cards, start=1)]


@dataclass(frozen=True)
class Guide:
    """The page that goes with a set: what it is for, how to use it, and what then. `heading` is a key of the interface strings."""

    purpose: str
    heading: str
    how: list[str]
    afterwards: list[str]
    suggested: bool = False
    safety: bool = False


def guide_of(record: CardSet | Worksheet | Exercise | Glossary, language: str, t: Strings) -> Guide:
    """The guide of a set. Of an exercise it tells what the participants may read; a worksheet's own steps are about the sheet."""
    words: Any = getattr(record, language)
    if isinstance(record, Glossary):
        return Guide(words.summary, "cards_page.how", t.raw("sheets.term_cards_how"), [], suggested=True)
    if isinstance(record, Exercise):
        return Guide(words.purpose, "exercise.task", words.task, [], safety=record.safety)
    if isinstance(record, Worksheet):
        how = [step.format(title=words.title) for step in t.raw("sheets.question_cards_how")]
        return Guide(words.purpose, "cards_page.how", how, [], suggested=True, safety=record.safety)
    return Guide(words.purpose, "cards_page.how", words.how, words.afterwards, "how" in record.suggested, record.safety)


def filled(cards: list[Card], per_page: int, t: Strings) -> list[Card]:
    """The cards of whole pages: a small set as often as it goes on one page, then empty cards for thoughts of one's own."""
    cards = cards * max(1, per_page // len(cards))
    drawn = bool(cards[0].picture)
    own = Card("own", lead=t("sheets.own_picture" if drawn else "sheets.own_card"), own=True, lines=0 if drawn else 3)
    return cards + [own] * (-len(cards) % per_page)


@cache
def pictures() -> dict[str, dict[str, str]]:
    """Our own drawings: id -> language -> what there is to see, in the order of printing."""
    found: dict[str, dict[str, str]] = yaml.safe_load((PICTURES / "pictures.yml").read_text(encoding="utf-8"))
    return found


def _mark(card: Card, number: int, total: int) -> str:
    place = f"{number} / {total}"
    return f"{card.pile} · {place}" if card.pile else place


def _of_card_set(record: CardSet, words: Any) -> Iterator[Card]:
    for card in record.cards:
        text = words.cards[card.id]
        yield Card(card.id, text.front, text.back or "", pile=words.piles[card.pile] if card.pile else "")


def _of_worksheet(record: Worksheet, words: Any) -> Iterator[Card]:
    """A card for each question; a table whose rows have names gives one for each row, with the question above it."""
    for section in record.sections:
        title = words.sections[section.id].title if len(record.sections) > 1 else ""
        for question in section.questions:
            yield from _of_question(question, words.questions[question.id], title)


def _of_question(question: Question, words: Any, section: str) -> Iterator[Card]:
    choices = tuple(words.options[id_] for id_ in question.options)
    if question.type == "table":
        choices = tuple(words.options[id_] for id_ in _choices_of_columns(question))
        rows = [(f"{question.id}-{id_}", words.rows[id_]) for id_ in question.named_rows]
        if rows:
            for id_, row in rows:
                yield Card(id_, row, words.help or "", lead=words.label, choices=choices, pile=section)
            return
    ends = Ends(question.scale.min, question.scale.max, words.low or "", words.high or "") if question.scale else None
    yield Card(question.id, words.label, words.help or "", choices=choices, scale=ends, pile=section)


def _choices_of_columns(question: Question) -> list[str]:
    """The options of the table's cells, once each; columns with the same options share them."""
    return list(dict.fromkeys(id_ for column in question.columns for id_ in column.options))


def _of_terms(terms: tuple[Term, ...], language: str) -> Iterator[Card]:
    """In alphabetical order."""
    for term in sorted(terms, key=lambda term: str(getattr(term, language).term).casefold()):
        words = getattr(term, language)
        yield Card(term.id, f"**{words.term}**", words.definition)


def _of_pictures(language: str) -> Iterator[Card]:
    for id_, alternatives in pictures().items():
        yield Card(id_, picture=id_, alternative=alternatives[language])
