"""What would go wrong on paper, found before anything is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learning_network.content.findings import Finding
from learning_network.content.library import Library
from learning_network.content.loading import ContentError
from learning_network.content.models import LANGUAGES

from .glyphs import letter_faults
from .lettering import Lettering, lettering
from .printer import FONTS
from .specs import POSTERS, SIZES, Spec, card_records
from .too_long import text_faults


def measured_specs(library: Library) -> Iterator[Spec]:
    """The sheets whose texts have boxes of one size: cards and posters. On all others a text takes the lines that it needs."""
    for language in LANGUAGES:
        for record in card_records(library):
            yield from (Spec("cards", record, language, size) for size in SIZES)
        for worksheet in library.worksheets.values():
            if worksheet.layout in POSTERS:
                yield Spec("worksheet", worksheet, language, "a3")


def paper_faults(library: Library) -> list[Finding]:
    """Every text that does not fit on its sheet, and every letter that the typeface lacks, in the order of files and lines."""
    letters = _typeface(library)
    return sorted({*text_faults(library, letters, measured_specs(library)), *letter_faults(library, letters)}) if letters else []


def refuse_faults_on_paper(library: Library) -> None:
    """Raise ContentError with all that paper_faults finds."""
    if findings := paper_faults(library):
        raise ContentError(findings)


def refuse_texts_too_long(library: Library, specs: Iterable[Spec]) -> None:
    """Raise ContentError with all texts that do not fit on these sheets: a fault elsewhere keeps nobody from printing them."""
    letters = _typeface(library)
    if letters and (findings := text_faults(library, letters, specs)):
        raise ContentError(findings)


def _typeface(library: Library) -> Lettering | None:
    """What texts are measured with; None in a project without the typeface, where nothing can be said."""
    fonts = library.root / "docs" / "assets" / "fonts"
    return lettering(library.root) if all((fonts / file).is_file() for file in FONTS.values()) else None
