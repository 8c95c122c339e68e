"""Makes a sheet fit its pages: no last page with a few lines on it."""

from __future__ import annotations

from typing import Any

from .printer import Printer

TIGHT = ("tight", "tight-large")
"""The style sheets that set a sheet a little tighter: smaller type in ordinary print, only less white in large print."""

ALMOST_EMPTY = 0.55
"""The share of a last page that may stay white before we try to do without it."""


def fitted(printer: Printer, html: str, styles: tuple[str, ...]) -> Any:
    """The laid-out pages of a sheet: set tighter where the last page would be almost empty, and that saves the page."""
    document = printer.lay_out(html, styles)
    if len(document.pages) > 1 and white_share(document.pages[-1]) > ALMOST_EMPTY:
        tighter = printer.lay_out(html, (*styles, TIGHT["large" in styles]))
        if len(tighter.pages) < len(document.pages):
            return tighter
    return document


def white_share(page: Any) -> float:
    """What is left on a page under the last word, line or box, as a share of its height inside the margins."""
    box = page._page_box
    top, bottom = box.content_box_y(), box.content_box_y() + box.height
    inside = (leaf for leaf in box.descendants() if not getattr(leaf, "children", ()) and leaf.position_y < bottom)
    ends = (leaf.position_y + leaf.height for leaf in inside if isinstance(leaf.height, int | float))
    return float(bottom - max(ends, default=top)) / float(box.height)
