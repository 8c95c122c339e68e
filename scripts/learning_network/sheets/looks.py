"""Lays a sheet out as its kind asks: as often as it takes to fill its pages, and as few times as can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any

from learning_network.content.library import Library
from learning_network.content.models import LANGUAGES, Worksheet

from .fit import AS_IT_IS, TIGHT_STYLES, Look, setting
from .markup import sheet_html
from .printer import Printer
from .specs import Spec
from .worksheet_fit import setting_of_lines, spaced


def laid_out(printer: Printer, spec: Spec, html: str, twin: str | None) -> Any:
    """The pages of a sheet before they are written. Raises NoPango, OutsideFile.

    twin: the HTML of the same sheet in our first language (twin_html), None when this is the one. Both are set alike, so that a group
    of two languages has the same sheet before it, unless that gives one of them other pages. It also spares the second a try.
    """
    look = _look(printer, spec, html)
    choose = _choice(spec)
    if choose is None:
        return look(AS_IT_IS)
    like, pages = _set(printer, spec, twin, choose) if twin else (None, 0)
    return look(like if like and len(look(like).pages) == pages else _set(printer, spec, html, choose, look)[0])


def twin_html(library: Library, spec: Spec) -> str | None:
    """The HTML of twin_of."""
    twin = twin_of(spec)
    return sheet_html(library, twin) if twin else None


def twin_of(spec: Spec) -> Spec | None:
    """The same sheet in our first language; None when it is in that one, or when there is nothing to set alike."""
    return replace(spec, language=LANGUAGES[0]) if spec.language != LANGUAGES[0] and _choice(spec) else None


def options(spec: Spec) -> dict[str, bool]:
    """What WeasyPrint must know of a sheet beside its styles."""
    return {"pdf_forms": True} if spec.form == "form" else {}


def _look(printer: Printer, spec: Spec, html: str) -> Look:
    @cache
    def look(wanted: float) -> Any:
        if spec.form != "facilitator":
            return printer.lay_out(spaced(html, wanted) if wanted != AS_IT_IS else html, spec.styles, **options(spec))
        tight = () if wanted == AS_IT_IS else (TIGHT_STYLES["large" in spec.styles],)
        return printer.lay_out(html, (*spec.styles, *tight))

    return look


def _choice(spec: Spec) -> Callable[[Look], float] | None:
    """What chooses the setting of this sheet; None for a sheet that has only one. In a book a last page with little on it does no
    harm, and hand-outs have lines down to the foot."""
    if isinstance(spec.record, Worksheet) and spec.form in ("worksheet", "form") and spec.size != "a3":
        return partial(setting_of_lines, kind="form" if spec.form == "form" else spec.size)
    return setting if spec.form == "facilitator" else None


def _set(printer: Printer, spec: Spec, html: str, choose: Callable[[Look], float], look: Look | None = None) -> tuple[float, int]:
    """The setting of this HTML, and its pages; remembered by the printer."""
    key = (html, spec.styles)
    if key not in printer.settings:
        look = look or _look(printer, spec, html)
        chosen = choose(look)
        printer.settings[key] = chosen, len(look(chosen).pages)
    return printer.settings[key]
