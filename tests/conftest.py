"""Shared by all tests: copies of the small made-up project and of the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import ROOT, copy_project

from learning_network.content.library import Library
from learning_network.content.loading import load

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small made-up project, free to change."""
    return shutil.copytree(FIXTURES / "project", tmp_path / "project")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real project, free to change."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def library() -> Library:
    """The records of the real project. To read, never to change."""
    return load(ROOT)
