"""Turns HTML into PDF with WeasyPrint. Fonts and styles are read once and shared by all sheets."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from learning_network.faults import Fault
from learning_network.wording.network import site_colours

from .page import page_class
from .style_memory import StyleMemory

PACKING = 6
"""How hard pages and fonts are packed, from 1 to 9."""

STYLES = Path(__file__).parent / "styles"
FAMILY = "Atkinson Hyperlegible Next"
FONTS = {400: "atkinson-hyperlegible-next-400.woff2", 700: "atkinson-hyperlegible-next-700.woff2"}
"""The typeface of the site, in docs/assets/fonts."""


class NoPango(Fault):
    """The libraries that WeasyPrint draws text with are not on this machine."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "sheets need Pango, which is not on this machine: install it (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0; "
            f"macOS: brew install pango), or build without sheets by --no-sheets ({reason})"
        )


class OutsideFile(ValueError):
    """A sheet asks for a file that is no part of the project."""


def weasyprint() -> Any:
    """The WeasyPrint package. Raises NoPango where its libraries are missing (an OSError there, not an ImportError)."""
    try:
        import weasyprint as package
    except (ImportError, OSError) as error:
        raise NoPango(str(error).splitlines()[0]) from error
    return package


@dataclass(frozen=True)
class Printed:
    """A finished sheet."""

    data: bytes
    pages: int


@dataclass
class Printer:
    """Lays out HTML with the styles and fonts of a project. Make one and use it for all sheets."""

    root: Path
    settings: dict[tuple[str, tuple[str, ...]], tuple[float, int]] = field(default_factory=dict)
    """How sheets were set: HTML and style sheets -> setting and pages (looks.py)."""
    memory: StyleMemory = field(default_factory=StyleMemory)
    _styles: dict[tuple[str, ...], list[Any]] = field(default_factory=dict)

    @cached_property
    def fonts(self) -> Any:
        from weasyprint.text.fonts import FontConfiguration

        return FontConfiguration()

    @cached_property
    def counters(self) -> Any:
        """The styles of counters that our style sheets name."""
        from weasyprint.css.counters import CounterStyle

        return CounterStyle()

    @cached_property
    def fetcher(self) -> Any:
        return _fetcher(self.root)

    def styles(self, names: tuple[str, ...]) -> list[Any]:
        """The parsed style sheets: the fonts first, then these, in order."""
        if names not in self._styles:
            shared = {"font_config": self.fonts, "counter_style": self.counters}
            self._styles[names] = [weasyprint().CSS(string=self.css(names), base_url=str(self.root), **shared)]
        return self._styles[names]

    def css(self, names: tuple[str, ...]) -> str:
        """The style sheets as one text: the fonts first, then these, in order, with the colours of the site."""
        texts = [self.faces(), *((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in names)]
        return in_colour("\n".join(texts), self.root)

    def lay_out(self, html: str, names: tuple[str, ...], **options: Any) -> Any:
        """The pages of the HTML before they are written: what tests and fit checks look at. Raises OutsideFile."""
        weasyprint()
        fetcher = self.fetcher
        fetcher.outside.clear()
        page = page_class()(string=html, base_url=str(self.root), url_fetcher=fetcher)
        shared = {"stylesheets": self.styles(names), "font_config": self.fonts, "counter_style": self.counters}
        with self.memory.in_use():
            document = page.render(pdf_variant="pdf/ua-1", **shared, **options)
        if fetcher.outside:
            raise OutsideFile(f"a sheet asks for {fetcher.outside[0]}, which is no file of this project")
        return document

    def faces(self) -> str:
        """The rules that name the typeface and its files."""
        folder = (self.root / "docs" / "assets" / "fonts").as_uri()
        face = '@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{folder}/{file}") format("woff2"); }}'
        return "\n".join(face.format(family=FAMILY, weight=weight, folder=folder, file=file) for weight, file in FONTS.items())


def written(document: Any, **options: Any) -> Printed:
    """The PDF of laid-out pages, tagged and with language and title, built towards PDF/UA-1."""
    return Printed(document.write_pdf(pdf_variant="pdf/ua-1", finisher=_packed, **options), len(document.pages))


def _packed(document: Any, pdf: Any) -> None:
    """Pack the pages and fonts of a PDF that is about to be written. On its own account WeasyPrint asks for the hardest packing,
    which takes more than twice the time and makes a sheet one per cent smaller."""
    for part in pdf.objects:
        if getattr(part, "compress", False):  # a stream: the other objects of a PDF know no packing
            part.compress = False
            _, _, content = part.data.partition(b"\nstream\n")
            part.stream = [zlib.compress(content.removesuffix(b"\nendstream"), PACKING)]
            part.extra["Filter"] = "/FlateDecode"


def _fetcher(root: Path) -> Any:
    """Gives files of the project and data in the page itself, and nothing from another host: that lands in its `outside`.

    WeasyPrint takes an error here for a picture that is missing, and goes on; so what was asked for is told apart.
    """
    from weasyprint.urls import URLFetcher

    class Inside(URLFetcher):  # type: ignore[misc]
        outside: ClassVar[list[str]] = []

        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(("data:", root.as_uri())):
                self.outside.append(url)
                raise OutsideFile(url)
            return super().fetch(url, headers)

    return Inside()


def in_colour(css: str, root: Path) -> str:
    """The style sheet with the site's colours written out (site_colours): variables that nothing changes cost time in each element."""
    colours = site_colours(root)
    return re.sub(r"var\((--[a-z-]+)\)", lambda m: colours.get(m[1], m[0]), css)
