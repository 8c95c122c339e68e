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

from .form_fields import Field, form_fields
from .forms import field_font, mended
from .looks import laid_out, options
from .printer import Printed, Printer, written
from .specs import Spec
from .worksheets import words_of


def print_sheet(printer: Printer, library: Library, spec: Spec, html: str, twin: str | None) -> Printed:
    """The finished PDF of a sheet. twin: as in laid_out. Raises NoPango, OutsideFile."""
    with no_collecting():
        printed = finished(laid_out(printer, spec, html, twin), library, spec)
        gc.collect(0)  # the boxes of this sheet, and nothing that was there before
    return printed


@contextmanager
def no_collecting() -> Iterator[None]:
    """Put off Python's search for garbage while sheets are made: hundreds of thousands of boxes, all of them in use, cost it a
    fifth of the time, and to look through all that is kept from one sheet to the next another twentieth."""
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
    printed = written(document, **options(spec), uncompressed_pdf=form)  # a form is opened again, and packed then
    return Printed(mended(printed.data, *form_of(library, spec)), printed.pages) if form else printed


def form_of(library: Library, spec: Spec) -> tuple[list[Field], Path, dict[str, str]]:
    """What a form is mended with: its fields, their font and the marks of its worksheet."""
    sheet = spec.record
    assert isinstance(sheet, Worksheet)
    fields = form_fields(sheet, words_of(sheet, spec.language, spec.variant), spec.variant, own_strings(library, spec.language))
    marks = {"Worksheet": sheet.id, "WorksheetVersion": str(sheet.version), "WorksheetLanguage": spec.language}
    return fields, field_font(library.root), marks
