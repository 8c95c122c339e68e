"""The tool matrix as people meet it, and what the records say that it should show."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from hands import ids_of
from playwright.sync_api import Locator, Page

from learning_network.content.library import Library
from learning_network.content.models import UNKNOWN, Criterion, Tool
from learning_network.content.models.tool import MinutesRange
from learning_network.words.strings import Strings, strings

PATH = {"nl": "tools/index.html", "en": "en/tools/index.html"}


class Matrix:
    """The matrix as people meet it: labels, buttons, rows."""

    def __init__(self, page: Page, library: Library, language: str = "nl") -> None:
        self.page, self.library, self.language = page, library, language
        self.t: Strings = strings(language)
        self.form = page.get_by_role("form", name=self.t("matrix.legend"))
        self.table = page.locator("main table").filter(has=page.locator("caption", has_text=self.t("matrix.caption")))

    def words(self, record: Any) -> Any:
        return getattr(record, self.language)

    def filter(self, criterion: str) -> Locator:
        return self.form.get_by_label(self.words(self.library.criteria[criterion]).label, exact=True)

    def rows(self) -> Locator:
        return self.table.locator("tbody tr:visible")

    def shown(self) -> list[str]:
        return ids_of(self.rows().locator("th").get_by_role("link"))

    def row(self, tool: str) -> Locator:
        return self.table.locator("tbody tr").filter(
            has=self.page.get_by_role("link", name=self.words(self.library.tools[tool]).name, exact=True)
        )

    def pick(self, tool: str) -> Locator:
        name = self.words(self.library.tools[tool]).name
        return self.page.get_by_role("checkbox", name=self.t("matrix.choose_label", name=name), exact=True)

    def search(self) -> Locator:
        return self.form.get_by_label(self.t("matrix.text"), exact=True)

    def said(self) -> Locator:
        return self.form.get_by_role("status")

    def bar(self) -> Locator:
        """The bar that counts what is picked: it speaks too, outside the form."""
        return self.page.locator("main [role=status]").filter(visible=True).last

    def head(self, criterion: str) -> Locator:
        return self.table.get_by_role("columnheader", name=self.words(self.library.criteria[criterion]).label, exact=True)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def answer(tool: Tool, criterion: Criterion, wanted: str) -> bool | None:
    """Does a tool fit a choice in a filter? None: nobody knows."""
    value = tool.values[criterion.id]
    if value == UNKNOWN:
        return None
    if isinstance(value, MinutesRange):
        return value.min <= int(wanted)
    values = value if isinstance(value, list) else [str(value)]
    return wanted in values or criterion.covers_all in values


def split(library: Library, **wanted: str) -> tuple[list[str], list[str]]:
    """Ids of the tools that fit all choices, and of those that may fit."""
    fit, perhaps = [], []
    for tool in library.tools.values():
        answers = [answer(tool, library.criteria[name.replace("_", "-")], choice) for name, choice in wanted.items()]
        if False not in answers:
            (perhaps if None in answers else fit).append(tool.id)
    return fit, perhaps


def rank(tool: Tool, criterion: Criterion) -> int | None:
    """What a column sorts by, from the record: the place of the first option, or the fewest minutes; None: unknown."""
    value = tool.values[criterion.id]
    if value == UNKNOWN:
        return None
    if isinstance(value, MinutesRange):
        return value.min
    return min(map(criterion.options.index, value if isinstance(value, list) else [str(value)]))


def known(library: Library) -> list[Criterion]:
    """The criteria that tools have a value for."""
    return [criterion for criterion in library.criteria.values() if not criterion.filled_in_by_team]


def usual(library: Library) -> list[str]:
    """The columns of the table until someone chooses others."""
    return [criterion.id for criterion in known(library) if criterion.in_table]
