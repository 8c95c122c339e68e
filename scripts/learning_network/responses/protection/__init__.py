"""Takes what is personal out of answers: participants become codes; addresses, numbers and names become marks.

Nothing that is written after this holds a value that was masked: not the items, not the rejected lines, not the list of places to
check. What is doubtful stays and is put on that list, for a person who knows the people to decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import NamedTuple

from learning_network.responses.columns import Column, changed, values_in
from learning_network.responses.items import Items, Rejected
from learning_network.words.reasons import Reason, masked

from .glance import places_that_may_hold_something
from .keys import KeyFault, codes, load_key
from .marks import MARK, MARKS, Doubt
from .masking import MOST_PASSES, mask, may_hold_something, values_masked
from .names import Names, load_names, names_of

__all__ = ["MARK", "MARKS", "KeyFault", "Names", "Protected", "ToCheck", "load_key", "load_names", "names_of", "protect"]

SEARCHED = (
    "text",
    "organisation",
    "team",
    "role",
    "phase",
    "round",
    "answered_on",
    "weight",
    "owner_role",
    "due_on",
    "status",
    "first_step",
    "field",
    "instrument",
    "source_column",
)
"""The columns that hold what people wrote, or may hold it when a form is misread."""


@dataclass(frozen=True)
class ToCheck:
    """A place to look at by eye. Never holds the value itself."""

    item_id: str
    """Empty for a line of the rejected."""
    source_file: str
    source_row: int
    column: str
    """Of the items table; 'rejected' for the text of a rejected line, 'source_file' for the name of a file."""
    kind: str
    """Of marks.MARKS, or number."""
    reason: Reason


@dataclass
class Protected:
    items: Items
    rejected: list[Rejected]
    kinds: dict[str, int] = field(default_factory=dict)
    """Kind -> how many were masked: in texts each one, in other columns once for each different value."""
    to_check: list[ToCheck] = field(default_factory=list)
    names: str = "none"
    """How names were looked for: none, list, or deduce (with the list too, where there is one)."""


def protect(items: Items, rejected: list[Rejected], *, key: bytes, names: Names | None = None, deidentify: bool = False) -> Protected:
    """Items and rejected lines without personal data; what is protected already stays as it is.

    key: of load_key. names: people to look for. deidentify: also look for names that nobody listed; raises ValueError where
    the extra is not installed.
    """
    search = _Search(names, deidentify)
    columns = dict(items.columns)
    columns["participant"] = codes(columns["participant"], key)
    protected = Protected(items, [], names=search.how)
    kinds: Counter[str] = Counter()
    for name in SEARCHED:
        columns[name] = _column(items, name, search, kinds, protected.to_check)
    protected.items = Items(columns)
    for line in rejected:
        protected.rejected.append(_line(line, search, kinds, protected.to_check))
    _files(items, rejected, search, protected.to_check)
    protected.kinds = {kind: kinds[kind] for kind in MARKS if kinds[kind]}
    return protected


class _Result(NamedTuple):
    text: str
    kinds: tuple[str, ...]
    doubts: tuple[Doubt, ...]


class _Search:
    """Looks for all kinds in a text; each different text once."""

    def __init__(self, names: Names | None, deidentify: bool) -> None:
        self.names = names
        self.how = "deduce" if deidentify else "list" if names else "none"
        self.known: dict[str, _Result] = {}
        self.more: Callable[[str], tuple[str, int, list[Doubt]]] | None = None
        if deidentify:
            from .deidentify import name_masker

            self.more = name_masker()

    def places(self, texts: Sequence[str]) -> list[int]:
        """The places of the texts of which may_find() is true."""
        if self.names is None and self.more is None:
            return places_that_may_hold_something(texts)
        return [place for place, text in enumerate(texts) if self.may_find(text)]

    def may_find(self, text: str) -> bool:
        return (
            may_hold_something(text) or (self.names is not None and self.names.may_stand_in(text)) or (self.more is not None and text != "")
        )

    def result(self, text: str) -> _Result:
        if text not in self.known:
            self.known[text] = self._look(text)
        return self.known[text]

    def _look(self, text: str) -> _Result:
        text, found, doubts = mask(text)
        kinds = [one.kind for one in found]
        maskers = [masker for masker in (self.names.mask if self.names else None, self.more) if masker]
        for _ in range(MOST_PASSES if maskers else 0):
            before = text
            for masker in maskers:
                text, count, said = masker(text)
                kinds += ["name"] * count
                doubts += said
            if text == before:
                break
            text, found, said = mask(text)  # a mark makes room for what was hidden beside a name
            kinds += [one.kind for one in found]
            doubts += said
        return _Result(text, tuple(kinds), tuple(dict.fromkeys(doubts)))


def _column(items: Items, name: str, search: _Search, kinds: Counter[str], to_check: list[ToCheck]) -> Column:
    """A column with marks: the very same one where nothing was found."""
    column = items[name]
    if name == "text":
        places = search.places(column)
        results = [search.result(column[place]) for place in places]
        shown: Column = column
        if places:
            shown = list(column)
            for place, result in zip(places, results, strict=True):
                shown[place] = result.text
    else:
        values = values_in(column)
        found = {text: search.result(text) for text in values if isinstance(text, str) and search.may_find(text)}
        made = {value: found[value].text if value in found else value for value in values}
        shown = changed(column, made.__getitem__) if any(made[text] != text for text in found) else column
        results = list(found.values())
        places = list(map(column.index, found)) if any(result.doubts for result in results) else []
    for result in results:
        kinds.update(result.kinds)
    for place, result in sorted(zip(places, results, strict=True), key=itemgetter(0)) if places else ():
        if result.doubts:
            where = items["item_id"][place], items["source_file"][place], int(items["source_row"][place] or 0)
            to_check += [ToCheck(*where, name, doubt.kind, doubt.reason) for doubt in result.doubts]
    return shown


def _line(line: Rejected, search: _Search, kinds: Counter[str], to_check: list[ToCheck]) -> Rejected:
    result = search.result(line.text) if search.may_find(line.text) else _Result(line.text, (), ())
    kinds.update(result.kinds)
    to_check += [ToCheck("", line.source_file, line.source_row, "rejected", doubt.kind, doubt.reason) for doubt in result.doubts]
    values = values_masked(line.text)  # a reason may quote a part of the text

    def mask_quoted(text: str) -> str:
        for value, mark_ in values:
            text = text.replace(value, mark_)
        return search.result(text).text if search.may_find(text) else text

    column, reason = masked(line.column, mask_quoted), masked(line.reason, mask_quoted)
    if (result.text, column, reason) == (line.text, line.column, line.reason):
        return line
    return replace(line, text=result.text, column=column, reason=reason)


def _files(items: Items, rejected: list[Rejected], search: _Search, to_check: list[ToCheck]) -> None:
    for file in sorted({*items["source_file"], *(line.source_file for line in rejected)}):
        if search.may_find(file):
            for kind in sorted(set(search.result(file).kinds)):
                to_check.append(ToCheck("", file, 0, "source_file", kind, Reason("personal_file_name")))
