"""Explains glossary terms where they first occur on a page: a link to the glossary with a tooltip."""

from __future__ import annotations

import html as html_module
import re
from dataclasses import dataclass

_TOKEN = re.compile(r"<!--.*?-->|<[^>]+>", re.DOTALL)
_TAG_NAME = re.compile(r"</?([a-zA-Z0-9-]+)")
_SKIP = {"a", "abbr", "button", "cite", "code", "dfn", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "nav", "option",
         "pre", "script", "select", "style", "summary", "svg", "textarea", "th", "time", "title"}  # fmt: skip
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NO_TERMS = "data-no-terms"
"""An element with this attribute, and all in it, stays without tooltips."""


@dataclass(frozen=True)
class Tooltip:
    """A term to explain: its id in the glossary, all its forms, its definition as plain text."""

    id: str
    forms: tuple[str, ...]
    definition: str


class Explainer:
    """Finds the first occurrence of each term in the running text of a page. Made once for a language."""

    def __init__(self, tooltips: list[Tooltip]) -> None:
        self._by_form = {form.lower(): tooltip for tooltip in tooltips for form in tooltip.forms}
        forms = sorted(self._by_form, key=len, reverse=True)
        # Compounds count as other words: 'zorgdoel' must not be found in 'zorgdoelen-overleg'.
        self._pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, forms)) + r")(?![\w-])", re.IGNORECASE) if forms else None

    def explain(self, page: str, glossary: str) -> str:
        """Returns the HTML of a page's text with tooltips; `glossary` is the relative address of the glossary."""
        if self._pattern is None:
            return page
        out: list[str] = []
        open_skips: list[str] = []
        seen: set[str] = set()
        position = 0
        for match in _TOKEN.finditer(page):
            out.append(self._text(page[position : match.start()], glossary, seen, bool(open_skips)))
            _follow(match[0], open_skips)
            out.append(match[0])
            position = match.end()
        out.append(self._text(page[position:], glossary, seen, bool(open_skips)))
        return "".join(out)

    def _text(self, text: str, glossary: str, seen: set[str], skip: bool) -> str:
        if skip or self._pattern is None or not text.strip():
            return text
        return self._pattern.sub(lambda match: self._mark(match[0], glossary, seen), text)

    def _mark(self, word: str, glossary: str, seen: set[str]) -> str:
        tooltip = self._by_form[word.lower()]
        if tooltip.id in seen:
            return word
        seen.add(tooltip.id)
        tip = f"tip-{tooltip.id}"
        return (
            f'<span class="term"><a class="term__link" href="{glossary}#term-{tooltip.id}" aria-describedby="{tip}">{word}</a>'
            f'<span class="term__tip" role="tooltip" id="{tip}" data-search-exclude>{html_module.escape(tooltip.definition)}</span></span>'
        )


def _follow(tag: str, open_skips: list[str]) -> None:
    """Keep track of the elements that we are in and whose text stays as it is."""
    name_match = _TAG_NAME.match(tag)
    if not name_match:
        return
    name = name_match[1].lower()
    if name in _VOID or tag.endswith("/>"):
        return
    if tag.startswith("</"):
        if open_skips and open_skips[-1] == name:
            open_skips.pop()
    elif open_skips:
        if open_skips[-1] == name or name in _SKIP or NO_TERMS in tag:
            open_skips.append(name)
    elif name in _SKIP or NO_TERMS in tag:
        open_skips.append(name)
