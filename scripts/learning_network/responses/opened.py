"""A file of answers, opened: what kind it is by what is in it, and its sheets as rows that come in chunks."""

from __future__ import annotations

import codecs
import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from learning_network.words.reasons import Reason

from .csv_text import csv_text, encoding, is_binary
from .items import Remark
from .tables import Table, Unreadable, fingerprint, read_tables

CHUNK = 300
"""Rows that are turned into columns at once: enough to work by column, few enough to stay in the processor's cache."""

HEAD = 400
"""Rows that are looked at to find the headings, or the labels of a poster that was typed over."""

MOST_MERGED = 200
"""Columns over which a heading stretches; more is a mistake."""

MOST_JSON = 50_000_000
"""Bytes. A sheet on the site holds a few kB."""

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"


@dataclass(frozen=True)
class Sheet:
    """One table: `head` are its first rows; `chunks` gives all rows, as (number of the first row from 1, rows)."""

    name: str
    head: list[list[str]]
    chunks: Callable[[], Iterator[tuple[int, list[list[str]]]]]
    table: Table | None = None
    """Of a spreadsheet: its whole table, which also knows formulas and merged cells."""

    @property
    def holds_text(self) -> bool:
        return any(cell.strip() for row in self.head for cell in row)


@dataclass
class Opened:
    """A file of answers. All that can go wrong while reading it is raised as Unreadable, when its part is asked for."""

    path: Path
    data: bytes
    name: str
    remarks: list[Remark] = field(default_factory=list)

    @cached_property
    def sha256(self) -> str:
        return fingerprint(self.data)

    @cached_property
    def kind(self) -> str:
        """document, pdf, spreadsheet, json, jsonl, text or other: by the bytes where they tell, else by the name."""
        ending = self.path.suffix.lower()
        if self.data.startswith(_PDF):
            return "pdf"
        if self.data.startswith((_ZIP, _OLE)):
            return "document" if ending in (".docx", ".docm") or b"word/document.xml" in self.data else "spreadsheet"
        start = self.data[:200].removeprefix(codecs.BOM_UTF8).lstrip()
        if start.startswith((b"{", b"[")):
            lines = ending in (".jsonl", ".ndjson") or (start.startswith(b"{") and b'"item_id"' in self.data[:4000])
            return "jsonl" if lines else "json"
        if ending in (".json", ".jsonl"):
            return ending[1:]
        if ending in (".docx", ".docm", ".pdf"):
            return "document" if ending.startswith(".doc") else "pdf"
        return "other" if is_binary(self.data) else "text"

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The tables of a spreadsheet or CSV file. Raises Unreadable."""
        if not self.data or self.data.isspace():
            raise Unreadable(Reason("file_empty"))
        if self.kind == "spreadsheet":
            self._say_when_misnamed((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), Reason("kind_spreadsheet"))
            tables = read_tables(Path("answers.xlsx"), self.data)
            if not tables:  # charts alone
                raise Unreadable(Reason("no_text"))
            return [_of_table(table) for table in tables]
        if self.kind == "text":
            self._say_when_misnamed((".csv", ".tsv", ".txt"), Reason("kind_csv"))
            return [_of_text(self.data)]
        raise Unreadable(Reason("no_text_nor_spreadsheet"))

    def _say_when_misnamed(self, endings: tuple[str, ...], kind: Reason) -> None:
        if self.path.suffix.lower() not in endings:
            message = Reason("other_ending", ending=self.path.suffix, kind=kind)
            self.remarks.append(Remark(self.name, "", message))

    @cached_property
    def json(self) -> Any:
        """What a JSON file says. Raises Unreadable."""
        if len(self.data) > MOST_JSON:
            raise Unreadable(Reason("too_large_for_a_sheet", megabytes=len(self.data) // 1_000_000))
        try:
            return json.loads(self.data.decode(encoding(self.data)), object_pairs_hook=_each_key_once)
        except RecursionError:
            raise Unreadable(Reason("lists_without_end")) from None
        except Unreadable:
            raise
        except (ValueError, LookupError) as error:
            raise Unreadable(Reason("no_json", error=str(error))) from None


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise Unreadable(Reason("json_key_twice", name=twice[:60]))
    return found


def _of_table(table: Table) -> Sheet:
    rows = table.rows

    def chunks() -> Iterator[tuple[int, list[list[str]]]]:
        for start in range(0, len(rows), CHUNK):
            yield start + 1, rows[start : start + CHUNK]

    return Sheet(table.name, _unmerged(table), chunks, table)


def _unmerged(table: Table) -> list[list[str]]:
    """The first rows, with the text of merged cells in each of their places: a heading may stretch over several columns or rows."""
    head = [list(row) for row in table.rows[:HEAD]]
    for (top, left), (bottom, right) in table.merged:
        text = table.cell(top, left)
        for row in range(top, min(bottom + 1, len(head))) if text.strip() and right - left < MOST_MERGED else ():
            head[row] += [""] * (right + 1 - len(head[row]))
            head[row][left : right + 1] = [text] * (right + 1 - left)
    return head


def _of_text(data: bytes) -> Sheet:
    """The table of a CSV file. Raises Unreadable."""

    def chunks() -> Iterator[tuple[int, list[list[str]]]]:
        first = 1
        try:
            for chunk in text.chunks(CHUNK):
                yield first, chunk
                first += len(chunk)
        except csv.Error as error:
            raise Unreadable(Reason("no_table_from_row", row=first, error=str(error))) from None

    try:
        text = csv_text(data)
        head = list(islice(text.rows(), HEAD))
    except csv.Error as error:
        raise Unreadable(Reason("no_table", error=str(error))) from None
    return Sheet("", head, chunks)
