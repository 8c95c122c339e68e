"""The templates: one Jinja environment, with the filters that turn record texts into safe HTML."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from learning_network.wording.facts import clock, group_size, material_line, minutes
from learning_network.wording.text import first_lower, first_upper, heading, inline, paragraphs, plain

from .links import Place, find, title_of

FOLDER = Path(__file__).parent / "templates"
PACKAGE = Path(__file__).parent.parent
"""Where the drawings are, which paper shares: templates name them drawings/..."""


@cache
def environment() -> Environment:
    """The Jinja environment: escapes everything, refuses names that it does not know."""
    env = Environment(
        loader=FileSystemLoader([FOLDER, PACKAGE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # no look at the disk for each of a hundred parts of a page
    )
    env.filters.update(inline=inline, paragraphs=paragraphs, plain=plain, heading=heading, first_upper=first_upper, clock=clock)
    env.globals.update(has_template=lambda name: (PACKAGE / name).is_file())
    return env


def render(template: str, place: Place, **values: Any) -> str:
    """Fill in a template of ours and return its HTML.

    Every template knows `place`, `t` (interface strings), `text(record)`, `title_of(kind, id)`, `url(kind, id)`
    and the wordings of facts.
    """
    t = place.strings
    return (
        environment()
        .get_template(template)
        .render(
            place=place,
            library=place.library,
            language=place.language,
            t=t,
            section=lambda key, anchor: Markup(f"## {heading(t(key))} {{#{anchor}}}"),
            text=place.text,
            url=place.url,
            first_lower=first_lower,
            title_of=lambda kind, id_: title_of(find(place, kind, id_), place.language),
            minutes=lambda n: minutes(n, t),
            group_size=lambda group: group_size(group, t),
            material_line=lambda exercise, material: material_line(place.library, exercise, material, place.strings),
            **values,
        )
    )


def block(template: str, place: Place, **values: Any) -> str:
    """Fill in a template whose HTML goes into a Markdown page: without indents and blank lines.

    Markdown leaves such a piece alone, whatever it holds. Lines that are a Markdown heading get blank lines round them.
    """
    html = render(template, place, **values)
    text = "\n".join(line for line in (line.strip() for line in html.splitlines()) if line)
    return re.sub(r"^(#{1,6} .*)$", r"\n\1\n", text, flags=re.MULTILINE).strip()
