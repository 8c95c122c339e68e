"""Makes a worksheet fill its pages: the writing lines move closer together, or further apart."""

from __future__ import annotations

from typing import Any

from .printer import Printer
from .worksheets import LINES

TIGHT = 0.86
"""Lines may come this much closer when that saves a page (7.3 mm: a narrow exercise book)."""
ROOMY = ((0.28, 1.22), (0.12, 1.1))
"""How much further apart lines go: from this share of white on an average page on, by this factor."""
A_PAGE = 0.6
"""With as many pages' worth of white as this, a page may be to spare."""


def fitted_lines(printer: Printer, html: str, styles: tuple[str, ...], **options: Any) -> Any:
    """The laid-out pages of a worksheet, with lines at the distance that fills them best: never more pages than at first.

    Large print has lines far enough apart, and only comes closer.
    """
    document = printer.lay_out(html, styles, **options)
    white = [white_share(page) for page in document.pages]
    if len(white) > 1 and sum(white) > A_PAGE:
        closer = printer.lay_out(spaced(html, TIGHT), styles, **options)
        if len(closer.pages) < len(white):
            return closer
    for least, factor in () if "large" in styles else ROOMY:
        if sum(white) / len(white) > least:
            wider = printer.lay_out(spaced(html, factor), styles, **options)
            if len(wider.pages) == len(white):
                return wider
    return document


def white_share(page: Any) -> float:
    """What is left on a page under the last word, line or box, as a share of its height inside the margins."""
    box = page._page_box
    top, bottom = box.content_box_y(), box.content_box_y() + box.height
    inside = (leaf for leaf in box.descendants() if not getattr(leaf, "children", ()) and leaf.position_y < bottom)
    ends = (leaf.position_y + leaf.height for leaf in inside if isinstance(leaf.height, int | float))
    return float(bottom - max(ends, default=top)) / float(box.height)


def spaced(html: str, factor: float) -> str:
    """The same page with lines this much further apart; where they come closer, all else does too (.tight in worksheet.css)."""
    for line in LINES.values():
        name, _, height = line.partition(": ")
        html = html.replace(line, f"{name}: {float(height.removesuffix('mm')) * factor:.2f}mm", 1)
    return html.replace('class="worksheet ', 'class="worksheet tight ', 1) if factor < 1 else html
