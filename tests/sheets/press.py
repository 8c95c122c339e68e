"""The press of all tests of sheets: the real records, and one printer, so that no sheet is printed twice by one module."""

from __future__ import annotations

from functools import cache
from typing import Any

from projects import ROOT

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.sheets import finishing, looks
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.printer import Printer
from learning_network.sheets.specs import Spec, all_specs


@cache
def library() -> Library:
    return load(ROOT)


@cache
def printer() -> Printer:
    return Printer(ROOT)


@cache
def specs() -> dict[str, Spec]:
    """Every sheet of the project by its file name, e.g. 'nl/swot-facilitator.pdf'."""
    return {spec.name: spec for spec in all_specs(library())}


@cache
def html(name: str) -> str:
    return sheet_html(library(), specs()[name])


def twin(name: str) -> str | None:
    """The HTML of the same sheet in the first language, where both are set alike."""
    other = looks.twin_of(specs()[name])
    return html(other.name) if other else None


_laid_out: dict[str, Any] = {}
_printed: dict[str, bytes] = {}


def laid_out(name: str) -> Any:
    """The pages of a sheet as WeasyPrint holds them."""
    if name not in _laid_out:
        _laid_out[name] = looks.laid_out(printer(), specs()[name], html(name), twin(name))
    return _laid_out[name]


def printed(name: str) -> bytes:
    """The PDF of a sheet."""
    if name not in _printed:
        _printed[name] = finishing.finished(laid_out(name), library(), specs()[name]).data
    return _printed[name]


def forget(name: str) -> None:
    """Let a sheet go: laid-out pages are large."""
    _laid_out.pop(name, None)
    _printed.pop(name, None)


def let_go() -> None:
    """Forget the printer and all that it made: WeasyPrint closes its fonts with it, and at the end of Python that is too late."""
    _laid_out.clear()
    _printed.clear()
    printer.cache_clear()
