"""Where a record of the library stands, for checks that come after the loading and still name file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .findings import Finding
from .library import Library
from .yaml_file import Location, YamlFile, read_yaml

_LISTS = {
    "phases": "exercises/vocabulary/phases.yml",
    "terms": "docs/glossary.yml",
    "sources": "docs/bibliography.yml",
    "criteria": "tools_matrix/criteria.yml",
    "guide": "tools_matrix/guide.yml",
    "obstacles": "exercises/vocabulary/obstacles.yml",
    "plans": "exercises/vocabulary/session-plans.yml",
}
_FOLDERS = {"exercises": "exercises", "worksheets": "exercises", "card_sets": "exercises", "tools": "tools_matrix/tools"}
NETWORK = "network.yml"


def records_by_file(library: Library) -> Iterator[tuple[str, Any]]:
    """Every record of the library with the file that it came from (relative to the project folder), network.yml at the end."""
    for kind, folder in _FOLDERS.items():
        for id_, record in getattr(library, kind).items():
            yield f"{folder}/{id_}.yml", record
    for kind, name in _LISTS.items():
        for record in getattr(library, kind).values():
            yield name, record
    for vocabulary, entries in library.vocabularies.items():
        for record in entries.values():
            yield f"exercises/vocabulary/{vocabulary}.yml", record
    yield NETWORK, library.network


class Origins:
    """Opens files again only for what has a fault: in a good project that is none."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, YamlFile | None] = {}

    def finding(self, name: str, id_: str | None, where: Location, rule: str, wrong: str, fix: str) -> Finding:
        """A fault in the record `id_` of this file; `where` is a place in the record."""
        file = self._file(name)
        return file.finding((*self._at(file, id_), *where), rule, wrong, fix) if file else Finding(name, 1, rule, wrong, fix)

    def said(self, name: str, id_: str | None, where: Location) -> Any:
        """What the file itself says there, before the network's own words went in; None when nothing stands there."""
        file = self._file(name)
        found: Any = file.data if file else None
        for part in (*self._at(file, id_), *where) if file else ():
            try:
                found = found[part]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def _file(self, name: str) -> YamlFile | None:
        if name not in self._files:
            try:
                self._files[name] = read_yaml(self._root / name, self._root)[0]
            except OSError:
                self._files[name] = None
        return self._files[name]

    def _at(self, file: YamlFile, id_: str | None) -> Location:
        """Where in its file a record begins: files of one record start with it, the others hold a list."""
        if not isinstance(file.data, list):
            return ()
        return next(((i,) for i, record in enumerate(file.data) if isinstance(record, dict) and record.get("id") == id_), ())
