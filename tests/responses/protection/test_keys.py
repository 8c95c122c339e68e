"""The key: made once, for the user alone, never among the results."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click
import pytest

from learning_network.responses.protection import KeyFault, load_key


def test_a_key_is_made_once_and_only_its_user_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "below" / "key"
    key = load_key(path)
    assert len(key) == 32
    assert load_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(path.parent) == ["key"], "no half-made key stays behind"
    assert load_key(tmp_path / "other") != key


def test_without_a_place_the_key_lies_where_programs_keep_their_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(click, "get_app_dir", lambda name: str(tmp_path / name))
    key = load_key()
    assert [path.read_bytes() for path in (tmp_path / "learning-network").iterdir()] == [key]


def test_a_file_that_is_no_key_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("geheim")
    with pytest.raises(KeyFault, match="is no key"):
        load_key(path)
    assert path.read_text() == "geheim"


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file" / "key", tmp_path):
        with pytest.raises(KeyFault, match="cannot be made or read"):
            load_key(path)


def test_no_key_lies_in_the_folder_of_results(tmp_path: Path) -> None:
    with pytest.raises(KeyFault, match="folder of results"):
        load_key(tmp_path / "out" / "key", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
