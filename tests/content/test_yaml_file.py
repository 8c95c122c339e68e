"""Reading YAML: lines are right, words stay words, and no text whatever makes it fall over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learning_network.content.findings import Finding
from learning_network.content.yaml_file import YamlFile, parse_yaml


def read(text: str) -> YamlFile:
    file, findings = parse_yaml(text, "test.yml")
    assert not findings
    assert file is not None
    return file


def test_no_and_yes_stay_words_and_dates_stay_texts() -> None:
    assert read("nl: no\non: 2026-11-22\nflag: true\nminutes: 60\nnone: null").data == {
        "nl": "no",
        "on": "2026-11-22",
        "flag": True,
        "minutes": 60,
        "none": None,
    }


def test_numbers_that_yaml_would_bend_stay_texts() -> None:
    assert read("a: 010\nb: 1_000\nc: 1e3\nd: 12:30\ne: 0x1F").data == {"a": "010", "b": "1_000", "c": "1e3", "d": "12:30", "e": "0x1F"}


def test_every_part_knows_its_line() -> None:
    file = read("a:\n  - b: 1\n    c: 2\n  - {d: 3,\n     e: 4}\n")
    assert file.line(("a", 0, "c")) == 3
    assert file.line(("a", 1, "e")) == 5
    assert file.line(("a", 1, "nothing", "here")) == 4


def test_a_part_that_holds_itself_is_a_finding() -> None:
    file, findings = parse_yaml("a: &x\n  b: *x\n", "test.yml")
    assert file is None
    assert findings[0].rule == "broken-yaml"


@given(st.text())
def test_any_text_gives_data_or_findings_with_a_line_in_the_file(text: str) -> None:
    file, findings = parse_yaml(text, "wild.yml")
    assert (file is None) == bool(findings)
    for finding in findings:
        assert isinstance(finding, Finding)
        assert 1 <= finding.line <= text.count("\n") + 1
