"""One stylesheet and one script for the whole site, one script for the tool matrix: a page may ask for twelve files at most,
and people work on small ones."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.structure.files import File, Files

CSS = "assets/css/site.css"
JS = "assets/js/site.js"
MATRIX_JS, MATRIX_PARTS = "assets/js/matrix.js", "assets/js/matrix/"
"""The script of the tool matrix, and the folder with its parts; start.js comes last."""

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
    parts = sorted((f.src_uri for f in files if f.src_uri.startswith(MATRIX_PARTS)), key=lambda path: (path.endswith("/start.js"), path))
    files.append(File.generated(config, MATRIX_JS, content=one_scope(_taken_out(files, parts))))


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


def one_scope(scripts: str) -> str:
    """Parts of one script that call each other by name, closed to the rest of the page; without the lines that are comment."""
    code = re.sub(r"^ */\*\*?(?s:.*?)\*/\n", "", scripts, flags=re.MULTILINE)
    code = re.sub(r"^ *//.*\n|^\n", "", code, flags=re.MULTILINE)
    return f'(function () {{\n"use strict";\n{code}}})();\n'


def plain_css(text: str) -> str:
    """Without comments (40 % of the stylesheet), indents and blank lines; no rule is rewritten."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"
