"""The codebook: ours holds to its examples, a network's own one is read strictly, with every fault at once and its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_network.commands.codebook import codebook as command
from learning_network.summaries.codebook import DEFAULT, LANGUAGES, CodebookError, count_examples, failing_examples, load_codebook
from learning_network.summaries.coding import Coder

THEMES = 23


def written(folder: Path, text: str) -> Path:
    path = folder / "codebook.yml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(CodebookError) as caught:
        load_codebook(written(folder, text))
    return str(caught.value).splitlines()


# ours


def test_our_rules_hold_to_all_their_examples() -> None:
    assert [str(finding) for finding in failing_examples()] == []


def test_every_theme_of_ours_has_in_both_languages_a_label_a_definition_rules_and_examples_of_both_kinds() -> None:
    book = load_codebook()
    assert len(book.themes) == THEMES == len(set(book.ids))
    for theme in book.themes:
        assert set(theme.labels) == set(theme.definitions) == set(theme.rules) == set(LANGUAGES), theme.id
        for language, rules in theme.rules.items():
            assert rules.words, (theme.id, language)
            assert rules.hits, (theme.id, language)
            assert rules.misses, (theme.id, language)


def test_what_is_shown_is_a_codebook_that_can_be_used_as_it_is(tmp_path: Path) -> None:
    shown = CliRunner().invoke(command, ["show"]).output
    assert load_codebook(written(tmp_path, shown)) == load_codebook()


def test_the_example_in_the_explanation_can_be_used(tmp_path: Path) -> None:
    lines = DEFAULT.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if "extends: default" in line)
    end = next(n for n, line in enumerate(lines) if n > start and line == "#")
    path = written(tmp_path, "\n".join(line.removeprefix("#   ") for line in lines[start:end]))
    book = load_codebook(path)
    assert book.off == ("funding",)
    assert book.ids[-1] == "transport"
    assert failing_examples(path) == []


def test_a_summary_gets_label_and_definition_in_its_language() -> None:
    described = load_codebook().described("en")
    assert described[0]["id"] == "team-cooperation"
    assert described[0]["label"] == "Cooperation in the team"
    assert described[0]["definition"].startswith("How colleagues")


# of a network

OWN = """
extends: default
off: [funding, embedding]
themes:
  - id: tools-and-methods
    nl: {label: Ons materiaal, add: {words: [klaverblad*]}}
  - id: records-and-ict
    nl: {words: [papierberg], near: [], not: []}
  - id: transport
    nl:
      label: Vervoer
      words: [bus, "*vervoer*"]
"""


def test_a_network_changes_adds_and_switches_off_themes(tmp_path: Path) -> None:
    book = load_codebook(written(tmp_path, OWN))
    ours = load_codebook()
    assert book.off == ("funding", "embedding")
    assert book.ids == (*(id_ for id_ in ours.ids if id_ not in book.off), "transport")
    tools = next(theme for theme in book.themes if theme.id == "tools-and-methods")
    assert tools.label("nl") == "Ons materiaal"
    assert tools.label("en") == "Tools and methods"
    codes = Coder(book, "nl").codes(["Ons klaverbladspel en de kaarten", "Een papierberg, en een dossier", "De bus", "Geen budget"])
    assert [[theme for theme, _ in one] for one in codes] == [["tools-and-methods"], ["records-and-ict"], ["transport"], []]


def test_a_theme_in_one_language_is_called_by_that_label_in_the_other(tmp_path: Path) -> None:
    book = load_codebook(written(tmp_path, "themes: [{id: transport, nl: {label: Vervoer, words: [bus]}}]"))
    assert book.described("en") == ({"id": "transport", "label": "Vervoer", "definition": ""},)


def test_all_faults_of_a_codebook_are_told_at_once_with_their_line_and_what_to_write(tmp_path: Path) -> None:
    text = """extends: ours
off: [fundin]
colour: red
themes:
  - id: Two Words
  - id: a
    nl: {label: A, words: [ok, "we*rk", "*", "e-mail", "*ab*", 2027]}
  - id: a
    nl: {label: A again}
  - id: b
    nl: {definition: without a label}
  - id: c
    nl:
      label: C
      wrods: [x]
      near: [{words: [one], within: 3}, {words: [one, two], within: 99}, {words: [one, two three], within: 2}]
      hits: [""]
  - just a text
"""
    assert faults(tmp_path, text) == [
        "codebook.yml:1: there is no codebook 'ours' to extend: write extends: default, or leave it out",
        "codebook.yml:2: there is no theme 'fundin' to switch off: write one of: a, b, c",
        "codebook.yml:3: the key 'colour' is not known: write one of: extends, off, themes",
        "codebook.yml:5: 'Two Words' is no id: write small letters, digits and hyphens",
        "codebook.yml:7: '*': a star alone, or nothing, fits every word: write letters beside it: werk*",
        "codebook.yml:7: '*ab*': this fits nearly every text: write at least three letters between two stars",
        "codebook.yml:7: '2027' is no word: write a word, in double quotes when it is a number",
        "codebook.yml:7: 'e-mail': 'e-mail' is not one word: write its words with spaces between them, without hyphens or other signs",
        "codebook.yml:7: 'we*rk': a star stands in the middle: put it at the begin or the end, or use near",
        "codebook.yml:8: the theme 'a' stands in line 6 too: keep one of the two",
        "codebook.yml:10: the theme 'b' has no label: write nl: {label: ...}",
        "codebook.yml:15: the key 'wrods' is not known: did you mean 'words'?",
        "codebook.yml:16: near: it takes two words: write {words: [werk*, samen], within: 4}",
        "codebook.yml:16: near: within is '99': write a whole number from 1 to 20",
        "codebook.yml:17: this example is empty or no text: write an item in double quotes",
        "codebook.yml:18: this is no theme: write a theme as '- id: ...' with nl: and en: below it",
        "16 faults in 1 file.",
    ]


def test_a_star_that_yaml_cannot_read_is_told_as_what_it_is(tmp_path: Path) -> None:
    text = "themes:\n  - id: a\n    nl:\n      label: A\n      words: [ok, *overleg]\n"
    assert 'put a word that begins with * in double quotes: "*overleg"' in faults(tmp_path, text)[0]


@pytest.mark.parametrize("text", ["", "just a text", "- a\n- list", "themes: []", "off: [funding]"])
def test_a_file_without_themes_is_no_codebook(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text)[0].startswith("codebook.yml:1: ")


# the command

FAILING = """themes:
  - id: transport
    nl:
      label: Vervoer
      words: [bus*]
      hits: [De bus komt, De trein komt]
      misses: [Een busje rijdt]
"""


def test_check_prints_every_example_that_fails_and_leaves_with_1(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["check", str(written(tmp_path, FAILING))])
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "codebook.yml:6: 'De trein komt' must get the theme transport, and no rule hits it: add a rule, or take the example out",
        "codebook.yml:7: 'Een busje rijdt' must not get the theme transport, and the rule 'bus*' hits it: narrow the rule, or add to 'not'",
        "2 faults in 1 file.",
    ]


def test_check_tells_what_was_tried() -> None:
    result = CliRunner().invoke(command, ["check"])
    assert result.exit_code == 0
    assert result.output == f"{THEMES} themes; {count_examples(load_codebook())} examples, and the rules hold to all of them.\n"


def test_check_tells_the_faults_of_a_codebook_without_a_traceback(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["check", str(written(tmp_path, "themes: [{id: a}]"))])
    assert result.exit_code == 1
    assert result.output.startswith("codebook.yml:1: the theme 'a' has no label")
