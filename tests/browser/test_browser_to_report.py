"""From the page to the report: teams fill in worksheets on screen, take them along, and a coordinator sums them up. Every answer is accounted for."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from answer_folders import summarise
from playwright.sync_api import Browser, Page, expect
from worksheet_page import Sheet, answered, path_of

TEAMS: dict[str, dict[str, Any]] = {
    "Noord": {
        "strengths": ["Hechte ploeg", {"text": "Korte lijnen met de huisarts", "weight": 2}, "=1+1"],
        "weaknesses": ["Te weinig tijd voor overleg", "<script>alert(1)</script>"],
        "opportunities": ["Nieuwe subsidie"],
        "threats": ["Personeelstekort\nen besparingen"],
        "points-for-attention": ["Tijd"],
    },
    "Zuid": {
        "strengths": ["Korte lijnen"],
        "weaknesses": ["Bel me op 0475/12.34.56", "Er is geen tijd 🙂"],
        "threats": ["مرحبا"],
    },
}
"""All of it is made up."""

GRROW: dict[str, Any] = {
    "goal": "Tegen juni eet elke bewoner één keer per week met wie hij wil",
    "reality": "Nu eet iedereen aan een vaste tafel",
    "resources": ["De keuken denkt mee"],
    "options": ["Een proef op één afdeling"],
    "will": "We beginnen op afdeling Oost",
    "actions": [
        {
            "row": "1",
            "what": "Tafels vrij laten kiezen",
            "who": "hoofdverpleegkundige",
            "by-when": "2026-10-01",
            "first-small-step": "Vragen",
        }
    ],
}


def filled_in(page: Page, address: str, worksheet: str, team: str, answers: dict[str, Any], kind: str, folder: Path) -> Path:
    """A team fills in a worksheet and takes it along; the page is then empty for the next."""
    page.goto(address + path_of(worksheet))
    sheet = Sheet(page)
    page.locator("details.worksheet-who summary").click()
    for about, said in (("organisation", f"Voorbeeldhuis {team}"), ("team", f"Team {team}"), ("date", "2026-11-20")):
        page.locator(f"#about-{about}").fill(said)
    sheet.fill(answers)
    taken = sheet.take(kind, folder)
    kept = taken.rename(folder / f"{worksheet}-{team}{taken.suffix}")
    sheet.clear()
    return kept


@pytest.fixture(scope="module")
def files(browser: Browser, base_url: str, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What two teams and a working group handed in: JSON, CSV and JSON."""
    folder = tmp_path_factory.mktemp("answers")
    page = browser.new_context(accept_downloads=True).new_page()
    handed_in = [
        filled_in(page, base_url, "swot-sheet", "Noord", TEAMS["Noord"], "json", folder),
        filled_in(page, base_url, "swot-sheet", "Zuid", TEAMS["Zuid"], "csv", folder),
        filled_in(page, base_url, "grrow-sheet", "Oost", GRROW, "json", folder),
    ]
    page.context.close()
    return handed_in


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_answer_of_a_swot_reaches_the_report(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = summarise(files, out)
    assert result.exit_code == 0, result.output
    account = json.loads((out / "summary.json").read_text(encoding="utf-8"))["account"]
    given = sum(answered(answers) for answers in [*TEAMS.values(), GRROW])
    assert account["cells"] == account["answered"] + account["empty"] + account["rejected"]
    assert (account["answered"], account["rejected"]) == (given, 0)
    texts = {row["text"] for row in table(out / "items.csv") if row["instrument"] == "swot"}
    assert {"Hechte ploeg", "Korte lijnen", "Nieuwe subsidie", "مرحبا", "Er is geen tijd 🙂"} <= texts
    assert "<script>alert(1)</script>" in texts
    assert not any("0475" in text for text in texts), "a phone number is masked"
    report = (out / "report.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in report
    assert "Hechte ploeg" in report


def test_the_weight_and_the_team_come_along(files: list[Path], tmp_path: Path) -> None:
    summarise(files, tmp_path / "out")
    rows = {row["text"]: row for row in table(tmp_path / "out" / "items.csv")}
    assert rows["Korte lijnen met de huisarts"]["weight"] == "2"
    assert (rows["Korte lijnen"]["organisation"], rows["Korte lijnen"]["team"]) == ("Voorbeeldhuis Zuid", "Team Zuid")
    assert rows["Korte lijnen"]["answered_on"] == "2026-11-20"


def test_an_action_reaches_the_list_of_actions_and_is_overdue(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert summarise(files, out, instrument="grrow").exit_code == 0
    actions = json.loads((out / "summary.json").read_text(encoding="utf-8"))["grrow"]["actions"]
    assert [(action["what"], action["owner_role"], action["due_on"], action["overdue"]) for action in actions] == [
        ("Tafels vrij laten kiezen", "hoofdverpleegkundige", "2026-10-01", True)
    ]


def test_the_summary_page_reads_the_same_files_and_its_account_is_the_same(
    files: list[Path], page: Page, address: str, tmp_path: Path
) -> None:
    summarise(files, tmp_path / "out")
    account = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))["account"]
    page.goto(address + "worksheets/summary.html")
    page.locator("[data-summary-files]").set_input_files(files)
    expect(page.locator("[data-summary-status]")).to_contain_text("Klaar")
    said = page.locator("[data-summary-result]")
    expect(said).to_contain_text(
        f"{account['cells']} vakken gelezen = {account['answered']} met een antwoord + {account['empty']} leeg + {account['rejected']} geweigerd."
    )
    expect(said).to_contain_text("Hechte ploeg")
    expect(said).to_contain_text("Tafels vrij laten kiezen")
    assert page.evaluate("document.querySelectorAll('[data-summary-result] script').length") == 0
