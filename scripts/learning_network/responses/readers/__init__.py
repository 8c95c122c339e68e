"""Reads one file of answers, whatever tool or paper it came from. Each reader is a module with sniff() and read()."""

from __future__ import annotations

import gc
from collections.abc import Mapping as Lookup
from pathlib import Path
from types import MappingProxyType, ModuleType

from learning_network.responses.answer_table import plan_at, shown
from learning_network.responses.items import FileRead, Rejected
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened
from learning_network.responses.tables import Unreadable
from learning_network.words.reasons import Fact, Reason

from . import google_forms, headed_tables, items_tables, limesurvey, microsoft_forms, posters, site_answers, templates

READERS: tuple[ModuleType, ...] = (
    templates,
    site_answers,
    items_tables,
    microsoft_forms,
    google_forms,
    limesurvey,
    posters,
    headed_tables,
)
"""In this order. Each module has NAME, sniff(opened, mapping) -> bool and read(opened, mapping, given) -> FileRead; exactly one
of them must claim a file."""

_NOTHING: Lookup[str, str] = MappingProxyType({})


def read_file(path: Path, data: bytes, name: str, *, mapping: Mapping | None = None, given: Lookup[str, str] = _NOTHING) -> FileRead:
    """All items of one file, with an account that closes. Never raises for anything in a file.

    path: for the kind of file, when its bytes do not tell. name: what the file is called in items and messages. mapping: what
    people said of the columns of their form; it is used where the headings are those of that form. given: organisation, team,
    role, phase, round, answered_on, instrument for the whole file, as in `--set round=2`. What a response says itself wins; then
    `given`; then what the mapping sets. (The instrument that is given decides what an unclear heading means.)

    A file that cannot be read gives one Rejected with source_row 0 and cells 0, which says why and what to do.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(Opened(path, data, name), mapping, given)
    finally:
        if collecting:
            gc.enable()


def _read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    """Nothing here makes rubbish that only Python's collector finds; looking for it among a million items takes a third of the time."""
    said = {**(mapping.set if mapping else {}), **{key: value for key, value in given.items() if value}}
    try:
        claims = [reader for reader in READERS if reader.sniff(opened, mapping)]
        if len(claims) == 1:
            found: FileRead = claims[0].read(opened, mapping, said)
            found.remarks[:0] = opened.remarks
            return found
        reason = _two(claims) if claims else _nobody(opened, mapping)
    except Unreadable as error:
        reason = error.reason
    except (RecursionError, MemoryError):
        reason = Reason("too_deep_or_large")
    rejected = [Rejected(opened.name, 0, "", reason, "", 0)]
    return FileRead(opened.name, opened.sha256, "", rejected=rejected, remarks=opened.remarks)


def _two(claims: list[ModuleType]) -> Reason:
    """Why a file was not read that more than one reader claimed."""
    first, *others = (reader.NAME for reader in claims)
    return Reason("two_readers", readers=Reason("readers_and", first=first, second=", ".join(others)), how=Reason("write_a_mapping"))


def _nobody(opened: Opened, mapping: Mapping | None) -> Reason:
    """Why no reader claimed a file. Raises Unreadable for what is no table at all."""
    if opened.kind in ("document", "pdf"):
        return Reason("no_worksheet_type_over")
    if opened.kind in ("json", "jsonl"):
        return Reason("other_json")
    sheets = [sheet for sheet in opened.sheets if sheet.holds_text]
    if not sheets:
        return Reason("no_text")
    head = sheets[0].head
    row = next((row for row, cells in enumerate(head) if any(map(str.strip, cells))), 0)
    said = [f"'{shown(cell)}'" for cell in head[row] if cell.strip()]
    headings: Fact = tuple(said) if len(said) <= 20 else Reason("and_more", names=tuple(said[:20]), n=len(said) - 20)
    known = tuple(f"'{column.heading}'" for column in plan_at(head, row).answers)
    how = Reason("write_a_mapping")
    if mapping:
        return Reason("headings_not_in_mapping", headings=headings, how=how)
    if known:
        return Reason("too_few_headings_known", headings=headings, known=known, how=how)
    return Reason("headings_not_known", headings=headings, how=how)
