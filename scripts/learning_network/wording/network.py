"""What every sheet takes from the network that hands it out: its own words, its phase colours, the addresses of its pages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from learning_network.content.library import Library
from learning_network.content.models import LANGUAGES, Phase
from learning_network.words.strings import Strings, strings

INK = "#1f2a2e"
FOLDERS = {
    "exercise": "exercises",
    "worksheet": "worksheets",
    "cards": "cards",
    "tool": "tools",
    "phase": "phases",
    "practice": "practice",
}
"""Kind of record -> folder of its pages on the site."""


def own_strings(library: Library, language: str) -> Strings:
    """The interface strings, in the network's own words."""
    own_words = library.own_words.get(language)
    return strings(language).localised(own_words) if own_words else strings(language)


def phase_colour(library: Library, phase: Phase) -> str:
    """The colour of a phase on paper, as #rrggbb: the network's own, else the site's for the light page."""
    own = library.network.colours.get(phase.id)
    return own.light if own else site_colours(library.root).get(f"--phase-{phase.id}", INK)


@cache
def site_colours(root: Path) -> dict[str, str]:
    """Name -> #rrggbb of the colours of the light page (docs/assets/css/tokens.css), which stand first in the file."""
    css = (root / "docs" / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, colour in re.findall(r"(--[a-z-]+): (#[0-9a-f]{6})", css):
        found.setdefault(name, colour)
    return found


def web_address(library: Library, page: str, language: str) -> str | None:
    """The web address of a page (e.g. 'exercises/swot.html'); None while network.yml does not say where the site stands."""
    if not library.network.site_url:
        return None
    folder = "" if language == LANGUAGES[0] else f"{language}/"
    return f"{library.network.site_url.rstrip('/')}/{folder}{page}"
