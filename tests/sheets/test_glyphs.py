"""Letters that the typeface of the sheets lacks are found in records, pages, network.yml and our own words."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont

from learning_network.cli import main
from learning_network.content.findings import Finding
from learning_network.content.loading import examine, load
from learning_network.content.models import LANGUAGES
from learning_network.sheets.check_paper import paper_faults
from learning_network.sheets.glyphs import known_letters, letter_faults, missing_letters
from learning_network.sheets.lettering import lettering
from learning_network.words.strings import strings, word_files

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def written(project: Path) -> Path:
    """The small project, with the typeface."""
    shutil.copytree(ROOT / "docs" / "assets" / "fonts", project / "docs" / "assets" / "fonts")
    return project


def change(project: Path, name: str, old: str, new: str) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, name
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults(project: Path) -> list[Finding]:
    library, findings = examine(project)
    assert [finding for finding in findings if finding.rule != "stale-translation"] == []
    assert library is not None, findings
    return paper_faults(library)


def test_every_letter_of_the_project_can_be_printed() -> None:
    assert letter_faults(load(ROOT), lettering(ROOT)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_our_own_words_can_be_printed(language: str) -> None:
    assert strings(language)
    for path in word_files(language):
        assert missing_letters(path.read_text(encoding="utf-8"), known_letters(lettering(ROOT))) == [], path.name


def test_what_counts_as_known_is_what_both_fonts_have() -> None:
    known = known_letters(lettering(ROOT))
    for file in (ROOT / "docs" / "assets" / "fonts").glob("*.woff2"):
        assert {chr(code) for code in TTFont(file).getBestCmap()} >= known - set("\n\r\t")


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        ("🙂", "'🙂' (slightly smiling face) is not in the typeface of the sheets: say it in words"),
        ("α", "'α' (greek small letter alpha) is not in the typeface of the sheets: say it in words"),
        ("✅", "(white heavy check mark) is not in the typeface of the sheets: write '✓', or say it in words"),
        ("⇒", "(rightwards double arrow) is not in the typeface of the sheets: write '→'"),
        ("ﬁ", "(latin small ligature fi) is not in the typeface of the sheets: write 'fi'"),
        ("ễ", "(latin small letter e with circumflex and tilde) is not in the typeface of the sheets: write 'e'"),
        (
            "\u202f",
            "an invisible or loose sign (narrow no-break space, U+202F) is not in the typeface of the sheets: write an ordinary space",
        ),
        ("\u200b", "an invisible or loose sign (zero width space, U+200B) is not in the typeface of the sheets: remove it"),
        ("\u00ad", "an invisible or loose sign (soft hyphen, U+00AD) is not in the typeface of the sheets: remove it"),
        ("\u2011", "(non-breaking hyphen) is not in the typeface of the sheets: write '-'"),
    ],
)
def test_a_letter_that_cannot_be_printed_is_named_with_what_to_write(letter: str, told: str, written: Path) -> None:
    change(written, "exercises/walk-cards.yml", "Put up your card.", f'"Put up your{letter} card."')
    (fault,) = faults(written)
    assert fault.file == "exercises/walk-cards.yml"
    assert fault.wrong.startswith("en.afterwards.0: ")
    assert told in str(fault)
    assert letter in (written / fault.file).read_text(encoding="utf-8").splitlines()[fault.line - 1]


@pytest.mark.parametrize("letter", ["é", "e\u0301", "ĳ", "✓", "→", "€", "≥", "\u00a0", "“", "n\u0303"])
def test_what_the_typeface_can_print_is_left_alone(letter: str, written: Path) -> None:
    change(written, "exercises/walk-cards.yml", "Put up your card.", f'"Put up your{letter} card."')
    assert faults(written) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        ("docs/en/index.md", "title: Welcome", "title: Welcome Ω", "title"),
        ("docs/glossary.yml", "definition: Who leads", "definition: Who Ω leads", "en.definition"),
        ("docs/bibliography.yml", "cite_as: Voorbeeld, 2020", 'cite_as: "Voorbeeld Ω, 2020"', "cite_as"),
        ("exercises/vocabulary/kinds.yml", "label: second", "label: second Ω", "en.label"),
        ("tools_matrix/tools/card-set.yml", "confidence: high", "confidence: high\npublisher: Ω", "publisher"),
        ("network.yml", "  en: Test network", "  en: Test Ω network", "name.en"),
    ],
)
def test_a_letter_is_found_in_every_kind_of_file(name: str, old: str, new: str, field: str, written: Path) -> None:
    change(written, name, old, new)
    (fault,) = faults(written)
    assert fault.file == name
    assert fault.wrong.startswith(f"{field}: 'Ω'")
    assert "Ω" in (written / name).read_text(encoding="utf-8").splitlines()[fault.line - 1]


def test_a_letter_in_the_running_text_of_a_page_is_found_with_its_line_also_as_an_entity(written: Path) -> None:
    with (written / "docs" / "en" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\nWe love it &hearts;\n\nand ❤\n")
    rows = (written / "docs" / "en" / "index.md").read_text(encoding="utf-8").splitlines()
    told = faults(written)
    assert [(fault.file, rows[fault.line - 1]) for fault in told] == [
        ("docs/en/index.md", "We love it &hearts;"),
        ("docs/en/index.md", "and ❤"),
    ]
    assert all(fault.wrong.startswith("the text: ") for fault in told)


def test_a_letter_of_the_networks_own_words_is_told_once_in_network_yml(written: Path) -> None:
    with (written / "network.yml").open("a", encoding="utf-8") as file:
        file.write("\nterms:\n  facilitator:\n    en: [guide ♥, guides]\n")
    (fault,) = faults(written)
    assert fault.file == "network.yml"
    assert fault.wrong.startswith("terms.facilitator.en.0: '♥' (black heart suit)")
    assert "♥" in (load(written).terms["facilitator"].en.term)


def test_a_project_without_the_typeface_is_not_measured(project: Path) -> None:
    change(project, "exercises/walk-cards.yml", "Put up your card.", '"Put up your 🙂 card."')
    assert faults(project) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "refused", "printed"),
    [
        ("exercises/walk-cards.yml", "Put up your card.", '"Put up your Ω card."', ["walk-cards"], "walk-sheet"),
        (
            "exercises/walk-cards.yml",
            "Put up your card.",
            '"Put up your Ω card."',
            ["walk-round", "--variant", "participants"],
            "walk-sheet",
        ),
        ("exercises/walk-round.yml", "Join in.", '"Join Ω in."', ["walk-round", "--pack"], "walk-sheet"),
        ("docs/bibliography.yml", "cite_as: Voorbeeld, 2020", 'cite_as: "Voorbeeld Ω, 2020"', ["walk-sheet"], ""),
        ("tools_matrix/tools/card-set.yml", "confidence: high", "confidence: high\npublisher: Ω", ["phase-1"], "walk-cards"),
        ("docs/en/index.md", "title: Welcome", "title: Welcome Ω", ["all"], "walk-cards"),
    ],
)
def test_nobody_prints_a_sheet_with_a_letter_that_is_not_there_and_a_letter_elsewhere_keeps_nobody_from_printing(
    name: str, old: str, new: str, refused: list[str], printed: str, written: Path
) -> None:
    change(written, name, old, new)
    shutil.copytree(ROOT / "docs" / "assets", written / "docs" / "assets", dirs_exist_ok=True)  # paper is set in the colours of the site
    out = written / "print"
    run = partial(CliRunner(catch_exceptions=False).invoke, main)
    said = run(["--root", str(written), "sheets", *refused, "--out", str(out)])
    assert said.exit_code == 1
    assert f"{name}:" in said.output
    assert "'Ω'" in said.output
    assert not out.exists()
    if printed:
        assert run(["--root", str(written), "sheets", printed, "--lang", "nl", "--out", str(out)]).exit_code == 0
        assert list(out.rglob("*.pdf"))
