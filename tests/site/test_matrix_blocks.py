"""The tool matrix and the guided choice as the build writes them: columns from the records, nothing known twice, words for the script."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import Criterion
from learning_network.site.links import Place
from learning_network.site.matrix import tool_guide, tool_matrix, tool_texts
from learning_network.site.pages import tool_page

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs" / "assets" / "js" / "matrix"
NEW = """
id: works-outside
type: yes-no
width: {screen: 7, paper: 15}
nl: {label: Buiten, explanation: Of het buiten kan.}
en: {translates: nl-0, label: Outside, explanation: Whether it works outside.}
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "tests" / "fixtures" / "project")


@pytest.fixture(scope="module")
def real() -> Library:
    return load(ROOT)


def place(library: Library, language: str = "nl") -> Place:
    return Place(library, language, "tools/index.md")


def data(html: str, name: str) -> dict[str, Any]:
    found = re.search(rf'data-{name}="([^"]*)"', html)
    assert found
    content: dict[str, Any] = json.loads(unescape(found[1]))
    return content


def used_words(*scripts: str) -> set[str]:
    """The words that parts of the script ask for."""
    return {word for name in scripts for word in re.findall(r"\b[mg]\.words\.(\w+)", (SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))}


def test_matrix_and_guide_hand_the_script_the_words_it_needs(real: Library) -> None:
    parts = {path.stem for path in SCRIPTS.glob("*.js")}
    guide = {"guide", "guide-result"}
    assert used_words(*(parts - guide)) == set(data(tool_matrix(place(real)), "matrix")["words"])
    assert used_words(*guide) == set(data(tool_guide(place(real)), "guide")["words"])


def test_an_unknown_value_has_no_ids_to_filter_by(library: Library) -> None:
    matrix = tool_matrix(place(library))
    assert '<td data-label="Tijd" data-value=""><span class="unknown">niet bekend</span></td>' in matrix
    assert '<td data-label="Vorm" data-value="paper">papier</td>' in matrix


def test_a_new_criterion_is_a_column_a_box_a_fact_and_a_part_of_the_data(library: Library) -> None:
    new = Criterion.model_validate(yaml.safe_load(NEW))
    tools = {id_: tool.model_copy(update={"values": {**tool.values, new.id: "yes"}}) for id_, tool in library.tools.items()}
    more = replace(library, criteria={**library.criteria, new.id: new}, tools=tools)
    matrix = tool_matrix(place(more))
    assert '<th scope="col" data-column="works-outside">Buiten</th>' in matrix
    assert '<td data-label="Buiten" data-value="yes">ja</td>' in matrix
    assert '<col style="--screen: 7; --paper: 15">' in matrix
    assert 'value="works-outside" checked' in matrix
    assert data(matrix, "matrix")["criteria"][-1]["label"] == "Buiten"
    assert "Buiten</th><td>ja" in tool_page(Place(more, "nl", "tools/card-set.md"), tools["card-set"])


def test_what_teams_fill_in_is_off_at_first_and_tools_say_nothing_of_it(real: Library) -> None:
    matrix = tool_matrix(place(real))
    for criterion in real.criteria.values():
        if criterion.filled_in_by_team:
            assert f'<th scope="col" data-column="{criterion.id}" hidden>' in matrix
            assert f'<td data-label="{criterion.nl.label}" hidden></td>' in matrix
            assert f'id="matrix-{criterion.id}"' not in matrix, "no filter"


def test_the_page_of_a_tool_asks_the_team_and_says_where_to_write(real: Library) -> None:
    tool = next(iter(real.tools.values()))
    page = tool_page(Place(real, "nl", f"tools/{tool.id}.md"), tool)
    facts, asked = page[page.index("{#facts}") : page.index("{#team}")], page[page.index("{#team}") :]
    for criterion in real.criteria.values():
        assert (criterion.nl.label in facts) != criterion.filled_in_by_team
        assert not criterion.filled_in_by_team or criterion.nl.label in asked
    assert 'href="index.html#matrix-downloads"' in asked


@pytest.mark.parametrize(("language", "root"), [("nl", "../downloads/nl/"), ("en", "../../downloads/en/")])
def test_the_spreadsheets_stand_at_the_root_of_the_whole_site(language: str, root: str, library: Library) -> None:
    links = re.findall(r'href="([^"]*\.xlsx)"', tool_matrix(place(library, language)))
    assert len(links) == 6
    assert all(link.startswith(f"{root}tool-matrix-") for link in links)


def test_the_texts_hold_what_people_search_in_and_no_marks(real: Library) -> None:
    texts = json.loads(tool_texts(place(real)).removeprefix("window.toolTexts = ").removesuffix(";\n"))
    assert set(texts) == set(real.tools)
    for id_, tool in real.tools.items():
        said = json.dumps(texts[id_], ensure_ascii=False)
        assert "**" not in said
        for note in tool.nl.notes.values():
            assert note.replace("*", "").split()[0] in said


def test_a_network_without_questions_has_no_guided_choice(library: Library) -> None:
    assert tool_guide(place(replace(library, guide={}))) == ""
