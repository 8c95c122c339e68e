"""The file mapping.yml, in which people say what the columns of their own form hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from learning_network.content.findings import Finding, did_you_mean, report
from learning_network.content.yaml_file import YamlFile, parse_yaml

from .answer_headings import MEANINGS, plain
from .days import read_day
from .heading_words import NOT_USED
from .items import FIELDS
from .tables import address

FORMAT, VERSION = "learning-network/mapping", 1
ROWS = {"responses": False, "one-response": True}
ORDERS = {"day-first": False, "month-first": True}
LANGUAGES = ("nl", "en", "de", "fr")
GIVEN = ("organisation", "team", "role", "phase", "round", "answered_on", "instrument")
"""What people may say of a whole file that does not say it itself."""

_EMPTY = "column "
"""A column without a heading goes by its letter: 'column C'."""

_KEYS = ("format", "version", "instrument", "language", "rows", "dates", "others", "set", "columns")


@dataclass(frozen=True)
class Mapping:
    """What people said of the columns of one form.

    columns: heading -> meaning, as answer_headings has them. signs: heading -> what parts choices in its cells. only: headings
    that are not named are not read. set: what holds for the whole file where it does not say.
    """

    columns: dict[str, str]
    instrument: str = ""
    language: str = ""
    signs: dict[str, str] = field(default_factory=dict)
    one_response: bool | None = None
    month_first: bool | None = None
    only: bool = False
    set: dict[str, str] = field(default_factory=dict)

    def means(self, heading: str, place: int) -> str:
        """What a column means; empty when nothing is said of it. `place` counts from 0."""
        return self.columns.get(_key(heading, place), "")

    def sign(self, heading: str, place: int) -> str:
        return self.signs.get(_key(heading, place), "")

    def fits(self, headings: list[str]) -> bool:
        """Whether these are headings of the form that it was written for: half of the columns that it reads are there."""
        wanted = {key for key, means in self.columns.items() if means != NOT_USED}
        there = wanted & {_key(heading, place) for place, heading in enumerate(headings)}
        return bool(there) and len(there) * 2 >= len(wanted)


def _key(heading: str, place: int) -> str:
    return plain(heading) or f"{_EMPTY}{address(0, place)[:-1].lower()}"


def load_mapping(path: Path) -> Mapping:
    """Read a mapping. Raises ValueError with all faults at once, each with its file and line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror}): check the path") from None
    except UnicodeDecodeError:
        raise ValueError(f"{path}:1: the file is not in UTF-8: save it as UTF-8") from None
    return parse_mapping(text, str(path))


def parse_mapping(text: str, name: str) -> Mapping:
    """A mapping from the text of its file. Raises ValueError as load_mapping does."""
    try:
        file, findings = parse_yaml(text, name)
    except RecursionError:
        raise ValueError(f"{name}:1: the file holds lists in lists without end: write heading: meaning") from None
    if file is None:
        raise ValueError(report(findings))
    reader = _Reader(file)
    mapping = reader.read()
    if reader.findings:
        raise ValueError(report(reader.findings))
    return mapping


class _Reader:
    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def fault(self, at: tuple[str | int, ...], wrong: str, fix: str) -> None:
        self.findings.append(self.file.finding(at, "mapping", wrong, fix))

    def read(self) -> Mapping:
        data = self.file.data
        if not isinstance(data, dict):
            self.fault((), "this file is no mapping", "begin it with 'columns:' and a line 'heading: meaning' for each column")
            return Mapping({})
        for key in data:
            if key not in _KEYS:
                self.fault((key,), f"'{key}' is not known here", did_you_mean(key, _KEYS))
        if data.get("format", FORMAT) != FORMAT:
            self.fault(("format",), f"the format is not {FORMAT}", "name the file that `learning-network responses mapping` wrote")
        if data.get("version", VERSION) != VERSION:
            self.fault(("version",), "this mapping was written for another version", f"write version: {VERSION}")
        instrument = self._text(data, "instrument")
        columns, signs = self._columns(data.get("columns"), instrument)
        return Mapping(
            columns,
            instrument,
            self._choice(data, "language", {code: code for code in LANGUAGES}) or "",
            signs,
            self._choice(data, "rows", ROWS),
            self._choice(data, "dates", ORDERS),
            bool(self._choice(data, "others", {NOT_USED: True, "by-heading": False})),
            self._set(data.get("set")),
        )

    def _text(self, data: dict[str, Any], key: str) -> str:
        value = data.get(key)
        if value is not None and not isinstance(value, (str, int)):
            self.fault((key,), f"'{key}' must be a word", f"write {key}: swot" if key == "instrument" else f"write {key}: and a word")
        return str(value) if isinstance(value, (str, int)) else ""

    def _choice(self, data: dict[str, Any], key: str, choices: dict[str, Any]) -> Any:
        value = data.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or value not in choices:
            self.fault((key,), f"'{value}' is not known as {key}", did_you_mean(str(value), choices))
            return None
        return choices[value]

    def _set(self, said: Any) -> dict[str, str]:
        if said is not None and not isinstance(said, dict):
            self.fault(("set",), "'set' must hold lines such as 'round: 2'", f"name one or more of {', '.join(GIVEN)}")
            return {}
        found = {}
        for key, value in (said or {}).items():
            if key not in GIVEN:
                self.fault(("set", key), f"'{key}' cannot be set", did_you_mean(key, GIVEN))
            elif not isinstance(value, (str, int)):
                self.fault(("set", key), f"'{key}' must be a word or a number", "write one")
            elif key == "answered_on" and not read_day(str(value)):
                self.fault(("set", key), f"'{value}' is no date", "write year-month-day, such as 2026-03-31")
            else:
                found[key] = str(value)
        return found

    def _columns(self, said: Any, instrument: str) -> tuple[dict[str, str], dict[str, str]]:
        columns: dict[str, str] = {}
        signs: dict[str, str] = {}
        if not isinstance(said, dict) or not said:
            self.fault(("columns",), "the columns are missing", "write 'columns:' and below it a line 'heading: meaning' for each column")
            return columns, signs
        for heading, value in said.items():
            at = ("columns", heading)
            sign = None
            if isinstance(value, dict):
                sign, extra = value.get("split"), sorted(value.keys() - {"means", "split"})
                value = value.get("means")
                if extra:
                    self.fault(
                        (*at, extra[0]), f"'{extra[0]}' is not known here", "write means: and, where choices are parted by a sign, split:"
                    )
                if sign is not None and not (isinstance(sign, str) and sign.strip()):
                    self.fault((*at, "split"), "the sign that parts choices is missing", 'write it in quotes, such as split: ";"')
                    sign = None
            if not isinstance(value, str):
                self.fault(at, f"what '{heading}' means is missing", f"write a field, such as strengths, or {NOT_USED}")
                continue
            key = plain(heading)
            if key in columns:
                self.fault(at, f"'{heading}' stands here twice, apart from capitals and spaces", "keep one of the two")
            columns[key] = self._meaning(at, value, instrument)
            if sign:
                signs[key] = sign
        if not self.findings and not any("." in means for means in columns.values()) and "text" not in columns.values():
            self.fault(("columns",), "no column holds answers", "give at least one column a field, such as strengths, or 'text'")
        return columns, signs

    def _meaning(self, at: tuple[str | int, ...], value: str, instrument: str) -> str:
        if value in MEANINGS:
            return value
        kind, _, name = value.rpartition(".")
        kinds = [kind] if kind else [instrument] if instrument else list(FIELDS)
        for known in kinds:
            if known not in FIELDS and name:
                return f"{known}.{name}"
            if name in FIELDS.get(known, ()) or (known, name) == ("swot", "points-for-attention"):
                return f"{known}.{name}"
        words = [*MEANINGS, *(field_ for known in kinds for field_ in FIELDS.get(known, ()))]
        self.fault(at, f"'{value}' is no meaning of a column", did_you_mean(value, words))
        return NOT_USED
