"""The files that pages offer to take along: which stand in site/downloads/, and which of them are the sheets of a record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from learning_network.content.library import Library
from learning_network.output import write_file
from learning_network.sheets.make import Made
from learning_network.sheets.specs import Spec, all_specs

FILE = "take-along.json"
"""Where a build leaves the list for MkDocs, which renders the prose pages on its own, in the folder of the build."""


@dataclass(frozen=True)
class TakeAlong:
    """files: name under site/downloads/ -> pages and size. sheets: id of a record -> its printed sheets, in the order of specs."""

    files: Mapping[str, Made] = field(default_factory=dict)
    sheets: Mapping[str, tuple[Spec, ...]] = field(default_factory=dict)


def take_along(library: Library, files: Mapping[str, Made]) -> TakeAlong:
    """These files, with the sheets among them by record."""
    found: dict[str, list[Spec]] = {}
    for spec in all_specs(library) if files else ():
        if spec.name in files:
            found.setdefault(spec.id, []).append(spec)
    return TakeAlong(files, {id_: tuple(specs) for id_, specs in found.items()})


def write_list(work: Path, files: Mapping[str, Made]) -> None:
    """Leave the list in the folder of the build."""
    write_file(work / FILE, json.dumps({name: asdict(made) for name, made in files.items()}).encode())


def read_list(work: Path) -> dict[str, Made]:
    """The list that a build left; empty without one."""
    try:
        data = json.loads((work / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return {name: Made(**made) for name, made in data.items()}
