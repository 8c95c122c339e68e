"""Sheets that would be written over each other: a worksheet 'walk-large' beside the large print of 'walk', an exercise called 'all'."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from learning_network.content.findings import Finding
from learning_network.content.library import Library
from learning_network.content.models import CardSet, Exercise, Worksheet
from learning_network.content.origins import Origins
from learning_network.content.yaml_file import Location

from .specs import Spec

RULE = "same-file-name"


def name_faults(library: Library, specs: Iterable[Spec]) -> list[Finding]:
    """A fault for each record, or version of a worksheet, with a sheet whose file has the name of another sheet."""
    first: dict[str, Spec] = {}
    faults: dict[tuple[str, Location], str] = {}
    for spec in specs:
        other = first.setdefault(spec.name, spec)
        if other != spec:
            changed = min(spec, other, key=_changes_last)
            faults.setdefault((changed.id, _place(changed)), PurePosixPath(changed.name).name)
    origins = Origins(library.root)
    return [
        origins.finding(
            f"exercises/{id_}.yml", id_, where, RULE, f"the sheet {name} would have the name of another sheet", "choose another id"
        )
        for (id_, where), name in faults.items()
    ]


def _changes_last(spec: Spec) -> tuple[bool, bool, int]:
    """In the order of who must change: a record before what is made of many, a version before a whole worksheet, the longest id."""
    return not isinstance(spec.record, Exercise | Worksheet | CardSet), spec.variant is None, -len(spec.id)


def _place(spec: Spec) -> Location:
    if spec.variant and isinstance(spec.record, Worksheet):
        return ("variants", [variant.id for variant in spec.record.variants].index(spec.variant), "id")
    return ("id",)
