"""Links: every address and fragment leads somewhere, over http and from file://, and none leaves for another host unasked."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from built import built_page
from conftest import html_paths

LOADING = {"script", "link", "img", "source", "iframe", "video", "audio", "object", "embed", "use", "image"}
"""Tags whose address the browser fetches by itself."""


@pytest.mark.parametrize("path", html_paths())
def test_every_link_and_fragment_leads_somewhere(path: str, site: Path) -> None:
    """Relative addresses that name a file work over http and from file:// alike; 404.html stands at no fixed depth."""
    broken = []
    for tag, name, address in built_page(site, path).links:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "mailto", "tel"):
            continue
        if path.endswith("404.html"):
            continue  # its links are made by script at load: tests/browser/test_not_found.py
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        if parts.scheme or address.startswith("/") or not (site / target).is_file():
            broken.append(f"<{tag} {name}={address}>")
        elif parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in built_page(site, target).ids:
            broken.append(f"<{tag} {name}={address}>: no such place on the page")
    assert broken == []


@pytest.mark.parametrize("path", html_paths())
def test_nothing_is_fetched_from_another_host(path: str, site: Path) -> None:
    outside = [
        (tag, address)
        for tag, _, address in built_page(site, path).links
        if tag in LOADING and urlsplit(address).netloc and not (tag == "link" and "rel" in address)
    ]
    assert outside == []


@pytest.mark.parametrize("path", html_paths())
def test_an_id_stands_once_on_a_page(path: str, site: Path) -> None:
    ids = built_page(site, path).ids
    assert [id_ for id_ in set(ids) if ids.count(id_) > 1] == []
