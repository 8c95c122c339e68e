"""`learning-network sheets` where it cannot write: one plain sentence, nothing half, and what was finished stays."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from projects import ROOT
from pypdf import PdfReader

from learning_network.cli import main

ASKED = ("swot", "grrow", "--lang", "nl", "--variant", "participants")
FULL = "Error: the disk is full: make room and run the command again; what was finished is still there\n"


def run(out: Path, root: Path = ROOT) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, ["--root", str(root), "sheets", *ASKED, "--out", str(out)])


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("inside", ["", "print"])
def test_a_file_where_the_folder_should_be_is_said_in_one_sentence_before_any_printing(inside: str, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    result = run(taken / inside)
    assert result.exit_code == 1
    assert result.output == f"Error: {taken / inside}: a file stands where a folder should come: choose another folder\n"
    assert taken.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator writes everywhere")
def test_a_folder_that_one_may_not_write_in_is_said_in_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    result = run(tmp_path / "print")
    tmp_path.chmod(0o700)
    assert result.exit_code == 1
    assert result.output == f"Error: {tmp_path / 'print'}: you may not read or write here: choose another place, or ask for access\n"


def test_a_folder_that_the_system_keeps_shut_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the test above, for who runs the tests as administrator."""

    def shut(path: Path, *_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", shut)
    result = run(tmp_path / "print")
    assert result.exit_code == 1
    assert result.output == f"Error: {tmp_path / 'print'}: you may not read or write here: choose another place, or ask for access\n"


def test_a_disk_that_fills_up_half_way_leaves_whole_sheets_and_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(tmp_path / "elsewhere").exit_code == 0
    first = "nl/grrow-participants.pdf"
    out = tmp_path / "print"
    with monkeypatch.context() as patch:
        patch.setattr("learning_network.output.open", small_disk((tmp_path / "elsewhere" / first).stat().st_size + 1000), raising=False)
        result = run(out)
    assert result.exit_code == 1
    assert result.output == FULL
    assert everything(out) == [first]
    assert PdfReader(out / first).pages

    assert run(out).exit_code == 0
    assert everything(out) == everything(tmp_path / "elsewhere")


def small_disk(left: int) -> Callable[[Path, str], FileIO]:
    """Opens files on a disk with room for this many bytes in all; the write that is too much is cut off half-way."""
    room = left

    class OnSmallDisk(FileIO):
        def write(self, data: Any) -> int:
            nonlocal room
            fitting = bytes(data)[:room]
            room -= super().write(fitting)
            if len(fitting) < len(data):
                raise OSError(errno.ENOSPC, "No space left on device")
            return len(fitting)

    return OnSmallDisk
