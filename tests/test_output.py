"""Writing results: a file or folder stands under its name when it is whole, and never before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from answer_folders import everything

from learning_network.output import OutputError, check_folder, write_file, write_folder


class Unplugged(Exception):
    """What goes wrong in the middle."""


class HalfAFolder(Mapping[str, bytes]):
    """Files of which the second one fails when it is asked for; until then `seen` is called each time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.there: list[bool] = []

    def __getitem__(self, name: str) -> bytes:
        self.there.append(self.folder.exists())
        if name == "b.txt":
            raise Unplugged
        return b"new"

    def __iter__(self) -> Iterator[str]:
        return iter(["a.txt", "b.txt"])

    def __len__(self) -> int:
        return 2


def test_a_file_is_written_with_the_folders_above_it_and_others_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "matrix.csv"
    write_file(path, b"one")
    write_file(path, b"two")
    assert everything(tmp_path) == {"new/deep/matrix.csv": b"two"}
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_that_fails_on_the_way_leaves_the_old_one_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "matrix.csv"
    path.write_bytes(b"old")
    seen = []

    def fails(made: str, wanted: Path) -> None:
        seen.append((Path(made).read_bytes(), Path(wanted).read_bytes()))
        raise Unplugged

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(Unplugged):
        write_file(path, b"new")
    assert seen == [(b"new", b"old")], "the new one was whole before it took the place of the old one"
    assert everything(tmp_path) == {"matrix.csv": b"old"}


def test_a_folder_is_written_with_its_subfolders(tmp_path: Path) -> None:
    folder = tmp_path / "results" / "today"
    write_folder(folder, {"a.txt": b"a", "deep/er/b.txt": b"b"})
    assert everything(tmp_path) == {"results/today/a.txt": b"a", "results/today/deep/er/b.txt": b"b"}
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o755


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    write_folder(folder, {"a.txt": b"a"})
    assert everything(tmp_path) == {"results/a.txt": b"a"}


@pytest.mark.parametrize("name", [".gitkeep", "a.txt", "other.txt"])
def test_a_folder_that_is_not_empty_is_refused_and_stays(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / name).write_bytes(b"mine")
    with pytest.raises(OutputError, match=r"is not empty: choose a new folder, or write --replace"):
        write_folder(folder, {"a.txt": b"new"})
    assert everything(tmp_path) == {f"results/{name}": b"mine"}


def test_replacing_loses_what_was_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    write_folder(folder, {"old.txt": b"old", "deep/old.txt": b"old"})
    write_folder(folder, {"new.txt": b"new"}, replace=True)
    assert everything(tmp_path) == {"results/new.txt": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["results"]


@pytest.mark.parametrize("replace", [False, True])
def test_a_file_is_no_place_for_a_folder(replace: bool, tmp_path: Path) -> None:
    (tmp_path / "results").write_bytes(b"mine")
    with pytest.raises(OutputError, match="is a file: choose the name of a folder"):
        check_folder(tmp_path / "results", replace)
    with pytest.raises(OutputError):
        write_folder(tmp_path / "results", {"a.txt": b"a"}, replace)
    assert everything(tmp_path) == {"results": b"mine"}


def test_a_new_folder_that_fails_in_the_middle_never_stands(tmp_path: Path) -> None:
    files = HalfAFolder(tmp_path / "results")
    with pytest.raises(Unplugged):
        write_folder(tmp_path / "results", files)
    assert files.there == [False, False]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_to_replace_stays_whole_when_the_new_one_fails_in_the_middle(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    write_folder(folder, {"old.txt": b"old"})
    with pytest.raises(Unplugged):
        write_folder(folder, HalfAFolder(folder), replace=True)
    assert everything(tmp_path) == {"results/old.txt": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["results"]


def test_the_old_folder_comes_back_when_the_new_one_cannot_take_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "results"
    write_folder(folder, {"old.txt": b"old"})
    rename, moved = Path.rename, []

    def fails_for_the_new_one(self: Path, target: Path) -> Path:
        moved.append(self.name)
        if len(moved) == 2:
            raise PermissionError("a program has a file open")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails_for_the_new_one)
    with pytest.raises(PermissionError):
        write_folder(folder, {"new.txt": b"new"}, replace=True)
    monkeypatch.undo()
    assert everything(tmp_path) == {"results/old.txt": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["results"]


def test_the_new_folder_stands_even_when_the_old_one_cannot_be_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "results"
    write_folder(folder, {"old.txt": b"old"})

    def fails(*_: object, **__: object) -> None:
        raise PermissionError("a program has a file open")

    monkeypatch.setattr(shutil, "rmtree", fails)
    with suppress(PermissionError):
        write_folder(folder, {"new.txt": b"new"}, replace=True)
    assert everything(folder) == {"new.txt": b"new"}


def test_replacing_only_what_is_ours_keeps_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    write_folder(folder, {"report.md": b"old", "charts/old.svg": b"old"})
    (folder / "decisions").mkdir()
    (folder / "decisions" / "codes.csv").write_bytes(b"mine")
    (folder / "notes.txt").write_bytes(b"mine")
    write_folder(folder, {"report.md": b"new"}, replace=True, ours=frozenset({"report.md", "charts"}))
    assert everything(tmp_path) == {"results/report.md": b"new", "results/decisions/codes.csv": b"mine", "results/notes.txt": b"mine"}


def test_a_file_may_be_written_by_what_knows_how(tmp_path: Path) -> None:
    write_folder(tmp_path / "results", {"items.csv": lambda path: path.write_text("large", encoding="utf-8")})  # type: ignore[dict-item]
    assert everything(tmp_path) == {"results/items.csv": b"large"}
