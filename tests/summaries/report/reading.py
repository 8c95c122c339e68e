"""Shared by the tests of reports: summaries by name, and what stands in a page."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import made_up

from learning_network.summaries.report import report_files
from learning_network.summaries.report.contents import contents
from learning_network.summaries.report.voice import Voice
from learning_network.summaries.summary import Summary

SUMMARIES = {
    "swot-nl": made_up.swot("nl"),
    "swot-en": made_up.swot("en"),
    "grrow-nl": made_up.grrow("nl"),
    "grrow-en": made_up.grrow("en"),
    "empty-swot": made_up.nothing(made_up.swot("nl")),
    "empty-grrow": made_up.nothing(made_up.grrow("en")),
}


class Page(HTMLParser):
    """Tags in order, and the text outside style and charts, with that of pictures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.hidden: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("style", "svg", "title") and not self.hidden:
            self.hidden.append(tag)
        if tag == "img":
            self.text.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden and self.hidden[-1] == tag:
            self.hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data)


def page(summary: Summary, **options: int) -> Page:
    return Page(report_files(summary, **options)["report.html"].decode())


def words(summary: Summary, **options: int) -> str:
    return " ".join(" ".join(page(summary, **options).text).split())


def markdown_of(summary: Summary) -> str:
    return report_files(summary)["report.md"].decode()


def chapters(summary: Summary) -> list[str]:
    return [chapter.id for chapter in contents(Voice(summary, 1000)).chapters]


def leaves(found: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, dict):
        for key, part in found.items():
            yield from leaves(part, f"{path}.{key}")
    elif isinstance(found, list):
        for number, part in enumerate(found):
            yield from leaves(part, f"{path}.{number}")
    else:
        yield path, str(found)


def strings_in(value: Any) -> Iterator[str | int]:
    """All texts and whole numbers of an object."""
    if isinstance(value, str | int):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from strings_in(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from strings_in(part)
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            yield from strings_in(getattr(value, part.name))
