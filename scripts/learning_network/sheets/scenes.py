"""The larger drawings of the site on paper: the walk through the phases, one stop of it, and the five steps.

On the site a style sheet gives their parts a look by class (docs/assets/css/drawings.css). In a PDF a drawing knows no style
sheet of the page, so here the looks are written into the parts.
"""

from __future__ import annotations

import re
from types import SimpleNamespace

from markupsafe import Markup

from learning_network.content.library import Library
from learning_network.content.models import Phase
from learning_network.wording.network import INK, phase_colour
from learning_network.words.strings import Strings

from .paper import decoration, environment, named
from .printer import FAMILY
from .specs import Size

LINE = "#d9d1c1"
STEPS = "#14506b"
"""The colour of the five steps, as on the site."""

_HEAD = f'font-family="{FAMILY}" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


def phase_path(library: Library, language: str, t: Strings, size: Size) -> Markup:
    """The walk with all phases, wide, as an SVG with a name. In large print without its words: they would be too small."""
    html = _walk(library, language, t)
    if size == "large":
        html = re.sub(r"<text\b.*?</text>", "", html, flags=re.DOTALL)
    box, inside = _svg(html, "phase-path-wide")
    parts = _parts(html)

    def stop(found: re.Match[str]) -> str:
        whole = re.sub(
            r'<use href="#([a-z-]+)" x="([\d.-]+)" y="([\d.-]+)"/>',
            lambda use: f'<g transform="translate({use[2]} {use[3]})">{parts[use[1]]}</g>',
            found[2],
        )
        return painted(whole, phase_colour(library, library.phases[found[1]]))

    inside = re.sub(r'<a [^>]*--phase:var\(--phase-([a-z-]+)\)">(.*?)</a>', stop, inside, flags=re.DOTALL)
    title = t("drawings.phase-path.title")
    return named(Markup(f'<svg class="phase-path" viewBox="{box}" stroke="{INK}" {_HEAD}>{painted(inside, INK)}</svg>'), title)


def scene(library: Library, phase: Phase, language: str, t: Strings) -> Markup:
    """The stop of one phase alone, as a decoration: its name stands beside it."""
    parts = painted(_parts(_walk(library, language, t))[f"phase-path-{phase.mark}"], phase_colour(library, phase))
    return decoration(Markup(f'<svg viewBox="-112 -120 224 128" stroke="{INK}" {_HEAD}>{parts}</svg>'), "scene")


def five_steps(t: Strings, size: Size) -> Markup:
    """The five steps round the person, as an SVG with a name. In large print the tall one: its words take more of its width."""
    place = SimpleNamespace(href=lambda path: "#")
    html = environment().get_template("five-steps.svg.j2").render(t=t, place=place, title="", description="")
    box, inside = _svg(html, "five-steps-tall" if size == "large" else "five-steps-wide")
    parts = _parts(html)
    inside = re.sub(r'<use href="#([a-z-]+)"([^>]*)/>', lambda use: f"<g{_moved(use[2])}>{parts[use[1]]}</g>", inside)
    inside = re.sub(r"</?a\b[^>]*>", "", inside)
    title = t("drawings.five-steps.title")
    return named(Markup(f'<svg class="five-steps" viewBox="{box}" stroke="{INK}" {_HEAD}>{painted(inside, STEPS)}</svg>'), title)


def painted(svg: str, colour: str) -> str:
    """A drawing whose parts have their looks as attributes instead of classes, in one colour on white."""
    looks = {
        "ground": f'stroke="{LINE}" stroke-width="1"',
        "symbols": "",
        "compass": f'stroke="{LINE}"',
        "needle": f'fill="{LINE}"',
        "thin": 'stroke-width="1"',
        "paper": 'fill="#ffffff"',
        "tint": f'fill="{tint(colour)}"',
        "full": f'fill="{colour}" stroke="{colour}"',
        "ink": f'fill="{INK}"',
        "accent": f'stroke="{colour}"',
        "glow": 'fill="#ffffff" stroke="none"',
        "cut": 'stroke="#ffffff"',
        "trail-casing": 'stroke="#ffffff" stroke-width="9"',
        "trail": 'stroke-width="4" stroke-dasharray="11 8"',
        "badge": f'fill="{colour}" stroke="#ffffff" stroke-width="3"',
        "plate": f'fill="#ffffff" stroke="{colour}" stroke-width="3"',
        "round": 'stroke-width="3" stroke-dasharray="9 7"',
        "heads": 'stroke-width="3"',
        "hit": 'stroke="none"',
        "area": 'stroke="none"',
        "name": f'font-size="20" font-weight="700" text-anchor="middle" fill="{INK}" stroke="none"',
        "centre": f'font-size="19" text-anchor="middle" fill="{INK}" stroke="none"',
        "strong": 'font-weight="700"',
        "number": 'font-size="18" font-weight="700" text-anchor="middle" fill="#ffffff" stroke="none"',
    }
    return re.sub(r'class="([a-z -]+)"', lambda m: " ".join(looks.get(name, "") for name in m[1].split()), svg)


def tint(colour: str) -> str:
    """A quarter of a colour on white, as #rrggbb: the mix of the site's drawings (24 per cent)."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(0.24 * part + 0.76 * 255):02x}" for part in parts)


def _walk(library: Library, language: str, t: Strings) -> str:
    phases = [
        {"id": p.id, "number": p.number, "mark": p.mark, "name": getattr(p, language).name, "href": "#"} for p in library.phases.values()
    ]
    return environment().get_template("phase-path.svg.j2").render(phases=phases, title="", description="", t=t, language=language)


def _svg(html: str, name: str) -> tuple[str, str]:
    """The viewBox and the inside of the SVG with this class."""
    found = re.search(rf'<svg class="drawing {name}" viewBox="([^"]*)"[^>]*>(.*?)</svg>', html, flags=re.DOTALL)
    if found is None:
        raise ValueError(f"there is no drawing {name}")
    return found[1], found[2]


def _parts(html: str) -> dict[str, str]:
    """The parts that a drawing uses more than once: id -> SVG."""
    defs = re.search(r"<defs>(.*?)</defs>", html, flags=re.DOTALL)
    return dict(re.findall(r'<g id="([a-z-]+)">(.*?)</g>\s*(?=<g id=|\Z)', defs[1] if defs else "", flags=re.DOTALL))


def _moved(attributes: str) -> str:
    x, y = (re.search(rf'\b{name}="([\d.-]+)"', attributes) for name in "xy")
    move = f' transform="translate({x[1] if x else 0} {y[1] if y else 0})"' if x or y else ""
    own = re.search(r'transform="[^"]*"', attributes)
    return f" {own[0]}" if own else move
