"""The preview: serves the site on this computer and builds again when a file is saved."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from learning_network.content.stamping import stamp

pytestmark = pytest.mark.build


def fetch(port: int, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=20) as response:
            return str(response.read().decode("utf-8"))
    except (urllib.error.URLError, OSError):
        return ""


def wait_for(port: int, path: str, words: str) -> bool:
    """Whether the words come to stand on the page (within two minutes: the build shares its processor with other tests)."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if words in fetch(port, path):
            return True
        time.sleep(0.5)
    return False


def test_the_preview_follows_what_you_save_and_keeps_the_last_good_site(real: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "learning_network", "--root", str(real), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert wait_for(port, "start.html", "<h1")
        page = real / "docs" / "nl" / "start.md"
        good = page.read_text(encoding="utf-8")
        page.write_text(good + "\n\nEen splinternieuwe zin.\n", encoding="utf-8")
        stamp(real / "docs" / "en" / "start.md", real)
        assert wait_for(port, "start.html", "Een splinternieuwe zin.")
        page.write_text(good + "\n\n<script>stuk</script>\n", encoding="utf-8")
        time.sleep(3)
        assert server.poll() is None
        assert "Een splinternieuwe zin." in fetch(port, "start.html")
    finally:
        server.terminate()
        server.wait(timeout=30)
