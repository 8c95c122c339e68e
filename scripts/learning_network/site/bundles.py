"""One stylesheet and one script for the whole site: a page may ask for twelve files at most, and people work on small ones."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.structure.files import File, Files

CSS = "assets/css/site.css"
JS = "assets/js/site.js"
THEMES_OWN = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
"""What Material would put beside its own frame: bundle, styles, search languages, source maps. Our frame uses none of it."""


def bundle_assets(files: Files, config: Any) -> None:
    """Put one stylesheet and one script in place of their parts, and leave out what Material brings for itself.

    The bundles stand beside their parts, so that the relative addresses inside (fonts) stay right.
    """
    for file in [file for file in files if file.src_uri.startswith(THEMES_OWN)]:
        files.remove(file)
    for picture in ("logo", "favicon"):  # no picture drawn: the name alone, not a broken picture
        if config["theme"][picture] and files.get_file_from_path(config["theme"][picture]) is None:
            config["theme"][picture] = None
    styles = _taken_out(files, [str(part) for part in config["extra_css"]])
    scripts = _taken_out(files, [str(part) for part in config["extra_javascript"]])
    files.append(File.generated(config, CSS, content=plain_css(styles)))
    files.append(File.generated(config, JS, content=scripts))
    config["extra_css"], config["extra_javascript"] = [CSS], [JS]


def _taken_out(files: Files, parts: list[str]) -> str:
    """The texts of the parts, one after the other; the parts themselves no longer go to the site."""
    text = ""
    for path in parts:
        part = files.get_file_from_path(path)
        if part is None:
            raise FileNotFoundError(f"mkdocs.base.yml names {path}, which is not in docs/assets")
        text += part.content_string + "\n"
        files.remove(part)
    return text


def plain_css(text: str) -> str:
    """Without comments (40 % of the stylesheet), indents and blank lines; no rule is rewritten."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"
