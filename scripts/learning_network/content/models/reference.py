"""The shared lists: phases, closed vocabularies, glossary terms, bibliography."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .common import Id, Strict, Text, Translated, Url

Mark = Literal["circle", "triangle", "square", "diamond"]
SourceType = Literal["report", "article", "book", "website", "film", "thesis"]


class PhaseText(Strict):
    name: Text = Field(description="Full name.")
    short_name: Text = Field(description="One or two words, for labels and marks.")
    image: Text = Field(description="The picture behind the mark, e.g. the fire you gather round.")
    summary: Text = Field(description="One sentence: what you do in this phase.")
    take_home: list[Text] = Field(min_length=1, description="Take-home messages.")
    ready_when: list[Text] = Field(min_length=1, description="Signs that you can go on.")
    go_back_when: list[Text] = Field(min_length=1, description="Signs that an earlier phase needs attention.")


class PhaseTextEnglish(PhaseText, Translated):
    pass


class Phase(Strict):
    """A phase of the roadmap, with its trail mark."""

    id: Id = Field(description="Stable name in English, also the name of its page.")
    number: int = Field(ge=1, le=9, description="Place on the route.")
    mark: Mark = Field(description="Shape of its trail mark.")
    sources: list[Id] = Field(min_length=1, description="Ids from docs/bibliography.yml.")
    suggested: list[Literal["ready_when", "go_back_when", "image"]] = Field(
        default_factory=list, description="Parts that are our own suggestion, not the source's."
    )
    nl: PhaseText = Field(description="The texts in Dutch.")
    en: PhaseTextEnglish = Field(description="The same texts in English.")


class EntryText(Strict):
    label: Text = Field(description="The word that people see.")
    explanation: Text | None = Field(None, description="A sentence more, where the word alone is not clear.")


class EntryTextEnglish(EntryText, Translated):
    pass


class Entry(Strict):
    """An entry of a closed list."""

    id: Id = Field(description="Stable name in English; records choose by it.")
    nl: EntryText = Field(description="The texts in Dutch.")
    en: EntryTextEnglish = Field(description="The same texts in English.")


class TermText(Strict):
    term: Text = Field(description="The term itself.")
    forms: list[Text] = Field(default_factory=list, description="Other forms in running text, e.g. the plural.")
    definition: Text = Field(max_length=280, description="One or two plain sentences; also the tooltip.")
    flanders: Text | None = Field(None, description="How the word is used in Flanders.")
    netherlands: Text | None = Field(None, description="How the word is used in the Netherlands.")


class TermTextEnglish(TermText, Translated):
    pass


class Term(Strict):
    """A glossary term."""

    id: Id = Field(description="Stable name in English, also its place on the glossary page.")
    tooltip: bool = Field(True, description="Whether it is explained where it first occurs on a page.")
    sources: list[Id] = Field(default_factory=list, description="Ids from docs/bibliography.yml: where the idea comes from.")
    nl: TermText = Field(description="The texts in Dutch.")
    en: TermTextEnglish = Field(description="The same texts in English.")


class SourceText(Strict):
    note: Text = Field(description="What we took from it, or what to know about it.")


class SourceTextEnglish(SourceText, Translated):
    pass


class Source(Strict):
    """A source of the bibliography."""

    id: Id = Field(description="Stable name: author and year, or what it is.")
    type: SourceType = Field(description="What it is.")
    authors: Text = Field(description="Authors as the source writes them, or the organisation.")
    year: Text | None = Field(None, description="Year, in quotes.")
    title: Text = Field(description="Title, in its own language.")
    published_in: Text | None = Field(None, description="Journal, publisher or site.")
    url: Url | None = Field(None, description="Where to read it, a DOI where there is one.")
    language: Literal["nl", "en", "fr"] = Field(description="Language of the source.")
    cite_as: Text = Field(description="Short form in running text, e.g. Mold, 2017.")
    nl: SourceText = Field(description="The texts in Dutch.")
    en: SourceTextEnglish = Field(description="The same texts in English.")
