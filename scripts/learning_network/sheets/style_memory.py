"""Styles that WeasyPrint worked out for one sheet, kept for the next.

Sheets of a kind have the same style sheets, and much the same elements inside each other. WeasyPrint works out the style of each
of these again for each sheet, and that of a page and of the boxes in its margin for each page. To keep them is a tenth of all time.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

MOST = 40_000
"""Styles that are kept, some 7 kB each; the sheets of the site have a good half of that. Then it starts anew."""

_ASKED = ["self", "element", "parent", "root", "pseudo_type", "base_url", "target_collector"]


@dataclass
class StyleMemory:
    """The styles of the sheets of one printer. A style is that of an earlier element when their parents have one style and they
    have been given the same values: nothing else decides it, for none of our style sheets counts in parts of the window (vw, vh).
    """

    styles: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """While a page is laid out. Where WeasyPrint has changed inside, it works as its own, and only slower."""
        from weasyprint import css

        its_own = css.StyleFor
        if list(inspect.signature(its_own.set_computed_styles).parameters) != _ASKED:
            yield
            return
        if len(self.styles) > MOST:
            self.styles.clear()
        css.StyleFor = self._remembering(its_own)
        try:
            yield
        finally:
            css.StyleFor = its_own

    def _remembering(self, its_own: Any) -> Any:
        kept = self.styles

        class Remembering(its_own):  # type: ignore[misc]
            def set_computed_styles(
                self,
                element: Any,
                parent: Any,
                root: Any = None,
                pseudo_type: str | None = None,
                base_url: str | None = None,
                target_collector: Any = None,
            ) -> None:
                computed, given = self.get_computed_styles(), self.get_cascaded_styles().get((element, pseudo_type), {})
                around = id(computed[parent, None]) if parent is not None else None  # a kept style keeps that of its parent
                key = (around, pseudo_type, base_url, id(self.font_config), *_compared(given))
                if key in kept:
                    style = computed[element, pseudo_type] = kept[key]
                    if target_collector and style["anchor"]:
                        target_collector.collect_anchor(style["anchor"])
                else:
                    super().set_computed_styles(element, parent, root, pseudo_type, base_url, target_collector)
                    kept[key] = computed[element, pseudo_type]

        return Remembering


def _compared(given: Mapping[str, tuple[Any, Any]]) -> Iterator[Any]:
    """What tells whether two elements were given the same: each property with its value and the weight of its rule.

    A value of a style sheet is an object that all sheets share. Those of an element's own attributes are made anew for each.
    """
    for name, (value, (precedence, layer, specificity)) in given.items():
        yield name, _comparable(name, value), precedence, layer, tuple(specificity)


def _comparable(name: str, value: Any) -> Any:
    if name.startswith("__"):  # a variable: a list of tokens
        return tuple(token.serialize() for token in value)
    try:
        hash(value)
    except TypeError:
        return id(value)  # it lives as long as the style that was made with it
    return value
