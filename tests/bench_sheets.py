"""The cost of printing, as ratios within one run (make bench).

1. Every sheet of the site by one printer: CPU seconds a PDF, and the most memory that it takes.
2. A sample of them, each by a printer of its own (fonts and styles read anew): at least 4 times as dear.
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

from learning_network.content.loading import load
from learning_network.sheets.finishing import print_sheet
from learning_network.sheets.make import make_sheets
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.printer import Printer
from learning_network.sheets.specs import all_specs

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

    library = load(ROOT)
    specs = list(all_specs(library))
    first = cpu(lambda: make_sheets(library, specs, Path(folder)))
    second = cpu(lambda: make_sheets(library, specs, Path(folder)))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"sheets": len(specs), "first": first, "second": second, "megabytes": most}))


def one(name: str) -> None:
    """In a process of its own: print one sheet with nothing read before."""
    library = load(ROOT)
    spec = next(spec for spec in all_specs(library) if spec.name == name)
    html = sheet_html(library, spec)
    print(cpu(lambda: print_sheet(Printer(ROOT), library, spec, html)))


def asked(*arguments: str) -> Any:
    """What this file says when it is run with these arguments."""
    run = subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[-1])


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        cost = asked("all", folder)
    average, again = cost["first"] / cost["sheets"], cost["second"] / cost["first"]
    print(f"{cost['sheets']} sheets: {average:.3f} CPU seconds a PDF (at most {SECONDS}), {cost['megabytes']:.0f} MB (at most {MEGABYTES})")
    print(f"nothing changed: {again:.3f} of the first run (at most {AGAIN})")
    library = load(ROOT)
    specs = list(all_specs(library))
    sample = specs[:: len(specs) // SAMPLE][:SAMPLE]
    printer = Printer(ROOT)
    print_sheet(printer, library, sample[0], sheet_html(library, sample[0]))  # reads the fonts
    shared = sum(cpu(lambda s=spec: print_sheet(printer, library, s, sheet_html(library, s))) for spec in sample)
    fresh = sum(asked("one", spec.name) for spec in sample)
    dearer = fresh / shared
    print(f"each of {len(sample)} sheets by a printer of its own: {dearer:.1f} times as dear (at least {DEARER})")
    good = average <= SECONDS and again <= AGAIN and cost["megabytes"] <= MEGABYTES and dearer >= DEARER
    return 0 if good else 1


if __name__ == "__main__":
    jobs = {"all": all_sheets, "one": one}
    sys.exit(jobs[sys.argv[1]](sys.argv[2]) if len(sys.argv) > 1 else main())
