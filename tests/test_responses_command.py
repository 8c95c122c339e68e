"""`learning-network responses read | mapping`: one table of all answers, and a proposal of what the columns of a form mean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from answer_folders import FORM, HEAD, NORTH, SOUTH, everything, made, run, summarise, summary_in, table
from click.testing import Result

from learning_network.responses import written
from learning_network.responses.items import COLUMNS


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return made(tmp_path / "answers", form=FORM, empty="")


def read(answers: Path, out: Path, *words: object) -> Result:
    return run("responses", "read", answers, "--out", out, "--key", answers.parent / "participants.key", *words)


def rows(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".csv":
        return [{**row, "position": int(row["position"]), "source_row": int(row["source_row"])} for row in table(path)]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_both_kinds_of_table_hold_every_item_with_all_that_is_known_and_the_account_is_told(answers: Path, tmp_path: Path) -> None:
    for name in ("items.csv", "items.JSONL"):
        result = read(answers, tmp_path / "new" / name)
        assert result.exit_code == 0
        assert result.stdout == "2 files: 8 answer cells = 7 answered + 1 empty (1 of these in so many words) + 0 rejected. 7 items.\n"
        assert result.stderr == "empty.csv: the file is empty: ask for it again\n"
    as_csv, as_jsonl = rows(tmp_path / "new" / "items.csv"), rows(tmp_path / "new" / "items.JSONL")
    assert [{name: value for name, value in row.items() if value != ""} for row in as_csv] == as_jsonl
    assert tuple(as_csv[0]) == COLUMNS
    assert [row["text"] for row in as_csv][:2] == ["Hechte ploeg", "Te weinig tijd"]
    assert all(row["participant"] for row in as_csv)
    assert b"voorbeeld.invalid" not in b"".join(everything(tmp_path / "new").values())


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_what_was_written_is_summarised_to_the_same_numbers(kind: str, answers: Path, tmp_path: Path) -> None:
    summarise(answers, tmp_path / "at-once")
    read(answers, tmp_path / f"items.{kind}")
    assert summarise(tmp_path / f"items.{kind}", tmp_path / "in-two").exit_code == 0
    at_once, in_two = summary_in(tmp_path / "at-once"), summary_in(tmp_path / "in-two")
    for part in ("count", "swot", "grrow", "breakdowns", "rounds", "coding", "leftovers"):
        assert in_two[part] == at_once[part], part
    assert table(tmp_path / "in-two" / "items.csv") == table(tmp_path / "at-once" / "items.csv")


def test_the_words_of_the_command_hold_here_too(answers: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Hechte Ploeg\nKorte Lijnen", encoding="utf-8")
    result = read(answers, tmp_path / "items.csv", "--quiet", "--strict", "--set", "round=2", "--names", names)
    assert (result.exit_code, result.output) == (3, "")
    assert {row["round"] for row in rows(tmp_path / "items.csv")} == {"2"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("read", "answers", "--out", "items.txt"), 2, "--out items.txt: write a name that ends in .csv or .jsonl"),
        (("read", "answers", "--out", "items"), 2, "--out items: write a name that ends in .csv or .jsonl"),
        (("read", "answers"), 2, "Missing option '--out'"),
        (("read", "--out", "items.csv"), 2, "Missing argument 'PATH...'"),
        (("read", "nothing", "--out", "items.csv"), 2, "'nothing' does not exist"),
        (("read", "answers", "--out", "items.csv", "--set", "answered_on=soon"), 2, "--set answered_on=soon: this is no date"),
        (
            ("read", "answers/empty.csv", "--out", "items.csv"),
            1,
            "empty.csv: the file is empty: ask for it again\nError: there are no answers",
        ),
        (("read", "answers", "--out", "answers/form.csv"), 1, "answers/form.csv is there already and is no table of items"),
        (("mapping", "nothing.csv"), 2, "'nothing.csv' does not exist"),
        (("mapping", "answers"), 2, "is a directory"),
        (("mapping", "answers/empty.csv"), 1, "Error: the file is empty: ask for it again"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_told_in_a_line_and_nothing_is_written(
    words: tuple[str, ...], code: int, said: str, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "key").write_bytes(bytes(32))
    before = everything(tmp_path)
    result = run("responses", *words, *(("--key", "key") if words[0] == "read" else ()))
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert everything(tmp_path) == before


def test_an_earlier_table_is_written_over_and_stays_whole_when_that_fails(
    answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "items.csv"
    read(answers, out)
    made(answers, more=HEAD + SOUTH.replace("bo@", "cor@").replace("Korte lijnen", "Veel ervaring"))
    before = everything(tmp_path)

    def fails(path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(written, "csv_file", lambda columns: fails)
        result = read(answers, out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Error: the disk is full" in result.stderr
    assert everything(tmp_path) == before
    assert read(answers, out).exit_code == 0
    assert "Veel ervaring" in {row["text"] for row in rows(out)}


def test_a_table_in_the_folder_of_the_answers_is_not_read_as_answers_the_next_time(answers: Path) -> None:
    first = read(answers, answers / "a.csv")
    before = everything(answers)
    assert read(answers, answers / "a.csv").output == first.output
    assert everything(answers) == before


# mapping


def test_a_proposal_is_a_mapping_that_is_used_as_it_stands(answers: Path, tmp_path: Path) -> None:
    (tmp_path / "mapping.yml").write_bytes(run("responses", "mapping", answers / "form.csv").stdout_bytes)
    for name, words in (("without", ()), ("with", ("--mapping", tmp_path / "mapping.yml"))):
        assert summarise(answers, tmp_path / name, *words).exit_code == 0
    assert table(tmp_path / "with" / "items.csv") == table(tmp_path / "without" / "items.csv")


def test_a_proposal_for_an_unknown_form_is_used_when_it_is_filled_in(tmp_path: Path) -> None:
    head = 'Huis,"Wat loopt lekker: ""bij ons""?",Wat wringt er bij één €?\n'
    answers = made(tmp_path / "answers", form=head + "Noord,Hechte ploeg,Te weinig tijd\n")
    proposed = run("responses", "mapping", answers / "form.csv").stdout
    assert summarise(answers, tmp_path / "none").exit_code == 1
    lines = proposed.splitlines()
    (place,) = [n for n, line in enumerate(lines) if "lekker" in line]
    lines[place] = lines[place].partition(": not-used")[0] + ": strengths"
    assert lines != proposed.splitlines()
    (place,) = [n for n, line in enumerate(lines) if "wringt" in line]
    lines[place] = lines[place].partition(": not-used")[0] + ": weaknesses"
    (tmp_path / "mapping.yml").write_text("\n".join(lines), encoding="utf-8")
    result = summarise(answers, tmp_path / "out", "--mapping", tmp_path / "mapping.yml")
    assert result.exit_code == 0, result.output
    assert [(row["field"], row["text"]) for row in table(tmp_path / "out" / "items.csv")] == [
        ("strengths", "Hechte ploeg"),
        ("weaknesses", "Te weinig tijd"),
    ]


def test_a_proposal_is_utf_8_also_where_the_screen_speaks_something_else(tmp_path: Path) -> None:
    """On Windows, `> mapping.yml` takes what the program writes, in the code page of the screen."""
    answers = made(tmp_path / "answers", form="Huis,Wat kost het in €?,Łódź\nNoord,veel,niets\n" + NORTH)
    command = [sys.executable, "-m", "learning_network", "responses", "mapping", str(answers / "form.csv")]
    ended = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "cp1252"})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "Wat kost het in €?" in ended.stdout.decode("utf-8")
    assert "Łódź" in ended.stdout.decode("utf-8")
