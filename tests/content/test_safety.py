"""The safety note: whatever speaks of suicidal thoughts shows it, whatever does not stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from learning_network.content.loading import examine
from learning_network.content.models import LANGUAGES
from learning_network.content.prose import read_pages
from learning_network.content.stamping import stamp

ROOT = Path(__file__).resolve().parent.parent.parent
SPEAKS_OF_IT = [
    "Vraag naar zelfdoding.",
    "Zelfmoord is een woord dat je mag zeggen.",
    "Er zijn suïcidale gedachten.",
    "Ze wil niet meer leven.",
    "Hij zegt dat hij niet meer wil leven.",
    "Ze spreekt een doodswens uit.",
    "Hij wilde uit het leven stappen.",
    "Ze wil een einde maken aan haar leven.",
    "Ask about suicide.",
    "She does not want to live.",
    "He no longer wants to live.",
    "They think of ending their life.",
    "She wants to die.",
    "He thought of taking his own life.",
]
DOES_NOT = [
    "Wat wil je in je leven?",
    "Hij wil leven zoals vroeger.",
    "Ze wil niet meer thuis wonen.",
    "Een gesprek over het levenseinde.",
    "Zelf doen wat je kunt.",
    "He wants to live at home.",
    "Take your own time; it is your life.",
    "The end of life is near.",
]


def rules(project: Path) -> list[str]:
    return [finding.rule for finding in examine(project)[1]]


def say_in_record(project: Path, name: str, old: str, new: str) -> Path:
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    stamp(path, project)
    return path


def say_on_page(project: Path, text: str, language: str = "nl") -> None:
    page = project / "docs" / language / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
    stamp(project / "docs" / "en" / "index.md", project)


@pytest.mark.parametrize("sentence", SPEAKS_OF_IT)
def test_a_page_that_speaks_of_it_needs_the_note(sentence: str, project: Path) -> None:
    say_on_page(project, sentence)
    assert rules(project) == ["no-safety-note"]
    say_on_page(project, "{{ safety_note() }}")
    assert rules(project) == []


@pytest.mark.parametrize("sentence", DOES_NOT)
def test_a_page_about_something_else_does_not(sentence: str, project: Path) -> None:
    say_on_page(project, sentence)
    assert rules(project) == []


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("exercises/walk-round.yml", "Blijf rustig."),
        ("exercises/walk-round.yml", "Sta samen."),
        ("exercises/walk-sheet.yml", "heel moe"),
        ("exercises/walk-cards.yml", "Wijs het aan."),
        ("tools_matrix/tools/card-set.yml", "Ze raken kwijt."),
    ],
)
def test_any_text_of_any_record_can_ask_for_the_note(name: str, old: str, project: Path) -> None:
    path = say_in_record(project, name, old, "Vraag naar zelfdoding.")
    found = examine(project)[1]
    assert [finding.rule for finding in found] == ["no-safety-note"]
    assert "Vraag naar zelfdoding." in path.read_text(encoding="utf-8").splitlines()[found[0].line - 1]
    say_in_record(project, name, "version: 1\n", "version: 1\nsafety: true\n")
    assert rules(project) == []


def test_the_english_texts_count_for_themselves(project: Path) -> None:
    say_in_record(project, "exercises/walk-cards.yml", "Point it out.", "Ask about suicide.")
    say_on_page(project, "Ask about suicide.", "en")
    found = examine(project)[1]
    assert [(finding.file, finding.rule) for finding in found] == [
        ("docs/en/index.md", "no-safety-note"),
        ("exercises/walk-cards.yml", "no-safety-note"),
    ]


def test_the_note_on_the_dutch_page_does_not_speak_for_the_english_one(project: Path) -> None:
    say_on_page(project, "Vraag naar zelfdoding.\n\n{{ safety_note() }}")
    say_on_page(project, "Ask about suicide.", "en")
    assert [finding.file for finding in examine(project)[1]] == ["docs/en/index.md"]


def test_a_page_that_only_names_the_macro_does_not_show_the_note(project: Path) -> None:
    say_on_page(project, "Vraag naar zelfdoding, en schrijf dan safety_note() op de pagina.")
    assert rules(project) == ["no-safety-note"]


def test_in_this_project_the_same_pages_show_it_in_both_languages() -> None:
    shown: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for page in read_pages(ROOT)[0]:
        if re.search(r"\{\{ *safety_note\(\)", page.body):
            shown[page.language].add(page.path)
    assert shown["nl"] == shown["en"]
    assert len(shown["nl"]) >= 1
