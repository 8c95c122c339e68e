"""The built site, served over http in a subfolder and opened from file://, and a real Chromium to walk it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from learning_network.content.library import Library
from learning_network.content.loading import load

SITE = Path(__file__).resolve().parent.parent.parent / "site"
SUBFOLDER = "/netwerk/"
"""The site is served below a folder: it must not think that it stands at the root of its host."""

WIDTHS = {"phone": 390, "desktop": 1280}
SCHEMES = ("light", "dark")


def html_paths() -> list[str]:
    """All pages of the built site, both languages, relative to site/."""
    return sorted(p.relative_to(SITE).as_posix() for p in SITE.rglob("*.html"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` builds it first."""
    assert (SITE / "index.html").is_file(), "there is no site: run make site first"
    return SITE


@pytest.fixture(scope="session")
def library() -> Library:
    """The records that the site was built from: what it shows is held against them."""
    return load(SITE.parent)


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(SUBFOLDER)) if path.startswith(SUBFOLDER) else "/nowhere"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Like the usual hosts of static sites: an unknown address gets 404.html."""
        if code != 404:
            return super().send_error(code, message, explain)
        body = (SITE / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Address of the site over http, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUBFOLDER}"
    server.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": WIDTHS["desktop"], "height": 900}, locale="nl-BE")
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def page_without_scripts(browser: Browser) -> Iterator[Page]:
    """A page on a desktop where JavaScript is off."""
    opened = browser.new_context(java_script_enabled=False, viewport={"width": WIDTHS["desktop"], "height": 900})
    yield opened.new_page()
    opened.close()


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site is opened: over http, and from a USB stick."""
    return request.getfixturevalue("base_url") if request.param == "http" else site.as_uri() + "/"
