"""Scripts come from the site's own files alone: what somebody typed or was sent can never run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import html_paths
from playwright.sync_api import Page

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)

WATCH = "window.refused = []; addEventListener('securitypolicyviolation', event => window.refused.push(event.violatedDirective))"

WIDGETS = (
    "index.html", "exercises/index.html", "exercises/swot.html", "exercises/obstacles.html", "exercises/plan.html", "worksheets/swot-sheet.html",
    "worksheets/summary.html", "tools/index.html", "tools/team.html", "on-this-device.html",
)  # fmt: skip


@pytest.mark.parametrize("path", html_paths())
def test_every_page_allows_scripts_of_its_own_files_alone(path: str, site: Path) -> None:
    text = (site / path).read_text(encoding="utf-8")
    policy = POLICY.search(text)
    assert policy, "no policy"
    directives = dict(part.strip().partition(" ")[::2] for part in policy[1].split(";"))
    inline = [script for attributes, script in SCRIPT.findall(text) if "src=" not in attributes and "ld+json" not in attributes]
    assert directives["default-src"] == "'none'"
    if path.endswith("404.html"):
        assert re.fullmatch(r"'self' 'sha256-[A-Za-z0-9+/]{43}='", directives["script-src"])
        assert len(inline) == 1
    else:
        assert directives["script-src"] == "'self'"
        assert inline == []
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", re.sub(r'"[^"]*"', '""', text)), "a script in an attribute"
    assert text.index("Content-Security-Policy") < text.index("<link"), "what comes before the policy is not held to it"


@pytest.mark.parametrize("path", WIDGETS)
def test_nothing_of_ours_is_refused_and_what_is_put_in_does_not_run(path: str, page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(address + path)
    assert page.evaluate("refused") == []
    page.evaluate("""() => {
        document.body.insertAdjacentHTML("beforeend", "<img src='nowhere' onerror='window.ran = 1'>");
        const script = document.createElement("script");
        script.textContent = "window.ran = 2";
        document.body.append(script);
    }""")
    page.wait_for_function("() => refused.length >= 2")
    assert page.evaluate("window.ran") is None


def test_the_page_that_finds_its_own_place_is_allowed_its_one_script(page: Page, base_url: str) -> None:
    page.add_init_script(WATCH)
    page.goto(base_url + "exercises/nowhere.html")
    page.wait_for_function("() => [...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)")
    assert page.evaluate("refused") == []
