"""Our own table of items, read again: items.csv and items.jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from typing import Any

from learning_network.responses.csv_text import encoding
from learning_network.responses.items import COLUMNS, SCHEMA_VERSION, FileRead, Items, Rejected
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened
from learning_network.responses.splitting import cleaned
from learning_network.responses.tables import Unreadable, unprefixed
from learning_network.words.reasons import Reason

NAME = "items"

NEEDED = ("item_id", "response_id", "instrument", "field", "text")
"""Without these a row is no item of ours; other columns that are missing are empty."""

_FILLED = ("organisation", "team", "role", "phase", "round", "answered_on")


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    if opened.kind == "jsonl":
        return b'"item_id"' in opened.data[:4000]
    if opened.kind not in ("spreadsheet", "text"):
        return False
    return any(set(NEEDED) <= set(map(str.strip, row)) for sheet in opened.sheets[:1] for row in sheet.head[:1])


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    """The items as they stand, with their ids. Raises Unreadable for a table of a newer version."""
    found = FileRead(opened.name, opened.sha256, NAME)
    reader = _Reader(found, given)
    rows = _lines(opened, found) if opened.kind == "jsonl" else _rows(opened)
    for number, row in rows:
        reader.add(number, row)
    reader.finish()
    return found


def _rows(opened: Opened) -> Iterator[tuple[int, dict[str, str]]]:
    sheet = opened.sheets[0]
    names = [name.strip() for name in sheet.head[0]]
    for first, rows in sheet.chunks():
        for number, cells in enumerate(rows, start=first):
            if number > 1 and any(map(str.strip, cells)):
                yield number, dict(zip(names, map(unprefixed, cells), strict=False))


def _lines(opened: Opened, found: FileRead) -> Iterator[tuple[int, dict[str, str]]]:
    code = encoding(opened.data)
    for number, line in enumerate(opened.data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            said: Any = json.loads(line.decode(code))
        except (ValueError, RecursionError):
            said = None
        if isinstance(said, dict):
            yield number, {key: value if isinstance(value, str) else "" if value is None else str(value) for key, value in said.items()}
        else:
            found.cells += 1
            found.rejected.append(Rejected(found.file, number, "", Reason("line_no_item"), line.decode(code, "replace")[:2000]))


class _Reader:
    def __init__(self, found: FileRead, given: Lookup[str, str]) -> None:
        self.found, self.given = found, given
        self.columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        self.shared: dict[str, str] = {}
        self.ids: set[str] = set()

    def add(self, number: int, row: dict[str, str]) -> None:
        found = self.found
        if row.get("schema_version", SCHEMA_VERSION) not in (SCHEMA_VERSION, ""):
            raise Unreadable(Reason("items_of_other_version", version=row["schema_version"][:20], ours=SCHEMA_VERSION))
        found.cells += 1
        text, _ = cleaned(row.get("text", ""))
        missing = [name for name in NEEDED[:-1] if not row.get(name, "").strip()]
        if not text:
            found.empty += 1
            return
        if missing or row["item_id"] in self.ids:
            reason = Reason("item_lacks", column=missing[0]) if missing else Reason("item_id_twice")
            found.rejected.append(Rejected(found.file, number, missing[0] if missing else "item_id", reason, text))
            return
        found.answered += 1
        self.ids.add(row["item_id"])
        for name, column in self.columns.items():
            value = text if name == "text" else row.get(name, "").strip()
            column.append(value if name in ("text", "item_id") else self.shared.setdefault(value, value))
        for name in _FILLED:
            self.columns[name][-1] = self.columns[name][-1] or self.given.get(name, "")
        for name, default in (("position", 1), ("source_row", number)):
            said = self.columns[name][-1]
            self.columns[name][-1] = int(said) if said.isdecimal() and len(said) < 10 else default
        for name, ours in (("schema_version", SCHEMA_VERSION), ("source_file", found.file), ("source_sha256", found.sha256)):
            self.columns[name][-1] = self.columns[name][-1] or ours

    def finish(self) -> None:
        assert set(self.columns) == set(COLUMNS)
        self.found.items = Items({**self.columns})
        if not self.found.cells:
            self.found.rejected.append(Rejected(self.found.file, 0, "", Reason("no_items"), "", 0))
