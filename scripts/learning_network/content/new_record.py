"""Makes a new record: a skeleton in both languages that passes the check, with a hint at every field."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from .library import Library
from .loading import load
from .models import UNKNOWN
from .models.common import Id
from .stamping import stamp

FOLDERS = {"exercise": "exercises", "worksheet": "exercises", "tool": "tools_matrix/tools"}


def new_record(root: Path, kind: str, id_: str, today: date) -> Path:
    """Write a skeleton of this kind ('exercise', 'worksheet', 'tool') and return its path.

    Raises ValueError with a sentence for the author when the id is not one or is in use, ContentError when the
    project has faults already (a skeleton takes its first ids from the vocabularies).
    """
    try:
        TypeAdapter(Id).validate_python(id_)
    except ValidationError as error:
        detail = error.errors()[0]["ctx"]
        raise ValueError(f"{detail['wrong']}: {detail['fix']}") from None
    library = load(root)
    path = root / FOLDERS[kind] / f"{id_}.yml"
    if path.exists() or id_ in _ids(library, kind):
        raise ValueError(f"the id '{id_}' is in use: choose another one")
    skeleton = files("learning_network.content").joinpath("skeletons", f"{kind}.yml").read_text(encoding="utf-8")
    path.write_text(skeleton.format(id=id_, today=today.isoformat(), **_defaults(library)), encoding="utf-8", newline="\n")
    stamp(path, root)
    return path


def _ids(library: Library, kind: str) -> set[str]:
    return set(library.tools) if kind == "tool" else library.exercises.keys() | library.worksheets.keys()


def _defaults(library: Library) -> dict[str, str]:
    first = {name: next(iter(entries)) for name, entries in library.vocabularies.items()}
    return {
        "phase": next(iter(library.phases)),
        "kind": first["kinds"],
        "material": first["materials"],
        "audience": first["audiences"],
        "sheet_kind": first["worksheet-kinds"],
        "source": next(iter(library.sources)),
        "values": "\n".join(f"  {id_}: {UNKNOWN}" for id_ in library.criteria),
    }
