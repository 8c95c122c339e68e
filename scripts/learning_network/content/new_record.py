"""Makes a new record: a skeleton in both languages that passes the check, with a hint at every field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from .library import Library
from .loading import load
from .models import UNKNOWN
from .models.common import Id
from .stamping import stamped

FOLDERS = {"exercise": "exercises", "worksheet": "exercises", "card-set": "exercises", "tool": "tools_matrix/tools"}


def new_record(root: Path, kind: str, id_: str, today: date) -> Path:
    """Write a skeleton of this kind ('exercise', 'worksheet', 'card-set', 'tool') and return its path.

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
    text = skeleton(kind).format(id=id_, today=today.isoformat(), **_defaults(library))
    path.write_text(stamped(text, path.name), encoding="utf-8", newline="\n")
    return path


def skeleton(kind: str) -> str:
    """The skeleton of a kind of record, with {names} to fill in."""
    return files("learning_network.content").joinpath("skeletons", f"{kind}.yml").read_text(encoding="utf-8")


def tool_from_teams(library: Library, id_: str, name: str, today: date, values: Mapping[str, str], said: Sequence[str]) -> str:
    """A tool that teams named, as a record to review: what they agree on is filled in, the rest waits in capitals.

    values: criterion -> its value as YAML, for what the teams agree on. said: lines that stand on top as comments.
    """
    known = {id_: values.get(id_, UNKNOWN) for id_, criterion in library.criteria.items() if not criterion.filled_in_by_team}
    defaults = {**_defaults(library), "values": "\n".join(f"  {id_}: {value}" for id_, value in known.items())}
    text = skeleton("tool").format(id=id_, today=today.isoformat(), **defaults)
    quoted = json.dumps(name, ensure_ascii=False)
    text = text.replace("NAAM VAN HET HULPMIDDEL", quoted).replace("NAME OF THE TOOL", quoted)
    schema, _, rest = text.partition("\n")
    comments = "".join(f"# {' '.join(line.split())}\n" for line in said)
    return stamped(f"{schema}\n{comments}{rest}", f"{id_}.yml")


def _ids(library: Library, kind: str) -> set[str]:
    return set(library.tools) if kind == "tool" else library.exercises.keys() | library.worksheets.keys() | library.card_sets.keys()


def _defaults(library: Library) -> dict[str, str]:
    first = {name: next(iter(entries)) for name, entries in library.vocabularies.items()}
    return {
        "phase": next(iter(library.phases)),
        "kind": first["kinds"],
        "material": first["materials"],
        "audience": first["audiences"],
        "sheet_kind": first["worksheet-kinds"],
        "source": next(iter(library.sources)),
        "values": "\n".join(f"  {id_}: {UNKNOWN}" for id_, criterion in library.criteria.items() if not criterion.filled_in_by_team),
    }
