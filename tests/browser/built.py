"""Reads built pages without a browser: ids, links, texts. Parsed once per process."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class BuiltPage:
    """What stands in one HTML file."""

    path: str
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)  # tag, attribute, address
    attributes: dict[str, dict[str, str | None]] = field(default_factory=dict)  # first of each tag
    metas: dict[str, str] = field(default_factory=dict)
    alternates: dict[str, str] = field(default_factory=dict)  # hreflang -> address
    text: str = ""
    structured: list[str] = field(default_factory=list)  # JSON-LD


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page
        self.parts: list[str] = []
        self._inside: list[str] = []
        self._json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.page.attributes.setdefault(tag, values)
        if values.get("id"):
            self.page.ids.append(str(values["id"]))
        for name in ("href", "src", "action", "poster", "xlink:href"):
            if values.get(name) is not None:
                self.page.links.append((tag, name, str(values[name])))
        if tag == "meta" and values.get("name"):
            self.page.metas[str(values["name"])] = values.get("content") or ""
        if values.get("hreflang") and values.get("href"):
            self.page.alternates[str(values["hreflang"])] = str(values["href"])
        if tag in ("script", "style"):
            self._inside.append(tag)
            self._json = values.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()
            self._json = False

    def handle_data(self, data: str) -> None:
        if self._json:
            self.page.structured.append(data)
        elif not self._inside:
            self.parts.append(data)


@lru_cache(maxsize=1024)
def built_page(site: Path, path: str) -> BuiltPage:
    page = BuiltPage(path)
    reader = _Reader(page)
    reader.feed((site / path).read_text(encoding="utf-8"))
    page.text = " ".join(" ".join(reader.parts).split())
    return page
