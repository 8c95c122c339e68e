"""The style sheet that WeasyPrint brings along, without what no sheet of ours asks for.

It gives each element five pseudo-elements for notes and one for the mark of a list, and each page sixteen boxes in its margin, of
which we use four. All of these get a style of their own, whether anything is in them or not: a tenth of the time of a layout.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

UNUSED = re.compile(
    r"^ *(?:::(?:foot)?note-[a-z]+|@(?!page|counter-style|top-left |top-right |bottom-left |bottom-right )[a-z-]+|@counter-style [a-z-]+) *\{.*\} *$",
    re.MULTILINE,
)
"""Rules of one line. Styles of counters stay those of WeasyPrint: it keeps them apart from its style sheet."""


@cache
def page_class() -> Any:
    """The class for the HTML of a sheet. Where WeasyPrint changes inside, it is as its own, and only slower."""
    from weasyprint import CSS, HTML, html
    from weasyprint.css.counters import CounterStyle

    rules, whole = getattr(html, "UA", None), getattr(html, "UA_STYLESHEET", None)
    if rules is None or whole is None:
        return HTML
    lean = CSS(string=UNUSED.sub("", rules).replace("\n::marker", "\nli::marker"), counter_style=CounterStyle())

    class Page(HTML):  # type: ignore[misc]
        def _ua_stylesheets(self, *arguments: Any, **options: Any) -> Any:
            return [lean if sheet is whole else sheet for sheet in super()._ua_stylesheets(*arguments, **options)]

    return Page
