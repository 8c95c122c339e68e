"""Makes a sheet fit its pages: lines to write on down to the foot, and no last page with a few lines on it."""

from __future__ import annotations

from typing import Any

from .printer import Printer

PLACE = "<!-- lines to the foot of the page -->"
"""Where a template wants lines to write on."""

LINE_MM = 8.5
FEWEST, MOST = 5, 22
"""Lines: with room for fewer the page is too full to write on, and the lines go on a page of their own."""

TIGHT = ("tight", "tight-large")
"""The style sheets that set a sheet a little tighter: smaller type in ordinary print, only less white in large print."""

ALMOST_EMPTY = 0.55
"""The share of a last page that may stay white before we try to do without it."""

PIXELS_A_MM = 96 / 25.4


def fitted(printer: Printer, html: str, styles: tuple[str, ...]) -> Any:
    """The laid-out pages of a sheet.

    A template that wants lines gets as many as there is room for. A sheet whose last page would be almost empty is set
    tighter, when that saves the page.
    """
    document = printer.lay_out(html, styles)
    last = document.pages[-1]
    if PLACE in html:
        free = white_share(last) * last._page_box.height / PIXELS_A_MM
        fitting = int((free - 2) / LINE_MM)
        return printer.lay_out(html.replace(PLACE, "<i></i>" * (min(fitting, MOST) if fitting >= FEWEST else MOST)), styles)
    if len(document.pages) > 1 and white_share(last) > ALMOST_EMPTY:
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
