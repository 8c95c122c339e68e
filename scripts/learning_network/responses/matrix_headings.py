"""What the columns and sheets of a tool matrix are called, in ids and in words of either language."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from learning_network.content.matrix_values import ValueReader, in_words
from learning_network.content.models import LANGUAGES, Criterion, Tool
from learning_network.words.reasons import Fact, Reason
from learning_network.words.strings import strings

from .matrix_model import REMARK

TOOL_ID, TOOL_NAME, IGNORED = "id", "name", ""
_ABOUT = ("summary", "publisher", "year", "link", "confidence", "checked")
OWN_SHEETS = ("tools", "explanation", "lists")
"""Sheets of our template that hold no answers."""

REPORT_SHEETS = ("overview", "differences", "listed")
"""Sheets that a merge writes, and nobody else."""


MOST_LETTERS = 50
"""Of an id that is made of a name; it is also the name of a file."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A heading or name to compare by: spaces of all kinds as one, small letters, no colon or asterisk at the end."""
    return " ".join(text.split()).rstrip(" :*").casefold()


def slug(name: str) -> str:
    """An id for a tool that the matrix does not have: lower-case words joined by hyphens.

    Two names of which nothing is left but the same letters (other alphabets, long names cut off) get different ids.
    """
    decomposed = unicodedata.normalize("NFKD", name)
    words = re.findall(r"[a-z0-9]+", decomposed.encode("ascii", "ignore").decode().casefold())
    joined = "-".join(words)
    if not words or len(joined) > MOST_LETTERS or any(letter.isalnum() and not letter.isascii() for letter in decomposed):
        joined = f"{joined[:MOST_LETTERS].strip('-')}-{zlib.crc32(plain(name).encode()):08x}".strip("-")
    return f"tool-{joined}" if joined[0].isdigit() or _NO_ID.fullmatch(joined) else joined


_NO_ID = re.compile(r"null|true|false|yes|no|on|off|y|n|con|prn|aux|nul|(?:com|lpt)\d")
"""Words that YAML takes for something else, or Windows for a device."""


class Headings:
    """Knows the criteria and tools of this project by all their names."""

    def __init__(self, criteria: Mapping[str, Criterion], tools: Mapping[str, Tool]) -> None:
        self.criteria = criteria
        self.tools = tools
        self.readers = {id_: ValueReader(criterion) for id_, criterion in criteria.items()}
        self._columns = self._column_names()
        self._facts: dict[str, set[str]] = {}
        self._tools = _short_names(tools) | {plain(name): id_ for id_, tool in tools.items() for name in (id_, tool.nl.name, tool.en.name)}
        self.own_sheets = {plain(word) for key in OWN_SHEETS for word in both(f"workbook.{key}")}
        self.reports = [{plain(strings(language)(f"merged.{key}")) for key in REPORT_SHEETS} for language in LANGUAGES]
        self.about_sheets = {plain(word) for word in both("workbook.about")}
        self.about_labels = {key: {plain(word) for word in (*both(f"workbook.{key}"), key)} for key in ("team", "date")}

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

    def nearest(self, heading: str) -> Reason:
        """What to do about a heading that is not known."""
        labels = {plain(label): label for c in self.criteria.values() for label in (c.en.label, c.nl.label)}
        said = plain(heading)
        near = get_close_matches(said, labels, n=1, cutoff=0.6) or [label for label in labels if f" {label} " in f" {said} "]
        if near:
            return Reason("did_you_mean", near=labels[near[0]])
        return Reason("name_a_criterion")

    def in_words(self, column: str, value: str) -> Fact:
        """A canonical value as people read it in each language; a remark as it stands."""
        criterion = self.criteria.get(column)
        return {language: in_words(criterion, value, language) for language in LANGUAGES} if criterion else value

    def tool(self, name: str) -> str | None:
        """The id of a tool, by id or by its name in either language."""
        return self._tools.get(plain(name)) or (made if (made := slug(name)) in self.tools else None)

    def may_be(self, name: str, tool: str) -> bool:
        """Whether people may have meant this tool by a name that is not quite its own."""
        said, known = plain(name), [plain(getattr(self.tools[tool], language).name) for language in LANGUAGES]
        return any((len(said) > 3 and said in own) or own in said or SequenceMatcher(None, said, own).ratio() >= 0.6 for own in known)

    def facts(self, tool: str) -> set[str]:
        """What our own files say of a tool in columns that hold no answers, plain."""
        if tool not in self._facts:
            record = self.tools[tool]
            sure = [strings(language)(f"tool.confidence_words.{record.confidence}").partition(":")[0] for language in LANGUAGES]
            said = [record.nl.summary, record.en.summary, record.publisher, record.year, record.link, record.checked.isoformat(), *sure]
            self._facts[tool] = {plain(text) for text in said if text}
        return self._facts[tool]

    def nearest_tool(self, name: str) -> str | None:
        """The name of a tool that this one may be a slip of the pen for."""
        near = get_close_matches(plain(name), self._tools, n=1, cutoff=0.86)
        return self.tools[self._tools[near[0]]].nl.name if near else None


def _short_names(tools: Mapping[str, Tool]) -> dict[str, str]:
    """What people call a tool for short: its name without what stands in brackets, or an abbreviation there; never one of two tools."""
    owners: dict[str, set[str]] = {}
    for id_, tool in tools.items():
        for name in (tool.nl.name, tool.en.name):
            if match := re.fullmatch(r"(.+?) \((.+)\)", name):
                shorts = [match[1], *([match[2]] if match[2].isupper() else [])]
                for short in shorts:
                    owners.setdefault(plain(short), set()).add(id_)
    return {short: next(iter(ids)) for short, ids in owners.items() if len(ids) == 1}


def both(key: str) -> Iterable[str]:
    return [strings(language)(key) for language in LANGUAGES]
