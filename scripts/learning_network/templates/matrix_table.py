"""The tool matrix as a table of words in one language: what spreadsheets and CSV files are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from learning_network.content.findings import did_you_mean
from learning_network.content.library import Library
from learning_network.content.matrix_values import in_words, recorded
from learning_network.content.models import Criterion, Tool
from learning_network.words.strings import Strings, strings


class NoSuchChoice(ValueError):
    """A filter or a tool that the matrix does not have; the message says what there is."""


@dataclass(frozen=True)
class MatrixTable:
    """The matrix in one language: a row a tool (in the order given), a column a criterion."""

    language: str
    criteria: tuple[Criterion, ...]
    tools: tuple[Tool, ...]

    @property
    def words(self) -> Strings:
        return strings(self.language)

    def label(self, criterion: Criterion) -> str:
        return str(getattr(criterion, self.language).label)

    def name(self, tool: Tool) -> str:
        return str(getattr(tool, self.language).name)

    def summary(self, tool: Tool) -> str:
        return str(getattr(tool, self.language).summary)

    def cell(self, tool: Tool, criterion: Criterion) -> str:
        """What the matrix says, in words; empty where teams fill in for themselves."""
        if criterion.filled_in_by_team:
            return ""
        if criterion.type == "text":
            return str(getattr(tool, self.language).notes.get(criterion.id, ""))
        return in_words(criterion, recorded(criterion, tool.values[criterion.id]), self.language)

    def about(self, tool: Tool) -> dict[str, str]:
        """What else is known of a tool: label -> words."""
        t = self.words
        return {
            t("workbook.summary"): self.summary(tool),
            t("workbook.publisher"): tool.publisher or "",
            t("workbook.year"): tool.year or "",
            t("workbook.link"): tool.link or "",
            t("workbook.confidence"): t(f"tool.confidence_words.{tool.confidence}").partition(":")[0],
            t("workbook.checked"): tool.checked.isoformat(),
        }


def matrix_table(library: Library, language: str, tools: Sequence[str] = (), where: Sequence[str] = ()) -> MatrixTable:
    """The matrix, or the part of it that was asked for.

    tools: ids, none for all. where: filters such as 'cost=free'; a tool stays when it fits all of them (what is not
    known does not fit). Raises NoSuchChoice for an id, criterion or option that is not there.
    """
    for id_ in tools:
        if id_ not in library.tools:
            raise NoSuchChoice(f"there is no tool '{id_}': {did_you_mean(id_, library.tools)}")
    chosen = [library.tools[id_] for id_ in tools] or list(library.tools.values())
    for criterion, option in [_filter(library, condition) for condition in where]:
        chosen = [tool for tool in chosen if fits(criterion, tool.values.get(criterion.id), option)]
    chosen.sort(key=lambda tool: str(getattr(tool, language).name).casefold())
    return MatrixTable(language, tuple(library.criteria.values()), tuple(chosen))


def fits(criterion: Criterion, value: object, option: str) -> bool:
    """Whether a tool with this value has the option, also by the option that covers all others."""
    values = value if isinstance(value, list) else [value]
    return option in values or (criterion.covers_all is not None and criterion.covers_all in values)


def _filter(library: Library, condition: str) -> tuple[Criterion, str]:
    id_, sign, option = condition.partition("=")
    choosable = {c.id: c for c in library.criteria.values() if c.type in ("one-of", "some-of", "yes-no") and not c.filled_in_by_team}
    if not sign:
        raise NoSuchChoice(f"'{condition}' is no filter: write it like cost=free")
    if id_ not in choosable:
        raise NoSuchChoice(f"the matrix cannot be filtered by '{id_}': {did_you_mean(id_, choosable)}")
    options = choosable[id_].options or ["yes", "no"]
    if option not in options:
        raise NoSuchChoice(f"'{option}' is no option of '{id_}': {did_you_mean(option, options)}")
    return choosable[id_], option
