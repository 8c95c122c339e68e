"""Shared by all tests: copies of the small made-up project and of the real one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from answer_folders import FORM, made
from hypothesis import HealthCheck, settings
from projects import ROOT, copy_project

from learning_network.content.library import Library
from learning_network.content.loading import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIXTURES = Path(__file__).parent / "fixtures"

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # how busy a machine is says nothing of what is tested


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small made-up project, free to change."""
    return shutil.copytree(FIXTURES / "project", tmp_path / "project")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real project, free to change."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A folder with two responses to a SWOT."""
    return made(tmp_path / "answers", form=FORM)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder for results, which is not there yet."""
    return tmp_path / "out"


@pytest.fixture(scope="session")
def library() -> Library:
    """The records of the real project. To read, never to change."""
    return load(ROOT)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. One for all tests of a process: Playwright cannot be started twice in it."""
    import chromium
    from playwright.sync_api import sync_playwright

    executable = chromium.executable()  # before the block: it may ask Playwright itself, and that cannot be nested
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=chromium.ARGUMENTS)
        yield started
        started.close()
