"""What all templates of paper share: the environment, the drawings with their colours written out, the QR code to a page."""

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
from learning_network.content.models import Phase
from learning_network.wording.facts import clock, minutes
from learning_network.wording.network import INK, phase_colour, web_address
from learning_network.wording.text import first_upper, inline, paragraphs, plain
from learning_network.words.strings import Strings

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
    env.globals.update(named=named, decoration=decoration)
    return env


def shared_values(library: Library, language: str, t: Strings) -> dict[str, Any]:
    """What every template knows: the network, the interface strings, and how facts of a record are put into words."""
    return {
        "library": library,
        "language": language,
        "t": t,
        "network": getattr(library.network.name, language),
        "logo": (library.root / library.network.logo).as_uri() if library.network.logo else None,
        "text": lambda record: getattr(record, language),
        "minutes": lambda n: minutes(n, t),
        "mark": lambda phase: mark(library, phase),
        "phase_colour": lambda phase: phase_colour(library, phase),
    }


def pictured(name: str, alternative: str) -> Markup:
    """A picture of the picture cards, in ink and one grey, with what there is to see for those who hear it."""
    return named(drawing(f"pictures/{name}", GREY), alternative)


def named(svg: Markup, words: str) -> Markup:
    """A drawing with what there is to see, for those who hear the page."""
    head, _, rest = str(svg).strip().partition(">")
    return Markup("{}><title>{}</title>{}").format(Markup(head), words, Markup(rest))


def decoration(svg: Markup, name: str) -> Markup:
    """A drawing that says nothing more than the words beside it, as a background: who hears the page does not stumble on it.

    name: its class, which gives it its size.
    """
    return Markup('<i class="{}" style="background-image: url(\'{}\')"></i>').format(name, as_image(svg))


def mark(library: Library, phase: Phase) -> Markup:
    """The trail mark of a phase, in its colour; its name always stands beside it."""
    return decoration(drawing(f"mark-{phase.mark}", phase_colour(library, phase)), "mark")


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


def qr(library: Library, page: str, language: str, words: str) -> Markup | None:
    """A QR code to a page of the site (e.g. 'exercises/swot.html'), as SVG, and what it is in words.

    None while network.yml does not say where the site stands.
    """
    target = web_address(library, page, language)
    if target is None:
        return None
    code = segno.make(target, error="m").svg_inline(scale=2, border=2, svgclass=None, lineclass=None, omitsize=True)
    return named(Markup(code), words)
