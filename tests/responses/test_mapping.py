"""A mapping says what the columns of a form of one's own hold; a first one is proposed from the headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from learning_network.responses.mapping import load_mapping, parse_mapping
from learning_network.responses.mapping_proposal import proposed_mapping
from learning_network.responses.tables import Unreadable

CSV = 'Tijdstempel;Wat gaat goed?;Wat zijn de zwaktes?;Kansen;"Rare ""kop"": {x} #1";;Kansen\n1;2;3;4;5;6;7\n'


def test_a_proposal_lists_every_heading_and_can_be_loaded() -> None:
    text = proposed_mapping(Path("eigen.csv"), CSV.encode(), "eigen.csv")
    mapping = parse_mapping(text, "mapping.yml")
    assert mapping.columns == {
        "tijdstempel": "answered_on",
        "wat gaat goed": "not-used",
        "wat zijn de zwaktes": "swot.weaknesses",
        "kansen": "swot.opportunities",
        'rare "kop": #1': "not-used",
        "column f": "not-used",
    }
    assert '"Kansen": opportunities  # stands 2 times' in text


def test_all_faults_of_a_mapping_are_said_at_once_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yml"
    path.write_text(
        "instrument: swot\ncolumns:\n  Goed: strenths\n  Slecht: 3\n  Kies: {means: threats, split: 1}\nrows: allemaal\nset: {round: [1], kleur: rood}\nfoo: 1\n"
    )
    with pytest.raises(ValueError, match="faults in 1 file") as caught:
        load_mapping(path)
    lines = str(caught.value).splitlines()
    assert [line.removeprefix(f"{path}:").partition(":")[0] for line in lines[:-1]] == ["3", "4", "5", "6", "7", "7", "8"]
    assert "did you mean 'strengths'?" in lines[0]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "empty"),
        ("- a\n", "no mapping"),
        ("columns: {}\n", "the columns are missing"),
        ("columns: {a: team}\n", "no column holds answers"),
        ("columns:\n  A: strengths\n  'a ': threats\n", "stands here twice"),
        ("columns: [\n", "not valid YAML"),
        ("version: 2\ncolumns: {a: strengths}\n", "another version"),
        ("set: {answered_on: gisteren}\ncolumns: {a: strengths}\n", "is no date"),
    ],
)
def test_a_mapping_with_a_fault_says_which(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        parse_mapping(text, "mapping.yml")


def test_a_mapping_that_is_not_there_or_not_utf_8_says_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        load_mapping(tmp_path / "weg.yml")
    (tmp_path / "m.yml").write_bytes("columns: {é: strengths}".encode("cp1252"))
    with pytest.raises(ValueError, match="not in UTF-8"):
        load_mapping(tmp_path / "m.yml")


def test_a_mapping_may_name_questions_of_another_worksheet() -> None:
    mapping = parse_mapping("instrument: kompas\ncolumns: {Vraag een: q1, Team: team}\n", "m.yml")
    assert mapping.columns == {"vraag een": "kompas.q1", "team": "team"}


def test_a_file_that_is_no_table_needs_no_mapping() -> None:
    with pytest.raises(Unreadable, match="only a spreadsheet or a CSV file"):
        proposed_mapping(Path("a.json"), b"{}", "a.json")
    with pytest.raises(Unreadable, match="empty"):
        proposed_mapping(Path("a.csv"), b"", "a.csv")


@pytest.mark.parametrize("style", [["id", "submitdate", "lastpage", "startlanguage", "seed", "Q1"], ["id. Response_ID", "submitdate. Date_submitted", "lastpage. Last_page", "startlanguage. Start_language", "seed. Seed", "Q1. Wat dan?"]])  # fmt: skip
def test_a_proposal_keeps_what_a_form_tool_adds(style: list[str]) -> None:
    text = proposed_mapping(Path("ls.csv"), (",".join(style) + "\n1,2026-03-01,1,nl,7,sfeer\n").encode(), "ls.csv")
    mapping = parse_mapping(text.replace(f'"{style[-1]}": not-used', f'"{style[-1]}": strengths'), "m.yml")
    assert list(mapping.columns.values()) == ["response", "answered_on", "not-used", "lang", "not-used", "swot.strengths"]
