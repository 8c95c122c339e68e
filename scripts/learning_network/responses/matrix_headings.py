"""What the columns and sheets of a tool matrix are called, in ids and in words of either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from learning_network.content.findings import did_you_mean
from learning_network.content.matrix_values import ValueReader
from learning_network.content.models import LANGUAGES, Criterion, Tool
from learning_network.words.strings import strings

from .matrix_model import REMARK

TOOL_ID, TOOL_NAME, IGNORED = "id", "name", ""
_ABOUT = ("summary", "publisher", "year", "link", "confidence", "checked")
OWN_SHEETS = ("tools", "explanation", "lists")
"""Sheets of our template that hold no answers."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A heading or name to compare by: spaces of all kinds as one, small letters, no colon or asterisk at the end."""
    return " ".join(text.split()).rstrip(" :*").casefold()


def slug(name: str) -> str:
    """An id for a tool that the matrix does not have: lower-case words joined by hyphens."""
    ascii_ = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_.casefold())
    joined = "-".join(words) or "tool"
    return joined if joined[0].isalpha() else f"tool-{joined}"


class Headings:
    """Knows the criteria and tools of this project by all their names."""

    def __init__(self, criteria: Mapping[str, Criterion], tools: Mapping[str, Tool]) -> None:
        self.criteria = criteria
        self.tools = tools
        self.readers = {id_: ValueReader(criterion) for id_, criterion in criteria.items()}
        self._columns = self._column_names()
        self._tools = {plain(name): id_ for id_, tool in tools.items() for name in (id_, tool.nl.name, tool.en.name)}
        self.own_sheets = {plain(word) for key in OWN_SHEETS for word in both(f"workbook.{key}")}
        self.about_sheets = {plain(word) for word in both("workbook.about")}
        self.team_labels = {plain(word) for word in (*both("workbook.team"), "team")}
        self.date_labels = {plain(word) for word in (*both("workbook.date"), "datum", "date")}

    def _column_names(self) -> dict[str, str]:
        names = {TOOL_ID: TOOL_ID, TOOL_NAME: TOOL_NAME, "naam": TOOL_NAME, "tool": TOOL_NAME, REMARK: REMARK}
        names |= {plain(word): TOOL_NAME for word in both("workbook.tool")}
        names |= {plain(word): REMARK for word in both("workbook.remark")}
        names |= {plain(word): IGNORED for key in _ABOUT for word in both(f"workbook.{key}")}
        names |= {f"about-{i}": IGNORED for i in range(1, len(_ABOUT) + 1)}
        for id_, criterion in self.criteria.items():
            for language in LANGUAGES:
                label = getattr(criterion, language).label
                names[plain(label)] = id_
                names[plain(strings(language)("workbook.remark_about", label=label))] = f"{REMARK}:{id_}"
            names[id_] = id_
            names[f"{REMARK}:{id_}"] = f"{REMARK}:{id_}"
        return names

    def column(self, heading: str) -> str | None:
        """What a column holds: TOOL_ID, TOOL_NAME, a criterion, a remark, IGNORED; None for a heading that is not known."""
        return self._columns.get(plain(heading))

    def nearest(self, heading: str) -> str:
        labels = [criterion.nl.label for criterion in self.criteria.values()] + [c.en.label for c in self.criteria.values()]
        return did_you_mean(heading, dict.fromkeys(labels))

    def tool(self, name: str) -> str | None:
        """The id of a tool, by id or by its name in either language."""
        return self._tools.get(plain(name)) or (made if (made := slug(name)) in self.tools else None)

    def nearest_tool(self, name: str) -> str | None:
        """The name of a tool that this one may be a slip of the pen for."""
        from difflib import get_close_matches

        near = get_close_matches(plain(name), self._tools, n=1, cutoff=0.86)
        return self.tools[self._tools[near[0]]].nl.name if near else None


def both(key: str) -> Iterable[str]:
    return [strings(language)(key) for language in LANGUAGES]
