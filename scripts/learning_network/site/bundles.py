"""One stylesheet and one script for the whole site, and one script a widget: a page may ask for twelve files at most, and
people work on small ones."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.structure.files import File, Files

CSS = "assets/css/site.css"
JS = "assets/js/site.js"
WIDGETS = {
    "matrix": ("shared", "matrix"),
    "worksheet": ("shared", "device", "worksheet"),
    "team-matrix": ("shared", "device", "team-matrix"),
    "planner": ("shared", "device", "planner"),
    "on-this-device": ("shared", "device", "on-this-device"),
    "screen": ("shared", "screen"),
    "summary": ("shared", "summary"),
}
"""Script of a widget -> the folders of its parts, in docs/assets/js/. In each folder start.js comes last."""

_JS_FOLDER = "assets/js/"
_WIDGETS_OWN = (".md", ".html")
"""Notes and example page of a widget: they stand beside its script, and are not part of the site."""

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
    for name, content in widget_scripts(files).items():
        files.append(File.generated(config, script_of(name), content=content))


def script_of(widget: str) -> str:
    """Where the script of a widget stands in the site."""
    return f"{_JS_FOLDER}{widget}.js"


def widget_scripts(files: Files) -> dict[str, str]:
    """Widget -> its script; the parts, notes and example pages are taken out of the files."""
    parts: dict[str, dict[str, str]] = {}
    for file in [file for file in files if file.src_uri.startswith(_JS_FOLDER) and file.src_uri.count("/") > _JS_FOLDER.count("/")]:
        folder, _, name = file.src_uri.removeprefix(_JS_FOLDER).partition("/")
        if not name.endswith(_WIDGETS_OWN):
            parts.setdefault(folder, {})[name] = file.content_string
        files.remove(file)
    return {
        widget: one_scope("\n".join(text for folder in folders for text in _in_order(parts.get(folder, {}))))
        for widget, folders in WIDGETS.items()
    }


def _in_order(parts: dict[str, str]) -> list[str]:
    return [parts[name] for name in sorted(parts, key=lambda name: (name == "start.js", name))]


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
