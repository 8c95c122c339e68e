"""Cases of merging that the command and the page must answer alike: tests/vectors/matrix-merge/. All teams are made up.

After a change of the rules: python tests/matrix_vectors.py writes what the command says of each case.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings, slug
from learning_network.responses.matrix_lists import FORMAT
from learning_network.summaries.matrix_merge import merge

ROOT = Path(__file__).resolve().parent
FOLDER = ROOT / "vectors" / "matrix-merge"

Files = dict[str, str]
"""Name of a file -> what stands in it."""


def file_of(*rows: tuple[str, str, str, Any], **more: Any) -> str:
    """A file with judgements: team, tool, criterion, value."""
    judgements = [dict(zip(("team", "tool", "criterion", "value"), row, strict=True)) for row in rows]
    return json.dumps({"format": FORMAT, "version": 1, "judgements": judgements, **more}, ensure_ascii=False)


LONG_NAME = "Een heel erg lange naam van een hulpmiddel dat niemand ooit helemaal uitspreekt"
NOORD = (
    ("Noord", "boommetafoor", "cost", "free"),
    ("Noord", "boommetafoor", "form", "paper | conversation"),
    ("Noord", "boommetafoor", "tried", "yes"),
    ("Noord", "boommetafoor", "minutes", "20"),
    ("Noord", "Keukentafelspel", "cost", "free"),
)
ZUID = (
    ("Zuid", "boommetafoor", "cost", "paid"),
    ("Zuid", "boommetafoor", "form", "conversation"),
    ("Zuid", "boommetafoor", "tried", "no"),
    ("Zuid", "boommetafoor", "minutes", "20-30"),
    ("Zuid", "boommetafoor", "remark", "Mooi, maar lang."),
    ("Zuid", "boommetafoor", "remark:cost", "Eén keer betaald."),
    ("Zuid", "ecogram", "use-when", "bij de start"),
)
WEST = (("West", "Boommetafoor", "cost", "unknown"), ("West", "boommetafoor", "tried", True), ("West", "boommetafoor", "minutes", 20))

CASES: dict[str, Files] = {
    "three-teams": {"noord.json": file_of(*NOORD), "west.json": file_of(*WEST), "zuid.json": file_of(*ZUID)},
    "one-file-with-all": {"alle.json": file_of(*NOORD, *ZUID, *WEST)},
    "the-same-file-twice": {"noord.json": file_of(*NOORD), "noord (1).json": file_of(*NOORD), "zuid.json": file_of(*ZUID)},
    "the-same-team-twice": {"a.json": file_of(*NOORD), "b.json": file_of(*reversed(NOORD)), "c.json": file_of(*ZUID)},
    "two-teams-with-one-name": {
        "a.json": file_of(*NOORD),
        "b.json": file_of(*((team.upper(), *rest) for team, *rest in ZUID), ("ZUID", "ecogram", "cost", "free")),
        "c.json": file_of(*(("Noord", *rest) for _, *rest in ZUID)),
        "d.json": file_of(("STRASSE", "ecogram", "cost", "free")),
        "e.json": file_of(("Straße", "ecogram", "cost", "paid")),
    },
    "what-cannot-be-placed": {
        "a.json": file_of(
            *NOORD,
            ("Noord", "boommetafoor", "cost", "paid"),
            ("Noord", "boommetafoor", "smaak", "zoet"),
            ("Noord", "boommetafoor", "form", "zomaar"),
            ("Noord", "ecogram", "minutes", "30-20"),
            ("Noord", "ecogram", "minutes", "een uur"),
            ("", "ecogram", "cost", "free"),
            ("Noord", "", "cost", "free"),
            ("Noord", "ecogram", "cost", ""),
            ("Alleen fout", "ecogram", "cost", "misschien"),
            ("Noord", "ecogram", "__proto__", "free"),
            ("__proto__", "constructor", "cost", "free"),
        ),
        "b.json": json.dumps(
            {"format": FORMAT, "judgements": [{"team": "B", "tool": "ecogram", "criterion": "cost", "value": "free", "who": "x"}, 3]}
        ),
    },
    "words-of-both-languages": {
        "a.json": file_of(
            ("A", "ecogram", "Cost", "Gratis."),
            ("A", "ecogram", "form", "op papier; gesprek"),
            ("A", "ecogram", "tried", "Ja"),
            ("A", "ecogram", "minutes", "20 tot 30 min."),
            ("A", "boommetafoor", "minutes", "20 – 20 minuten"),
            ("A", "boommetafoor", "cost", "niet bekend"),
            ("A", "boommetafoor", "use-when", "?"),
            ("A", "boommetafoor", "OPMERKING", "  ruim  \n gezet "),
        ),
        "b.json": file_of(
            ("B", "ecogram", "cost", "free"),
            ("B", "ecogram", "form", "conversation, on paper"),
            ("B", "ecogram", "tried", "no"),
            ("B", "ecogram", "minutes", "20-30"),
            ("B", "boommetafoor", "minutes", "20"),
        ),
    },
    "new-tools-of-all-alphabets": {
        "a.json": file_of(
            ("A", "Ручка", "cost", "free"),
            ("A", "Café-gesprek", "cost", "paid"),
            ("A", "12 vragen", "cost", "paid"),
            ("A", "on", "cost", "paid"),
            ("A", LONG_NAME, "cost", "free"),
            ("A", "🧭 kompas", "cost", "free"),
            ("A", "🧭", "tried", "yes"),
            ("A", "Straße", "tried", "yes"),
        ),
        "b.json": file_of(
            ("B", "cafe gesprek", "cost", "free"),
            ("B", "CAFÉ-GESPREK", "tried", "yes"),
            ("B", "ﬁets", "tried", "yes"),
            ("B", "kompas", "cost", "paid"),
            new_tools={"kompas": "Kompas", "cafe-gesprek": "Café", "nooit": "Nooit genoemd"},
        ),
    },
    "a-merge-merged-again": {
        "matrix.json": file_of(
            ("Noord (noord.json)", "boommetafoor", "cost", "free"),
            ("Noord (zuid.json)", "boommetafoor", "cost", "paid"),
            ("Oost", "boommetafoor", "cost", "paid"),
            teams=[
                {"label": "Noord (noord.json)", "name": "Noord", "file": "noord.json", "filled_on": "2026-11-20"},
                {"label": "Noord (zuid.json)", "name": "Noord", "file": "zuid.json", "filled_on": ""},
                {"label": "Oost", "name": "Oost", "file": "oost.json"},
                7,
            ],
            listed=[{"file": "west.xlsx", "place": "B3", "reason": "x", "text": "y", "cells": 4}, {"file": "w", "cells": -2}, "los"],
        ),
        "noord.json": file_of(("Noord", "boommetafoor", "cost", "free")),
        "oost.json": file_of(("Oost", "boommetafoor", "cost", "free")),
    },
    "long-names-merged-again": {
        "matrix.json": file_of(
            ("Noord", slug(LONG_NAME), "cost", "free"),
            ("Noord", "een-lange-naam-die-niet-van-ons-is-en-ook-niet-bij-zijn-naam-hoort", "cost", "free"),
            new_tools={slug(LONG_NAME): LONG_NAME, "een-lange-naam-die-niet-van-ons-is-en-ook-niet-bij-zijn-naam-hoort": "Iets anders"},
        ),
        "oost.json": file_of(("Oost", LONG_NAME, "cost", "paid")),
    },
    "ties-in-every-order": {
        f"{name}.json": file_of(*((name, tool, "cost", value) for tool in ("ecogram", "boommetafoor", "𝔸nders", "ｚ")))
        for name, value in (("b", "free"), ("a", "paid"), ("🧭", "free"), ("ｚ", "paid"), ("Z", "free"))
    },
    "nothing-at-all": {"leeg.json": file_of()},
}


def expected(library: Library, files: Files) -> dict[str, Any]:
    """What the command makes of these files, as far as the page shows it."""
    headings = Headings(library.criteria, library.tools)
    merged = merge([read_matrix(Path(name), text.encode(), headings) for name, text in files.items()], library.criteria, library.tools)
    assert merged.closes()
    return {
        "cells": merged.cells,
        "merged": merged.merged_cells,
        "listed": sorted([line.file, line.place, line.cells] for line in merged.listed if line.cells),
        "teams": [[team.label, team.name, team.file, team.filled_on] for team in merged.teams],
        "new_tools": [[id_, name] for id_, name in merged.new_tools.items()],
        "spreads": [[s.tool, s.criterion, s.difference, [[value, teams] for value, teams in s.answers.items()]] for s in merged.spreads],
    }


IN_THE_PAGE = """([given, files]) => {
  const names = knownNames(given);
  const read = Object.entries(files).map(([name, text]) => readMatrixFile(name, new TextEncoder().encode(text), names, given.words));
  const merged = mergeFiles(read, names);
  const order = (a, b) => { for (let i = 0; i < 2; i += 1) { const by = byLetters(a[i], b[i]); if (by) return by; } return a[2] - b[2]; };
  return {
    cells: merged.cells,
    merged: merged.merged,
    listed: merged.listed.filter((line) => line.cells).map((line) => [line.file, line.place, line.cells]).sort(order),
    teams: merged.teams.map((team) => [team.label, team.name, team.file, team.filledOn]),
    new_tools: Array.from(merged.newTools),
    spreads: merged.spreads.map((s) => [s.tool, s.criterion, s.difference, Array.from(s.answers)]),
  };
}"""
"""The same, by the script of the page."""


def random_case(library: Library, seed: int) -> Files:
    """Files of teams that say anything, right or wrong, some of them twice."""
    chance = random.Random(seed)
    tools = [*library.tools, "Nieuw ding", "nieuw-ding", "Écran", "null", "Ђ"]
    names = ["Noord", "noord", "Zuid", "Team É", "🧭", "West (west.json)"]
    values = ["unknown", "?", "free", "Gratis", "paid", "yes", "nee", "20", "30-40", "40-30", "papier", "iets"]
    values += [option for criterion in library.criteria.values() for option in criterion.options]
    values += [" | ".join(chance.sample(c.options, min(len(c.options), 2))) for c in library.criteria.values() if c.options]
    columns = [*library.criteria, *library.criteria, "remark", "remark:cost", "kleur"]
    files = {}
    for n in range(chance.randint(1, 5)):
        rows = [
            (chance.choice(names), chance.choice(tools), chance.choice(columns), chance.choice(values))
            for _ in range(chance.randint(0, 40))
        ]
        files[f"{chance.choice('abcÉz')}{n}.json"] = file_of(*rows)
        if chance.random() < 0.3:
            files[f"kopie{n}.json"] = file_of(*(rows if chance.random() < 0.5 else reversed(rows)))
    return files


if __name__ == "__main__":
    records = load(ROOT.parent)
    for name, files in CASES.items():
        case = {"files": files, "expected": expected(records, files)}
        (FOLDER / f"{name}.json").write_text(json.dumps(case, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
