"""What stands in a workbook or in the whole book: its chapters, with the anchors that contents and links lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from learning_network.content.library import Library
from learning_network.content.models import Exercise, Phase, Worksheet
from learning_network.wording.facts import group_size, timetable
from learning_network.wording.network import phase_colour
from learning_network.wording.text import plain
from learning_network.words.strings import Strings

from .books import BEFORE, Book, exercises_of, pages_of, worksheets_of
from .paper import drawing, environment, shared_values
from .reading import Read, Reader, page_anchor, to
from .scenes import phase_path, scene
from .specs import Size, Spec
from .worksheets import worksheet_values


@dataclass(frozen=True)
class Chapter:
    """A chapter: the line above its title, the title, what it holds, and what the contents name of it (text, anchor)."""

    anchor: str
    kicker: str
    title: str
    html: Markup
    entries: list[tuple[str, str]]
    of: Phase | None = None
    """The phase that it belongs to, whose colour it has."""
    opens: bool = False
    """Whether it is the text of that phase, with which the phase begins."""


def book_values(library: Library, spec: Spec, t: Strings) -> dict[str, Any]:
    """What the template of a book needs beside what every sheet has."""
    book = spec.record
    assert isinstance(book, Book)
    phases = tuple(library.phases[id_] for id_ in book.phases)
    maker = _Maker(library, spec.language, spec.size, t, book, phases)
    return {
        "book": book,
        "chapters": list(maker.chapters()),
        "picture": phase_path(library, spec.language, t, spec.size) if book.whole else scene(library, phases[0], spec.language, t),
        "to": to,
        "on_cover": None if book.whole else phases[0],
        "scene": lambda phase: scene(library, phase, spec.language, t),
    }


class _Maker:
    """Makes the chapters of one book in one language and size."""

    def __init__(self, library: Library, language: str, size: Size, t: Strings, book: Book, phases: tuple[Phase, ...]) -> None:
        self.library, self.language, self.size, self.t = library, language, size, t
        self.book, self.phases = book, phases
        self.pages = pages_of(library, phases, book.whole, language)
        self.reader = Reader(library, language, t, size, self._anchors())

    def chapters(self) -> list[Chapter]:
        """All chapters in order. A worksheet stands where it is first named, an exercise in the phase that is its home."""
        found, placed = [], set()
        for page in self.pages:
            phase = next((p for p in self.phases if page.path == f"phases/{p.id}.md"), None)
            read = self.reader.read(page)
            if phase is None:
                kicker = self.t("sheets.whole.before" if page.path in BEFORE else "sheets.whole.after")
                found.append(Chapter(page_anchor(page.path), kicker, page.meta["title"], read.html, read.headings))
                continue
            found.append(self._of_phase(phase, read))
            fresh = [w for w in worksheets_of(self.library, (phase,)) if w.id not in placed]
            placed |= {w.id for w in fresh}
            found += [self._worksheets(phase, fresh)] if fresh else []
            found += [self._exercises(phase)] if exercises_of(self.library, phase) else []
        return found + ([self._glossary()] if self.book.whole else []) + [self._sources()]

    def _anchors(self) -> frozenset[str]:
        pages = {page_anchor(page.path) for page in self.pages}
        worksheets = {f"worksheet-{w.id}" for w in worksheets_of(self.library, self.phases)}
        exercises = {f"exercise-{e.id}" for phase in self.phases for e in exercises_of(self.library, phase)}
        return frozenset(pages | worksheets | exercises | {f"source-{id_}" for id_ in self.book.sources})

    def _of_phase(self, phase: Phase, read: Read) -> Chapter:
        kicker = self.t("phase.number", number=phase.number)
        return Chapter(page_anchor(f"phases/{phase.id}.md"), kicker, self._text(phase).name, read.html, read.headings, phase, opens=True)

    def _worksheets(self, phase: Phase, worksheets: list[Worksheet]) -> Chapter:
        html = Markup("").join(self._worksheet(worksheet) for worksheet in worksheets)
        entries = [(plain(self._text(w).title), f"worksheet-{w.id}") for w in worksheets]
        return Chapter(f"worksheets-{phase.id}", self._numbered(phase), self.t("exercise.worksheets"), html, entries, phase)

    def _worksheet(self, worksheet: Worksheet) -> Markup:
        spec = Spec("worksheet", worksheet, self.language, self.size)
        return self._part("book-worksheet", record=worksheet, spec=spec, **worksheet_values(worksheet, spec, self.t))

    def _exercises(self, phase: Phase) -> Chapter:
        here = exercises_of(self.library, phase)
        html = self._part("book-exercises", exercises=[self._exercise(e) for e in here], spec=None)
        entries = [(plain(self._text(e).title), f"exercise-{e.id}") for e in here]
        return Chapter(f"exercises-{phase.id}", self._numbered(phase), self.t("sheets.whole.exercises"), html, entries, phase)

    def _exercise(self, exercise: Exercise) -> dict[str, Any]:
        stops = timetable(exercise, self.language)
        return {"record": exercise, "words": self._text(exercise), "stops": stops, "group": group_size(exercise.group, self.t)}

    def _glossary(self) -> Chapter:
        terms = sorted(self.library.terms.values(), key=lambda term: str(self._text(term).term).casefold())
        html = self._part("book-glossary", terms=[(term, self._text(term)) for term in terms], spec=None)
        return Chapter("glossary", self.t("sheets.whole.after"), self.t("sheets.terms"), html, [])

    def _sources(self) -> Chapter:
        sources = sorted((self.library.sources[id_] for id_ in self.book.sources), key=lambda source: source.cite_as.casefold())
        html = self._part("book-sources", sources=sources, spec=None)
        return Chapter("sources", self.t("sheets.whole.after"), self.t("sheets.source", n=2), html, [])

    def _part(self, template: str, **values: Any) -> Markup:
        colour = phase_colour(self.library, self.phases[0])
        common = {**shared_values(self.library, self.language, self.t), "drawing": lambda name: drawing(name, colour)}
        return Markup(environment().get_template(f"{template}.html.j2").render(**common, **values))

    def _numbered(self, phase: Phase) -> str:
        return f"{self.t('phase.number', number=phase.number)}: {self._text(phase).short_name}"

    def _text(self, record: Any) -> Any:
        return getattr(record, self.language)
