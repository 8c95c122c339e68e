"""Binds the blocks to MkDocs pages (mkdocs-macros calls define_env once per build)."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import Any

from learning_network.content.loading import load_cached

from .blocks import BLOCKS
from .links import Place
from .take_along import read_list, take_along


def define_env(env: Any) -> None:
    """Make every block a macro: {{ exercise("picture-cards") }} calls blocks.exercise(place, "picture-cards").

    env: the mkdocs-macros environment; `extra` in its configuration names the project_root and the language.
    """
    extra = env.conf["extra"]
    library = load_cached(Path(extra["project_root"]))
    offer = take_along(library, read_list(Path(env.conf["config_file_path"]).parent))

    def bind(function: Any) -> Any:
        @wraps(function)
        def macro(*arguments: str) -> str:
            place = Place(library, extra["language"], env.page.file.src_uri, offer)
            return str(function(place, *arguments))

        return macro

    for function in BLOCKS:
        env.macro(bind(function))


def on_pre_page_macros(env: Any) -> None:
    """Keep front matter out of the macros' names (mkdocs-macros calls this before each page).

    mkdocs-macros makes every key of the front matter a variable, and `phase: prepare` would stand in the way of
    {{ phase("prepare") }}. It works on a copy of the page, so the theme still sees all of the front matter.
    """
    page = env.variables["page"]
    page.meta = {key: value for key, value in page.meta.items() if key == "render_macros"}
