"""The tool matrix on its page: the table with its filters, and the guided choice."""

from __future__ import annotations

from .links import Place, title_of
from .rendering import block
from .tool_facts import criterion_options, facts_of

_MATRIX_WORDS = (
    "count", "count_all", "count_unknown", "unknown_shown", "unknown_hidden", "perhaps", "none", "choose",
    "choose_label", "compare", "compare_chosen", "compare_hint", "compare_full", "compare_title", "compare_caption",
    "compare_close", "criterion",
)  # fmt: skip


def tool_guide(place: Place) -> str:
    """Which tool when? The questions of tools_matrix/guide.yml, which the matrix script answers."""
    return block("blocks/tool_guide.html.j2", place, questions=list(place.library.guide.values()))


def tool_matrix(place: Place) -> str:
    """All tools in one table, with a filter form that matrix.js sets to work."""
    criteria = [criterion for criterion in place.library.criteria.values() if not criterion.filled_in_by_team]
    tools = sorted(place.library.tools.values(), key=lambda tool: title_of(tool, place.language).casefold())
    return block(
        "blocks/tool_matrix.html.j2",
        place,
        criteria=criteria,
        columns=[criterion for criterion in criteria if criterion.in_table],
        filters=[criterion for criterion in criteria if criterion.filter and criterion.type != "text"],
        criterion_options=lambda criterion: criterion_options(place, criterion),
        rows=[{"tool": tool, "facts": facts_of(place, tool)} for tool in tools],
        words=place.strings.for_script("matrix", *_MATRIX_WORDS),
    )
