"""MkDocs hook: glossary tooltips in the text of every page but the glossary itself."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from learning_network.content.library import load_cached
from learning_network.site.terms import Explainer, Tooltip


@lru_cache(maxsize=4)
def _explainer(root: str, language: str) -> Explainer:
    terms = [term for term in load_cached(Path(root)).terms.values() if term.tooltip]
    texts = [(term.id, getattr(term, language)) for term in terms]
    return Explainer([Tooltip(id_, (text.term, *text.forms), text.definition.replace("*", "")) for id_, text in texts])


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """Called by MkDocs with the HTML of each page's text."""
    if page.file.src_uri == "glossary.md" or page.meta.get("terms") is False:
        return html
    extra = config["extra"]
    glossary = "../" * page.file.src_uri.count("/") + "glossary.html"
    return _explainer(extra["project_root"], extra["language"]).explain(html, glossary)
