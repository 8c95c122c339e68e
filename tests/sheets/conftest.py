"""Lets the printer go after each module of tests."""

from __future__ import annotations

from collections.abc import Iterator

import press
import pytest


@pytest.fixture(autouse=True, scope="module")
def _let_the_printer_go() -> Iterator[None]:
    yield
    press.let_go()
