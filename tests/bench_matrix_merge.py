"""The cost of merging 200 team files of 30 tools, against what calamine alone takes to read them (make bench)."""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import python_calamine
from team_files import filled_in, template

from learning_network.commands.matrix import _read
from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.matrix_values import choices
from learning_network.responses.matrix_headings import Headings
from learning_network.summaries.matrix_merge import merge
from learning_network.summaries.matrix_report import report_files

ROOT = Path(__file__).resolve().parent.parent
TEAMS, TOOLS, LIMIT = 200, 30, 3.0


def team_files(library: Library, folder: Path) -> list[Path]:
    """Files of made-up teams that answered everything, by chance but the same each time."""
    chance = random.Random(1)
    tools = tuple(library.tools)[:TOOLS]
    made = template(library, "nl", tools)
    paths = []
    for n in range(TEAMS):
        answers = {}
        for tool in tools:
            for criterion in library.criteria.values():
                words = choices(criterion, "nl")
                answers[tool, criterion.id] = chance.choice(words) if words else "20" if criterion.type == "minutes" else f"tekst {n}"
            answers[tool, "remark"] = f"opmerking {n}"
        paths.append(folder / f"team-{n}.xlsx")
        paths[-1].write_bytes(filled_in(library, f"Team {n}", answers, tools=tools, made=made))
    return paths


def main() -> int:
    library = load(ROOT)
    with tempfile.TemporaryDirectory() as temporary:
        paths = team_files(library, Path(temporary))
        ours, alone = [], []
        for _ in range(5):
            start = time.perf_counter()
            for path in paths:
                book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
                for name in book.sheet_names:
                    book.get_sheet_by_name(name).to_python()
            alone.append(time.perf_counter() - start)
            start = time.perf_counter()
            merged = merge(_read(tuple(paths), Headings(library.criteria, library.tools)), library.criteria, library.tools)
            between = time.perf_counter()
            report_files(merged, library, "nl", date(2026, 11, 22))
            ours.append((time.perf_counter() - start, between - start))
    assert merged.closes()
    whole, merging = min(ours), min(part for _, part in ours)
    ratio = merging / min(alone)
    print(
        f"merging {TEAMS} files of {TOOLS} tools ({merged.cells} cells): {merging:.2f} s, calamine alone {min(alone):.2f} s, "
        f"ratio {ratio:.2f} (at most {LIMIT}); with all reports written {whole[0]:.2f} s, ratio {whole[0] / min(alone):.2f}"
    )
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
