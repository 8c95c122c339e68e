"""Brings the answers of many files together in one table, each response once, and keeps the account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from learning_network.words.reasons import Reason

from .account import SourceFile
from .columns import values_in
from .folder import find_files
from .items import FileRead, Items, Rejected, Remark
from .mapping import Mapping as Columns
from .readers import read_file
from .tables import SPREADSHEETS, TEXTS

READS = frozenset((*SPREADSHEETS, *TEXTS, ".json", ".jsonl", ".docx", ".docm", ".pdf"))
"""The kinds of files that are read."""

RESULT = frozenset({"items.csv", "summary.json"})
"""What a folder holds that is the result of an earlier summary: its files are no answers."""

FOLDER = "@folder"
"""A given value that stands for the name of the folder that a file is in: one folder an organisation, or a round."""

SLIGHT = 40
"""Letters: a response that says less than this, and not of when or who, may well be given twice by different people."""

FROM = ("participant", "organisation", "team", "answered_on")


@dataclass
class Collected:
    """All that was read. `files` is the account of each file, after responses that stand in two files were counted once."""

    items: Items = field(default_factory=Items)
    rejected: list[Rejected] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
    twice: int = 0
    """Answer cells of files and responses that were read before."""
    scoring_sheets: list[tuple[str, bytes]] = field(default_factory=list)
    """Name and content of files that hold no answers but scores."""


def collect(
    paths: Iterable[Path],
    *,
    out: Path | None = None,
    aside: Iterable[Path] = (),
    mapping: Columns | None = None,
    given: Mapping[str, str] | None = None,
    holds_scores: Callable[[str, bytes], bool] = lambda name, data: False,
    say: Callable[[str], None] = lambda line: None,
) -> Collected:
    """Read all files of these paths (files or folders; not what stands in `out` or in the results of an earlier summary).

    aside: files and folders among the answers that are none: a mapping, a codebook, decisions. mapping and given: as in read_file;
    a given value FOLDER stands for the name of the folder that a file is in. holds_scores: told name and content, says whether a file is a scoring sheet; those are put
    aside. say: is told how far a long run is.
    """
    found = find_files(paths, _NoAnswers(out, aside).holds)
    collected, seen = Collected(), _Seen()
    for path, reason in found.unread:
        _refuse(path.name, reason, collected)
    for n, (name, path) in enumerate(found.files.items(), start=1):
        if n % 50 == 0:
            say(f"Read {n} of {len(found.files)} files")
        data, closed = _data(path)
        if closed:
            _refuse(name, closed, collected)
        elif holds_scores(name, data):
            collected.scoring_sheets.append((name, data))
        else:
            folder = path.resolve().parent.name
            facts = {what: folder if value == FOLDER else value for what, value in (given or {}).items()}
            _take(read_file(path, data, name, mapping=mapping, given=facts), collected, seen)
    return collected


def _refuse(name: str, reason: Reason, collected: Collected) -> None:
    """List a file that is not read."""
    collected.rejected.append(Rejected(name, 0, "", reason, "", 0))
    collected.files.append(SourceFile(name, "", "", 0, 0, 0, 0, 0, 0, 0))


def _data(path: Path) -> tuple[bytes, Reason | None]:
    """What is in a file, or why it is not read."""
    if path.suffix.lower() not in READS:
        return b"", Reason("kind_not_read")
    try:
        return path.read_bytes(), None
    except OSError as error:
        return b"", Reason("file_closed", error=error.strerror or "")


class _Seen:
    """Files and responses that were read before."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.responses: dict[str, str] = {}


def _take(read: FileRead, collected: Collected, seen: _Seen) -> None:
    """Add a file to what was collected."""
    if read.sha256 and read.sha256 in seen.files:
        first = seen.files[read.sha256]
        collected.rejected.append(Rejected(read.file, 0, "", Reason("same_file", file=first), "", read.cells))
        collected.twice += read.cells
        collected.files.append(_account(read, 0, 0, 0, 0, 0, read.cells))
        return
    if read.sha256:
        seen.files[read.sha256] = read.file
    items, again, cells = _once(read, seen, collected)
    collected.rejected += read.rejected + again
    collected.remarks += read.remarks
    collected.twice += cells
    rejected = sum(line.cells for line in read.rejected) + cells
    responses = len(values_in(items["response_id"]))
    collected.files.append(_account(read, responses, len(items), read.answered - cells, read.empty, read.said_empty, rejected))
    if len(collected.items):
        collected.items.extend(items)
    else:
        collected.items = items


def _account(read: FileRead, responses: int, items: int, answered: int, empty: int, said_empty: int, rejected: int) -> SourceFile:
    return SourceFile(read.file, read.reader, read.sha256, responses, read.cells, answered, empty, said_empty, rejected, items)


def _once(read: FileRead, seen: _Seen, collected: Collected) -> tuple[Items, list[Rejected], int]:
    """The items of responses that no earlier file holds, a line for each of the others, and how many cells those had."""
    items = read.items
    ids = values_in(items["response_id"])
    known = [id_ for id_ in ids if id_ in seen.responses]
    for id_ in ids:
        seen.responses.setdefault(id_, read.file)
    if not known:
        return items, [], 0
    places: dict[str, list[int]] = {id_: [] for id_ in known}
    for place, id_ in enumerate(items["response_id"]):
        if id_ in places:
            places[id_].append(place)
    again, cells, gone = [], 0, set()
    for id_, its in places.items():
        if _slight(items, its):
            items = _renamed(items, its, id_, seen, read.file)
            continue
        filled = len({(items["source_row"][place], items["source_column"][place]) for place in its})
        row = int(items["source_row"][its[0]])
        again.append(Rejected(read.file, row, "", Reason("same_response_in_file", file=seen.responses[id_]), "", filled))
        cells += filled
        gone.update(its)
    return items.only([place for place in range(len(items)) if place not in gone]) if gone else items, again, cells


def _slight(items: Items, places: list[int]) -> bool:
    """Whether a response says so little that two people may have said the same."""
    said = sum(len(items["text"][place]) for place in places)
    return said < SLIGHT and not any(items[name][place] for name in FROM for place in places)


def _renamed(items: Items, places: list[int], id_: str, seen: _Seen, file: str) -> Items:
    n = 2
    while (new := f"{id_}x{n}") in seen.responses:
        n += 1
    seen.responses[new] = file
    responses, ids = list(items["response_id"]), list(items["item_id"])
    for place in places:
        responses[place] = new
        ids[place] = new + ids[place].removeprefix(id_)
    return replace(items, columns={**items.columns, "response_id": responses, "item_id": ids})


class _NoAnswers:
    """Knows what is no answer of anybody: results of an earlier summary, and files with another purpose."""

    def __init__(self, out: Path | None, aside: Iterable[Path]) -> None:
        self.aside = {path.resolve() for path in (*aside, *([out] if out else []))}
        self.of: dict[Path, set[Path]] = {}

    def holds(self, folder: Path, file: Path) -> bool:
        real = file.resolve()
        if not self.aside.isdisjoint((real, *real.parents)):
            return True
        if folder not in self.of:
            self.of[folder] = {
                path.parent for path in folder.rglob("summary.json") if all((path.parent / name).is_file() for name in RESULT)
            }
        return not self.of[folder].isdisjoint(file.parents)
