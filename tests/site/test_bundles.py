"""One script a widget, made of small parts."""

from __future__ import annotations

from pathlib import Path

import example_words
import pytest

from learning_network.site.bundles import WIDGETS, one_scope

SCRIPTS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "js"
FOLDERS = sorted({folder for folders in WIDGETS.values() for folder in folders})


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_parts_of_a_widget_are_small(folder: str) -> None:
    parts = list((SCRIPTS / folder).glob("*.js"))
    assert parts, "this widget has no parts"
    assert {part.name: lines for part in parts if (lines := len(part.read_text(encoding="utf-8").splitlines())) > 320} == {}


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder not in ("shared", "matrix")])
def test_each_widget_tells_what_it_does_and_has_a_page_to_try_it(folder: str) -> None:
    assert (SCRIPTS / folder / "notes.md").is_file()
    example = (SCRIPTS / folder / "example.html").read_text(encoding="utf-8")
    assert "<script src=" in example


def test_the_example_pages_have_our_words() -> None:
    said = example_words.FILE.read_text(encoding="utf-8")
    assert said == example_words.script(), "the words have changed: run python tests/example_words.py"


@pytest.mark.parametrize("widget", WIDGETS)
def test_parts_that_share_a_scope_do_not_take_each_others_names(widget: str) -> None:
    names = [
        name
        for folder in WIDGETS[widget]
        for part in sorted((SCRIPTS / folder).glob("*.js"))
        for line in part.read_text(encoding="utf-8").splitlines()
        if (name := _declared(line))
    ]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def _declared(line: str) -> str:
    """The name that a line at the outermost level declares, or nothing."""
    for word in ("async function ", "function ", "const ", "let ", "class "):
        if line.startswith(word):
            rest = line.removeprefix(word)
            return rest[: next((n for n, sign in enumerate(rest) if not (sign.isalnum() or sign in "_$")), len(rest))]
    return ""


def test_a_script_loses_its_comments_and_nothing_else() -> None:
    code = one_scope("/*\n * Why.\n */\n\n/** One. */\nfunction a() {\n  // so\n  return '/* x */'; // y\n}\n")
    assert code == "(function () {\n\"use strict\";\nfunction a() {\n  return '/* x */'; // y\n}\n})();\n"
