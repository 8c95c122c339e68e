"""Whole sites: a new record on every surface, a network's own site, the fork that must build the same, and faults on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_network.cli import main
from learning_network.content.new_record import new_record
from learning_network.content.stamping import stamp
from learning_network.site.build import build_site

pytestmark = pytest.mark.build


def text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_a_new_record_is_on_every_surface_without_a_change_of_code(real: Path) -> None:
    for kind in ("exercise", "worksheet", "card-set", "tool"):
        path = new_record(real, kind, f"fresh-{kind}", date(2026, 11, 22))
        words = path.read_text(encoding="utf-8")
        for dutch, english in (
            ("TITEL VAN DE OEFENING", "TITLE OF THE EXERCISE"),
            ("TITEL VAN HET WERKBLAD", "TITLE OF THE WORKSHEET"),
            ("TITEL VAN DE KAARTEN", "TITLE OF THE CARDS"),
            ("NAAM VAN HET HULPMIDDEL", "NAME OF THE TOOL"),
        ):
            words = words.replace(dutch, f"Kersvers {kind}").replace(english, f"Brand-new {kind}")
        words = words.replace("practice: []", "practice: [goals]")
        path.write_text(words, encoding="utf-8")
        stamp(path, real)
    site = build_site(real, sheets=False)
    surfaces = {
        "exercise": ["exercises/fresh-exercise.html", "exercises/index.html", "phases/prepare.html", "practice/goals.html"],
        "worksheet": ["worksheets/fresh-worksheet.html", "worksheets/index.html", "phases/prepare.html", "practice/goals.html"],
        "card-set": ["cards/fresh-card-set.html", "worksheets/index.html", "practice/goals.html"],
        "tool": ["tools/fresh-tool.html", "tools/index.html", "practice/goals.html"],
    }
    for kind, names in surfaces.items():
        for name in [*names, "search/search_index.js"]:
            assert f"Kersvers {kind}" in text(site, name), name
            assert f"Brand-new {kind}" in text(site, f"en/{name}"), name
        data = json.loads(text(site, f"data/{kind.replace('-', '_')}s.json"))
        assert f"fresh-{kind}" in [record["id"] for record in data["records"]]
    assert "fresh-tool" in text(site, "data/tools.csv")


def test_a_network_makes_the_site_its_own_without_a_change_of_code(real: Path) -> None:
    (real / "docs" / "assets" / "own.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', "utf-8"
    )
    (real / "network.yml").write_text(
        """name: {nl: Netwerk Het Veer, en: The Ferry network}
logo: docs/assets/own.svg
contact: {name: Coördinatie Het Veer, email: info@example.org, url: "https://www.example.org"}
colours:
  prepare: {light: "#6b1f1f", dark: "#f0b0a0"}
leave_out:
  phases: [sustain]
  exercises: [picture-cards]
  worksheets: [stafkaart]
  card_sets: [scale-cards]
  tools: [talking-mats]
""",
        encoding="utf-8",
    )
    site = build_site(real, sheets=False)
    for language, name in (("", "Netwerk Het Veer"), ("en/", "The Ferry network")):
        home = text(site, f"{language}index.html")
        assert name in home
        assert "Coördinatie Het Veer" in home
        assert "network-logo.svg" in home
        assert "#6b1f1f" in text(site, f"{language}assets/css/site.css")
    for gone in (
        "phases/sustain.html",
        "exercises/picture-cards.html",
        "worksheets/stafkaart.html",
        "cards/scale-cards.html",
        "tools/talking-mats.html",
        "exercises/tangible-reminder.html",
    ):
        assert not (site / gone).exists(), gone
        assert not (site / "en" / gone).exists(), gone
    for page in site.rglob("*.html"):
        content = page.read_text(encoding="utf-8")
        assert "picture-cards.html" not in content, page
        assert "sustain.html" not in content, page
        assert "stafkaart.html" not in content, page
        assert "scale-cards.html" not in content, page
        assert "talking-mats.html" not in content, page
    assert "picture-cards" not in [record["id"] for record in json.loads(text(site, "data/exercises.json"))["records"]]


def test_the_fork_builds_the_same_site(real: Path) -> None:
    """ProperDocs must be able to take over, should MkDocs stop: the same pages, byte for byte but for the stamp of the builder."""
    site = build_site(real, sheets=False)
    for language, folder in (("nl", site), ("en", site / "en")):
        other = real / "other" / language
        config = real / ".build" / f"mkdocs.{language}.yml"
        command = [sys.executable, "-m", "properdocs", "build", "-q", "-f", str(config), "-d", str(other)]
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert result.returncode == 0, result.stderr
        pages = sorted(p.relative_to(folder) for p in folder.rglob("*.html") if language == "en" or p.relative_to(folder).parts[0] != "en")
        assert pages == sorted(p.relative_to(other) for p in other.rglob("*.html"))
        for page in pages:
            assert (other / page).read_text(encoding="utf-8") == (folder / page).read_text(encoding="utf-8"), page


def test_a_link_to_nowhere_stops_the_build_with_a_plain_line_and_leaves_the_old_site(real: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (real / "site").mkdir()
    (real / "site" / "index.html").write_text("old", encoding="utf-8")
    page = real / "docs" / "nl" / "start.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nZie [nergens](nergens.md).\n", encoding="utf-8")
    stamp(real / "docs" / "en" / "start.md", real)
    result = CliRunner().invoke(main, ["--root", str(real), "build", "--no-sheets"])
    said = result.output + "".join(capfd.readouterr())
    assert result.exit_code == 1
    assert "nergens.md" in said
    assert "start.md" in said
    assert "Traceback" not in said
    assert text(real / "site", "index.html") == "old"
