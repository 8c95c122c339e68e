"""Makes a worksheet fill its pages: the writing lines move closer together, or further apart."""

from __future__ import annotations

from typing import Literal

from .fit import AS_IT_IS, TIGHT, Look, white_share
from .worksheets import LINES

Kind = Literal["ordinary", "large", "form"]

ROOMY = ((0.28, 1.22), (0.2, 1.1))
"""How much further apart lines go: from this share of white on an average page on, by this factor."""
TO_SPARE = {"ordinary": 0.75, "large": 1.55, "form": 0.75}
"""With as many pages' worth of white as this, of which a good part on one page, a page may be to spare. Tried on all
worksheets in November 2026: with less white than this a page was hardly ever saved, and each try costs as much as a sheet."""
LAST = {"ordinary": 0.4, "large": 0.4, "form": 0.8}
HOLE = 0.6
"""A good part: this share of the last page, or of any other. Who fills in a form on screen does not mind a page more."""
SAVED = 0.22
"""The most that a page before the last one has been seen to give when all moves closer, as a share of a page."""


def setting_of_lines(look: Look, kind: Kind) -> float:
    """How a worksheet is set: with lines at the distance that fills its pages best, and never more pages than at first.

    Large print and fields have room enough, and only come closer.
    """
    white = [white_share(page) for page in look(AS_IT_IS).pages]
    if _to_spare(white, kind) and len(look(TIGHT).pages) < len(white):
        return TIGHT
    factor = next((factor for least, factor in ROOMY if sum(white) / len(white) > least), None)
    return factor if factor and kind == "ordinary" and len(look(factor).pages) == len(white) else AS_IT_IS


def _to_spare(white: list[float], kind: Kind) -> bool:
    """Whether there may be a page too many, told by the white on each (white_share)."""
    enough = sum(white) > TO_SPARE[kind] and (white[-1] > LAST[kind] or (kind != "form" and max(white) > HOLE))
    return enough and 1 - white[-1] < SAVED * (len(white) - 1)


def spaced(html: str, factor: float) -> str:
    """The same page with lines this much further apart; where they come closer, all else does too (.tight in worksheet.css)."""
    for line in LINES.values():
        name, _, height = line.partition(": ")
        html = html.replace(line, f"{name}: {float(height.removesuffix('mm')) * factor:.2f}mm", 1)
    return html.replace('class="worksheet ', 'class="worksheet tight ', 1) if factor < 1 else html
