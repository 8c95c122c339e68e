"""Shared by all tests: the small made-up project, and where the real one stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
PARTS = ("docs", "exercises", "tools_matrix", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml", "network.yml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small made-up project, free to change."""
    return shutil.copytree(FIXTURES / "project", tmp_path / "project")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real project, free to change."""
    copy = tmp_path / "project"
    copy.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        else:
            shutil.copy2(source, copy / name)
    return copy
