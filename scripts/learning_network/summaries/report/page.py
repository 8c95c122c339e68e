"""The report as one HTML file that asks nothing of any host: its style and charts are in it, and a policy forbids all else."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .blocks import Cards, Chain, Chart, Flag, Listing, Paragraph, Quotes, Report, Said, Section, Table
from .cleaning import printable
from .voice import Voice

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent
KINDS = {
    Paragraph: "paragraph",
    Listing: "listing",
    Quotes: "quotes",
    Table: "table",
    Chart: "chart",
    Chain: "chain",
    Cards: "cards",
    Section: "section",
    Said: "said",
    Flag: "flag",
}
"""Block or cell -> what the template calls it."""


LONG = 20
"""Letters of a word that a narrow column may break; a shorter one stays whole, and the table grows or is scrolled. Six columns of such
words still fit on A4."""


def page(report: Report, voice: Voice) -> bytes:
    css, allowed = _style()
    html = _environment().get_template("page.html.j2").render(report=report, voice=voice, css=css, allowed=allowed)
    return printable(html).encode()


@cache
def _style() -> tuple[str, str]:
    """The style, and how the policy names it. Nothing else may bring in a style, and nothing at all a script."""
    css = (FOLDER / "page.css").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return css, f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["kind"] = lambda block: KINDS.get(type(block), "text")
    made.tests["long"] = lambda text: any(len(word) > LONG for word in re.split(r"[\s-]+", text))
    made.tests["number"] = lambda cell: isinstance(cell, int)
    return made
