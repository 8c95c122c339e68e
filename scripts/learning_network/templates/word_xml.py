"""WordprocessingML as text: elements, runs, paragraphs, tables. To make each element as an object takes ten times as long.

Texts that come in are ordinary text; what these functions return is XML, and goes in as it is where they ask for elements.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from .word_styles import style_id

_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def element(name: str, /, *children: str, **attributes: str | int) -> str:
    """An element with its attributes; the children are elements."""
    about = "".join([f' w:{key}="{_quoted(str(value))}"' for key, value in attributes.items()])
    return f"<w:{name}{about}>{''.join(children)}</w:{name}>" if children else f"<w:{name}{about}/>"


def _quoted(text: str) -> str:
    return text if text.isalnum() else escape(text, _IN_QUOTES)  # most are a number or a name


TAB = element("r", element("tab"))
"""A run that goes to the next stop on the line."""


def run(text: str, *, style: str = "", bold: bool = False, italic: bool = False, colour: str = "", size: float = 0) -> str:
    """A run of text; line breaks in it become line breaks. colour: as RRGGBB; size: in points."""
    look = [
        element("rStyle", val=style) if style else "",
        element("b") if bold else "",
        element("i") if italic else "",
        element("color", val=colour) if colour else "",
        element("sz", val=round(2 * size)) + element("szCs", val=round(2 * size)) if size else "",
    ]
    words = element("br").join([f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")])
    return element("r", element("rPr", *look) if any(look) else "", words)


def paragraph(*runs: str, style: str = "Normal", whole: bool = False, more: str = "") -> str:
    """A paragraph. whole: on one page with the next; more: elements about it that come after those, in the order of the standard."""
    look = [element("pStyle", val=style_id(style)) if style != "Normal" else "", element("keepNext") if whole else "", more]
    return element("p", element("pPr", *look) if any(look) else "", *runs)


def table(widths: Sequence[int], rows: Sequence[str], *, title: str, first_row: bool = True, first_column: bool = True) -> str:
    """A table; widths of its columns in twentieths of a point. title: what it is called for who hears it.

    first_row, first_column: whether these are heads.
    """
    about = element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="04A0" if first_column else "0420", firstRow=int(first_row), firstColumn=int(first_column)),
        element("tblCaption", val=title),
    )
    return element("tbl", about, element("tblGrid", *[element("gridCol", w=width) for width in widths]), *rows)


def row(*cells: str, height: int = 0, exact: bool = False, head: bool = False) -> str:
    """A row that stays on one page. height: in twentieths of a point, at least so much or exactly; head: on every page."""
    high = element("trHeight", val=height, hRule="exact" if exact else "atLeast") if height else ""
    return element("tr", element("trPr", element("cantSplit"), high, element("tblHeader") if head else ""), *cells)


def cell(width: int, *paragraphs: str, more: str = "") -> str:
    """A cell, which must have a paragraph. more: elements about it."""
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), more), *paragraphs)
