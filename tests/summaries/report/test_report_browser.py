"""The page of a report in a real Chromium: axe, no sideways scrolling, no request, charts that hold their words, and on paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import axe_playwright_python
import made_up
import pikepdf
import pytest
from playwright.sync_api import Browser, Page
from test_report_files import everywhere

from learning_network.summaries.report import report_files

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SUMMARIES = {
    "swot": made_up.swot("nl"),
    "grrow": made_up.grrow("en"),
    "empty": made_up.nothing(made_up.swot("nl")),
    "long": everywhere(made_up.swot("nl"), "Kwaliteitsverantwoordelijkenoverleg tussen verpleegkundigen en maatschappelijk werkers"),
}
CUT = """() => [...document.querySelectorAll('.chart svg')].flatMap(chart => {
  const [, , wide, high] = chart.getAttribute('viewBox').split(' ').map(Number)
  const boxes = [...chart.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()])
  const outside = boxes.filter(([, b]) => b.x < -2 || b.y < -1 || b.x + b.width > wide + 1 || b.y + b.height > high + 3)
  const apart = (a, b) => a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5 || a.y + a.height <= b.y + 4 || b.y + b.height <= a.y + 4
  const over = boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other => !apart(one[1], other[1])).map(other => [one, other]))
  return [...outside.map(([words]) => words), ...over.map(([one, other]) => `${one[0]} / ${other[0]}`)]
})"""


@cache
def axe_source() -> str:
    return next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")


def opened(browser: Browser, folder: Path, name: str, requests: list[str], faults: list[str], file: str = "report.html") -> Page:
    path = folder / f"{name}.html"
    path.write_bytes(report_files(SUMMARIES[name])[file])
    page = browser.new_page(reduced_motion="reduce")
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("file", ["report.html", "handout.html"])
@pytest.mark.parametrize("name", SUMMARIES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways_or_is_asked_for(name: str, file: str, browser: Browser, tmp_path: Path) -> None:
    requests: list[str] = []
    faults: list[str] = []
    page = opened(browser, tmp_path, name, requests, faults, file)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(axe_source())
            violations = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
            if violations:
                found[scheme, width] = [
                    f"{v['id']}: {node['target']} {node.get('failureSummary', '')[:160]}" for v in violations for node in v["nodes"]
                ]
    page.set_viewport_size({"width": 320, "height": 900})
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    cut = page.evaluate(CUT)
    page.close()
    assert found == {}
    assert over <= 0
    assert cut == [], "words of charts that stand outside their chart or over each other"
    assert requests == [(tmp_path / f"{name}.html").as_uri()]
    assert faults == [], "the policy of the page refuses something of its own"


@pytest.mark.parametrize("name", ["swot", "grrow"])
def test_a_report_prints_on_a4_without_running_off_the_sheet(name: str, browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, name, [], [])
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 672, "height": 1000})  # 178 mm between the margins
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    printed = page.pdf(path=str(tmp_path / "report.pdf"), prefer_css_page_size=True)
    page.close()
    assert over <= 0
    assert ground == "rgb(255, 255, 255)"
    assert printed.startswith(b"%PDF")
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
        assert 5 <= len(pdf.pages) <= 25
