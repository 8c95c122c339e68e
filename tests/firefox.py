"""A real Firefox, driven by Marionette, the remote control that is built into it: JSON over a socket, so nothing has to be installed beside it."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS_TO_START = 60

PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "intl.accept_languages": "nl-BE, nl",
}


def executable() -> str | None:
    """The Firefox of the system; None when there is none."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """One window of a Firefox that runs."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._number, self._rest = connection, 0, b""
        self._answer()  # it says who it is
        self.send("WebDriver:NewSession", {})

    def send(self, command: str, parameters: dict[str, Any]) -> Any:
        """What the command gives. Raises RuntimeError with Firefox's own words when it goes wrong."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters])
        self._connection.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, error, result = self._answer()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result.get("value") if isinstance(result, dict) else result

    def goto(self, url: str) -> None:
        self.send("WebDriver:Navigate", {"url": url})

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page."""
        return self.send("WebDriver:ExecuteScript", {"script": f"return ({expression})", "args": []})

    def wait_for(self, expression: str) -> Any:
        """Wait until an expression in the page is true, and give its value."""
        for _ in range(200):
            if value := self.evaluate(expression):
                return value
            time.sleep(0.05)
        raise AssertionError(f"this never came true: {expression}")

    def press(self, css: str) -> None:
        self.send("WebDriver:ElementClick", {"id": self._element(css)})

    def type(self, css: str, text: str) -> None:
        self.send("WebDriver:ElementSendKeys", {"id": self._element(css), "text": text})

    def _element(self, css: str) -> str:
        found: dict[str, str] = self.send("WebDriver:FindElement", {"using": "css selector", "value": css})
        return next(iter(found.values()))

    def _answer(self) -> Any:
        while b":" not in self._rest:
            self._rest += self._connection.recv(65536)
        size, _, self._rest = self._rest.partition(b":")
        while len(self._rest) < int(size):
            self._rest += self._connection.recv(65536)
        message, self._rest = self._rest[: int(size)], self._rest[int(size) :]
        return json.loads(message)


@contextmanager
def running(profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window on the screen, with an empty profile in this folder; it stops at the end.

    Raises AssertionError when there is no Firefox.
    """
    program = executable()
    assert program, "there is no Firefox: install it (Debian: firefox-esr)"
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in {**PREFERENCES, "marionette.port": 0}.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    process = subprocess.Popen(
        [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with socket.create_connection(("127.0.0.1", _port(profile, process)), timeout=SECONDS_TO_START) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        process.wait(timeout=SECONDS_TO_START)


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """The port that Firefox chose, which it writes into its profile."""
    for _ in range(SECONDS_TO_START * 10):
        assert process.poll() is None, "Firefox stopped while it started"
        file = profile / "MarionetteActivePort"
        if file.is_file() and (said := file.read_text(encoding="utf-8").strip()):
            return int(said)
        time.sleep(0.1)
    raise AssertionError("Firefox does not start")
