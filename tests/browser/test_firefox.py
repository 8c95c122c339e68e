"""The same site in a Firefox, which keeps to its own rules on policies, files and storage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import firefox as programs
import pytest
from firefox import Firefox, running

pytestmark = [
    pytest.mark.skipif(programs.executable() is None, reason="there is no Firefox on this machine"),
    pytest.mark.xdist_group("firefox"),  # one window for all: starting takes two seconds
]

REFUSED = "performance.getEntriesByType('resource').filter(entry => /[.](js|css|woff2)$/.test(entry.name) && entry.responseStatus >= 400)"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with ExitStack() as stack:
        try:
            started = stack.enter_context(running(tmp_path_factory.mktemp("firefox") / "profile"))
        except (AssertionError, OSError) as error:  # that says nothing of the site
            pytest.skip(f"Firefox does not start here: {error}")
        yield started


@pytest.mark.parametrize("path", ["index.html", "en/exercises/index.html", "tools/index.html", "tools/team.html", "exercises/plan.html"])
def test_a_page_wears_its_own_clothes_and_runs_its_scripts(path: str, firefox: Firefox, address: str) -> None:
    firefox.goto(address + path)
    assert "js" in firefox.evaluate("document.documentElement.className").split()
    assert firefox.wait_for("document.fonts.status === 'loaded' && getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
    assert firefox.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert firefox.evaluate(REFUSED) == []


def test_the_matrix_filters(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "tools/index.html")
    everything = firefox.evaluate("document.querySelectorAll('[data-tool]').length")
    firefox.type("#matrix-text", "schaal")
    shown = firefox.wait_for(f"[...document.querySelectorAll('[data-tool]')].filter(row => !row.hidden).length < {everything} && 'fewer'")
    assert shown == "fewer"


def test_the_search_finds_other_forms_of_a_word(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "index.html")
    firefox.press("[data-opens=search]")
    firefox.type("#search input", "vaardigheden")
    assert (
        "vaardigheid" in firefox.wait_for("document.querySelector('#search li') && document.querySelector('#search').textContent").lower()
    )


def test_what_is_written_in_a_worksheet_is_there_after_a_reload(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "worksheets/grrow-sheet.html")
    firefox.evaluate("localStorage.clear()")
    firefox.goto(address + "worksheets/grrow-sheet.html")
    firefox.type("#q-goal textarea", "Élke week samen eten")
    firefox.wait_for("Object.keys(localStorage).some(key => localStorage[key].includes('samen eten'))")
    firefox.goto(address + "on-this-device.html")
    assert "1" in firefox.wait_for("document.querySelector('[data-kept-count]').textContent")
    firefox.goto(address + "worksheets/grrow-sheet.html")
    assert firefox.wait_for("document.querySelector('#q-goal textarea').value") == "Élke week samen eten"


def test_an_exercise_comes_on_the_big_screen(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "exercises/swot.html")
    firefox.press("button[data-screen]")
    assert firefox.wait_for("document.querySelector('dialog[open]') && document.querySelector('dialog[open]').textContent.length > 40")


def test_a_plan_gets_its_clock(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "exercises/plan.html?add=swot")
    firefox.wait_for("/SWOT/.test(document.querySelector('[data-planner]').textContent)")
