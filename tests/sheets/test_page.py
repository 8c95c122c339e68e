"""Without the rules that no sheet asks for, and with its HTML read as XML, a sheet is laid out as by WeasyPrint alone."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import press
import pytest
import tinyhtml5
import weasyprint

from learning_network.sheets import printer
from learning_network.sheets.page import UNUSED, page_class, tree_of


def test_weasyprint_still_has_the_rules_and_asks_for_its_style_sheet_by_the_same_name() -> None:
    """A new WeasyPrint may name things otherwise: then sheets are printed as well, and more slowly."""
    rules = [match[0].split("{")[0].strip() for match in UNUSED.finditer(weasyprint.html.UA)]
    assert {"::footnote-call", "@note-area", "@left-top"} < set(rules)
    assert not {"@page", "::marker"} & set(rules)
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


ONE_OF_EACH = list({(spec.template, spec.styles, spec.language): name for name, spec in press.specs().items()}.values())


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_xml_gives_the_elements_that_html_gives(name: str) -> None:
    tree = tree_of(press.html(name))
    assert tree is not None, "a template is not XML: it is printed as well, and more slowly"
    assert elements(tree) == elements(tinyhtml5.parse(press.html(name), namespace_html_elements=False))


def test_a_page_that_is_no_xml_is_read_as_html() -> None:
    html = "<!doctype html><p>Een & ander<br>zonder eind"
    assert tree_of(html) is None
    page = page_class()(string=html)
    texts = [box.text for box in page.render().pages[0]._page_box.descendants() if hasattr(box, "text")]
    assert texts == ["Een & ander", "zonder eind"]


def elements(tree: ElementTree.Element) -> list[tuple[Any, ...]]:
    return [(one.tag, one.text or "", one.tail or "", dict(one.attrib)) for one in tree.iter()]


def places(document: Any) -> list[tuple[Any, ...]]:
    """What stands where on the pages of a sheet."""
    return [
        (number, type(box).__name__, box.element_tag, box.position_x, box.position_y, getattr(box, "text", ""))
        for number, page in enumerate(document.pages)
        for box in page._page_box.descendants()
        if box.element_tag != "@note-area"
    ]
