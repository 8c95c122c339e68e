"""The cost of printing, as ratios within one run (make bench).

1. Every sheet of the site by one printer: CPU seconds a PDF, and the most memory that it takes.
2. A sample of them, each by a WeasyPrint that starts afresh, as when a command is called for each file: at least 4 times as dear as
   the same sheet was just before, in the run of all. Both print the same pages with the same style sheets and typefaces, look as often
   to fill them, and mend the fields of forms.
3. A second run with nothing changed: under a tenth of the first.
"""

from __future__ import annotations

import pickle
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import pikepdf
from projects import ROOT

from learning_network.content.library import Library
from learning_network.content.loading import load_cached
from learning_network.sheets import make
from learning_network.sheets.books import Book
from learning_network.sheets.finishing import form_of
from learning_network.sheets.make import make_sheets
from learning_network.sheets.printer import STYLES, Printer
from learning_network.sheets.specs import Spec, all_specs
from learning_network.wording.network import site_colours

SAMPLE = 40
DEARER, AGAIN, MEGABYTES, SECONDS = 4.0, 0.1, 600, 0.25


FRESH = """
import sys, time
from pathlib import Path
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
base, form, *looks = sys.argv[1:]
fonts = FontConfiguration()
for page, style, forms in zip(looks[::3], looks[1::3], looks[2::3]):
    options = dict(stylesheets=[CSS(filename=style, font_config=fonts)], pdf_variant="pdf/ua-1", pdf_forms=forms == "True")
    document = HTML(filename=page, base_url=base).render(font_config=fonts, **options)
document.write_pdf(page + ".pdf", pdf_variant="pdf/ua-1", pdf_forms=forms == "True")
away = 0
if form:
    import pikepdf
    away = time.process_time()
    import pickle
    from learning_network.sheets.forms import mended
    away = time.process_time() - away
    Path(page + ".pdf").write_bytes(mended(Path(page + ".pdf").read_bytes(), *pickle.loads(Path(form).read_bytes())))
print(time.process_time() - away)
"""
"""All that is needed for one sheet, by WeasyPrint alone: it looks as often as ours does to fill the pages, writes them, and mends a
form with pikepdf. What the rest of our package takes to start is not counted."""


@dataclass
class Watched(Printer):
    """A printer that tells what it laid out."""

    looks: ClassVar[list[tuple[str, tuple[str, ...], bool]]] = []

    def lay_out(self, html: str, names: tuple[str, ...], **options: Any) -> Any:
        self.looks.append((html, names, bool(options.get("pdf_forms"))))
        return super().lay_out(html, names, **options)


def as_written(names: tuple[str, ...]) -> str:
    """The style sheets before the printer prepared them: with the site's colours as variables."""
    colours = "; ".join(f"{name}: {value}" for name, value in site_colours(ROOT).items())
    texts = [(STYLES / f"{name}.css").read_text(encoding="utf-8") for name in names]
    return "\n".join([Printer(ROOT).faces(), f":root {{ {colours} }}", *texts])


def fresh(looks: list[tuple[str, tuple[str, ...], bool]], form: Any, folder: Path) -> tuple[float, bytes]:
    """CPU seconds of a sheet by plain WeasyPrint in a process of its own, and its PDF. looks: of Watched; form: of form_of, or None."""
    kept = folder / "form.pickle"
    kept.write_bytes(pickle.dumps(form))
    run = [sys.executable, "-c", FRESH, str(ROOT), str(kept) if form else ""]
    for n, (html, names, forms) in enumerate(looks):
        page, style = folder / f"page-{n}.html", folder / f"style-{n}.css"
        page.write_text(html, encoding="utf-8")
        style.write_text(as_written(names), encoding="utf-8")
        run += [str(page), str(style), str(forms)]
    seconds = float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return seconds, (folder / f"page-{len(looks) - 1}.html.pdf").read_bytes()


def typefaces(data: bytes) -> frozenset[str]:
    """The typefaces that are in a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        every = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        return frozenset(str(one.BaseFont).partition("+")[2] for one in every if "+" in str(one.BaseFont))


@dataclass
class Cost:
    """CPU seconds: of all sheets and of them again; of the sample in that first run, and by a WeasyPrint of its own for each."""

    sheets: int
    first: float = 0.0
    second: float = 0.0
    shared: float = 0.0
    alone: float = 0.0

    def measure(self, library: Library, folder: Path) -> None:
        """Print everything twice. Raises AssertionError where the two kinds of WeasyPrint print in other typefaces."""
        specs = list(all_specs(library))
        single = [spec for spec in specs if not isinstance(spec.record, Book)]
        step = len(single) // SAMPLE
        sample = single[step // 2 :: step][:SAMPLE]  # not the first one: the HTML of all of them is made before it
        clock = time.process_time()

        def say(done: int, total: int) -> None:
            nonlocal clock
            spent, spec = time.process_time() - clock, specs[done - 1]
            self.first += spent
            if spec in sample:
                self.shared += spent
                self.alone += self._alone(library, spec, (folder / spec.name).read_bytes())
            Watched.looks.clear()
            clock = time.process_time()

        make_sheets(library, specs, folder, say)
        clock = time.process_time()
        make_sheets(library, specs, folder)
        self.second = time.process_time() - clock

    def _alone(self, library: Library, spec: Spec, printed: bytes) -> float:
        with tempfile.TemporaryDirectory() as folder:
            seconds, data = fresh(Watched.looks, form_of(library, spec) if spec.form == "form" else None, Path(folder))
        if typefaces(printed) != typefaces(data):
            raise AssertionError(f"{spec.name}: typefaces differ: {typefaces(printed)} and {typefaces(data)}")
        return seconds


def main() -> int:
    library = load_cached(ROOT)
    cost = Cost(len(list(all_specs(library))))
    setattr(make, "Printer", Watched)  # noqa: B010
    with tempfile.TemporaryDirectory() as folder:
        cost.measure(library, Path(folder))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    average, again, dearer = cost.first / cost.sheets, cost.second / cost.first, cost.alone / cost.shared
    print(f"{cost.sheets} sheets: {average:.3f} CPU seconds a PDF (at most {SECONDS}), {megabytes:.0f} MB (at most {MEGABYTES})")
    print(f"nothing changed: {again:.3f} of the first run (at most {AGAIN})")
    print(
        f"each of {SAMPLE} sheets by a WeasyPrint of its own: {dearer:.1f} times as dear "
        f"({cost.alone / SAMPLE:.2f} and {cost.shared / SAMPLE:.2f} s; at least {DEARER})"
    )
    good = average <= SECONDS and again <= AGAIN and megabytes <= MEGABYTES and dearer >= DEARER
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
