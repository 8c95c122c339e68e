"""The sheets that bring others together: a workbook for each phase, and the whole roadmap as a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from learning_network.content.library import Library
from learning_network.content.models import LANGUAGES, Exercise, Phase, Worksheet
from learning_network.content.prose import Page
from learning_network.words.strings import strings

from .titles import Titles

BEFORE = ("background/why.md", "background/five-steps.md", "start.md", "phases/index.md")
AFTER = ("background/implementing.md", "background/learning-network.md", "background/origin.md")
"""The pages that stand before and after the phases in the whole book, in this order."""


@dataclass(frozen=True)
class Book:
    """A workbook of one phase, or the book of all of them. It is no record: no version, and the date of what is newest in it."""

    id: str
    page: str
    phases: tuple[str, ...]
    whole: bool
    sources: tuple[str, ...]
    updated: date
    nl: Titles
    en: Titles


def books(library: Library) -> Iterator[Book]:
    """The workbooks in the order of the walk, then the whole book. A phase without exercises and worksheets has none."""
    for phase in library.phases.values():
        words = (Titles(getattr(phase, of).name, getattr(phase, of).summary) for of in LANGUAGES)
        if _held(library, (phase,)):
            yield _book(library, f"phase-{phase.number}", f"phases/{phase.id}.html", (phase,), *words)
    words = (Titles(strings(of)("sheets.whole.title"), strings(of)("sheets.whole.summary")) for of in LANGUAGES)
    if _held(library, phases := tuple(library.phases.values())):
        yield _book(library, "all", "phases/index.html", phases, *words)


def _book(library: Library, id_: str, page: str, phases: tuple[Phase, ...], nl: Titles, en: Titles) -> Book:
    whole = id_ == "all"
    held = _held(library, phases)
    sources = {id_ for record in (*phases, *held) for id_ in record.sources}
    if whole:
        sources |= {id_ for term in library.terms.values() for id_ in term.sources}
    sources |= {id_ for page_ in pages_of(library, phases, whole, LANGUAGES[0]) for name, id_, _ in page_.calls() if name == "source"}
    updated = max(record.updated for record in held)
    return Book(id_, page, tuple(p.id for p in phases), whole, tuple(s for s in library.sources if s in sources), updated, nl, en)


def _held(library: Library, phases: tuple[Phase, ...]) -> list[Exercise | Worksheet]:
    """The records that these phases bring into a book."""
    return [*(e for phase in phases for e in exercises_of(library, phase)), *worksheets_of(library, phases)]


def pages_of(library: Library, phases: tuple[Phase, ...], whole: bool, language: str) -> list[Page]:
    """The prose pages that a book is made of, in order."""
    by_path = {page.path: page for page in library.pages if page.language == language}
    of_phases = [f"phases/{phase.id}.md" for phase in phases]
    wanted = [*BEFORE, *of_phases, *AFTER] if whole else of_phases
    return [by_path[path] for path in wanted if path in by_path]


def worksheets_of(library: Library, phases: tuple[Phase, ...]) -> list[Worksheet]:
    """The worksheets that the pages of these phases name, each once, in the order in which they are named."""
    named = (
        id_
        for page in pages_of(library, phases, False, LANGUAGES[0])
        for name, id_, _ in page.calls()
        if name == "worksheet" and id_ in library.worksheets
    )
    return [library.worksheets[id_] for id_ in dict.fromkeys(named)]


def exercises_of(library: Library, phase: Phase) -> list[Exercise]:
    """The exercises that have their home in this phase."""
    return [e for e in library.exercises.values() if e.phases[0] == phase.id]
