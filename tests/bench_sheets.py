"""The cost of printing, as ratios within one run (make bench).

1. Every sheet of the site by one printer: CPU seconds a PDF, and the most memory that it takes.
2. A sample of them, each by a WeasyPrint that starts afresh, as when a command is called for each file: at least 4 times as dear.
   Both print the same pages with the same style sheets and typefaces, look as often to fill them, and mend the fields of forms.
3. A second run with nothing changed: under a tenth of the first.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from projects import ROOT

from learning_network.content.loading import load_cached
from learning_network.sheets.books import Book
from learning_network.sheets.finishing import form_of, print_sheet
from learning_network.sheets.fit import TIGHT
from learning_network.sheets.make import make_sheets
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.printer import STYLES, Printer
from learning_network.sheets.specs import all_specs
from learning_network.wording.network import site_colours

SAMPLE = 40
DEARER, AGAIN, MEGABYTES, SECONDS = 4.0, 0.1, 600, 0.25


def cpu(job: Any) -> float:
    """CPU seconds of a job."""
    start = time.process_time()
    job()
    return time.process_time() - start


def all_sheets(folder: str) -> None:
    """In a process of its own: print everything twice, and say what it cost and how much memory it took."""
    import resource

    library = load_cached(ROOT)
    specs = list(all_specs(library))
    first = cpu(lambda: make_sheets(library, specs, Path(folder)))
    second = cpu(lambda: make_sheets(library, specs, Path(folder)))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"sheets": len(specs), "first": first, "second": second, "megabytes": most}))


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
    """A printer that remembers what it laid out."""

    looks: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=list)

    def lay_out(self, html: str, names: tuple[str, ...], **options: Any) -> Any:
        self.looks.append((html, names, bool(options.get("pdf_forms"))))
        return super().lay_out(html, names, **options)


def as_written(printer: Printer, names: tuple[str, ...]) -> str:
    """The style sheets before the printer prepared them: with the site's colours as variables."""
    colours = "; ".join(f"{name}: {value}" for name, value in site_colours(ROOT).items())
    texts = [(STYLES / f"{name}.css").read_text(encoding="utf-8") for name in names]
    return "\n".join([printer.faces(), f":root {{ {colours} }}", *texts])


def fresh(printer: Watched, form: Any, folder: Path) -> tuple[float, bytes]:
    """CPU seconds of the sheet that was printed last, by plain WeasyPrint in a process of its own, and its PDF. form: of form_of, or None."""
    kept = folder / "form.pickle"
    kept.write_bytes(pickle.dumps(form))
    run = [sys.executable, "-c", FRESH, str(ROOT), str(kept) if form else ""]
    for n, (html, names, forms) in enumerate(printer.looks):
        page, style = folder / f"page-{n}.html", folder / f"style-{n}.css"
        page.write_text(html, encoding="utf-8")
        style.write_text(as_written(printer, names), encoding="utf-8")
        run += [str(page), str(style), str(forms)]
    seconds = float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return seconds, (folder / f"page-{len(printer.looks) - 1}.html.pdf").read_bytes()


def typefaces(data: bytes) -> frozenset[str]:
    """The typefaces that are in a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        every = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        return frozenset(str(one.BaseFont).partition("+")[2] for one in every if "+" in str(one.BaseFont))


def shared_and_fresh() -> tuple[float, float]:
    """CPU seconds of a sample of sheets: by one printer, and by a WeasyPrint of its own for each.

    What the printer does once, it does for every sheet of the site: the sample pays its part of that, and no more.
    """
    library = load_cached(ROOT)
    every = list(all_specs(library))
    specs = [spec for spec in every if not isinstance(spec.record, Book)]
    sample = specs[:: len(specs) // SAMPLE][:SAMPLE]
    printer = Watched(ROOT)
    styles = {spec.styles for spec in every} | {
        (*spec.styles, TIGHT["large" in spec.styles]) for spec in every if spec.form == "facilitator"
    }
    print_sheet(Printer(ROOT), library, sample[0], sheet_html(library, sample[0]))  # loads the program, which is not counted for the others
    shared = cpu(lambda: [printer.styles(names) for names in styles]) * SAMPLE / len(every)
    alone = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for spec in sample:
            printer.looks.clear()
            html = sheet_html(library, spec)
            start = time.process_time()
            printed = print_sheet(printer, library, spec, html)
            shared += time.process_time() - start
            seconds, data = fresh(printer, form_of(library, spec) if spec.form == "form" else None, Path(folder))
            alone += seconds
            if typefaces(printed.data) != typefaces(data):
                raise AssertionError(f"{spec.name}: typefaces differ: {typefaces(printed.data)} and {typefaces(data)}")
    return shared, alone


def asked(*arguments: str) -> Any:
    """What this file says when it is run with these arguments."""
    run = subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[-1])


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        cost = asked(folder)
    average, again = cost["first"] / cost["sheets"], cost["second"] / cost["first"]
    print(f"{cost['sheets']} sheets: {average:.3f} CPU seconds a PDF (at most {SECONDS}), {cost['megabytes']:.0f} MB (at most {MEGABYTES})")
    print(f"nothing changed: {again:.3f} of the first run (at most {AGAIN})")
    shared, alone = shared_and_fresh()
    dearer = alone / shared
    print(
        f"each of {SAMPLE} sheets by a WeasyPrint of its own: {dearer:.1f} times as dear ({alone / SAMPLE:.2f} and {shared / SAMPLE:.2f} s; at least {DEARER})"
    )
    good = average <= SECONDS and again <= AGAIN and cost["megabytes"] <= MEGABYTES and dearer >= DEARER
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(all_sheets(sys.argv[1]) if len(sys.argv) > 1 else main())
