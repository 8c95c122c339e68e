"""What is left to do with a built site: prune, add the open data, pack the offline copy, put it in its place."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..content.library import Library
from .data import data_files

OFFLINE = "offline.zip"
_ZIP_DATE = (2020, 1, 1, 0, 0, 0)  # one date for all entries: the same site gives the same zip


def prune(site: Path) -> None:
    """Remove the search index as JSON: pages read it as a script, which works from a file too."""
    for index in site.rglob("search/search_index.json"):
        index.unlink()


def write_data(library: Library, site: Path) -> None:
    """Write site/data/."""
    for name, text in data_files(library).items():
        target = site / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


def write_downloads(files: Mapping[str, bytes], site: Path) -> None:
    """Write these files to site/downloads/: name -> bytes."""
    for name, data in files.items():
        target = site / "downloads" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def copy_sheets(folder: Path, names: Iterable[str], site: Path) -> None:
    """Copy printed sheets to site/downloads/."""
    for name in names:
        target = site / "downloads" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)


def pack_offline(site: Path) -> None:
    """Pack the whole site into site/offline.zip, in one folder of its own, in a fixed order and with fixed dates."""
    files = sorted(p for p in site.rglob("*") if p.is_file() and p.name != OFFLINE)
    with zipfile.ZipFile(site / OFFLINE, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            info = zipfile.ZipInfo(f"site/{path.relative_to(site).as_posix()}", _ZIP_DATE)
            info.compress_type = (
                zipfile.ZIP_STORED if path.suffix in (".woff2", ".png", ".zip", ".xlsx", ".docx", ".pdf") else zipfile.ZIP_DEFLATED
            )
            info.external_attr = 0o644 << 16
            archive.writestr(info, path.read_bytes())


def put_in_place(built: Path, out: Path) -> None:
    """Swap the built site for the old one; until the last moment the old one stands, and it comes back if the swap fails."""
    aside = out.with_name(out.name + ".old")
    if aside.exists():
        shutil.rmtree(aside)
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.exists():
        out.rename(aside)
    try:
        shutil.move(built, out)
    except OSError:
        if aside.exists() and not out.exists():
            aside.rename(out)
        raise
    if aside.exists():
        shutil.rmtree(aside)
