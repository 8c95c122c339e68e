"""Sees to it that this machine can run every test: a Chromium to walk the site, a Java runtime for the HTML checker, a Firefox.

Debian as root: installed by apt. Elsewhere: Chromium by Playwright; for Java a sentence says what to install. Without a Firefox its
tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import chromium
import firefox

DEBIAN = {"chromium": ("chromium-headless-shell", "chromium"), "java": ("default-jre-headless",), "firefox": ("firefox-esr",)}
"""What it is called there: the first of these that there is. Ubuntu has no Chromium without windows."""


def missing() -> list[str]:
    there = {
        "chromium": chromium.executable() is not None,
        "java": shutil.which("java") is not None,
        "firefox": firefox.executable() is not None,
    }
    return [name for name, found in there.items() if not found]


def install(names: list[str]) -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
        for name in names:
            for package in DEBIAN[name]:
                command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
                if subprocess.run(command, env=environment, check=False).returncode == 0:
                    break
    elif "chromium" in names:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    if names := missing():
        print(f"Installing for the tests: {', '.join(names)}", flush=True)
        install(names)
    still = missing()
    if "chromium" in still:
        print("No Chromium: install it, or name one with CHROMIUM=/path/to/chromium.", file=sys.stderr)
    if "java" in still:
        print("No Java: install a runtime (Debian: default-jre-headless); the HTML checker runs on it.", file=sys.stderr)
    if "firefox" in still:
        print("No Firefox: its tests are skipped.", file=sys.stderr)
    return 1 if {*still} - {"firefox"} else 0


if __name__ == "__main__":
    sys.exit(main())
