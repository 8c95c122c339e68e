"""`learning-network summarise`: exit codes, what the screen says, and which folders it takes for the results."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from answer_folders import GRROW, HEAD, SOUTH, everything, made, run, summarise, summary_in, texts
from click.testing import CliRunner

from learning_network.cli import main
from learning_network.summaries.make import OURS

ACCOUNT = "1 file: 8 answer cells = 7 answered + 1 empty (1 of these in so many words) + 0 rejected. 7 items.\n"


# exit codes and the screen


def test_all_is_well_is_0_with_the_account_and_where_to_start(answers: Path, out: Path) -> None:
    result = summarise(answers, out)
    assert (result.exit_code, result.stdout) == (0, f"{ACCOUNT}Open {out}/report.html.\n")
    assert {path.name for path in out.iterdir()} <= OURS
    assert {"report.html", "report.docx", "report.xlsx", "report.md", "items.csv", "summary.json", "scoring-sheet.xlsx"} <= {
        path.name for path in out.iterdir()
    }


def test_how_far_it_is_stands_on_the_error_output_and_never_in_what_can_be_piped(answers: Path, out: Path) -> None:
    result = summarise(answers, out)
    assert "Finding themes\n" in result.stderr
    assert "Finding themes" not in result.stdout


def test_quiet_says_nothing_when_all_is_well_and_still_says_errors(answers: Path, out: Path, tmp_path: Path) -> None:
    assert summarise(answers, out, "--quiet").output == ""
    made(answers, empty="")
    assert summarise(answers, out, "--quiet", "--force").output == ""
    result = summarise(made(tmp_path / "bad", empty=""), tmp_path / "other", "--quiet")
    assert result.stdout == ""
    assert result.stderr.startswith("empty.csv: the file is empty: ask for it again\nError: there are no answers to a SWOT in these files")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, ""),
        ({"empty": "", "broken": b"PK\x03\x04kapot"}, "broken.csv: the file is damaged"),
        ({"headings": HEAD}, "headings.csv: there is nothing below its headings"),
        ({"plans": GRROW}, ""),
        ({"silent": HEAD + "11/22/2026 10:00:00,,Voorbeeldhuis Noord,,,nvt,-,,geen\n"}, ""),
    ],
    ids=["an empty folder", "only broken files", "only headings", "only the other instrument", "only empty answers"],
)
def test_nothing_usable_is_1_and_nothing_is_written(files: dict[str, str | bytes], said: str, tmp_path: Path, out: Path) -> None:
    result = summarise(made(tmp_path / "answers", **files), out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Error: there are no answers to a SWOT in these files" in result.stderr
    assert said in result.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("swot", "--out", "out"), "Missing argument 'PATH...'"),
        (("swot", "not-there", "--out", "out"), "'not-there' does not exist"),
        (("swot", "answers"), "Missing option '--out'"),
        (("swat", "answers", "--out", "out"), "No such command 'swat'"),
        (("swot", "answers", "--out", "out", "--today", "22/11/2026"), "'22/11/2026' is no date: write it as year-month-day"),
        (("swot", "answers", "--out", "out", "--today", "2026-02-30"), "'2026-02-30' is no date"),
        (("swot", "answers", "--out", "out", "--set", "round"), "--set round: write WHAT=VALUE"),
        (("swot", "answers", "--out", "out", "--set", "round="), "--set round=: write WHAT=VALUE"),
        (("swot", "answers", "--out", "out", "--set", "colour=red"), "with one of organisation, team,"),
        (("swot", "answers", "--out", "out", "--set", "round=1", "--set", "round=2"), "--set round=2: round is set twice"),
        (("swot", "answers", "--out", "out", "--set", "answered_on=soon"), "--set answered_on=soon: this is no date"),
        (("swot", "answers", "--out", "out", "--set", "instrument=grrow"), "--set instrument=grrow: this command summarises a SWOT"),
        (("swot", "answers", "--out", "out", "--lang", "fr"), "'fr' is not one of 'nl', 'en'"),
        (("swot", "answers", "--out", "out", "--min-group", "0"), "0 is not in the range"),
        (("swot", "answers", "--out", "out", "--mapping", "nothing.yml"), "'nothing.yml' does not exist"),
        (("swot", "answers", "--out", "out", "--decisions", "nothing"), "'nothing' does not exist"),
        (("swot", "answers", "--out", "answers/form.csv"), "is a file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_was_typed_wrong_is_2_and_nothing_is_written(
    words: tuple[str, ...], said: str, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    before = everything(tmp_path)
    result = run("summarise", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert everything(tmp_path) == before


def test_strict_is_3_when_something_was_rejected_and_all_is_written(answers: Path, out: Path, tmp_path: Path) -> None:
    assert summarise(answers, tmp_path / "faultless", "--strict").exit_code == 0
    made(answers, empty="")
    assert summarise(answers, tmp_path / "lenient").exit_code == 0
    result = summarise(answers, out, "--strict")
    assert result.exit_code == 3
    assert "empty.csv: the file is empty" in result.stderr
    assert everything(out) == everything(tmp_path / "lenient")


def test_grow_is_another_word_for_grrow(tmp_path: Path) -> None:
    plans = made(tmp_path / "plans", plans=GRROW)
    for name in ("grow", "grrow"):
        result = summarise(plans, tmp_path / name, instrument=name)
        assert result.exit_code == 0, result.output
    assert everything(tmp_path / "grow") == everything(tmp_path / "grrow")
    assert summary_in(tmp_path / "grow")["instrument"] == "grrow"
    assert "  grow " not in run("summarise", "--help").output, "one command is enough to choose from"


# the folder of results


def test_an_earlier_report_is_kept_unless_force_is_written(answers: Path, out: Path) -> None:
    summarise(answers, out)
    before = everything(out)
    made(answers, more=HEAD + SOUTH.replace("bo@", "cor@").replace("Korte lijnen", "Veel ervaring"))
    result = summarise(answers, out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {out} is not empty: choose a new folder, or write --force to write over the summary in it\n"
    assert everything(out) == before
    assert summarise(answers, out, "--force").exit_code == 0
    assert "Veel ervaring" in texts(out)


def test_force_replaces_what_is_ours_and_leaves_what_is_not(answers: Path, out: Path, tmp_path: Path) -> None:
    summarise(answers, out)
    mine = {"decisions/codes.csv": b"item_id,code,decision\n", "notes.txt": b"mijn notities", ".git/config": b"x"}
    for name, content in mine.items():
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes(content)
    (out / "charts" / "old.svg").write_text("<svg/>", encoding="utf-8")
    (out / "reviews.ics").write_text("of another summary", encoding="utf-8")
    assert summarise(answers, out, "--force").exit_code == 0
    summarise(answers, tmp_path / "fresh")
    assert everything(out) == everything(tmp_path / "fresh") | mine
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers", "fresh", "out", "participants.key"], "and no rubbish beside it"


def test_a_folder_with_something_else_in_it_is_left_alone_and_with_force_only_added_to(answers: Path, out: Path) -> None:
    out.mkdir()
    (out / "holiday.txt").write_text("foto's", encoding="utf-8")
    assert summarise(answers, out).exit_code == 1
    assert everything(out) == {"holiday.txt": b"foto's"}
    assert summarise(answers, out, "--force").exit_code == 0
    assert (out / "holiday.txt").read_bytes() == b"foto's"


def test_results_in_the_folder_of_the_answers_are_never_read_as_answers(answers: Path) -> None:
    out = answers / "summary"
    first = summarise(answers, out, "--key", answers.parent / "key")
    before = everything(out)
    again = summarise(answers, out, "--force", "--key", answers.parent / "key")
    elsewhere = summarise(answers, answers / "other", "--key", answers.parent / "key")
    assert {result.exit_code for result in (first, again, elsewhere)} == {0}
    assert first.stdout.startswith(ACCOUNT)
    assert again.stdout == first.stdout
    assert everything(out) == everything(answers / "other") == before


def test_what_people_keep_in_the_folder_of_results_is_not_read_as_answers(answers: Path, tmp_path: Path) -> None:
    """Also where no summary stands in it yet."""
    made(answers / "summary", mine=HEAD + SOUTH.replace("bo@", "cor@"))
    result = summarise(answers, answers / "summary", "--force", "--key", tmp_path / "key")
    assert result.stdout.startswith(ACCOUNT)


@pytest.mark.parametrize("out", ["answers", "."])
def test_answers_that_lie_in_the_folder_of_results_are_not_passed_over_in_silence(out: str, answers: Path, tmp_path: Path) -> None:
    before = everything(tmp_path / out)
    result = summarise(answers, tmp_path / out, "--force", "--key", tmp_path.parent / f"{tmp_path.name}.key")
    assert result.exit_code == 1
    assert f"{answers} lies in the folder of results" in result.stderr
    assert everything(tmp_path / out) == before


def test_the_folder_that_one_is_in_is_not_taken_away(answers: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out.mkdir()
    monkeypatch.chdir(out)
    result = summarise(answers, Path(), "--key", out.parent / "key")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: . is the folder that you are in: choose the name of another folder\n"
    assert list(out.iterdir()) == []


def test_a_link_to_a_folder_stays_a_link(answers: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    for words in ((), ("--force",)):
        assert summarise(answers, out, *words).exit_code == 0
    assert out.is_symlink()
    assert (tmp_path / "real" / "report.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers", "out", "participants.key", "real"]


# the program as a whole


def test_a_broken_account_writes_nothing(answers: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from learning_network.responses import collect

    account = collect._account
    monkeypatch.setattr(
        collect, "_account", lambda read, responses, items, answered, *rest: account(read, responses, items, answered - 1, *rest)
    )
    result = summarise(answers, out)
    assert result.exit_code == 1
    assert "form.csv: 8 cells were read, but 6 gave items, 1 are empty and 0 are rejected" in result.stderr
    assert not out.exists()


def test_the_program_itself_leaves_with_these_codes(answers: Path, out: Path, tmp_path: Path) -> None:
    """Through a process of its own, as a script would use it."""
    command = [sys.executable, "-m", "learning_network", "summarise", "swot", "--key", str(tmp_path / "key"), "--out", str(out)]
    made(answers, empty="")
    ended = subprocess.run([*command, str(answers), "--strict", "--quiet"], capture_output=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, b"", b"")
    ended = subprocess.run([*command, str(answers / "empty.csv"), "--force"], capture_output=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"Traceback" not in ended.stderr
    assert openpyxl.load_workbook(out / "report.xlsx").sheetnames, "the report of the first run stands"


def test_every_option_is_explained(answers: Path) -> None:
    result = CliRunner().invoke(main, ["summarise", "swot", "--help"])
    for option in ("--mapping", "--set", "--names", "--deidentify", "--key", "--strict", "--force", "--decisions", "--codebook"):
        assert option in result.output
