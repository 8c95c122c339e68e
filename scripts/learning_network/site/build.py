"""Builds the whole site: check, render, MkDocs in both languages, finish, put in place."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from ..content.library import Library
from ..content.loading import load_cached
from ..content.models import LANGUAGES
from .errors import BuildError
from .finish import pack_offline, prune, put_in_place, write_data, write_downloads
from .pages import render_pages
from .workspace import lay_out

WORK = ".build"


def build_site(root: Path, out: Path | None = None, say: Callable[[str], None] = lambda _: None) -> Path:
    """Build both languages into `out` (default: site/ in the project folder) and return it.

    `say` is told each step. Raises ContentError with all faults of the content, BuildError when a page does not build;
    in both cases the old site stays as it was.
    """
    out = out or root / "site"
    load_cached.cache_clear()
    library = load_cached(root)
    built = root / WORK / "site"
    if built.exists():
        shutil.rmtree(built)
    configs = lay_out(library, root / WORK, built, render_pages)
    for language in LANGUAGES:  # Dutch first: MkDocs empties the folder that it builds into
        say(f"Building the pages ({language})")
        build_language(configs[language])
    say("Adding open data, spreadsheets and the offline copy")
    finish(library, built)
    put_in_place(built, out)
    return out


def build_language(config_file: Path) -> None:
    """Build one language with MkDocs, strictly. Its warnings go to the error stream. Raises BuildError."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice about its own future, at every build
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    speaker = logging.StreamHandler()
    speaker.setFormatter(logging.Formatter("%(message)s"))
    log.addHandler(speaker)
    try:
        config = load_config(str(config_file))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (Abort, MkDocsException, SystemExit) as error:  # the macros plugin leaves by exit when a macro fails
        raise BuildError("The pages were not built: see the messages above.") from error
    finally:
        log.removeHandler(speaker)


def finish(library: Library, site: Path) -> None:
    prune(site)
    write_data(library, site)
    write_downloads(library, site)
    pack_offline(site)
