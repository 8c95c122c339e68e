"""Finding the files that people sent in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from learning_network.responses.folder import find_files
from learning_network.words.reasons import Reason


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def test_files_in_folders_below_are_found_in_order_of_their_names(tmp_path: Path) -> None:
    made(tmp_path, "b/two.csv", "a.csv", "b/deep/one.csv")
    assert list(find_files([tmp_path]).files) == ["a.csv", "one.csv", "two.csv"]


@pytest.mark.parametrize(
    "copy",
    ["Kopie van swot.csv", "copy of swot.csv", "swot - kopie.csv", "swot - Copy (2).csv", "swot copy 2.csv", "swot (1).csv", "a/kopie.csv"],
)
def test_what_is_called_a_copy_comes_last_so_that_the_other_one_counts(copy: str, tmp_path: Path) -> None:
    made(tmp_path, copy, "swot.csv", "team.csv")
    assert list(find_files([tmp_path]).files) == ["swot.csv", "team.csv", Path(copy).name]
    assert list(find_files([tmp_path / copy, tmp_path / "swot.csv"]).files) == ["swot.csv", Path(copy).name]


def test_a_name_that_only_looks_like_a_copy_keeps_its_place(tmp_path: Path) -> None:
    names = ["copywriting.csv", "fotokopie.csv", "kopieën.csv", "swot (2026 voorjaar).csv", "zwaktes.csv"]
    made(tmp_path, *names)
    assert list(find_files([tmp_path]).files) == names


def test_files_of_one_name_are_called_by_their_path(tmp_path: Path) -> None:
    made(tmp_path, "north/swot.xlsx", "south/swot.xlsx", "east.xlsx")
    north, south = (tmp_path / place / "swot.xlsx" for place in ("north", "south"))
    assert list(find_files([tmp_path]).files) == ["east.xlsx", north.as_posix(), south.as_posix()]


def test_a_file_that_is_named_twice_is_found_once(tmp_path: Path) -> None:
    made(tmp_path, "a.csv")
    assert list(find_files([tmp_path / "a.csv", tmp_path, tmp_path / "." / "a.csv"]).files) == ["a.csv"]


@pytest.mark.parametrize("name", [".DS_Store", "~$open.xlsx", "desktop.ini", "Thumbs.db", ".hidden/a.csv"])
def test_what_programs_leave_behind_is_no_answer(name: str, tmp_path: Path) -> None:
    made(tmp_path, name, "a.csv")
    assert list(find_files([tmp_path]).files) == ["a.csv"]


def test_a_file_that_the_caller_does_not_want_is_left_out(tmp_path: Path) -> None:
    made(tmp_path, "a.csv", "out/report.md")
    found = find_files([tmp_path], lambda folder, file: file.parent == folder / "out")
    assert list(found.files) == ["a.csv"]


@pytest.mark.skipif(os.name != "posix", reason="links ask for special rights on Windows")
def test_a_link_out_of_the_folder_is_told_and_not_read_and_one_within_it_is_read_once(tmp_path: Path) -> None:
    made(tmp_path, "secret/pay.csv", "answers/a.csv")
    (tmp_path / "answers" / "again.csv").symlink_to(tmp_path / "answers" / "a.csv")
    (tmp_path / "answers" / "pay.csv").symlink_to(tmp_path / "secret" / "pay.csv")
    found = find_files([tmp_path / "answers"])
    assert list(found.files) == ["a.csv"]
    assert [(path.name, why) for path, why in found.unread] == [("pay.csv", Reason("link_leads_outside"))]


def test_links_to_folders_and_links_to_nothing_are_told_and_not_followed(tmp_path: Path) -> None:
    folder, other = tmp_path / "answers", tmp_path / "other"
    for each in (folder, other):
        each.mkdir()
        (each / "swot.csv").write_text("a", encoding="utf-8")
    (folder / "linked").symlink_to(other, target_is_directory=True)
    (folder / "gone.csv").symlink_to(tmp_path / "nowhere.csv")
    found = find_files([folder])
    assert list(found.files) == ["swot.csv"]
    assert [(path.name, why) for path, why in found.unread] == [
        ("gone.csv", Reason("link_to_nothing")),
        ("linked", Reason("link_to_folder")),
    ]


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "swot.csv").write_text("a", encoding="utf-8")
    real = os.scandir

    def scan(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(closed))
        return real(path)

    monkeypatch.setattr(os, "scandir", scan)
    found = find_files([tmp_path])
    assert list(found.files) == ["swot.csv"]
    assert found.unread == ((closed, "this folder cannot be opened (Permission denied): ask for access, or copy what is in it"),)
