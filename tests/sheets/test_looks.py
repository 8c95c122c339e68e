"""How often a sheet is laid out, and that both languages are set alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import press
import pytest
from press import ROOT

from learning_network.sheets.looks import laid_out
from learning_network.sheets.printer import Printer
from learning_network.sheets.specs import Spec
from learning_network.sheets.worksheet_fit import spaced


@dataclass
class Watched(Printer):
    """A printer that keeps the HTML of each layout."""

    looks: list[str] = field(default_factory=list)

    def lay_out(self, html: str, names: tuple[str, ...], **options: Any) -> Any:
        self.looks.append(html)
        return super().lay_out(html, names, **options)


def sheet(name: str) -> tuple[Spec, str, str]:
    """What a sheet is laid out from: its spec, its HTML and that of its twin."""
    return press.specs()[name], press.html(name), press.twin(name) or ""


@pytest.mark.parametrize(
    ("name", "tries"),
    [
        ("nl/reflection-learn-from-others.pdf", [1, 0.86]),  # a few words on the second page: closer, and they fit on the first
        ("nl/reflection-time.pdf", [1, 1.22]),  # a third of a page: more than lines closer together can give
        ("nl/person-sheet.pdf", [1, 1.1]),
    ],
)
def test_a_worksheet_is_laid_out_again_only_where_that_can_help(name: str, tries: list[float]) -> None:
    printer = Watched(ROOT)
    laid_out(printer, press.specs()[name], press.html(name), None)
    assert printer.looks == [spaced(press.html(name), factor) if factor != 1 else press.html(name) for factor in tries]


def test_both_languages_are_set_alike_where_that_gives_as_many_pages() -> None:
    spec, html, twin = sheet("en/reflection-time.pdf")
    assert twin == press.html("nl/reflection-time.pdf")
    printer = Watched(ROOT)
    document = laid_out(printer, spec, html, twin)
    assert printer.looks == [twin, spaced(twin, 1.22), spaced(html, 1.22)], "its own page is not tried as it is"
    again = laid_out(printer, press.specs()["nl/reflection-time.pdf"], twin, None)
    assert printer.looks[3:] == [spaced(twin, 1.22)], "the printer knows how the first one was set"
    assert len(document.pages) == len(again.pages) == 2


def test_a_language_is_set_by_itself_where_the_other_one_has_fewer_pages() -> None:
    spec, html, twin = sheet("en/my-part-in-the-contact.pdf")
    alike = len(press.printer().lay_out(spaced(html, 0.86), spec.styles).pages)
    assert alike > len(press.laid_out("nl/my-part-in-the-contact.pdf").pages), "the sheet that this test is about"
    alone, beside = Watched(ROOT), Watched(ROOT)
    laid_out(alone, spec, html, None)
    laid_out(beside, spec, html, twin)
    assert beside.looks[-1] == alone.looks[-1], "the same setting in the end"


@pytest.mark.parametrize("name", ["nl/swot-facilitator.pdf", "en/swot-participants.pdf", "en/phase-1.pdf", "en/swot-sheet-a3.pdf"])
def test_a_sheet_that_is_set_in_one_way_only_has_no_twin(name: str) -> None:
    assert press.twin(name) is None
