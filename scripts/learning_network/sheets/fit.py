"""Makes a sheet fit its pages: no last page with a few lines on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TIGHT_STYLES = ("tight", "tight-large")
"""The style sheets that set a sheet a little tighter: smaller type in ordinary print, only less white in large print."""

AS_IT_IS, TIGHT = 1.0, 0.86
"""Settings of a sheet. Below 1 all is tighter, above 1 there is more room. For a worksheet it is also the factor by which its lines
move closer together, or further apart: 0.86 is 7.3 mm, a narrow exercise book."""

Look = Callable[[float], Any]
"""Gives the laid-out pages of a sheet at a setting. Each setting that is asked for costs as much as a sheet, the first time."""

ALMOST_EMPTY = 0.55
"""The share of a last page that may stay white before we try to do without it."""


def setting(look: Look) -> float:
    """How a sheet is set: tight where the last page would be almost empty, and that saves the page."""
    pages = look(AS_IT_IS).pages
    if len(pages) > 1 and white_share(pages[-1]) > ALMOST_EMPTY and len(look(TIGHT).pages) < len(pages):
        return TIGHT
    return AS_IT_IS


def white_share(page: Any) -> float:
    """What is left on a page under the last word, line or box, as a share of its height inside the margins."""
    box = page._page_box
    top, bottom = box.content_box_y(), box.content_box_y() + box.height
    inside = (leaf for leaf in box.descendants() if not getattr(leaf, "children", ()) and leaf.position_y < bottom)
    ends = (leaf.position_y + leaf.height for leaf in inside if isinstance(leaf.height, int | float))
    return float(bottom - max(ends, default=top)) / float(box.height)
