"""Where a Chromium is, and how the tests start it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ARGUMENTS = [
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # else it asks its maker's hosts at every start
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str | None:
    """The Chromium of $CHROMIUM, of the system, or of Playwright; None when there is none."""
    for find in (
        lambda: os.environ.get("CHROMIUM"),
        lambda: shutil.which("chromium-headless-shell"),  # the one without windows draws with less: a tenth less time in all
        lambda: shutil.which("chromium"),
        lambda: shutil.which("chromium-browser"),
        _playwrights,
    ):
        candidate = find()  # one at a time: Playwright is asked only where the others have nothing
        if candidate and Path(candidate).is_file():
            return candidate
    return None


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path
