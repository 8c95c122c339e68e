"""The tool matrix that a team fills in on screen."""

from __future__ import annotations

import json
import re
from typing import Any

from learning_network.content.matrix_values import recorded, value_word
from learning_network.content.models import LANGUAGES, UNKNOWN, Criterion, Tool
from learning_network.responses.matrix_headings import Headings
from learning_network.responses.matrix_headings import plain as plain_name
from learning_network.responses.matrix_model import REMARK
from learning_network.templates.matrix_files import DELIMITERS
from learning_network.wording.text import plain
from learning_network.words.strings import strings

from .bundles import script_of
from .links import Place, title_of
from .rendering import block
from .tool_facts import known_criteria

SCRIPT = script_of("team-matrix")
KIND = "tool-matrix"
"""What a matrix is called among all that is kept on a device."""

_SHARED_WORDS = {
    "unknown": "tool.unknown", "remark": "workbook.remark", "remark_about": "workbook.remark_about", "tool": "workbook.tool",
    "sheet": "workbook.sheet", "about": "workbook.about", "team": "workbook.team", "date": "workbook.date",
    "title": "workbook.title", "rule": "merged.rule",
}  # fmt: skip
"""Words that the spreadsheets have too: files from the page are read by them."""


def team_matrix(place: Place) -> str:
    """The form in which a team judges the tools; its script is docs/assets/js/team-matrix/."""
    criteria = list(place.library.criteria.values())
    known = {criterion.id for criterion in known_criteria(place)}
    team = [criterion for criterion in criteria if criterion.id not in known]
    return block(
        "blocks/team_matrix.html.j2",
        place,
        groups=[("team", team), ("known", [criterion for criterion in criteria if criterion.id in known])],
        asked=team or criteria,
        criteria=criteria,
        data=json.dumps(matrix_data(place), ensure_ascii=False, separators=(",", ":")),
        script=place.href(SCRIPT),
    )


def matrix_data(place: Place) -> dict[str, Any]:
    """What the script needs to know: criteria, tools, what both are called in either language, and its words."""
    library, t = place.library, place.strings
    tools = sorted(library.tools.values(), key=lambda tool: title_of(tool, place.language).casefold())
    return {
        "kind": KIND,
        "page": re.sub(r"\.md$", ".html", place.page),
        "delimiter": DELIMITERS[place.language],
        "criteria": [_criterion(place, criterion) for criterion in library.criteria.values()],
        "tools": [_tool(place, tool) for tool in tools],
        **names(Headings(library.criteria, library.tools)),
        "words": {**t.raw("team_matrix"), **{key: t.raw(at) for key, at in _SHARED_WORDS.items()}},
        "device": t.raw("device"),
    }


def names(headings: Headings) -> dict[str, Any]:
    """All that columns and tools are called, as responses know it: plain name -> column, plain name -> tool, words for unknown."""
    columns = {plain_name(said): column for said in _column_names(headings) if (column := headings.column(said))}
    called = {}
    for id_, tool in headings.tools.items():
        for name in (id_, tool.nl.name, tool.en.name):
            short = re.fullmatch(r"(.+?) \((.+)\)", name)
            for said in (name, *(short.groups() if short else ())):
                if headings.tool(said) == id_:
                    called[plain_name(said)] = id_
    return {"columns": columns, "called": called, "unknown": [strings(language)("tool.unknown").casefold() for language in LANGUAGES]}


def _column_names(headings: Headings) -> list[str]:
    said = [REMARK, *(strings(language)("workbook.remark") for language in LANGUAGES)]
    for id_, criterion in headings.criteria.items():
        said += [id_, f"{REMARK}:{id_}"]
        for language in LANGUAGES:
            label = getattr(criterion, language).label
            said += [label, strings(language)("workbook.remark_about", label=label)]
    return said


def _criterion(place: Place, criterion: Criterion) -> dict[str, Any]:
    words = place.text(criterion)
    ids = ["yes", "no"] if criterion.type == "yes-no" else criterion.options
    return {
        "id": criterion.id,
        "type": criterion.type,
        "label": plain(words.label),
        "explanation": plain(words.explanation),
        "team": criterion.filled_in_by_team,
        "options": {id_: plain(value_word(criterion, id_, place.language)) for id_ in ids},
        "words": {value_word(criterion, id_, language).strip(" .\t").casefold(): id_ for language in LANGUAGES for id_ in ids},
    }


def _tool(place: Place, tool: Tool) -> dict[str, Any]:
    """A tool, and what the records say of it in canonical form."""
    said = {
        criterion.id: recorded(criterion, value)
        for criterion in place.library.criteria.values()
        if (value := tool.values.get(criterion.id)) not in (None, UNKNOWN) and criterion.type != "text"
    }
    return {"id": tool.id, "name": plain(place.text(tool).name), "href": place.url("tool", tool.id), "site": said}
