"""Without the rules that no sheet asks for, WeasyPrint's own style sheet lays out the same."""

from __future__ import annotations

from typing import Any

import press
import pytest
import weasyprint

from learning_network.sheets import printer
from learning_network.sheets.defaults import UNUSED, page_class


def test_weasyprint_still_has_the_rules_and_asks_for_its_style_sheet_by_the_same_name() -> None:
    """A new WeasyPrint may name things otherwise: then sheets are printed as well, and more slowly."""
    rules = [match[0].split("{")[0].strip() for match in UNUSED.finditer(weasyprint.html.UA)]
    assert {"::footnote-call", "@note-area", "@left-top"} < set(rules)
    assert not {"@page", "@top-left", "::marker"} & set(rules)
    page = page_class()(string="<p>x</p>")
    assert [
        sheet is own for sheet, own in zip(page._ua_stylesheets(True), weasyprint.HTML(string="x")._ua_stylesheets(True), strict=True)
    ] == [
        False,
        True,
    ]


@pytest.mark.parametrize("name", ["nl/swot-facilitator.pdf", "en/stafkaart-form.pdf", "nl/check-in-cards.pdf", "nl/phase-1.pdf"])
def test_a_sheet_looks_as_with_the_whole_style_sheet(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = press.specs()[name]
    options = {"pdf_forms": True} if spec.form == "form" else {}
    lean = press.printer().lay_out(press.html(name), spec.styles, **options)
    monkeypatch.setattr(printer, "page_class", lambda: weasyprint.HTML)
    whole = press.printer().lay_out(press.html(name), spec.styles, **options)
    assert places(lean) == places(whole)


def places(document: Any) -> list[tuple[Any, ...]]:
    """What stands where on the pages of a sheet."""
    return [
        (number, type(box).__name__, box.element_tag, box.position_x, box.position_y, getattr(box, "text", ""))
        for number, page in enumerate(document.pages)
        for box in page._page_box.descendants()
        if box.element_tag != "@note-area"
    ]
