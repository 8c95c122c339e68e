"""Making sheets: only what changed, nothing half, nobody else's files."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from learning_network.cli import main
from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.sheets import make
from learning_network.sheets.make import make_sheets, read_index
from learning_network.sheets.printer import NoPango, OutsideFile, Printer, weasyprint
from learning_network.sheets.specs import Spec

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def library() -> Library:
    return load(PROJECT)


def specs(library: Library, *ids: str) -> list[Spec]:
    return [Spec("participants", library.exercises[id_], "nl") for id_ in ids]


def test_a_second_run_prints_nothing_again(library: Library, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    first = make_sheets(library, specs(library, "swot", "grrow"), tmp_path, lambda done, total: told.append((done, total)))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pdf")}
    second = make_sheets(library, specs(library, "swot", "grrow"), tmp_path, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
    assert second == first
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pdf")} == before


def test_a_changed_record_is_printed_again_and_only_that_one(library: Library, tmp_path: Path) -> None:
    make_sheets(library, specs(library, "swot", "grrow"), tmp_path)
    swot = library.exercises["swot"]
    changed = swot.model_copy(update={"version": swot.version + 1})
    told = []
    make_sheets(library, [Spec("participants", changed, "nl"), *specs(library, "grrow")], tmp_path, lambda done, total: told.append(total))
    assert told == [1]


def test_a_sheet_that_somebody_damaged_is_printed_again(library: Library, tmp_path: Path) -> None:
    make_sheets(library, specs(library, "swot"), tmp_path)
    path = tmp_path / "nl" / "swot-participants.pdf"
    path.write_bytes(b"")
    make_sheets(library, specs(library, "swot"), tmp_path)
    assert path.read_bytes().startswith(b"%PDF")


def test_sheets_of_an_earlier_run_stay_unless_the_folder_is_for_these_alone(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "nl" / "my-own.pdf"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"mine")
    make_sheets(library, specs(library, "swot"), tmp_path)
    make_sheets(library, specs(library, "grrow"), tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*.pdf")) == ["grrow-participants.pdf", "my-own.pdf", "swot-participants.pdf"]
    make_sheets(library, specs(library, "grrow"), tmp_path, alone=True)
    assert sorted(path.name for path in tmp_path.rglob("*.pdf")) == ["grrow-participants.pdf", "my-own.pdf"]


def test_what_was_whole_before_a_fault_is_kept_and_nothing_half_stands(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = make.write_file

    def full(path: Path, data: bytes) -> None:
        if path.name.startswith("grrow"):
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(make, "write_file", full)
    with pytest.raises(OSError, match="No space left"):
        make_sheets(library, specs(library, "swot", "grrow"), tmp_path)
    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["swot-participants.pdf"]
    assert list(read_index(tmp_path)) == ["nl/swot-participants.pdf"]


def test_an_index_that_nobody_can_read_means_starting_again(library: Library, tmp_path: Path) -> None:
    make_sheets(library, specs(library, "swot"), tmp_path)
    (tmp_path / "index.json").write_text("{", encoding="utf-8")
    told = []
    make_sheets(library, specs(library, "swot"), tmp_path, lambda done, total: told.append(done))
    assert told == [1]
    assert json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))


def test_without_pango_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    load_module = builtins.__import__

    def missing(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return load_module(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(NoPango, match="apt-get install libpango") as told:
        weasyprint()
    assert "--no-sheets" in str(told.value)


def test_a_sheet_asks_no_other_host() -> None:
    with pytest.raises(OutsideFile, match="example"):
        Printer(PROJECT).lay_out('<html lang="nl"><title>x</title><img src="https://example.org/logo.png" alt=""></html>', ("paper",))


def test_the_command_makes_the_sheets_that_were_asked_for(tmp_path: Path) -> None:
    arguments = ["--root", str(PROJECT), "sheets", "swot", "--lang", "nl", "--variant", "participants", "--out", str(tmp_path / "print")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "print").rglob("*.pdf")) == ["swot-participants-large.pdf", "swot-participants.pdf"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [(["swto"], "did you mean 'swot'"), (["swot", "--variant", "poster"], "there is no variant 'poster'")],
)
def test_the_command_says_what_is_not_there(asked: list[str], told: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(PROJECT), "sheets", *asked, "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert told in result.output
