"""Which sheets there are: a name, the record behind it, the language, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from learning_network.content.library import Library
from learning_network.content.models import LANGUAGES, CardSet, Exercise, Worksheet
from learning_network.wording.network import FOLDERS

from .books import Book, books
from .cards import CARD_WORKSHEETS, PICTURE_EXERCISE, Glossary, glossary
from .matrix_sheet import MATRIX_VARIANTS, MatrixSheet, matrix_sheet

Form = Literal["facilitator", "participants", "worksheet", "form", "cards", "workbook", "book", "matrix"]
Size = Literal["ordinary", "large", "a3"]

SIZES: tuple[Size, ...] = ("ordinary", "large")
"""The sizes that every sheet comes in; a3 is for posters and the tool matrix."""
POSTERS = ("quadrants", "map")
"""The layouts of worksheets that people work on together, with sticky notes on a wall."""


@dataclass(frozen=True)
class Spec:
    """One sheet: what it is made from and what its file is called."""

    form: Form
    record: Exercise | Worksheet | CardSet | Glossary | Book | MatrixSheet
    language: str
    size: Size = "ordinary"
    variant: str | None = None
    """For a worksheet: the id of its shorter version; for the tool matrix: blank or filled."""

    @property
    def id(self) -> str:
        """What people ask for it by: the id of its record."""
        return self.record.id

    @property
    def name(self) -> str:
        """The file, under its language's folder, e.g. 'nl/swot-facilitator-large.pdf'."""
        part = f"-{self.variant}" if self.variant else ""
        part += f"-{self.form}" if self.form in ("facilitator", "participants", "form") else ""
        if self.form == "cards" and not isinstance(self.record, CardSet):
            part = "-cards"
        return f"{self.language}/{self.record.id}{part}{'' if self.size == 'ordinary' else f'-{self.size}'}.pdf"

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets of sheets/styles that it is printed with, in order."""
        if self.form == "matrix":
            return ("paper", "matrix") if self.size == "a3" else ("paper", "large", "matrix-list")
        if self.size == "a3":
            return ("paper", self.template)
        forms = {"form": ("worksheet", "form"), "workbook": ("worksheet", "book"), "book": ("worksheet", "book")}
        form = forms.get(self.form, (self.form,))
        large = ("large", "book-large") if self.template == "book" else ("large",)
        return ("paper", *form) if self.size == "ordinary" else ("paper", *form, *large)

    @property
    def template(self) -> str:
        """The template of sheets/templates that makes its page."""
        if self.form == "matrix":
            return "matrix" if self.size == "a3" else "matrix-list"
        return "poster" if self.size == "a3" else "book" if self.form == "workbook" else self.form

    @property
    def page(self) -> str:
        """The page of the site that it goes with, e.g. 'exercises/swot.html'."""
        if isinstance(self.record, Glossary | Book | MatrixSheet):
            return self.record.page
        kinds = {Exercise: "exercise", Worksheet: "worksheet", CardSet: "cards"}
        return f"{FOLDERS[kinds[type(self.record)]]}/{self.record.id}.html"


def all_specs(library: Library) -> Iterator[Spec]:
    """Every sheet of the project, in a fixed order."""
    bound = list(books(library))
    matrices = [matrix_sheet(library)] if library.tools else []
    for language in LANGUAGES:
        for size in SIZES:
            for exercise in library.exercises.values():
                yield Spec("facilitator", exercise, language, size)
                yield Spec("participants", exercise, language, size)
            for worksheet, variant in worksheet_versions(library):
                yield Spec("worksheet", worksheet, language, size, variant)
            for record in card_records(library):
                yield Spec("cards", record, language, size)
            for book in bound:
                yield Spec("book" if book.whole else "workbook", book, language, size)
        for worksheet, variant in worksheet_versions(library):
            yield Spec("form", worksheet, language, variant=variant)
        for worksheet in library.worksheets.values():
            if worksheet.layout in POSTERS:
                yield Spec("worksheet", worksheet, language, "a3")
        for matrix in matrices:
            for variant in MATRIX_VARIANTS:
                yield Spec("matrix", matrix, language, "a3", variant)
                yield Spec("matrix", matrix, language, "large", variant)


def worksheet_versions(library: Library) -> Iterator[tuple[Worksheet, str | None]]:
    """Every worksheet, and after it each of its shorter versions: the worksheet and the id of the variant."""
    for worksheet in library.worksheets.values():
        yield worksheet, None
        for variant in worksheet.variants:
            yield worksheet, variant.id


def card_records(library: Library) -> Iterator[CardSet | Worksheet | Exercise | Glossary]:
    """What comes as cards to cut out: card sets, questions to reflect on, our own pictures, the words that need explaining."""
    yield from library.card_sets.values()
    yield from (worksheet for worksheet in library.worksheets.values() if worksheet.kind == CARD_WORKSHEETS)
    if PICTURE_EXERCISE in library.exercises:
        yield library.exercises[PICTURE_EXERCISE]
    if any(term.tooltip for term in library.terms.values()):
        yield glossary(library.terms.values())
