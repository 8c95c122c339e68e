"""MkDocs hooks: one stylesheet and one script, the texts of the tools for the matrix, glossary tooltips, and a search index in which words do not stick together."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from learning_network.content.loading import load_cached
from learning_network.site.browser_summary import rules_scripts
from learning_network.site.bundles import bundle_assets
from learning_network.site.links import Place
from learning_network.site.matrix import TEXTS, tool_texts
from learning_network.site.terms import Explainer, Tooltip

_SPACE = "\n<!--space-->"
_BLOCK = re.compile(
    r"</?(?:article|aside|br|button|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|label|"
    r"legend|li|ol|option|p|section|summary|table|t[dhr]|text|ul)\b[^>]*>|</span>(?=<)"
)


def on_files(files: Any, *, config: Any) -> Any:
    bundle_assets(files, config)
    extra = config["extra"]
    texts = tool_texts(Place(load_cached(Path(extra["project_root"])), extra["language"], TEXTS))
    files.append(File.generated(config, TEXTS, content=texts))
    for path, rules in rules_scripts().items():
        files.append(File.generated(config, path, content=rules))
    return files


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """Template tags on a line of their own leave no empty lines in the pages, and a page can allow a script by its hash."""
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["sha256"] = lambda text: b64encode(sha256(str(text).encode()).digest()).decode()
    return env


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """Explain terms where they first occur, and give the search plugin a space between blocks.

    That plugin drops most tags: "<dt>Soort</dt><dd>vaardigheid" would be indexed as one word, "Soortvaardigheid". The
    spaces are taken out again before the page is written.
    """
    if page.file.src_uri != "glossary.md":
        extra = config["extra"]
        glossary = "../" * page.file.src_uri.count("/") + "glossary.html"
        html = _explainer(extra["project_root"], extra["language"]).explain(html, glossary)
    return _BLOCK.sub(lambda tag: _SPACE + tag[0] + _SPACE, html)


def on_post_page(output: str, *, page: Any, config: Any) -> str:
    return output.replace(_SPACE, "")


@lru_cache(maxsize=4)
def _explainer(root: str, language: str) -> Explainer:
    terms = [term for term in load_cached(Path(root)).terms.values() if term.tooltip]
    texts = [(term.id, getattr(term, language)) for term in terms]
    return Explainer([Tooltip(id_, (text.term, *text.forms), text.definition.replace("*", "")) for id_, text in texts])
