"""Where the pages of records live, and links to them that work without a server."""

from __future__ import annotations

import difflib
import posixpath
import re
from dataclasses import dataclass, field
from typing import Any

from learning_network.content.library import Library
from learning_network.wording.network import FOLDERS, own_strings
from learning_network.words.strings import Strings

from .take_along import TakeAlong

_NAMES = {
    "phase": "phases",
    "exercise": "exercises",
    "worksheet": "worksheets",
    "cards": "card_sets",
    "tool": "tools",
    "source": "sources",
    "practice": "topics",
}
"""Kind of record -> its name in the library."""


class UnknownId(ValueError):
    """A page names a record that does not exist."""


@dataclass(frozen=True)
class Place:
    """Where something is shown: for which library, in which language, on which page (e.g. 'phases/prepare.md')."""

    library: Library
    language: str
    page: str
    offer: TakeAlong = field(default_factory=TakeAlong)
    """The files that the page may link to."""

    def href(self, path: str) -> str:
        """Address of another page (a .md path with or without #anchor), relative to this one, for use in HTML."""
        page, mark, anchor = path.partition("#")
        if page == self.page and mark:
            return mark + anchor
        address = posixpath.relpath(page, posixpath.dirname(self.page) or ".")
        return re.sub(r"\.md$", ".html", address) + mark + anchor

    @property
    def strings(self) -> Strings:
        """The interface strings of this place's language, in the network's own words."""
        return own_strings(self.library, self.language)

    def text(self, record: Any) -> Any:
        """The texts of a record in this place's language."""
        return getattr(record, self.language)

    def url(self, kind: str, id_: str) -> str:
        """Address of the page of a record."""
        return self.href(page_of(kind, id_))


def page_of(kind: str, id_: str) -> str:
    """The page on which a record stands, with its anchor where it shares the page."""
    if kind == "source":
        return f"bibliography.md#source-{id_}"
    if kind == "term":
        return f"glossary.md#term-{id_}"
    return f"{FOLDERS[kind]}/{id_}.md"


def title_of(record: Any, language: str) -> str:
    """What a record is called: by its title, its name (phases and tools) or its label (topics of the practice part)."""
    text = getattr(record, language)
    return str(next(said for key in ("title", "name", "label") if (said := getattr(text, key, None))))


def find(place: Place, kind: str, id_: str) -> Any | None:
    """The record, or None when this network leaves it out.

    Raises UnknownId when there is no such record: the message names the page and close matches.
    """
    records: dict[str, Any] = getattr(place.library, _NAMES[kind])
    if id_ in records:
        return records[id_]
    if (kind, id_) in place.library.hidden_titles:
        return None
    close = difflib.get_close_matches(id_, records, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(close)}?" if close else f"known are: {', '.join(records)}"
    raise UnknownId(f'docs/{place.language}/{place.page}: there is no {kind} "{id_}"; {hint}')


def _escape_markdown(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|{}])", r"\\\1", text)


def record_link(place: Place, kind: str, id_: str) -> str:
    """A Markdown link with the title of an exercise, worksheet, card set, tool or topic; the bare title when it is left out."""
    record = find(place, kind, id_)
    if record is None:
        return _escape_markdown(place.library.hidden_titles[kind, id_][place.language])
    return f"[{_escape_markdown(title_of(record, place.language))}]({_markdown_path(place, page_of(kind, id_))})"


def source_link(place: Place, id_: str) -> str:
    """A Markdown link with the short form of a source, to its entry in the bibliography."""
    source = find(place, "source", id_)
    assert source is not None  # a network cannot leave a source out
    return f"[{_escape_markdown(source.cite_as)}]({_markdown_path(place, page_of('source', id_))})"


def _markdown_path(place: Place, path: str) -> str:
    """A path that MkDocs itself resolves and checks."""
    page, mark, anchor = path.partition("#")
    if page == place.page and mark:
        return mark + anchor
    return posixpath.relpath(page, posixpath.dirname(place.page) or ".") + mark + anchor
