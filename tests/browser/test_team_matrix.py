"""A team fills in the tool matrix on screen: kept, taken along, brought back, laid beside others. All teams are made up."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import SCHEMES, WIDTHS
from hands import choose, complaints, has_focus, press_on, tab_to
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from team_matrix_page import PATH, TeamMatrix
from test_accessibility import axe_source, violations

from learning_network.cli import main
from learning_network.commands import matrix as commands
from learning_network.content.library import Library
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings

NOORD = {
    ("boommetafoor", "cost"): "free",
    ("boommetafoor", "form"): "conversation | paper",
    ("boommetafoor", "tried"): "yes",
    ("boommetafoor", "minutes"): "20",
    ("boommetafoor", "use-when"): "bij de start; \"rustig\"\nen daarna",
    ("ecogram", "cost"): "unknown",
    ("Keukentafelspel", "tried"): "yes",
}  # fmt: skip
ZUID = {
    ("boommetafoor", "cost"): "paid",
    ("boommetafoor", "form"): "conversation",
    ("boommetafoor", "tried"): "no",
    ("boommetafoor", "minutes"): "20-30",
    ("Keukentafelspel", "tried"): "no",
}
ASKED = ("cost", "form", "minutes")
HOSTILE = [
    '<img src=x onerror="window.struck = 1"><script>window.struck = 2</script>',
    "=1+1",
    "'=2+2",
    "-3",
    '"aangehaald", en; met , tekens\nen een tweede regel',
    "🧭👩‍👩‍👧 ✓",
    "מימין לשמאל ‏עם סימן",
    "_x0041_ &amp; &lt;b&gt; ]]>",
    "lang " * 20_000,
]


@pytest.fixture
def team(page: Page, library: Library, base_url: str) -> TeamMatrix:
    page.goto(base_url + PATH["nl"])
    return TeamMatrix(page, library)


def fill_in(team: TeamMatrix, name: str, answers: dict[tuple[str, str], str]) -> None:
    team.call(name)
    team.ask(*ASKED)
    for tool in {tool: None for tool, _ in answers if tool not in team.library.tools}:
        team.own(tool)
    for (tool, criterion), value in answers.items():
        team.answer(tool, criterion, value)


def said(path: Path, library: Library) -> dict[str, dict[tuple[str, str], str]]:
    """What the command reads in a file: team -> (tool, criterion) -> value. Everything must be read."""
    found = read_matrix(path, path.read_bytes(), Headings(library.criteria, library.tools))
    assert [line for line in found.listed if line.cells] == []
    assert found.closes()
    return {team.name: {(j.tool, j.criterion): j.value for j in team.judgements} for team in found.teams}


def as_read(answers: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    return {("keukentafelspel" if tool == "Keukentafelspel" else tool, criterion): value for (tool, criterion), value in answers.items()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_lost_when_the_page_is_loaded_again(language: str, page: Page, library: Library, address: str) -> None:
    heard = complaints(page)
    page.goto(address + PATH[language])
    team = TeamMatrix(page, library, language)
    fill_in(team, "Noord", NOORD)
    team.remark("boommetafoor").fill("Mooi.")
    team.remark("boommetafoor", "cost").fill("Al gekocht.")
    page.reload()
    for (tool, criterion), value in NOORD.items():
        if library.criteria[criterion].type == "some-of":
            boxes = team.open(tool).locator("fieldset").filter(has_text=team.label(criterion)).locator("input:checked")
            assert boxes.evaluate_all("boxes => boxes.map(box => box.value)") == value.split(" | ")
        else:
            expect(team.field(tool, criterion)).to_have_value(value)
    expect(team.remark("boommetafoor")).to_have_value("Mooi.")
    expect(team.open("boommetafoor").get_by_label(team.t("workbook.remark_about", label=team.label("cost")))).to_have_value("Al gekocht.")
    expect(page.get_by_label(team.t("device.name"))).to_have_value("Noord")
    assert heard == []


def test_two_teams_fill_in_export_and_the_command_accounts_for_every_answer(
    team: TeamMatrix, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(team, "Noord", NOORD)
    files = [team.export(kind, tmp_path / kind) for kind in ("json", "csv", "xlsx")]
    team.page.get_by_role("button", name=team.t("device.new"), exact=True).click()
    fill_in(team, "Zuid", ZUID)
    second = [team.export(kind, tmp_path / kind) for kind in ("json", "csv", "xlsx")]
    assert [path.name for path in files] == [f"hulpmiddelenmatrix-noord.{kind}" for kind in ("json", "csv", "xlsx")]
    for path in files:
        assert said(path, library) == {"Noord": as_read(NOORD)}, path.name
    for path in second:
        assert said(path, library) == {"Zuid": as_read(ZUID)}, path.name
    monkeypatch.setattr(commands, "load", lambda root: library)
    for kind in ("json", "csv", "xlsx"):
        result = CliRunner().invoke(main, ["matrix", "merge", str(tmp_path / kind), "--out", str(tmp_path / f"merged-{kind}")])
        assert result.exit_code == 0, result.output
        merged = json.loads((tmp_path / f"merged-{kind}" / "matrix.json").read_text(encoding="utf-8"))
        number = len(NOORD) + len(ZUID)
        assert merged["cells"] == {"read": number, "merged": number, "listed": 0}
        assert merged["new_tools"] == {"keukentafelspel": "Keukentafelspel"}
        assert [team["label"] for team in merged["teams"]] == ["Noord", "Zuid"]


def test_files_of_teams_are_shown_side_by_side_as_the_command_merges_them(
    team: TeamMatrix, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = team.page
    fill_in(team, "Noord", NOORD)
    noord = team.export("json", tmp_path / "in")
    page.get_by_role("button", name=team.t("device.new"), exact=True).click()
    fill_in(team, "Zuid", ZUID)
    zuid = team.export("json", tmp_path / "in")
    team.side_by_side(zuid, noord)
    number = len(NOORD) + len(ZUID)
    expect(team.merge_status()).to_have_text(f"2 teams. {number} antwoorden gelezen: {number} naast elkaar, 0 niet.")
    heads = page.locator("[data-team-merged] > .team-spreads > li .team-spread-head").all_inner_texts()
    monkeypatch.setattr(commands, "load", lambda root: library)
    assert CliRunner().invoke(main, ["matrix", "merge", str(tmp_path / "in"), "--out", str(tmp_path / "out")]).exit_code == 0
    spreads = json.loads((tmp_path / "out" / "matrix.json").read_text(encoding="utf-8"))["spread"]
    differ = [s for s in spreads if s["difference"]]
    assert len(differ) == 5
    names = {"keukentafelspel": "Keukentafelspel"}
    for head, spread in zip(heads, differ, strict=True):
        tool = names.get(spread["tool"]) or team.tool_name(spread["tool"])
        assert head == f"{tool} · {team.label(spread['criterion'])} verschil {round(100 * spread['difference'])}%"
    expect(page.locator("[data-team-merged] > .team-spreads > li").first.locator("li")).to_have_count(2)
    team.side_by_side(tmp_path / "out" / "matrix.json", noord)
    expect(team.merge_status()).to_contain_text(f"2 teams. {2 * number + len(NOORD)} antwoorden gelezen: {number} naast elkaar")


def test_the_matrices_on_this_device_are_laid_beside_a_file_and_each_counts_once(team: TeamMatrix, tmp_path: Path) -> None:
    fill_in(team, "Noord", NOORD)
    noord = team.export("json", tmp_path)
    team.page.get_by_role("button", name=team.t("device.new"), exact=True).click()
    fill_in(team, "Zuid", ZUID)
    team.page.get_by_role("button", name=team.t("team_matrix_page.from_device")).click()
    number = len(NOORD) + len(ZUID)
    expect(team.merge_status()).to_have_text(f"2 teams. {number} antwoorden gelezen: {number} naast elkaar, 0 niet.")
    team.side_by_side(noord)
    expect(team.merge_status()).to_contain_text(f"{number + len(NOORD)} antwoorden gelezen: {number} naast elkaar, {len(NOORD)} niet.")
    team.page.locator("[data-team-merge-files]").get_by_role("button").first.click()
    expect(team.page.locator("[data-team-merge-files] li")).to_have_count(2)
    assert has_focus(team.page.get_by_label(team.t("team_matrix_page.files")))


def test_export_then_empty_then_import_gives_the_same_whatever_is_written(team: TeamMatrix, library: Library, tmp_path: Path) -> None:
    page = team.page
    tools = list(library.tools)[: len(HOSTILE)]
    team.call('Team <b>"Ș"</b> ; = , 🧭')
    for tool, text in zip(tools, HOSTILE, strict=True):
        team.remark(tool).fill(text)
    team.own('<img src=x onerror="window.struck = 3">')
    team.answer('<img src=x onerror="window.struck = 3">', "tried", "yes")
    files = {kind: team.export(kind, tmp_path) for kind in ("json", "csv", "xlsx")}
    page.evaluate("dispatchEvent(new Event('pagehide'))")  # what was typed last is saved now, not after a pause
    before = team.kept()[0]["content"]
    for kind, path in files.items():
        (read,) = said(path, library).values()
        for tool, text in zip(tools, HOSTILE, strict=True):
            whole = text.strip()[:32767] if kind == "xlsx" else text.strip()
            assert read[tool, "remark"] == whole.strip(), (kind, tool)
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.goto("about:blank")
    page.go_back()
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.reload()
    team.bring("terug.json", files["json"].read_bytes()).get_by_role("button", name=team.t("device.take"), exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    after = team.kept()[0]
    assert after["name"] == 'Team <b>"Ș"</b> ; = , 🧭'
    stripped = {tool: {column: text.strip() for column, text in values.items()} for tool, values in before["answers"].items()}
    assert after["content"]["answers"] == stripped
    assert after["content"]["own"] == before["own"]
    assert page.evaluate("window.struck") is None


GOOD = {"format": "learning-network/matrix", "version": 1, "judgements": []}
REFUSED = {
    "no JSON": (b'{"format": "learning-network/matr', "no_json"),
    "no text": (b"\xff\xfe\x00PK\x03\x04", "no_json"),
    "half a letter": (json.dumps({**GOOD, "judgements": [{"team": "\ud800"}]}).encode(), "no_json"),
    "foreign": (b'{"type": "FeatureCollection", "features": []}', "no_matrix"),
    "a list": (b"[1, 2]", "no_matrix"),
    "null": (b"null", "no_matrix"),
    "judgements no list": (json.dumps({**GOOD, "judgements": {"length": 3}}).encode(), "no_matrix"),
    "newer": (json.dumps({**GOOD, "version": 99}).encode(), "newer"),
    "empty": (json.dumps(GOOD).encode(), "nothing_in"),
    "deep": (b"[" * 200_000, "no_json"),
    "large": (b'{"format": "' + b"x" * 6_000_000 + b'"}', "too_large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason_and_the_answers_stay(name: str, team: TeamMatrix) -> None:
    data, reason = REFUSED[name]
    team.answer("boommetafoor", "tried", "yes")
    before = team.kept()
    dialog = team.bring("vreemd.json", data)
    expect(dialog).to_contain_text(team.t(f"team_matrix.{reason}", file="vreemd.json"))
    dialog.get_by_role("button").last.click()
    assert team.kept() == before
    expect(team.field("boommetafoor", "tried")).to_have_value("yes")
    team.page.get_by_label(team.t("team_matrix_page.files")).set_input_files(
        {"name": "vreemd.json", "mimeType": "application/json", "buffer": data}
    )
    if name != "empty":
        expect(team.merge_status()).to_have_text(team.t(f"team_matrix.{reason}", file="vreemd.json"))
        expect(team.page.locator("[data-team-merge-files] li")).to_have_count(0)


def test_what_a_file_says_that_has_no_place_is_shown_kept_and_goes_out_again(team: TeamMatrix, library: Library, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"team": "Oost", "tool": "boommetafoor", "criterion": "cost", "value": "free"},
        {"team": "Oost", "tool": "boommetafoor", "criterion": "smaak", "value": "zoet"},
        {"team": "Oost", "tool": "boommetafoor", "criterion": "cost", "value": "paid"},
        {"team": "Oost", "tool": "__proto__", "criterion": "tried", "value": "yes"},
        {"team": "Oost", "tool": "ecogram", "criterion": "__proto__", "value": "yes"},
        {"team": "Oost", "tool": "ecogram", "criterion": "form", "value": "<b>zomaar</b>"},
    ]
    team.bring("oost.json", json.dumps({**GOOD, "judgements": rows}).encode()).get_by_role(
        "button", name=team.t("device.take"), exact=True
    ).click()
    other = team.page.locator("[data-team-other]")
    other.locator("summary").click()
    expect(other.locator("li")).to_have_text(
        ["boommetafoor · smaak · zoet", "boommetafoor · cost · paid", "ecogram · __proto__ · yes", "ecogram · form · <b>zomaar</b>"]
    )
    for kind in ("json", "csv", "xlsx"):
        path = team.export(kind, tmp_path)
        found = read_matrix(path, path.read_bytes(), Headings(library.criteria, library.tools))
        assert sum(t.cells for t in found.teams) == 2, kind
        assert sum(line.cells for line in found.listed) == 4, kind
    team.page.reload()
    expect(other.locator("summary")).to_contain_text("(4)")


def test_a_question_that_is_left_out_keeps_its_answers(team: TeamMatrix, tmp_path: Path, library: Library) -> None:
    page = team.page
    team.answer("boommetafoor", "tried", "yes")
    page.get_by_text(team.t("team_matrix_page.questions"), exact=True).click()
    box = page.locator("[data-team-questions]").get_by_label(team.label("tried"), exact=True)
    box.uncheck()
    expect(page.locator(".team-card").get_by_label(team.label("tried"), exact=True)).to_have_count(0)
    expect(team.summary("boommetafoor")).to_contain_text("1 antwoord")
    assert said(team.export("json", tmp_path), library) == {"Zonder naam": {("boommetafoor", "tried"): "yes"}}
    box.check()
    expect(team.field("boommetafoor", "tried")).to_have_value("yes")


def test_a_tool_of_the_team_goes_and_comes_back_with_undo(team: TeamMatrix) -> None:
    page = team.page
    team.own("Keukentafelspel")
    team.answer("Keukentafelspel", "tried", "yes")
    page.get_by_role("button", name=team.t("team_matrix.remove", name="Keukentafelspel")).click()
    expect(team.fold("Keukentafelspel")).to_have_count(0)
    assert has_focus(page.get_by_label(team.t("team_matrix_page.own")))
    page.get_by_role("button", name=team.t("device.undo")).click()
    expect(team.field("Keukentafelspel", "tried")).to_have_value("yes")
    team.own("boommetafoor")
    expect(team.fold("boommetafoor")).to_have_count(1)
    expect(page.get_by_text(team.t("team_matrix.own_known", name=team.tool_name("boommetafoor")))).to_be_visible()


def test_what_are_no_minutes_is_said_and_kept(team: TeamMatrix) -> None:
    team.ask("minutes")
    field = team.field("boommetafoor", "minutes")
    field.fill("een uur")
    field.blur()
    wrong = team.page.get_by_text(team.t("team_matrix.minutes_wrong"))
    expect(wrong).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("45 min")
    field.blur()
    expect(wrong).to_be_hidden()
    team.wait_until_kept("45 min")


def test_not_known_goes_with_no_other_answer(team: TeamMatrix) -> None:
    team.ask("form")
    boxes = team.open("boommetafoor").locator("fieldset")
    boxes.locator("input[value=paper]").check()
    boxes.locator("input[value=unknown]").check()
    expect(boxes.locator("input[value=paper]")).not_to_be_checked()
    boxes.locator("input[value=paper]").check()
    expect(boxes.locator("input[value=unknown]")).not_to_be_checked()


def test_with_many_tools_and_all_questions_only_the_open_tool_has_fields(team: TeamMatrix, library: Library) -> None:
    page = team.page
    rows = [
        {"team": "Veel", "tool": f"Spel {n}", "criterion": c.id, "value": "unknown"} for n in range(40) for c in library.criteria.values()
    ]
    dialog = team.bring("veel.json", json.dumps({**GOOD, "judgements": rows}).encode())
    dialog.get_by_role("button", name=team.t("device.take"), exact=True).click()
    assert page.locator(".team-tool").count() == len(library.tools) + 40
    fields = page.locator("[data-team-tools]").locator("select, input, textarea")
    assert fields.count() == 0
    team.open("Spel 39")
    one = fields.count()
    assert one > len(library.criteria)
    team.open("Spel 0")
    expect(page.locator(".team-card")).to_have_count(1)
    assert fields.count() == one


@pytest.mark.parametrize("language", ["nl", "en"])
def test_with_the_keyboard_alone(language: str, page: Page, library: Library, base_url: str) -> None:
    page.goto(base_url + PATH[language])
    team = TeamMatrix(page, library, language)
    first, second = page.locator(".team-tool > summary").nth(0), page.locator(".team-tool > summary").nth(1)
    press_on(page, page.get_by_label(team.t("team_matrix_page.search")), "End")
    press_on(page, first)
    expect(page.locator(".team-card")).to_be_visible()
    card = page.locator(".team-card")
    choose(page, card.get_by_label(team.label("tried"), exact=True), "yes")
    press_on(page, card.locator(".team-remark summary").first)
    tab_to(page, card.locator(".team-remark textarea").first)
    page.keyboard.type("Met plezier.")
    tab_to(page, card.get_by_label(team.label("use-when"), exact=True))
    page.keyboard.type("Bij de start.")
    press_on(page, card.get_by_role("button", name=team.t("team_matrix.next")))
    assert has_focus(second)
    expect(page.locator(".team-card")).to_have_count(1)
    tab_to(page, page.get_by_label(team.t("team_matrix_page.own")))
    page.keyboard.type("Keukentafelspel")
    page.keyboard.press("Enter")
    assert has_focus(team.summary("Keukentafelspel"))
    team.wait_until_kept("Met plezier.")
    team.wait_until_kept("Keukentafelspel")
    press_on(page, page.get_by_role("button", name=team.t("team_matrix_page.from_device")))
    expect(page.locator("[data-team-merge-files] li")).to_have_count(1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_when_it_is_filled_in_and_all_is_open(language: str, browser: Browser, library: Library, base_url: str) -> None:
    found: dict[str, list[str]] = {}
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(base_url + PATH[language])
    team = TeamMatrix(page, library, language)
    fill_in(team, "Noord", NOORD)
    team.remark("boommetafoor", "cost").fill("Al gekocht. " + "Langwoord" * 30)
    team.field("boommetafoor", "minutes").fill("lang")
    page.get_by_role("button", name=team.t("device.new"), exact=True).click()
    fill_in(team, "Zuid" * 15, ZUID)
    page.get_by_role("button", name=team.t("team_matrix_page.from_device")).click()
    expect(page.locator("[data-team-merge-files] li")).to_have_count(2)
    team.open("boommetafoor")
    page.evaluate("document.querySelectorAll('details:not(.team-tool)').forEach(part => { part.open = true })")
    expect(page.locator("[data-team-merged] details .team-spread").last).to_be_visible()
    page.evaluate(axe_source())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for name, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 900})
            if faults := violations(page):
                found[f"{scheme} {name}"] = faults
    page.set_viewport_size({"width": 320, "height": 900})
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert found == {}
    assert over <= 0, f"at 320 px the page scrolls {over} px sideways"


def printed(page: Page) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)


def test_every_answer_is_whole_on_paper(team: TeamMatrix) -> None:
    fill_in(team, "Noord", NOORD)
    words = [f"woord{n}" for n in range(600)]
    team.remark("ecogram").fill(" ".join(words))
    text = printed(team.page)
    assert "Hulpmiddelenmatrix: Noord" in text
    assert [word for word in text.split() if word in words] == words, "also over more pages"
    assert 'bij de start; "rustig" en daarna' in text
    for word in ("Keukentafelspel", "gesprek; op papier", "niet bekend"):
        assert word in text
    assert team.t("team_matrix_page.own") not in text, "no form"
    assert team.t("device.taking") not in text


def test_the_matrices_side_by_side_can_be_printed(team: TeamMatrix) -> None:
    page = team.page
    fill_in(team, "Noord", NOORD)
    page.get_by_role("button", name=team.t("device.new"), exact=True).click()
    fill_in(team, "Zuid", ZUID)
    page.get_by_role("button", name=team.t("team_matrix_page.from_device")).click()
    page.evaluate("window.print = () => { window.asked = true }")
    page.get_by_role("button", name=team.t("team_matrix.print_merged")).click()
    assert page.evaluate("window.asked")
    text = printed(page)
    assert "gratis (1): Noord" in text
    assert "tegen betaling (1): Zuid" in text
    assert "bij de start" in text, "folded parts are on paper too"
    expect(page.locator("[data-team-paper] *")).to_have_count(0)


def test_search_and_show_say_how_many_tools_there_are(team: TeamMatrix) -> None:
    team.answer("ecogram", "tried", "yes")
    page = team.page
    page.get_by_label(team.t("team_matrix_page.search")).fill("BOOM")
    expect(page.locator("[data-team-status]")).to_have_text("1 hulpmiddel gevonden.")
    expect(page.locator(".team-tool:visible")).to_have_count(1)
    page.get_by_label(team.t("team_matrix_page.search")).fill("")
    page.get_by_label(team.t("team_matrix_page.show"), exact=True).select_option("some")
    expect(page.locator(".team-tool:visible")).to_have_count(1)
    expect(page.locator("[data-team-filled]")).to_contain_text("1 van ")


def kept_as(content: Any, version: int = 1) -> str:
    document = {
        "kept": 1,
        "id": "tool-matrix.abc",
        "kind": "tool-matrix",
        "name": "Oud",
        "revision": 3,
        "saved": "2026-11-20T10:00:00.000Z",
    }
    return json.dumps({**document, "version": version, "content": content})


def put(page: Page, stored: str) -> None:
    page.evaluate("stored => localStorage.setItem('learning-network/tool-matrix.abc', stored)", stored)
    page.reload()


FIRST_VERSION = {
    "criteria": ["tried", "cost", "gone"],
    "own": [{"id": "keukentafelspel", "name": "Keukentafelspel"}],
    "answers": {
        "boommetafoor": {"tried": "yes", "form": "conversation | paper", "minutes": "lang", "remark:cost": "Al gekocht."},
        "keukentafelspel": {"tried": "no"},
        "tool-that-left": {"cost": "free"},
        "ecogram": {"cost": "option-that-left", "question-that-left": "ja"},
    },
    "other": [{"tool": "ecogram", "criterion": "tried", "value": "yes"}],
}
"""A matrix as the first version of the page keeps it, with things that the records no longer have."""


def test_what_was_kept_before_comes_back_also_when_tools_and_questions_have_changed(team: TeamMatrix) -> None:
    page = team.page
    put(page, kept_as(FIRST_VERSION))
    expect(page.get_by_label(team.t("device.name"))).to_have_value("Oud")
    expect(team.field("boommetafoor", "tried")).to_have_value("yes")
    expect(team.field("Keukentafelspel", "tried")).to_have_value("no")
    expect(team.field("tool-that-left", "cost")).to_have_value("free")
    expect(team.field("ecogram", "tried")).to_have_value("yes")
    expect(page.locator("[data-team-other] summary")).to_contain_text("(2)")
    page.get_by_role("button", name=team.t("team_matrix_page.from_device")).click()
    expect(team.merge_status()).to_contain_text("9 antwoorden gelezen: 6 naast elkaar, 3 niet.")


@pytest.mark.parametrize(
    "content",
    [{}, {"answers": []}, {"answers": {}, "own": 7, "other": "x", "criteria": {"a": 1}}, {"answers": {"a": [1], "": {"tried": {"x": 1}}}}, FIRST_VERSION],
    ids=["empty", "list", "wrong lists", "wrong answers", "newer"],
)  # fmt: skip
def test_what_cannot_be_read_in_the_storage_stays_and_the_page_works(content: Any, team: TeamMatrix) -> None:
    page = team.page
    heard = complaints(page)
    stored = kept_as(content, 99 if content is FIRST_VERSION else 1)
    put(page, stored)
    team.answer("boommetafoor", "tried", "no")
    page.wait_for_function('() => Object.values(localStorage).some(text => text.includes(\'"tried":"no"\'))')
    kept = page.evaluate("localStorage.getItem('learning-network/tool-matrix.abc')")
    assert kept == stored
    assert heard == []


def test_the_example_page_opens_from_a_file(page: Page, library: Library, tmp_path: Path) -> None:
    heard = complaints(page)
    page.goto((Path(__file__).resolve().parents[2] / "docs/assets/js/team-matrix/example.html").as_uri())
    page.locator(".team-tool > summary").first.click()
    page.locator(".team-card select").first.select_option("yes")
    expect(page.locator("[data-team-filled]")).to_have_text("1 van 1 hulpmiddelen ingevuld.")
    assert heard == []


def test_without_scripts_the_page_says_what_else_there_is(page_without_scripts: Page, library: Library, base_url: str) -> None:
    page_without_scripts.goto(base_url + PATH["nl"])
    team = TeamMatrix(page_without_scripts, library)
    said = page_without_scripts.locator("noscript p")
    expect(said).to_be_visible()
    expect(said).to_contain_text(team.t("team_matrix_page.without"))
    said.locator("a").click()
    expect(page_without_scripts.locator("#matrix-downloads")).to_be_visible()
    page_without_scripts.go_back()
    expect(page_without_scripts.get_by_role("button", name=team.t("team_matrix_page.own_add"))).to_be_hidden()
