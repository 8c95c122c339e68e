"""Makes sheets into a folder, and only those that changed since the last time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from learning_network.content.library import Library
from learning_network.output import write_file

from .finishing import no_collecting, print_sheet
from .fit import TIGHT_STYLES
from .looks import twin_of
from .markup import sheet_html
from .printer import STYLES, Printer
from .specs import Spec

INDEX = "index.json"
PRINTING = ("printer", "page", "style_memory", "finishing", "looks", "fit", "worksheet_fit", "forms", "form_fields")
"""The modules that decide how a page becomes a PDF; when one of them changes, all sheets are made anew."""


@dataclass(frozen=True)
class Made:
    """A sheet that stands in the folder: its pages, its bytes, and what it was made from (a fingerprint)."""

    pages: int
    size: int
    key: str


def make_sheets(
    library: Library,
    specs: Iterable[Spec],
    folder: Path,
    say: Callable[[int, int], None] = lambda done, total: None,
    *,
    alone: bool = False,
) -> dict[str, Made]:
    """Make these sheets in a folder, and return them in the order of specs: file name -> what stands there.

    alone: whether sheets that an earlier run made, and that nobody asks for now, go. Files of other people always stay.
    say: told how many are done, of how many that had to be made. Raises NoPango, OutsideFile, OSError; the sheets that were
    whole by then stay, so that the next run goes on from there.
    """
    before = read_index(folder)
    asked = {spec.name: spec for spec in specs}
    pages = {name: sheet_html(library, spec) for name, spec in asked.items()}
    wanted = {name: (spec, pages[name], _twin(library, spec, pages)) for name, spec in asked.items()}
    keys = {name: fingerprint(library, spec, html, twin) for name, (spec, html, twin) in wanted.items()}
    stale = [name for name in wanted if not _stands(folder, name, before.get(name), keys[name])]
    made = {name: entry for name, entry in before.items() if name not in stale}
    printer = Printer(library.root)
    try:
        with no_collecting():
            for done, name in enumerate(stale, start=1):
                printed = print_sheet(printer, library, *wanted[name])
                write_file(folder / name, printed.data)
                made[name] = Made(printed.pages, len(printed.data), keys[name])
                say(done, len(stale))
        if alone:
            for name in [name for name in made if name not in wanted]:
                (folder / name).unlink(missing_ok=True)
                del made[name]
    finally:
        _write_index(folder, made)
    return {name: made[name] for name in wanted}


def _twin(library: Library, spec: Spec, pages: dict[str, str]) -> str | None:
    """The HTML of a sheet's twin, which is among the pages as a rule (file name -> HTML)."""
    twin = twin_of(spec)
    return (pages.get(twin.name) or sheet_html(library, twin)) if twin else None


def read_index(folder: Path) -> dict[str, Made]:
    """What an earlier run made; empty when nobody knows."""
    try:
        data = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        return {name: Made(**entry) for name, entry in data.items()}
    except (OSError, ValueError, TypeError):
        return {}


def _write_index(folder: Path, made: dict[str, Made]) -> None:
    data = {name: {"pages": m.pages, "size": m.size, "key": m.key} for name, m in sorted(made.items())}
    write_file(folder / INDEX, (json.dumps(data, indent=1) + "\n").encode())


def _stands(folder: Path, name: str, made: Made | None, key: str) -> bool:
    path = folder / name
    return made is not None and made.key == key and path.is_file() and path.stat().st_size == made.size


def fingerprint(library: Library, spec: Spec, html: str, twin: str | None) -> str:
    """What a sheet is made from: its HTML and that of its twin, its styles, the fonts, the logo and the program that prints it."""
    return hashlib.sha256(
        "\0".join([html, twin or "", _surroundings(library.root, library.network.logo, spec.styles)]).encode()
    ).hexdigest()


@cache
def _surroundings(root: Path, logo: str | None, styles: tuple[str, ...]) -> str:
    parts = [version("weasyprint")]
    parts += [(STYLES / f"{name}.css").read_text(encoding="utf-8") for name in (*styles, *TIGHT_STYLES)]
    files = [root / "docs" / "assets" / "css" / "tokens.css", *sorted((root / "docs" / "assets" / "fonts").glob("*.woff2"))]
    files += [root / logo] if logo else []
    parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    parts += [hashlib.sha256((Path(__file__).parent / f"{name}.py").read_bytes()).hexdigest() for name in PRINTING]
    return "\0".join(parts)
