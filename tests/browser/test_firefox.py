"""The same site in a Firefox, which keeps to its own rules on policies, files and storage."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import firefox as programs
import pytest
from firefox import Firefox, running

pytestmark = [
    pytest.mark.skipif(programs.executable() is None, reason="there is no Firefox on this machine"),
    pytest.mark.xdist_group("firefox"),  # one window for all: starting takes two seconds
]

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "summary"
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


@pytest.fixture
def nothing_kept(firefox: Firefox, address: str) -> None:
    """A device on which nothing was filled in."""
    firefox.goto(address + "404.html")
    firefox.evaluate("localStorage.clear()")


SWOT = "worksheets/swot-sheet.html"
TEXTS = "JSON.stringify([...document.querySelectorAll('#q-strengths textarea')].map(field => field.value))"


@pytest.mark.usefixtures("nothing_kept")
def test_items_are_added_moved_removed_and_taken_back_and_are_there_at_once_after_a_reload(firefox: Firefox, address: str) -> None:
    firefox.goto(address + SWOT)
    firefox.type("#q-strengths textarea", "Eén\ue007Twee\ue007Drie")  # the Enter key
    assert json.loads(firefox.evaluate(TEXTS)) == ["Eén", "Twee", "Drie"]
    firefox.press("#q-strengths .item:nth-child(3) [data-do=up]")
    firefox.press("#q-strengths .item:nth-child(1) [data-do=remove]")
    assert json.loads(firefox.evaluate(TEXTS)) == ["Drie", "Twee"]
    firefox.press("[data-device] .device-message button")
    assert json.loads(firefox.evaluate(TEXTS)) == ["Eén", "Drie", "Twee"]
    firefox.goto(address + SWOT)
    assert json.loads(firefox.evaluate(TEXTS)) == ["Eén", "Drie", "Twee"]


@pytest.mark.usefixtures("nothing_kept")
def test_a_file_of_answers_is_shown_before_it_is_taken_over(firefox: Firefox, address: str, tmp_path: Path) -> None:
    said = {"format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl"}
    (tmp_path / "elders.json").write_text(json.dumps({**said, "answers": {"strengths": ["van elders"]}}), encoding="utf-8")
    firefox.goto(address + SWOT)
    firefox.type("[data-device] input[type=file]", str(tmp_path / "elders.json"))
    assert "elders.json" in firefox.wait_for("document.querySelector('dialog[open]') && document.querySelector('dialog[open]').textContent")
    assert firefox.evaluate(TEXTS) == '[""]'
    firefox.press("dialog[open] .button--main")
    assert firefox.wait_for(f"{TEXTS}.includes('elders') && {TEXTS}") == '["van elders"]'


@pytest.mark.usefixtures("nothing_kept")
def test_what_a_team_says_of_a_tool_is_kept(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "tools/team.html")
    firefox.press(".team-tool:nth-child(2) > summary")
    firefox.type(".team-tool:nth-child(2) #team-remark", "Werkt bij ons aan huis")
    firefox.type("#team-own", "Eigen hulpmiddel\ue007")
    firefox.wait_for(
        "Object.keys(localStorage).some(key => /aan huis/.test(localStorage[key]) && /Eigen hulpmiddel/.test(localStorage[key]))"
    )
    firefox.goto(address + "tools/team.html")
    firefox.press(".team-tool:nth-child(2) > summary")
    assert (
        firefox.wait_for("document.querySelector('#team-remark') && document.querySelector('#team-remark').value")
        == "Werkt bij ons aan huis"
    )
    assert "Eigen hulpmiddel" in firefox.evaluate("document.querySelector('.team-tool:last-child').textContent")


@pytest.mark.usefixtures("nothing_kept")
def test_a_plan_is_kept_and_told_by_the_clock(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "exercises/plan.html?add=swot")
    firefox.evaluate(
        "(field => { field.value = '13:30'; field.dispatchEvent(new Event('input', {bubbles: true})); return true })"
        "(document.querySelector('#planner-start'))"
    )
    firefox.wait_for("Object.keys(localStorage).some(key => /13:30/.test(localStorage[key]))")
    firefox.goto(address + "exercises/plan.html")
    firefox.wait_for("document.querySelector('#planner-start').value === '13:30'")
    firefox.wait_for("/13[.:]30/.test(document.querySelector('.planner-part').textContent)")


def test_files_of_all_kinds_are_summarised(firefox: Firefox, address: str) -> None:
    files = [VECTORS / "books" / "swot-filled.xlsx", *sorted((VECTORS / "answers").glob("swot-*.csv"))[:1]]
    files += sorted((VECTORS / "answers").glob("swot-*.json"))[:1]
    firefox.goto(address + "worksheets/summary.html")
    for file in files:
        firefox.type("[data-summary-files]", str(file))
    status = "document.querySelector('[data-summary-status]').textContent"
    assert str(len(files)) in firefox.wait_for(f"/: {len(files)}[.]/.test({status}) && {status}")
    rows = firefox.evaluate("[...document.querySelectorAll('[data-summary-result] table')].map(table => table.rows.length)")
    assert rows[0] > 10  # a row a theme
    assert firefox.evaluate("document.querySelectorAll('[data-summary-result] li').length") > 10


def test_an_exercise_comes_on_the_big_screen(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "exercises/swot.html")
    firefox.press("button[data-screen]")
    assert firefox.wait_for("document.querySelector('dialog[open]') && document.querySelector('dialog[open]').textContent.length > 40")


def test_a_plan_gets_its_clock(firefox: Firefox, address: str) -> None:
    firefox.goto(address + "exercises/plan.html?add=swot")
    firefox.wait_for("/SWOT/.test(document.querySelector('[data-planner]').textContent)")
