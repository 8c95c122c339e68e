"""What would go wrong on paper, found before anything is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learning_network.content.findings import Finding
from learning_network.content.library import Library
from learning_network.content.loading import ContentError
from learning_network.content.models import LANGUAGES, CardSet, Exercise, Tool, Worksheet
from learning_network.content.origins import records_by_file

from .books import Book
from .glyphs import letter_faults
from .lettering import Lettering, lettering
from .matrix_sheet import MatrixSheet
from .printer import FONTS
from .same_name import name_faults
from .specs import POSTERS, SIZES, Spec, all_specs, card_records
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
    """Every text that does not fit on its sheet, every letter that the typeface lacks, every sheet with the name of another, in the
    order of files and lines.
    """
    letters, named = _typeface(library), name_faults(library, all_specs(library))
    return sorted({*named, *text_faults(library, letters, measured_specs(library)), *letter_faults(library, letters)} if letters else named)


def refuse_faults_on_paper(library: Library) -> None:
    """Raise ContentError with all that paper_faults finds."""
    if findings := paper_faults(library):
        raise ContentError(findings)


def refuse_faults_on(library: Library, specs: Iterable[Spec]) -> None:
    """Raise ContentError with all that would go wrong on these sheets: a fault elsewhere keeps nobody from printing them."""
    specs, letters = list(specs), _typeface(library)
    findings = set(name_faults(library, specs))
    if letters:
        findings |= {*text_faults(library, letters, specs), *letter_faults(library, letters, _printed_elsewhere(library, specs))}
    if findings:
        raise ContentError(sorted(findings))


def _printed_elsewhere(library: Library, specs: Iterable[Spec]) -> set[str]:
    """The files whose texts are on none of these sheets. What many sheets share (phases, sources, network.yml) is on all of them."""
    shown: set[str] = set()
    for spec in specs:
        if isinstance(spec.record, Book | MatrixSheet):
            return set()
        shown.add(spec.id)
        if isinstance(spec.record, Exercise):
            shown.update(spec.record.worksheets, spec.record.card_sets)  # a sheet names them
    others = {
        name for name, record in records_by_file(library) if isinstance(record, Exercise | Worksheet | CardSet) and record.id not in shown
    }
    tools = {name for name, record in records_by_file(library) if isinstance(record, Tool)}
    return others | tools | {page.name for page in library.pages}


def _typeface(library: Library) -> Lettering | None:
    """What texts are measured with; None in a project without the typeface, where nothing can be said."""
    fonts = library.root / "docs" / "assets" / "fonts"
    return lettering(library.root) if all((fonts / file).is_file() for file in FONTS.values()) else None
