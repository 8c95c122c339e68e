"""A set of cards to cut out: one thought a card, with a back where the set needs one."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .common import Id, Practice, Record, Safety, Strict, Text, Translated

Suggestible = Literal["minutes", "cards", "how"]


class Card(Strict):
    """One card; its id stays the same on every surface."""

    id: Id = Field(description="Short name of the card; its texts stand under the same id in nl and en.")
    pile: Id | None = Field(None, description="The pile that it belongs to, where the set has piles.")


class CardText(Strict):
    front: Text = Field(max_length=180, description="What stands on the card.")
    back: Text | None = Field(None, max_length=260, description="What stands on its back.")


class CardSetText(Strict):
    """The texts of a card set in one language."""

    title: Text = Field(description="Name of the set.")
    summary: Text = Field(max_length=170, description="One sentence; also the description that search engines show.")
    purpose: Text = Field(description="What people have or can do afterwards.")
    how: list[Text] = Field(min_length=1, description="How to use the cards, a few short steps.")
    piles: dict[Id, Text] = Field(default_factory=dict, description="Names of the piles, per pile id.")
    cards: dict[Id, CardText] = Field(description="The texts of the cards, per card id.")
    afterwards: list[Text] = Field(min_length=1, description="What to do after the cards.")


class CardSetTextEnglish(CardSetText, Translated):
    pass


class CardSet(Record):
    """A set of cards, written once for every surface."""

    type: Literal["card-set"] = Field(description="Tells card sets apart from exercises and worksheets, as they share a folder.")
    phases: list[Id] = Field(min_length=1, description="Phases where it fits; the first is its home.")
    practice: list[Id] = Practice
    safety: bool = Safety
    audience: list[Id] = Field(min_length=1, description="Who uses it: ids from exercises/vocabulary/audiences.yml.")
    minutes: int = Field(ge=1, le=480, description="Whole minutes for one use.")
    piles: list[Id] = Field(default_factory=list, description="Piles that the cards are sorted in, in order; none for one pile.")
    cards: list[Card] = Field(min_length=2, description="The cards, in order.")
    suggested: list[Suggestible] = Field(default_factory=list, description="Parts that are our own suggestion, not the source's.")
    nl: CardSetText = Field(description="The texts in Dutch.")
    en: CardSetTextEnglish = Field(description="The same texts in English.")
