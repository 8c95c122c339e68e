"""Printing from the browser: no screen furniture, no blank page, nothing cut off at the side."""

from __future__ import annotations

import io

import pytest
from conftest import SUBFOLDER
from playwright.sync_api import Page
from pypdf import PdfReader

PRINTED = [
    "phases/prepare.html",
    "phases/sustain.html",
    "exercises/brainstorm-on-obstacles.html",
    "exercises/picture-cards.html",
    "worksheets/swot-sheet.html",
    "worksheets/stafkaart.html",
    "worksheets/reflection-cooperation.html",
    "tools/index.html",
    "accessibility.html",
    "en/exercises/swot.html",
    "en/worksheets/person-sheet.html",
]
A4_TEXT_WIDTH = 680  # CSS pixels between the margins of an A4 page
FURNITURE = ["Zoeken", "Search", "Ga naar inhoud", "Skip to content", "Donkere modus", "Dark mode"]


def printed(page: Page) -> list[str]:
    """The text of every printed page."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize("path", PRINTED)
def test_every_sheet_of_paper_has_text_and_no_furniture(path: str, page: Page, base_url: str) -> None:
    assert SUBFOLDER in base_url
    page.goto(base_url + path)
    sheets = printed(page)
    assert all(len(text) > 40 for text in sheets), [len(text) for text in sheets]
    for word in FURNITURE:
        assert word not in " ".join(sheets)


@pytest.mark.parametrize("path", PRINTED)
def test_nothing_is_wider_than_the_paper(path: str, page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": A4_TEXT_WIDTH, "height": 960})
    page.goto(base_url + path)
    page.emulate_media(media="print")
    wide = page.evaluate(
        """width => [...document.querySelectorAll('main *')]
            .filter(e => e.getClientRects().length && !e.closest('svg') && e.getBoundingClientRect().right > width + 1)
            .map(e => e.tagName + '.' + e.className)""",
        A4_TEXT_WIDTH,
    )
    assert wide == []


@pytest.mark.parametrize("path", ["exercises/brainstorm-on-obstacles.html", "en/exercises/picture-cards.html"])
def test_folded_parts_are_printed_too(path: str, page: Page, base_url: str) -> None:
    page.goto(base_url + path)
    folded = page.evaluate(
        "[...document.querySelectorAll('main details')].filter(d => !d.closest('nav')).map(d => d.textContent.trim().split(/\\s+/).slice(-6).join(' '))"
    )
    assert folded, "an exercise has folded variations"
    text = " ".join(printed(page))
    assert [part for part in folded if part not in text] == []
