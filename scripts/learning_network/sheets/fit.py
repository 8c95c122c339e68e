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

ALMOST_EMPTY = 0.7
"""The share of a last page that may stay white before we try to do without it."""

PIXELS_A_MM = 96 / 25.4


def fitted(printer: Printer, html: str, styles: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The page and the styles to print it with.

    A template that wants lines gets as many as there is room for. A sheet whose last page would be almost empty is set
    tighter, when that saves the page.
    """
    if PLACE in html:
        free = free_share(printer.lay_out(html, styles))[1] / PIXELS_A_MM
        fitting = int((free - 2) / LINE_MM)
        return html.replace(PLACE, "<i></i>" * (min(fitting, MOST) if fitting >= FEWEST else MOST)), styles
    tight = (*styles, TIGHT["large" in styles])
    document = printer.lay_out(html, styles)
    if len(document.pages) > 1 and free_share(document)[0] > ALMOST_EMPTY:
        tighter = printer.lay_out(html, tight)
        if len(tighter.pages) < len(document.pages):
            return html, tight
    return html, styles


def free_share(document: Any) -> tuple[float, float]:
    """What is left under the last thing on the last page: as a share of the page, and in CSS pixels."""
    page = document.pages[-1]._page_box
    top, bottom = page.content_box_y(), page.content_box_y() + page.height
    lowest = top
    for box in page.descendants():
        if type(box).__name__ in ("TextBox", "InlineReplacedBox", "BlockReplacedBox") and box.position_y < bottom:
            lowest = max(lowest, box.position_y + box.height)
    return float((bottom - lowest) / page.height), float(bottom - lowest)
