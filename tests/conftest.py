"""Shared by all tests: the small made-up project, and where the real one stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small made-up project, free to change."""
    return shutil.copytree(FIXTURES / "project", tmp_path / "project")


@pytest.fixture(scope="session")
def root() -> Path:
    """The real project."""
    return ROOT
