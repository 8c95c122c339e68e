"""The HTML of a sheet, from its record."""

from __future__ import annotations

import re
from typing import Any

from learning_network.content.library import Library
from learning_network.content.models import Exercise, Worksheet
from learning_network.wording.facts import group_size, material_line, small_groups, timetable
from learning_network.wording.network import INK, own_strings, phase_colour
from learning_network.wording.text import plain
from learning_network.words.strings import Strings

from .book_pages import book_values
from .books import Book
from .card_pages import GRIDS, Fit, card_pages, marks_as_image
from .cards import Glossary, cards_of, filled, guide_of
from .lettering import lettering
from .matrix_sheet import MatrixSheet, matrix_values
from .paper import DRAWINGS, as_image, drawing, environment, pictured, qr, shared_values
from .specs import Spec
from .worksheets import worksheet_values

_BLOCK = (
    r"</?(?:article|aside|body|col|colgroup|dd|div|dl|dt|footer|form|h[1-6]|head|header|html|li|main|meta|nav|ol|p|section"
    r"|table|tbody|td|th|thead|tr|ul)\b"
)
_BETWEEN_BLOCKS = re.compile(rf"\s*\n\s*(?={_BLOCK})|({_BLOCK}[^>]*>)\s*\n\s*")
"""Line ends beside a block, which nobody sees: each would be a box that WeasyPrint makes and throws away."""


def sheet_html(library: Library, spec: Spec) -> str:
    """The whole page of a sheet, ready to print."""
    t = own_strings(library, spec.language)
    record = spec.record
    phase = library.phases[record.phases[0]] if record.phases else None
    colour = phase_colour(library, phase) if phase else INK
    values = {
        **shared_values(library, spec.language, t),
        "spec": spec,
        "record": record,
        "words": getattr(record, spec.language),
        "phase": phase,
        "phase_words": getattr(phase, spec.language) if phase else None,
        "colour": colour,
        "drawing": lambda name: drawing(name, colour),
        "qr": qr(library, spec.page, spec.language, t("sheets.qr")),
        "sources": [library.sources[id_].cite_as for id_ in record.sources],
    }
    values |= _of_record(library, spec, t)
    return _BETWEEN_BLOCKS.sub(r"\1", environment().get_template(f"{spec.template}.html.j2").render(**values))


def _of_record(library: Library, spec: Spec, t: Strings) -> dict[str, Any]:
    record = spec.record
    if spec.form == "cards":
        return _of_cards(library, spec, t)
    if spec.form in ("workbook", "book"):
        return book_values(library, spec, t)
    if spec.form == "matrix":
        return matrix_values(library, spec.language, spec.variant or "filled", t)
    if isinstance(record, Exercise):
        return {
            "stops": timetable(record, spec.language),
            "group": group_size(record.group, t),
            "small_groups": small_groups(record.group, t),
            "materials": [(m, material_line(library, record, m, t)) for m in record.materials],
            "picture": f"exercises/{record.id}" if (DRAWINGS / "exercises" / f"{record.id}.svg.j2").is_file() else None,
        }
    if isinstance(record, Worksheet):
        return worksheet_values(record, spec, t)
    return {}


def _of_cards(library: Library, spec: Spec, t: Strings) -> dict[str, Any]:
    record, grid = spec.record, GRIDS[spec.size]
    assert not isinstance(record, Book | MatrixSheet)  # they have no cards
    cards = filled(cards_of(record, spec.language), grid.per_page, t)
    title = plain(getattr(record, spec.language).title)
    fit = Fit(grid, lettering(library.root), record.id, spec.language, title, isinstance(record, Glossary))
    phase = library.phases[record.phases[0]] if record.phases else None
    pages = card_pages(cards, grid, fit)
    faces = [face for page in pages for face in page.faces]
    return {
        "grid": grid,
        "pages": pages,
        "places": sorted({(face.left, face.top) for face in faces}),
        "sizes": sorted({face.size for face in faces}),
        "downs": sorted({face.down for face in faces}),
        "marks": marks_as_image(grid),
        "phase_mark": as_image(drawing(f"mark-{phase.mark}", phase_colour(library, phase))) if phase else None,
        "picture": lambda card: pictured(card.picture, card.alternative),
        "guide": guide_of(record, spec.language, t),
        "dated": not isinstance(record, Glossary),
    }
