"""A smoke detector for hard sentences in the Dutch prose: Flesch-Douma reading ease by textstat. A number is no judge."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat

from learning_network.content.prose import Page, read_pages

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [page for page in read_pages(ROOT)[0] if page.language == "nl"]
FLOOR, AIM = 50.0, 65.0


def running_text(page: Page) -> str:
    """Paragraphs and list items without macros, markup, tables and headings."""
    text = re.sub(r"\{\{.*?\}\}|\{[:#.][^}]*\}|<[^>]+>", " ", page.body)
    lines = [line.strip().lstrip("-*0123456789. >") for line in text.splitlines()]
    kept = [line for line in lines if line and not line.startswith(("#", "|", ":::", "!!!"))]
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_]", r"\1", "\n".join(kept))


def ease(page: Page) -> float:
    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(running_text(page)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_no_page_is_hard_to_read(page: Page) -> None:
    assert ease(page) >= FLOOR


def test_most_pages_reach_the_aim() -> None:
    reached = [page for page in PAGES if ease(page) >= AIM]
    assert len(reached) > len(PAGES) / 2
