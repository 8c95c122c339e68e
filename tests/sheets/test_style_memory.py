"""A sheet is the same whatever was printed before it, and styles are worked out once."""

from __future__ import annotations

import re
from typing import Any

import press
import pytest
import weasyprint
from projects import ROOT

from learning_network.sheets.books import Book
from learning_network.sheets.finishing import print_sheet
from learning_network.sheets.printer import STYLES, Printer
from learning_network.sheets.specs import Spec
from learning_network.sheets.style_memory import StyleMemory

KINDS: dict[Any, list[Spec]] = {}
"""Sheets of one kind: another template or other style sheets make another kind. Of the books a phase will do."""
for _spec in press.specs().values():
    if not isinstance(_spec.record, Book) or "phase-1" in _spec.name:
        KINDS.setdefault((_spec.template, _spec.styles), []).append(_spec)


def printed(printer: Printer, spec: Spec) -> bytes:
    return print_sheet(printer, press.library(), spec, press.html(spec.name), None).data


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind[1][-1] + "-" + kind[0].partition(".")[0])
def test_a_sheet_is_the_same_after_another_of_its_kind_as_when_it_is_the_first(kind: Any) -> None:
    first, *_, last = KINDS[kind] if len(KINDS[kind]) > 1 else KINDS[kind] * 2
    shared = Printer(ROOT)
    printed(shared, first)
    assert printed(shared, last) == printed(Printer(ROOT), last)


def test_the_same_sheet_again_needs_no_new_style() -> None:
    printer, name = Printer(ROOT), "nl/swot-facilitator.pdf"
    styles = press.specs()[name].styles
    printer.lay_out(press.html(name), styles)
    known = len(printer.memory.styles)
    assert known > 50
    printer.lay_out(press.html(name), styles)
    assert len(printer.memory.styles) == known


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<p style="color: red">x</p>', '<p style="color: blue">x</p>'),
        ('<p style="--own: red; color: var(--own)">x</p>', '<p style="--own: blue; color: var(--own)">x</p>'),
        ('<div style="color: red"><p>x</p></div>', '<div style="color: blue"><p>x</p></div>'),
        ("<style>p { color: red }</style><p>x</p>", "<style>p { color: blue }</style><p>x</p>"),
        ("<p>x</p>", "<p><b>x</b></p>"),
    ],
)
def test_elements_that_were_given_something_else_have_a_style_of_their_own(one: str, other: str) -> None:
    memory = StyleMemory()
    assert looks_of(one, memory) == looks_of(one)
    assert looks_of(other, memory) == looks_of(other) != looks_of(one)


def test_another_weasyprint_may_ask_for_styles_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then a sheet is printed as well, and more slowly."""
    its_own = weasyprint.css.StyleFor.set_computed_styles
    monkeypatch.setattr(weasyprint.css.StyleFor, "set_computed_styles", lambda *given, **named: its_own(*given, **named))
    memory = StyleMemory()
    assert looks_of("<p>x</p>", memory) == looks_of("<p>x</p>")
    assert not memory.styles


def test_weasyprint_has_its_own_way_back_after_a_fault() -> None:
    its_own = weasyprint.css.StyleFor
    with StyleMemory().in_use():
        assert weasyprint.css.StyleFor is not its_own
    assert weasyprint.css.StyleFor is its_own
    with pytest.raises(ZeroDivisionError):
        _fails_while_it_lays_out()
    assert weasyprint.css.StyleFor is its_own


def test_a_full_memory_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learning_network.sheets.style_memory.MOST", 5)
    memory = StyleMemory()
    looks_of("<p>x</p>", memory)
    first = len(memory.styles)
    assert first > 5
    looks_of("<h1>x</h1>", memory)
    assert len(memory.styles) == first


def test_no_style_sheet_counts_in_parts_of_the_window() -> None:
    """A kept style would have those of the page that it was made for."""
    for path in STYLES.glob("*.css"):
        assert not re.findall(r"\d(?:v[wh]|vmin|vmax|vi|vb)\b", path.read_text(encoding="utf-8")), path.name


def _fails_while_it_lays_out() -> None:
    with StyleMemory().in_use():
        raise ZeroDivisionError


def looks_of(html: str, memory: StyleMemory | None = None) -> list[Any]:
    """The text and colour, weight and place of each box of a page."""
    page = weasyprint.HTML(string=f"<html><body>{html}</body></html>")
    if memory is None:
        document = page.render()
    else:
        with memory.in_use():
            document = page.render()
    boxes = document.pages[0]._page_box.descendants()
    return [(getattr(box, "text", ""), box.style["color"], box.style["font_weight"], box.position_x, box.position_y) for box in boxes]
