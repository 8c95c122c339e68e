"""The HTML of a sheet, from its record."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from learning_network.content.library import Library
from learning_network.content.models import Exercise, Worksheet
from learning_network.wording.facts import clock, group_size, material_line, minutes, small_groups
from learning_network.wording.network import FOLDERS, INK, own_strings, page_address, phase_colour
from learning_network.wording.text import first_upper, inline, paragraphs, plain
from learning_network.words.strings import Strings

from .card_pages import GRIDS, Fit, card_pages, marks_as_image
from .cards import Glossary, cards_of, filled, guide_of
from .lettering import lettering
from .specs import Spec
from .worksheets import worksheet_values

FOLDER = Path(__file__).parent / "templates"
DRAWINGS = Path(__file__).parent.parent / "drawings"
GREY = "#c3c8c7"
"""The one grey of a picture card, where a drawing of the site has the colour of its phase."""
PAPER_COLOURS = {"--line": "#d9d1c1", "--sheet": "#ffffff", "--paper": "#ffffff", "--ink": INK}
"""What the colours of a drawing are on paper; --phase is that of the sheet."""


@cache
def environment() -> Environment:
    """The templates of sheets: escape everything, refuse names that they do not know."""
    loader = FileSystemLoader([FOLDER, DRAWINGS])
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters.update(inline=inline, paragraphs=paragraphs, plain=plain, clock=clock, first_upper=first_upper)
    return env


def sheet_html(library: Library, spec: Spec) -> str:
    """The whole page of a sheet, ready to print."""
    t = own_strings(library, spec.language)
    record = spec.record
    phase = library.phases[record.phases[0]] if record.phases else None
    colour = phase_colour(library, phase) if phase else INK
    values: dict[str, Any] = {
        "library": library,
        "language": spec.language,
        "t": t,
        "spec": spec,
        "record": record,
        "words": getattr(record, spec.language),
        "phase": phase,
        "phase_words": getattr(phase, spec.language) if phase else None,
        "colour": colour,
        "network": getattr(library.network.name, spec.language),
        "logo": (library.root / library.network.logo).as_uri() if library.network.logo else None,
        "text": lambda other: getattr(other, spec.language),
        "minutes": lambda n: minutes(n, t),
        "mark": lambda of: drawing(f"mark-{of.mark}", phase_colour(library, of)),
        "drawing": lambda name: drawing(name, colour),
        "qr": qr(library, spec),
        "sources": [library.sources[id_].cite_as for id_ in record.sources],
    }
    values |= _of_record(library, spec, t)
    return environment().get_template(f"{spec.template}.html.j2").render(**values)


def _of_record(library: Library, spec: Spec, t: Strings) -> dict[str, Any]:
    record = spec.record
    if spec.form == "cards":
        return _of_cards(library, spec, t)
    if isinstance(record, Exercise):
        words, start, stops = getattr(record, spec.language), 0, []
        for step in record.steps:
            stops.append({"step": step, "start": start, "words": words.steps[step.id]})
            start += step.minutes
        return {
            "stops": stops,
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
    cards = filled(cards_of(record, spec.language), grid.per_page, t)
    title = plain(getattr(record, spec.language).title)
    fit = Fit(grid, lettering(library.root), record.id, spec.language, title, isinstance(record, Glossary))
    phase = library.phases[record.phases[0]] if record.phases else None
    return {
        "grid": grid,
        "pages": card_pages(cards, grid, fit),
        "marks": marks_as_image(grid),
        "phase_mark": as_image(drawing(f"mark-{phase.mark}", phase_colour(library, phase))) if phase else None,
        "picture": lambda card: pictured(card.picture, card.alternative),
        "guide": guide_of(record, spec.language, t),
        "dated": not isinstance(record, Glossary),
    }


def pictured(name: str, alternative: str) -> Markup:
    """A picture of the picture cards, in ink and one grey, with what there is to see for those who hear it."""
    head, _, rest = str(drawing(f"pictures/{name}", GREY)).partition(">")
    return Markup("{}><title>{}</title>{}").format(Markup(head), alternative, Markup(rest))


def as_image(svg: Markup) -> str:
    """A drawing as an address, for a background."""
    return "data:image/svg+xml," + quote(str(svg).strip().replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def drawing(name: str, colour: str) -> Markup:
    """A drawing with its colours written out: on paper a drawing knows no variables of the page."""
    svg = environment().get_template(f"{name}.svg.j2").render()
    colours = {**PAPER_COLOURS, "--phase": colour}
    svg = re.sub(r"var\((--[a-z]+)(?:, ?var\(--[a-z]+\))?\)", lambda m: colours.get(m[1], INK), svg)
    if name.startswith("mark-"):
        svg = svg.replace("currentColor", colour)
    return Markup(svg.replace("currentColor", INK))


def qr(library: Library, spec: Spec) -> Markup | None:
    """A QR code to the record's page, as SVG."""
    target = page_address(library, spec.kind, spec.id, spec.language) if spec.kind in FOLDERS else None
    if target is None:
        return None
    return Markup(segno.make(target, error="m").svg_inline(scale=2, border=2, svgclass=None, lineclass=None, omitsize=True))
