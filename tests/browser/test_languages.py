"""Two languages: the same pages, each in its language, each with a way to the same page in the other."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from built import built_page
from conftest import html_paths

PATHS = html_paths()
DUTCH = [path for path in PATHS if not path.startswith("en/")]


def test_both_languages_have_the_same_pages() -> None:
    english = [path.removeprefix("en/") for path in PATHS if path.startswith("en/")]
    assert english == DUTCH
    assert len(DUTCH) > 50


@pytest.mark.parametrize("path", [path for path in PATHS if not path.endswith("404.html")])
def test_the_language_switch_leads_to_the_same_page(path: str, site: Path) -> None:
    own, other = ("en", "nl") if path.startswith("en/") else ("nl", "en")
    page = built_page(site, path)
    assert (page.attributes["html"]["lang"] or "")[:2] == own
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), page.alternates[other]))
    assert target == (path.removeprefix("en/") if own == "en" else f"en/{path}")


@pytest.mark.parametrize("path", [path for path in PATHS if not path.endswith("404.html")])
def test_every_page_describes_itself_in_its_own_words(path: str, site: Path) -> None:
    description = built_page(site, path).metas.get("description", "")
    assert 20 <= len(description) <= 300
    others = [other for other in PATHS if other != path and not other.endswith("404.html")]
    assert description not in {built_page(site, other).metas.get("description") for other in others}
