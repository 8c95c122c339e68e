"""The templates: one Jinja environment, with the filters that turn record texts into safe HTML."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from .facts import clock, group_size, material_line, minutes
from .links import Place, find, title_of

FOLDER = Path(__file__).parent / "templates"


def inline(text: str) -> Markup:
    """A record text as HTML: everything escaped, then **bold** and *emphasis*."""
    html = str(escape(text))
    html = re.sub(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", r"<strong>\1</strong>", html, flags=re.DOTALL)
    html = re.sub(r"\*(?=\S)(.+?)(?<=\S)\*", r"<em>\1</em>", html, flags=re.DOTALL)
    return Markup(re.sub(r"\s*\n\s*", " ", html))


def paragraphs(text: str) -> Markup:
    """A record text as paragraphs; a blank line starts a new one."""
    parts = (part for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
    return Markup("").join(Markup("<p>{}</p>").format(inline(part)) for part in parts)


def plain(text: str) -> str:
    """A record text without its bold and emphasis marks, for attributes and metadata."""
    return re.sub(r"\s+", " ", re.sub(r"\*+(?=\S)(.+?)(?<=\S)\*+", r"\1", text)).strip()


def heading(text: str) -> Markup:
    """A title as a Markdown heading: HTML and Markdown marks escaped, so that it shows as it is."""
    return Markup(re.sub(r"([\\`*_\[\]{}])", r"\\\1", str(escape(plain(text)))))


def first_upper(text: str) -> str:
    """The same text with a capital at its start."""
    return text[:1].upper() + text[1:]


def first_lower(text: str) -> str:
    """The same text with a small letter at its start, to stand inside a sentence."""
    return text[:1].lower() + text[1:]


@cache
def environment() -> Environment:
    """The Jinja environment: escapes everything, refuses names that it does not know."""
    env = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters.update(inline=inline, paragraphs=paragraphs, plain=plain, heading=heading, first_upper=first_upper, clock=clock)
    env.globals.update(has_template=lambda name: (FOLDER / name).is_file())
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
            material_line=lambda exercise, material: material_line(place, exercise, material),
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
