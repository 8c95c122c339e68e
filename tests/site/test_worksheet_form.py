"""A worksheet as a form, as the build writes it: what the script is told of the questions, and the words it asks for."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.site.links import Place
from learning_network.site.pages import worksheet_page
from learning_network.site.worksheet_form import form_data
from learning_network.words.strings import strings

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs" / "assets" / "js" / "worksheet"
FITS = {"item_up", "item_down", "item_remove", "item_more", "item_less", "organisation", "team", "role", "round", "phase", "date", "name"}
"""Words that the script asks for by a name that it puts together."""


@pytest.fixture(scope="module")
def real() -> Library:
    return load(ROOT)


def at(library: Library, id_: str, language: str = "nl") -> Place:
    return Place(library, language, f"worksheets/{id_}.md")


def test_the_script_is_told_of_every_question(real: Library) -> None:
    for worksheet in real.worksheets.values():
        data = form_data(at(real, worksheet.id), worksheet)
        assert [(q["id"], q["type"]) for q in data["questions"]] == [(q.id, q.type) for q in worksheet.questions]
        for said, question in zip(data["questions"], worksheet.questions, strict=True):
            assert said.get("options", []) == question.options
            assert [(c["id"], c["type"], c.get("options", [])) for c in said.get("columns", [])] == [
                (c.id, c.type, c.options) for c in question.columns
            ]
            assert said.get("rows") == (question.named_rows or question.rows)
            assert (said.get("min"), said.get("max")) == ((question.scale.min, question.scale.max) if question.scale else (None, None))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_holds_the_data_and_the_script(real: Library, language: str) -> None:
    worksheet = real.worksheets["grrow-sheet"]
    html = worksheet_page(at(real, worksheet.id, language), worksheet)
    found = re.search(r'data-worksheet="([^"]*)"', html)
    assert found
    data: dict[str, Any] = json.loads(unescape(found[1]))
    assert data == form_data(at(real, worksheet.id, language), worksheet)
    assert (data["title"], data["page"], data["language"]) == (
        getattr(worksheet, language).title, "worksheets/grrow-sheet.html", language,
    )  # fmt: skip
    assert html.count("assets/js/worksheet.js") == 1
    for question in worksheet.questions:
        assert html.count(f'id="q-{question.id}"') == 1


def test_only_sheets_with_lists_ask_for_votes(real: Library) -> None:
    with_votes = {id_ for id_, worksheet in real.worksheets.items() if "data-worksheet-weigh" in worksheet_page(at(real, id_), worksheet)}
    assert with_votes == {id_ for id_, worksheet in real.worksheets.items() if any(q.type == "list" for q in worksheet.questions)}


def test_the_script_gets_every_word_it_asks_for_and_no_other() -> None:
    asked = {
        word
        for path in SCRIPTS.glob("*.js")
        for word in re.findall(r"\b(?:s\.words|sheet\.words|w)\.(\w+)", path.read_text(encoding="utf-8"))
    }
    for language in ("nl", "en"):
        assert asked | FITS == set(strings(language).raw("worksheet_form.script"))
