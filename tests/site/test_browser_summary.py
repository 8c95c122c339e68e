"""The page that summarises answers in the browser: what its block gives to the script."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from projects import ROOT

from learning_network.content.loading import load_cached
from learning_network.site.browser_summary import browser_summary, rules_scripts
from learning_network.site.links import Place
from learning_network.summaries.for_browser import browser_rules
from learning_network.words import LANGUAGES

PARTS = Path(ROOT) / "docs" / "assets" / "js" / "summary"
ROOT_OF_PAGE = "../"


def block_of(language: str) -> str:
    return browser_summary(Place(load_cached(ROOT), language, "worksheets/summary.md"))


def data_of(language: str) -> dict[str, Any]:
    found = re.search(r'data-summary="([^"]*)"', block_of(language))
    assert found
    data: dict[str, Any] = json.loads(unescape(found[1]))
    return data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_knows_where_the_rules_stand(language: str) -> None:
    scripts = rules_scripts()
    assert {href.removeprefix(ROOT_OF_PAGE) for href in data_of(language)["rules"].values()} == set(scripts)


def test_the_rules_are_a_script_that_sets_one_name() -> None:
    for language, (path, script) in zip(LANGUAGES, rules_scripts().items(), strict=True):
        start = f"(window.summaryRules = window.summaryRules || {{}}).{language} = "
        assert path.endswith(f"-{language}.js")
        assert script.startswith(start)
        assert script.endswith(";\n")
        assert json.loads(script.removeprefix(start)[:-2]) == browser_rules("nl")["rules"][language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_page_gives_the_command(language: str) -> None:
    noscript = re.search(r"<noscript>(.*?)</noscript>", block_of(language), re.DOTALL)
    assert noscript
    assert "learning-network summarise swot" in noscript[1]
    assert re.search(r'class="summary-drop needs-js"', block_of(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_the_script_has_its_sentence(language: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PARTS.glob("*.js"))
    used = {word for call in re.findall(r"\breject\((.*?)\);", code) for word in re.findall(r'"([a-z]+_[a-z_]+)"', call)}
    used |= set(re.findall(r'unreadable\("(\w+)"\)', code)) | set(re.findall(r'reason(?::| =) "(\w+)"', code))
    used |= set(re.findall(r'refuseIf\(.*, "(\w+)"\);', code)) | set(re.findall(r'unreadable \|\| "(\w+)"', code))
    assert used == set(data_of(language)["words"]["reasons"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_message_about_too_much_names_the_command(language: str) -> None:
    assert "learning-network summarise swot" in data_of(language)["words"]["too_large"]
