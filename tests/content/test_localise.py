"""Tailoring without code: what network.yml leaves out is gone everywhere, and local words are written."""

from __future__ import annotations

from pathlib import Path

from learning_network.content.loading import load
from learning_network.content.stamping import stamp


def tailor(project: Path, settings: str) -> None:
    network = project / "network.yml"
    network.write_text(network.read_text(encoding="utf-8") + settings, encoding="utf-8")


def test_what_is_left_out_is_gone_with_every_reference_to_it(project: Path) -> None:
    tailor(project, "leave_out:\n  worksheets: [walk-sheet]\n  card_sets: [walk-cards]\n  tools: [card-set]\n")
    library = load(project)
    assert library.worksheets == {}
    assert library.exercises["walk-round"].worksheets == []
    assert library.card_sets == {}
    assert library.exercises["walk-round"].card_sets == []
    assert library.exercises["walk-round"].tools == []
    assert library.hidden_titles["worksheet", "walk-sheet"] == {"nl": "Padblad", "en": "Path sheet"}
    assert library.hidden_titles["cards", "walk-cards"] == {"nl": "Padkaarten", "en": "Path cards"}


def test_a_phase_that_is_left_out_takes_along_what_has_no_other_phase(project: Path) -> None:
    tailor(project, "leave_out:\n  phases: [explore]\n")
    library = load(project)
    assert list(library.phases) == ["prepare"]
    assert library.exercises["walk-round"].phases == ["prepare"]
    assert library.worksheets == {}
    assert library.card_sets["walk-cards"].phases == ["prepare"]
    tailor(project, "  exercises: [walk-round]\n")
    assert load(project).exercises == {}


def test_local_words_are_written_on_cards_in_the_guided_choice_and_in_the_lists(project: Path) -> None:
    for name, old in (
        ("exercises/walk-cards.yml", "Welke kant"),
        ("tools_matrix/guide.yml", "Waar ben je?"),
        ("exercises/vocabulary/practice.yml", "Hoe je"),
    ):
        path = project / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, f"Vraag je begeleider. {old}"), encoding="utf-8")
        stamp(path, project)
    tailor(project, "terms:\n  facilitator: {nl: [procescoach, procescoaches]}\n")
    library = load(project)
    assert library.card_sets["walk-cards"].nl.cards["which-way"].front == "Vraag je procescoach. Welke kant gaan we op?"
    assert library.guide["place"].nl.label == "Vraag je procescoach. Waar ben je?"
    assert (library.topics["walking"].nl.explanation or "").startswith("Vraag je procescoach.")


def test_local_words_are_written_in_records_and_pages_with_their_capitals(project: Path) -> None:
    page = project / "docs" / "nl" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nBegeleiders en een [begeleider](begeleider.md).\n", encoding="utf-8")
    english = project / "docs" / "en" / "index.md"
    stamp(english, project)
    tailor(project, "terms:\n  facilitator: {nl: [procescoach, procescoaches]}\n")
    library = load(project)
    dutch = next(p for p in library.pages if p.language == "nl" and p.path == "index.md")
    assert "met je procescoach." in dutch.body
    assert "Procescoaches en een [procescoach](begeleider.md)." in dutch.body
    assert library.terms["facilitator"].nl.term == "procescoach"
    assert library.exercises["walk-round"].nl.title == "Rondje"
    assert "facilitator" in next(p for p in library.pages if p.language == "en" and p.path == "index.md").body


def test_a_local_word_may_make_a_text_longer_than_its_author_may_write_it(project: Path) -> None:
    tailor(project, f"terms:\n  facilitator: {{nl: [{'coach-' * 60}, coaches]}}\n")
    glossary = project / "docs" / "glossary.yml"
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("Wie een", "Wie als begeleider een"), encoding="utf-8")
    stamp(glossary, project)
    assert len(load(project).terms["facilitator"].nl.definition) > 280
