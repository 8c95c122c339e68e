"""The tool matrix on its page: the table with its filters, the guided choice, and what their script reads on demand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from learning_network.content.models import Criterion, Tool
from learning_network.templates.matrix_files import DELIMITERS
from learning_network.wording.text import plain

from .bundles import script_of
from .links import Place, title_of
from .offer import download, offered
from .rendering import block
from .tool_facts import CONFIDENCE, criterion_options, facts_of, known_criteria

SCRIPT = script_of("matrix")
TEXTS = "assets/js/matrix-texts.js"
"""What the script loads when someone searches, compares or uses the guided choice: too much for the first load."""

NAME_WIDTH = {"screen": 15, "paper": 40}
"""Of the column with the names: rem and millimetres, as a criterion says it of its own."""

DOWNLOADS = ("blank", "tools", "filled")
"""The spreadsheets to take along, each for A4 and for A3 (learning_network.templates makes them)."""

_MATRIX_WORDS = (
    "count", "count_all", "count_unknown", "unknown_shown", "unknown_hidden", "perhaps", "none", "none_text", "names_only",
    "choose", "choose_label", "compare", "compare_chosen", "compare_hint", "compare_full", "compare_title", "compare_caption",
    "compare_close", "compare_clear", "compare_print", "criterion", "differs", "summary", "team_room", "print_title", "print_part",
    "print_filters", "unknown_note", "csv_name",
)  # fmt: skip
_GUIDE_WORDS = (
    "hint", "asks_nothing", "fit", "none", "nothing", "nearest", "fits", "unknown", "not", "more", "show", "show_all", "left_out", "failed",
)  # fmt: skip


def tool_guide(place: Place) -> str:
    """Which tool when? The questions of tools_matrix/guide.yml; the matrix script answers them."""
    questions = list(place.library.guide.values())
    if not questions:
        return ""
    asked = _asked(place)
    data = {
        "questions": [
            {"id": q.id, "label": plain(place.text(q).label), "asks": {option.id: option.asks for option in q.options}} for q in questions
        ],
        "criteria": [_criterion_data(place, criterion) for criterion in asked],
        "words": {**json.loads(place.strings.for_script("guide", *_GUIDE_WORDS)), "mind": place.strings("tool.pitfalls")},
        "texts": place.href(TEXTS),
        "tool": place.href("tools/{id}.md"),
        "matrix": place.href("tools/index.md"),
    }
    return block(
        "blocks/tool_guide.html.j2", place, questions=questions, data=_json(data), script=place.href(SCRIPT), total=len(place.library.tools)
    )


def tool_matrix(place: Place) -> str:
    """All tools in one table, with a form to filter it; the matrix script sets them to work."""
    criteria = list(place.library.criteria.values())
    known = known_criteria(place)
    tools = sorted(place.library.tools.values(), key=lambda tool: title_of(tool, place.language).casefold())
    shown = [criterion for criterion in criteria if in_table_at_first(criterion)]
    t = place.strings
    data = {
        "criteria": [_criterion_data(place, criterion) for criterion in criteria],
        "words": {
            **json.loads(t.for_script("matrix", *_MATRIX_WORDS)),
            **{key: t(f"tool.{key}") for key in ("unknown", "strengths", "pitfalls", "link")},
            "tool": t("workbook.tool"),
        },
        "name": NAME_WIDTH,
        "delimiter": DELIMITERS[place.language],
        "texts": place.href(TEXTS),
    }
    return block(
        "blocks/tool_matrix.html.j2",
        place,
        criteria=criteria,
        known=known,
        team=[criterion for criterion in criteria if criterion.filled_in_by_team],
        shown=in_table_at_first,
        width=NAME_WIDTH["screen"] + sum(criterion.width.screen for criterion in shown),
        papers=NAME_WIDTH["paper"] + sum(criterion.width.paper for criterion in shown),
        name_width=NAME_WIDTH,
        filters=[criterion for criterion in known if criterion.filter and criterion.type != "text"],
        criterion_options=lambda criterion: criterion_options(place, criterion),
        rows=[{"tool": tool, "facts": {fact.criterion.id: fact for fact in facts_of(place, tool)}} for tool in tools],
        data=_json(data),
        script=place.href(SCRIPT),
        offered=offered(place, "tool-matrix"),
        downloads=[
            (name, *(download(place, f"{place.language}/tool-matrix-{name}{paper}.xlsx") for paper in ("", "-a3"))) for name in DOWNLOADS
        ],
    )


def in_table_at_first(criterion: Criterion) -> bool:
    """Whether a criterion is a column until readers choose their own; what teams fill in is not."""
    return criterion.in_table and not criterion.filled_in_by_team


def tool_texts(place: Place) -> str:
    """The script TEXTS: per tool what people can search in, and what the comparison and the guided choice tell of it."""
    asked = {criterion.id for criterion in _asked(place)}
    texts = {id_: _texts(place, tool, asked) for id_, tool in place.library.tools.items()}
    return f"window.toolTexts = {_json(texts)};\n"


def _texts(place: Place, tool: Tool, asked: Iterable[str]) -> dict[str, Any]:
    words = place.text(tool)
    return {
        "name": plain(words.name),
        "summary": plain(words.summary),
        "strengths": [plain(words.remarks[remark.id]) for remark in tool.strengths],
        "pitfalls": [plain(words.remarks[remark.id]) for remark in tool.pitfalls],
        "more": plain(" ".join(filter(None, [words.for_whom, *words.notes.values(), tool.publisher]))),
        "link": tool.link or "",
        "confidence": CONFIDENCE.index(tool.confidence),
        "values": {fact.criterion.id: fact.key.split() for fact in facts_of(place, tool) if fact.criterion.id in asked},
    }


def _asked(place: Place) -> list[Criterion]:
    """The criteria that the guided choice asks about."""
    ids = {id_ for question in place.library.guide.values() for option in question.options for id_ in option.asks}
    return [criterion for criterion in place.library.criteria.values() if criterion.id in ids]


def _criterion_data(place: Place, criterion: Criterion) -> dict[str, Any]:
    """What the script needs to know of a column."""
    return {
        "id": criterion.id,
        "type": criterion.type,
        "label": plain(place.text(criterion).label),
        "options": {id_: plain(label) for id_, label in criterion_options(place, criterion)} if criterion.type != "minutes" else {},
        "covers": criterion.covers_all,
        "filter": criterion.filter and not criterion.filled_in_by_team,
        "team": criterion.filled_in_by_team,
        "shown": in_table_at_first(criterion),
        "screen": criterion.width.screen,
        "paper": criterion.width.paper,
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
