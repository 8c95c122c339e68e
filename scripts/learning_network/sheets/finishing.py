"""Prints a sheet in the manner of its kind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from learning_network.content.library import Library
from learning_network.content.models import Worksheet
from learning_network.wording.network import own_strings

from .fit import fitted
from .form_fields import Field, form_fields
from .forms import field_font, mended
from .printer import Printed, Printer, written
from .specs import Spec
from .worksheet_fit import fitted_lines
from .worksheets import words_of


def laid_out(printer: Printer, spec: Spec, html: str) -> Any:
    """The pages of a sheet before they are written, fitted as its kind asks. Raises NoPango, OutsideFile."""
    if isinstance(spec.record, Worksheet) and spec.form in ("worksheet", "form") and spec.size != "a3":
        return fitted_lines(printer, html, spec.styles, **_options(spec))
    if spec.form == "facilitator":  # in a book a last page with little on it does no harm, and hand-outs have lines down to the foot
        return fitted(printer, html, spec.styles)
    return printer.lay_out(html, spec.styles)


def print_sheet(printer: Printer, library: Library, spec: Spec, html: str) -> Printed:
    """The finished PDF of a sheet. Raises NoPango, OutsideFile."""
    with no_collecting():
        return finished(laid_out(printer, spec, html), library, spec)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Put off Python's search for garbage while a sheet is made: hundreds of thousands of boxes, all of them in use, cost it a
    fifth of the time. They go right after."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def finished(document: Any, library: Library, spec: Spec) -> Printed:
    """The PDF of the laid-out pages of a sheet; a form with its fields mended."""
    form = isinstance(spec.record, Worksheet) and spec.form == "form"
    printed = written(document, **_options(spec), uncompressed_pdf=form)  # a form is opened again, and packed then
    return Printed(mended(printed.data, *form_of(library, spec)), printed.pages) if form else printed


def form_of(library: Library, spec: Spec) -> tuple[list[Field], Path, dict[str, str]]:
    """What a form is mended with: its fields, their font and the marks of its worksheet."""
    sheet = spec.record
    assert isinstance(sheet, Worksheet)
    fields = form_fields(sheet, words_of(sheet, spec.language, spec.variant), spec.variant, own_strings(library, spec.language))
    marks = {"Worksheet": sheet.id, "WorksheetVersion": str(sheet.version), "WorksheetLanguage": spec.language}
    return fields, field_font(library.root), marks


def _options(spec: Spec) -> dict[str, bool]:
    return {"pdf_forms": True} if spec.form == "form" else {}
