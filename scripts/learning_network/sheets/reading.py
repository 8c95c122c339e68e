"""Prose pages on paper: Markdown to HTML, with the blocks that pages call as they read in a book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import markdown
from markupsafe import Markup

from learning_network.content.library import Library
from learning_network.content.prose import LINKS, Page
from learning_network.words.strings import Strings

from .paper import environment, mark
from .scenes import five_steps, phase_path
from .specs import Size

EXTENSIONS = ("attr_list", "md_in_html", "tables", "def_list", "footnotes", "toc")
"""What our pages write in, as in mkdocs.base.yml."""

SIGNS = ("take_home", "ready_when", "go_back_when")
"""Calls that are a list of the phase's own."""

_NAMES = {"exercise": "exercises", "worksheet": "worksheets", "cards": "card_sets", "tool": "tools", "practice": "topics"}
"""Kind of record that a page links to -> its name in the library."""

_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_ID = re.compile(r'(<h[1-6][^>]*? id=")([^"]+)"')


@dataclass(frozen=True)
class Read:
    """A page as it stands in a book: its HTML without the title, and its headings (text, anchor)."""

    html: Markup
    headings: list[tuple[str, str]]


@dataclass(frozen=True)
class Reader:
    """Reads pages for one book. anchors: what the book holds, by name (exercise-swot, page-start, source-roadmap ...)."""

    library: Library
    language: str
    t: Strings
    size: Size = "ordinary"
    anchors: frozenset[str] = field(default_factory=frozenset)

    def read(self, page: Page) -> Read:
        """The page on paper. Links lead to the place in the book, with its page number, or are left as words."""
        body = re.sub(r"^# .*$", "", page.with_calls(self.call), count=1, flags=re.MULTILINE)
        maker = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": {"toc_depth": "2-3"}})
        html = maker.convert(body)
        name = page_anchor(page.path)
        html = _ID.sub(lambda m: f'{m[1]}{name}-{m[2]}"', html)
        html = _LINK.sub(lambda m: self._link(page.path, m[1], m[2], m[3]), html)
        tokens = maker.toc_tokens  # type: ignore[attr-defined]
        return Read(Markup(html), [(token["name"], f"{name}-{token['id']}") for token in tokens if token["level"] == 2])

    def call(self, name: str, id_: str) -> str:
        """What a page's call becomes on paper, e.g. the title of an exercise, or a drawing; empty for what only works on screen."""
        if name == "phase":
            return self._phase(id_)
        if name == "source":
            return self.link(f"source-{id_}", self.library.sources[id_].cite_as, page=False)
        if name in LINKS:
            return self._record(name, id_)
        if name in SIGNS:
            return self._signs(name, id_)
        if name == "worksheet_cards":
            return self._list("worksheet", self.library.worksheets.values(), id_)
        if name == "exercise_cards":
            return self._list("exercise", self.library.exercises.values(), id_)
        if name == "phase_path":
            return _one_line(phase_path(self.library, self.language, self.t, self.size))
        if name == "five_steps":
            return _one_line(five_steps(self.t, self.size))
        return self._block("safety", t=self.t) if name == "safety_note" else ""

    def link(self, anchor: str, words: str, page: bool = True) -> str:
        """Words that lead to a place in this book, with its page number when asked; only words when it is not there."""
        if anchor not in self.anchors:
            return f"<em>{Markup.escape(words)}</em>" if page else str(Markup.escape(words))
        return f'<a class="{"to" if page else "quiet"}" {to(anchor)}>{Markup.escape(words)}</a>'

    def _record(self, kind: str, id_: str) -> str:
        record = getattr(self.library, _NAMES[kind]).get(id_)
        if record is None:
            return str(Markup.escape(self.library.hidden_titles[kind, id_][self.language]))
        words = getattr(record, self.language)
        title = next(said for key in ("title", "name", "label") if (said := getattr(words, key, None)))
        return self.link(f"{kind}-{id_}", title)

    def _phase(self, id_: str) -> str:
        phase = self.library.phases.get(id_)
        if phase is None:
            return str(Markup.escape(self.library.hidden_titles["phase", id_][self.language]))
        said = f"{self.t('phase.number', number=phase.number)}: {getattr(phase, self.language).name}"
        return f'<span class="phase-mark">{mark(self.library, phase)}</span> {self.link(page_anchor(f"phases/{id_}.md"), said, page=False)}'

    def _signs(self, part: str, id_: str) -> str:
        phase = self.library.phases.get(id_)
        if phase is None:
            return ""
        items = getattr(getattr(phase, self.language), part)
        return self._block("signs", part=part, items=items, suggested=part in phase.suggested, t=self.t)

    def _list(self, kind: str, records: Iterable[Any], phase: str) -> str:
        """The records that fit in this phase, first those that have their home there."""
        fitting = sorted((r for r in records if phase in r.phases), key=lambda r: r.phases[0] != phase)
        items = [(Markup(self._record(kind, record.id)), record.minutes) for record in fitting]
        return self._block("records", items=items, t=self.t)

    def _block(self, template: str, **values: Any) -> str:
        return _one_line(environment().get_template(f"reading-{template}.html.j2").render(**values))

    def _link(self, path: str, href: str, attributes: str, words: str) -> str:
        if re.match(r"[a-z]+:", href):
            return f'<a href="{href}"{attributes}>{words}</a>'
        if 'class="' in attributes:  # one of ours, made above
            return f'<a href="{href}"{attributes}>{words}</a>'
        target, _, anchor = href.partition("#")
        page = page_anchor(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path)
        if page not in self.anchors:
            return words
        return f'<a class="to" {to(f"{page}-{anchor}" if anchor else page)}>{words}</a>'


def to(anchor: str) -> Markup:
    """What makes a link lead to a place in a book and say its page (styles/book.css)."""
    return Markup('href="#{0}" style="--at: \'#{0}\'"').format(anchor)


def page_anchor(path: str) -> str:
    """The name of a page in a book, e.g. page-phases-prepare."""
    return "page-" + re.sub(r"\.md$", "", path).replace("/", "-")


def _one_line(html: str) -> str:
    """HTML that Markdown leaves alone: no line breaks that would end it."""
    return re.sub(r"\s*\n\s*", " ", html).strip()
