"""The first load of any page is light: few requests, few kilobytes (as gzip sends them)."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest
from conftest import html_paths
from playwright.sync_api import Browser, Response

READY_MADE = (".woff2", ".png", ".zip")  # compressed already


@pytest.mark.parametrize("path", [path for path in html_paths() if not path.endswith("404.html")])  # that one is test_not_found.py's
def test_the_first_load_is_light(path: str, browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(base_url + path)
    page.wait_for_timeout(100)  # what a script asks for at once, after the page has loaded
    sizes = {}
    for response in responses:
        body = response.body()
        name = urlsplit(response.url).path
        sizes[name] = len(body) if name.endswith(READY_MADE) else len(gzip.compress(body, 6))
    context.close()
    fonts = sum(size for name, size in sizes.items() if name.endswith(".woff2"))
    total = sum(sizes.values())
    assert total - fonts <= 85_000, sizes
    assert total <= 130_000, sizes
    assert len(responses) <= 12, sizes
