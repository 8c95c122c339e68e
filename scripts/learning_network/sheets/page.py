"""The page of a sheet as WeasyPrint takes it, without work that no sheet of ours asks for.

Its own style sheet gives each element five pseudo-elements for notes and one for the mark of a list, and each page sixteen boxes in
its margin, of which we use three or four. All of these get a style of their own, whether anything is in them or not: a tenth of the
time of a layout. And it reads HTML as a browser does, ready for any mistake: our templates make none, and XML is read sixteen times
as fast.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

UNUSED = re.compile(
    r"^ *(?:::(?:foot)?note-[a-z]+|@(?!page|counter-style)[a-z-]+|@counter-style [a-z-]+) *\{.*\} *$",
    re.MULTILINE,
)
"""Rules of one line: our style sheets say themselves how text lies in a margin. Styles of counters stay those of
WeasyPrint: it keeps them apart from its style sheet."""

_MARKER = "ol>li::marker"
"""The only marks of a list that are more than a dot, and so need a style: numbers."""

_EMPTY = re.compile(r"<((?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^>]*?)/?>")
"""Elements that have no end tag in HTML, and one in XML. No attribute of ours holds a > (templates escape it)."""


@cache
def page_class() -> Any:
    """The class for the HTML of a sheet. Where WeasyPrint changes inside, it is as its own, and only slower."""
    from cssselect2 import ElementWrapper
    from weasyprint import CSS, HTML, html
    from weasyprint.css.counters import CounterStyle

    rules, whole = getattr(html, "UA", None), getattr(html, "UA_STYLESHEET", None)
    if rules is None or whole is None or not {"wrapper_element", "etree_element"} <= vars(HTML(string="")).keys():
        return HTML
    lean = CSS(string=UNUSED.sub("", rules).replace("\n::marker", f"\n{_MARKER}"), counter_style=CounterStyle())

    class Page(HTML):  # type: ignore[misc]
        def __init__(self, string: str, **options: Any) -> None:
            tree = tree_of(string)
            super().__init__(string=string if tree is None else "", **options)
            if tree is not None:
                self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
                self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, *arguments: Any, **options: Any) -> Any:
            return [lean if sheet is whole else sheet for sheet in super()._ua_stylesheets(*arguments, **options)]

    return Page


def tree_of(html: str) -> ElementTree.Element | None:
    """The elements of a page that is XML but for its doctype, elements without an end tag and the name of SVG; else None.

    They are those that an HTML parser finds, as long as each element that HTML fills in (html, head, body, tbody) stands there.
    """
    text = _EMPTY.sub(r"<\1/>", html.replace("<!doctype html>", "", 1)).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return None
