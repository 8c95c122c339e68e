"""Builds the whole site: check, render, MkDocs in both languages, finish, put in place."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from ..content.library import Library
from ..content.loading import load_cached
from ..content.models import LANGUAGES
from ..output import OutputError
from ..sheets.check_paper import refuse_faults_on_paper
from ..sheets.make import Made, make_sheets
from ..sheets.printer import NoPango
from ..sheets.specs import all_specs
from .downloads import download_files
from .errors import BuildError
from .finish import copy_sheets, pack_offline, prune, put_in_place, write_data, write_downloads
from .pages import render_pages
from .take_along import take_along, write_list
from .workspace import lay_out

WORK = ".build"
SHEETS = "sheets"
"""Where sheets are kept from one build to the next: only those that changed are printed again."""


def build_site(root: Path, out: Path | None = None, say: Callable[[str], None] = lambda _: None, *, sheets: bool = True) -> Path:
    """Build both languages into `out` (default: site/ in the project folder) and return it.

    `say` is told each step. Raises ContentError with all faults of the content, BuildError when a page does not build;
    in both cases the old site stays as it was. sheets: whether to print sheets too, which the pages then link to; it takes
    minutes the first time, and needs Pango.
    """
    out = out or root / "site"
    load_cached.cache_clear()
    library = load_cached(root)
    refuse_faults_on_paper(library)
    built = root / WORK / "site"
    if built.exists():
        shutil.rmtree(built)
    files = download_files(library)
    printed = _print_sheets(library, root / WORK / SHEETS, say) if sheets else {}
    offer = {**printed, **{name: Made(pages=0, size=len(data), key="") for name, data in files.items()}}
    write_list(root / WORK, offer)
    configs = lay_out(library, root / WORK, built, partial(render_pages, offer=take_along(library, offer)))
    for language in LANGUAGES:  # Dutch first: MkDocs empties the folder that it builds into
        say(f"Building the pages ({language})")
        build_language(configs[language])
    say("Adding open data, spreadsheets and the offline copy")
    finish(library, built)
    write_downloads(files, built)
    copy_sheets(root / WORK / SHEETS, printed, built)
    pack_offline(built)
    put_in_place(built, out)
    return out


def _print_sheets(library: Library, folder: Path, say: Callable[[str], None]) -> Mapping[str, Made]:
    def tell(done: int, total: int) -> None:
        if done == total or done % 50 == 0:
            say(f"Printed {done} of {total} sheets")

    try:
        return make_sheets(library, all_specs(library), folder, tell, alone=True)
    except (NoPango, OutputError) as error:
        raise BuildError(str(error)) from error


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
