"""The cost of printing, as ratios within one run (make bench).

1. Every sheet of the site by one printer: CPU seconds a PDF, and the most memory that it takes.
2. A sample of them, each by a WeasyPrint that starts afresh, as when its own command is called for each file: at least 4 times
   as dear. Both print the same page with the same style sheet; ours fits it to its pages too.
3. A second run with nothing changed: under a tenth of the first.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from projects import ROOT

from learning_network.content.loading import load_cached
from learning_network.sheets.books import Book
from learning_network.sheets.finishing import print_sheet
from learning_network.sheets.make import make_sheets
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.printer import Printer
from learning_network.sheets.specs import Spec, all_specs

SAMPLE = 12
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
page, style, base = sys.argv[1:]
HTML(filename=page, base_url=base).write_pdf(page + ".pdf", stylesheets=[CSS(filename=style)], pdf_variant="pdf/ua-1")
print(time.process_time())
"""


def fresh(printer: Printer, spec: Spec, folder: Path) -> float:
    """CPU seconds of one sheet by plain WeasyPrint in a process of its own."""
    page, style = folder / "page.html", folder / "style.css"
    page.write_text(sheet_html(load_cached(ROOT), spec), encoding="utf-8")
    style.write_text(printer.css(spec.styles), encoding="utf-8")
    run = [sys.executable, "-c", FRESH, str(page), str(style), str(ROOT)]
    return float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)


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
    library = load_cached(ROOT)
    specs = [spec for spec in all_specs(library) if not isinstance(spec.record, Book)]
    sample = specs[:: len(specs) // SAMPLE][:SAMPLE]
    printer = Printer(ROOT)
    print_sheet(printer, library, sample[0], sheet_html(library, sample[0]))  # reads the fonts
    shared = sum(cpu(lambda s=spec: print_sheet(printer, library, s, sheet_html(library, s))) for spec in sample)
    with tempfile.TemporaryDirectory() as folder:
        dearer = sum(fresh(printer, spec, Path(folder)) for spec in sample) / shared
    print(f"each of {len(sample)} sheets by a WeasyPrint of its own: {dearer:.1f} times as dear (at least {DEARER})")
    good = average <= SECONDS and again <= AGAIN and cost["megabytes"] <= MEGABYTES and dearer >= DEARER
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(all_sheets(sys.argv[1]) if len(sys.argv) > 1 else main())
