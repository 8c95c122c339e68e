"""Layers import downwards only: cli -> site -> content -> words, and content imports nothing else of ours."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "scripts" / "learning_network"
LAYERS = ["words", "faults", "output", "content", "wording", "responses", "templates", "summaries", "sheets", "site", "commands", "cli"]
"""From low to high (DESIGN: cli -> site, sheets, templates, summaries -> responses -> content)."""
GUIDE = PACKAGE.parent.parent / "docs" / "maintain" / "how-it-fits-together.md"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name not in ("__init__.py", "__main__.py") or p.parent != PACKAGE)


def layer_of(parts: tuple[str, ...]) -> str:
    return parts[0].removesuffix(".py")


def imported_layers(path: Path) -> set[str]:
    package = path.relative_to(PACKAGE).parent.parts
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                base = package[: len(package) - node.level + 1]
                names = [*base, *(node.module.split(".") if node.module else [])]
                found |= {names[0]} if names else {alias.name for alias in node.names}
            elif node.module and node.module.startswith("learning_network."):
                found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("learning_network.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_imports_its_own_layer_or_lower(path: Path) -> None:
    own = layer_of(path.relative_to(PACKAGE).parts)
    if own in ("__init__", "__main__"):
        return
    too_high = {layer for layer in imported_layers(path) if LAYERS.index(layer) > LAYERS.index(own)}
    assert not too_high, f"{path.name} in '{own}' imports {too_high}"


@pytest.mark.parametrize("path", [p for p in MODULES if p.is_relative_to(PACKAGE / "content")], ids=lambda p: p.name)
def test_records_know_nothing_of_ours_but_words(path: Path) -> None:
    assert imported_layers(path) <= {"content", "words", "faults"}


def test_the_guide_tells_what_every_layer_knows_from_high_to_low() -> None:
    table = GUIDE.read_text(encoding="utf-8").partition("## Layers")[2].partition("\n## ")[0]
    told = re.findall(r"^\| `scripts/learning_network/([a-z]+)", table, re.MULTILINE)
    there = [layer for layer in reversed(LAYERS) if (PACKAGE / layer).is_dir() or (PACKAGE / f"{layer}.py").is_file()]
    assert told == there, f"{GUIDE.name}: give every layer its row"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_stays_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320
