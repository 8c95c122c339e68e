"""The session pack: agenda, materials, the facilitator's sheets and all hand-outs of a workshop, as one PDF."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from learning_network.content.findings import did_you_mean
from learning_network.content.library import Library
from learning_network.content.models import Exercise
from learning_network.wording.facts import group_size, material_line, timetable
from learning_network.wording.network import INK, own_strings, phase_colour
from learning_network.wording.text import plain

from .agenda import Need, Session, misfits, needs, rows
from .cards import PICTURE_EXERCISE
from .glyphs import known_letters, missing_letters
from .lettering import lettering
from .looks import laid_out, twin_html
from .markup import sheet_html
from .paper import environment, shared_values
from .printer import Printed, Printer, written
from .specs import Spec

FEWEST_PAGES = 2
"""One for the agenda, one for what to bring."""

PackSize = Literal["ordinary", "large"]


@dataclass(frozen=True)
class Pack:
    """A session pack to print. `made_on` is the day that its agenda tells."""

    session: Session
    language: str
    made_on: date
    size: PackSize = "ordinary"
    title: str = ""
    """What people call the session; empty: a session pack."""

    @property
    def name(self) -> str:
        """The file that it is written to."""
        return f"session-pack{'' if self.size == 'ordinary' else f'-{self.size}'}.pdf"

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets of sheets/styles that its agenda is printed with, in order."""
        return ("paper", "facilitator", "pack") if self.size == "ordinary" else ("paper", "facilitator", "pack", self.size)

    @property
    def copies(self) -> int:
        """How many of each hand-out."""
        return self.session.participants or 1


def exercises_of(library: Library, ids: Iterable[str]) -> tuple[Exercise, ...]:
    """The exercises with these ids, in this order. Raises ValueError for an id that is no exercise, or that comes twice."""
    kinds: Iterable[tuple[str, Mapping[str, Any]]] = (("a worksheet", library.worksheets), ("a card set", library.card_sets))
    found: dict[str, Exercise] = {}
    for id_ in ids:
        if id_ in found:
            raise ValueError(f"'{id_}' is there twice: write each exercise once")
        if id_ not in library.exercises:
            kind = next((kind for kind, records in kinds if id_ in records), None)
            wrong = f"'{id_}' is {kind}, and a pack is made of exercises" if kind else f"there is no exercise '{id_}'"
            raise ValueError(f"{wrong}: {did_you_mean(id_, library.exercises)}")
        found[id_] = library.exercises[id_]
    return tuple(found.values())


def print_pack(library: Library, pack: Pack, say: Callable[[int], None] = lambda pages: None) -> Printed:
    """The finished PDF of a pack. Raises NoPango, OutsideFile, and ValueError when the session goes on after midnight.

    say: told how many pages there are, before they are written; that takes 7 seconds for 200 pages and minutes for 3,000.
    """
    html = agenda_html(library, pack)
    printer = Printer(library.root)
    first = agenda_pages(printer, html, pack.styles)
    pages = list(first.pages)
    for spec, number in sheets_of(library, pack):
        sheet = laid_out(printer, spec, sheet_html(library, spec), twin_html(library, spec))
        pages += repeated(sheet.pages, number, _title(library, spec, number))
    say(len(pages))
    return written(first.copy(pages))


def agenda_pages(printer: Printer, html: str, styles: tuple[str, ...]) -> Any:
    """The laid-out agenda and materials list: with less white between, where that saves a page."""
    document = printer.lay_out(html, styles)
    if len(document.pages) > FEWEST_PAGES:
        closer = printer.lay_out(html.replace('class="pack ', 'class="pack close ', 1), styles)
        if len(closer.pages) < len(document.pages):
            return closer
    return document


def sheets_of(library: Library, pack: Pack) -> Iterator[tuple[Spec, int]]:
    """What comes after the agenda, in order, and how many of each: the facilitator's sheets, then the hand-outs of each exercise."""
    for exercise in pack.session.exercises:
        yield Spec("facilitator", exercise, pack.language, pack.size), 1
    for exercise in pack.session.exercises:
        yield Spec("participants", exercise, pack.language, pack.size), pack.copies
        for id_ in exercise.worksheets:
            yield Spec("worksheet", library.worksheets[id_], pack.language, pack.size), pack.copies


def worksheet_counts(library: Library, pack: Pack) -> list[tuple[Spec, int]]:
    """The worksheets in the pack and how many copies of each: one that two exercises use is there for both."""
    asked = [(spec, number) for spec, number in sheets_of(library, pack) if spec.form == "worksheet"]
    first = {spec.name: spec for spec, _ in asked}
    return [(spec, sum(number for other, number in asked if other.name == name)) for name, spec in first.items()]


def repeated(pages: Sequence[Any], number: int, title: str) -> list[Any]:
    """These laid-out pages so many times over, with bookmarks to the first copy alone; the title is that of its first bookmark.

    A page is drawn and tagged anew for each place that it has in the file, so every copy reads as well as the first. Bookmarks
    would come again too: eighteen times the headings of a worksheet, for a facilitator who looks for the next exercise.
    """
    found = [copy.copy(page) for _ in range(number) for page in pages]
    for page in found[len(pages) :]:
        page.bookmarks = []
    if found[0].bookmarks:
        (level, _, *rest), *others = found[0].bookmarks
        found[0].bookmarks = [(level, title, *rest), *others]
    return found


def _called(library: Library, pack: Pack) -> str:
    """What people call the session, without letters that the typeface lacks: a plan may hold an emoji."""
    missing = missing_letters(pack.title, known_letters(lettering(library.root)))
    return " ".join("".join(letter for letter in unicodedata.normalize("NFC", pack.title) if letter not in missing).split())


def _title(library: Library, spec: Spec, number: int) -> str:
    title = plain(getattr(spec.record, spec.language).title)
    kind = own_strings(library, spec.language)(f"sheets.links.{spec.form}")
    return f"{title} ({kind})" if number == 1 else f"{title} ({kind}, {number}×)"


def agenda_html(library: Library, pack: Pack) -> str:
    """The agenda and the materials list, ready to print. Raises ValueError when the session goes on after midnight."""
    t, session = own_strings(library, pack.language), pack.session
    agenda = rows(session)
    phases = [phase for id_, phase in library.phases.items() if any(e.phases[0] == id_ for e in session.exercises)]
    values: dict[str, Any] = {
        **shared_values(library, pack.language, t),
        "spec": {"form": "pack"},
        "record": {"updated": pack.made_on},
        "pack": pack,
        "session": session,
        "called": _called(library, pack),
        "words": {
            "title": _called(library, pack) or t("sheets.pack.title"),
            "summary": ", ".join(plain(getattr(e, pack.language).title) for e in session.exercises),
        },
        "colour": INK,
        "colour_of": lambda exercise: phase_colour(library, library.phases[exercise.phases[0]]),
        "qr": None,
        "phases": phases,
        "rows": agenda,
        "stops": lambda row: timetable(row.exercise, pack.language, row.start),
        "group_size": lambda exercise: group_size(exercise.group, t),
        "misfits": misfits(session),
        "too_many": any(
            getattr(e, pack.language).variations.large_group for e in misfits(session) if (session.participants or 0) > e.group.max
        ),
        "needs": [material_row(library, need, pack.language) for need in needs(session, library)],
        "worksheets": worksheet_counts(library, pack),
        "apart": list(card_sheets(library, pack)),
    }
    return environment().get_template("pack.html.j2").render(**values)


def card_sheets(library: Library, pack: Pack) -> Iterator[Spec]:
    """The cards that the exercises use and that the pack does not hold: thick paper, cut before the day."""
    ids = dict.fromkeys(id_ for exercise in pack.session.exercises for id_ in exercise.card_sets)
    for exercise in pack.session.exercises:
        if exercise.id == PICTURE_EXERCISE:
            yield Spec("cards", exercise, pack.language, pack.size)
    for id_ in ids:
        yield Spec("cards", library.card_sets[id_], pack.language, pack.size)


def material_row(library: Library, need: Need, language: str) -> dict[str, Any]:
    """A line of the materials list in words: what, how many altogether, and how many for which exercise."""
    t = own_strings(library, language)
    label: str = getattr(library.vocabularies["materials"][need.id], language).label
    uses = []
    for use in need.uses:
        each = material_line(library, use.exercise, use.material, t).removeprefix(label).lstrip(":, ")
        if use.material.per == "small-group" and use.shares:
            each += f", {t('sheets.pack.small_groups', n=use.shares)}"
        title = getattr(use.exercise, language).title
        uses.append({"title": title, "number": use.number, "each": each if use.number is None or use.shares else ""})
    total = None if need.total is None else t("sheets.pack.at_least", n=need.total) if need.at_least else str(need.total)
    return {"label": label, "total": total, "uses": uses}
