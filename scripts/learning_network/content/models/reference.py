"""The shared lists: phases, closed vocabularies, glossary terms, bibliography."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .common import Id, Strict, Text, Translated, Url

Mark = Literal["circle", "triangle", "square", "diamond"]
SourceType = Literal["report", "article", "book", "website", "film", "thesis"]


class PhaseText(Strict):
    name: Text
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

    id: Id
    number: int = Field(ge=1, le=9)
    mark: Mark
    sources: list[Id] = Field(min_length=1)
    suggested: list[Literal["ready_when", "go_back_when", "image"]] = Field(default_factory=list)
    nl: PhaseText
    en: PhaseTextEnglish


class EntryText(Strict):
    label: Text
    explanation: Text | None = None


class EntryTextEnglish(EntryText, Translated):
    pass


class Entry(Strict):
    """An entry of a closed list."""

    id: Id
    nl: EntryText
    en: EntryTextEnglish


class TermText(Strict):
    term: Text
    forms: list[Text] = Field(default_factory=list, description="Other forms in running text, e.g. the plural.")
    definition: Text = Field(max_length=280, description="One or two plain sentences; also the tooltip.")
    flanders: Text | None = Field(None, description="How the word is used in Flanders.")
    netherlands: Text | None = Field(None, description="How the word is used in the Netherlands.")


class TermTextEnglish(TermText, Translated):
    pass


class Term(Strict):
    """A glossary term."""

    id: Id
    tooltip: bool = Field(True, description="Whether it is explained where it first occurs on a page.")
    sources: list[Id] = Field(default_factory=list)
    nl: TermText
    en: TermTextEnglish


class SourceText(Strict):
    note: Text = Field(description="What we took from it, or what to know about it.")


class SourceTextEnglish(SourceText, Translated):
    pass


class Source(Strict):
    """A source of the bibliography."""

    id: Id
    type: SourceType
    authors: Text
    year: Text | None = None
    title: Text
    published_in: Text | None = Field(None, description="Journal, publisher or site.")
    url: Url | None = None
    language: Literal["nl", "en", "fr"]
    cite_as: Text = Field(description="Short form in running text, e.g. Mold, 2017.")
    nl: SourceText
    en: SourceTextEnglish
