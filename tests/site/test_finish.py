"""The last steps: pruning, the offline copy, and the swap that never leaves half a site."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from learning_network.site import finish


def make_site(folder: Path, text: str = "new") -> Path:
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    (folder / "en" / "index.html").write_text(text, encoding="utf-8")
    return folder


def test_the_search_index_stays_once(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    for name in ("search/search_index.json", "search/search_index.js", "en/search/search_index.json"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("x", encoding="utf-8")
    finish.prune(site)
    assert [p.relative_to(site).as_posix() for p in site.rglob("search_index*")] == ["search/search_index.js"]


def test_the_offline_copy_holds_every_file_and_is_the_same_for_the_same_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    finish.pack_offline(site)
    first = (site / "offline.zip").read_bytes()
    finish.pack_offline(site)
    assert (site / "offline.zip").read_bytes() == first
    with zipfile.ZipFile(site / "offline.zip") as archive:
        assert archive.namelist() == ["site/en/index.html", "site/index.html"]


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    out, built = make_site(tmp_path / "site", "old"), make_site(tmp_path / "built")
    finish.put_in_place(built, out)
    assert (out / "index.html").read_text(encoding="utf-8") == "new"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


def test_when_the_swap_fails_the_old_site_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, built = make_site(tmp_path / "site", "old"), make_site(tmp_path / "built")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(finish.shutil, "move", full)
    with pytest.raises(OSError, match="No space left"):
        finish.put_in_place(built, out)
    assert (out / "index.html").read_text(encoding="utf-8") == "old"
