"""Record texts as safe HTML and as plain text."""

from __future__ import annotations

import re

from markupsafe import Markup, escape


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
