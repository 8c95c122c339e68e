"""A copy of the real project, for tests and the bench."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "exercises", "tools_matrix", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml", "network.yml")
"""What people write: all that a build reads, bar the package."""


def copy_project(folder: Path) -> Path:
    """Copy the real project into a new folder and return it."""
    folder.mkdir(parents=True)
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    return folder
