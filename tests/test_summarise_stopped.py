"""`learning-network summarise` when the machine or a person stops it: a report is whole or not there, and the old one stands."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from answer_folders import HEAD, NORTH, SOUTH, everything, made, summarise, summary_in, texts

from learning_network import output


def fails_at_the_fifth_file(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> list[Path]:
    """Make writing fail half-way; gives the places that were written to."""
    fill, written = output._fill, []

    def failing(path: Path, content: Any) -> None:
        written.append(path)
        if len(written) == 5:
            path.write_bytes(b"half")
            raise error
        fill(path, content)

    monkeypatch.setattr(output, "_fill", failing)
    return written


STOPS = {"disk-full": OSError(errno.ENOSPC, "No space left on device"), "interrupted": KeyboardInterrupt()}


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("there", [False, True], ids=["new", "over an earlier report"])
def test_a_run_that_stops_half_way_leaves_no_half_report_and_the_old_one_whole(
    there: bool, stop: str, answers: Path, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if there:
        summarise(answers, out)
        (out / "notes.txt").write_text("mijn notities", encoding="utf-8")
    before = everything(out)
    made(answers, more=HEAD + NORTH.replace("an@", "dirk@"))
    written = fails_at_the_fifth_file(monkeypatch, STOPS[stop])
    result = summarise(answers, out, "--force")
    assert len(written) == 5
    assert (result.exit_code, result.stdout) == (1, "")
    said = {"disk-full": "Error: the disk is full: make room and run the command again", "interrupted": "Aborted!"}
    assert said[stop] in result.stderr
    assert everything(out) == before
    assert out.exists() is there
    assert {path.name for path in tmp_path.iterdir()} <= {"answers", "out", "participants.key"}


def test_a_stop_between_the_two_moves_brings_the_old_report_back(answers: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summarise(answers, out)
    before, rename = everything(out), Path.rename

    def stops(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        if self == out:
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(Path, "rename", stops)
    assert summarise(answers, out, "--force").exit_code == 1
    assert everything(out) == before
    assert {path.name for path in out.parent.iterdir()} == {"answers", "out", "participants.key"}


def test_a_place_where_nobody_may_write_is_said_in_a_line(answers: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(**_: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", str(out.parent / ".out.x1y2z3"))

    monkeypatch.setattr("tempfile.mkdtemp", refuses)
    result = summarise(answers, out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"Error: {out.parent}: you may not read or write here: choose another place, or ask for access\n")
    assert not out.exists()


def test_a_folder_that_may_not_be_written_in_stays_as_it_is(answers: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    if os.access(closed, os.W_OK):
        pytest.skip("this user may write everywhere")
    result = summarise(answers, closed / "out", "--key", tmp_path / "key")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"Error: {closed}: you may not read or write here" in result.stderr
    assert list(closed.iterdir()) == []


@pytest.mark.parametrize("asked_for", [False, True], ids=["in a folder", "by its name"])
def test_a_file_that_the_machine_does_not_give_is_named_and_the_rest_is_summarised(
    asked_for: bool, answers: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(answers, closed=HEAD + SOUTH)
    read, access = Path.read_bytes, os.access

    def refuses(path: Path) -> bytes:
        if path.name == "closed.csv":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuses)
        patch.setattr(os, "access", lambda path, mode, **how: Path(path).name != "closed.csv" and access(path, mode, **how))
        result = summarise([answers / "closed.csv", answers / "form.csv"] if asked_for else answers, out)
    assert result.exit_code == 0
    assert "closed.csv: the file cannot be read (Permission denied): copy it again, or ask for access" in result.stderr
    reason = "Dit bestand is niet te lezen. Kopieer het opnieuw, of vraag toegang."
    assert summary_in(out)["rejected"] == [["closed.csv", 0, "", reason]]
    assert len(texts(out)) == 7
