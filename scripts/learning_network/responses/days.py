"""Reads dates in all ways that form tools, spreadsheets and people write them; a column decides its order of day and month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

_TIME = r"(?:[ T,]+(?:om |at |um |à )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?\.?)?(?:\s*(?:Z|UTC|GMT|MEZ|CET|CEST)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?)"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}\Z")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})\s?[-/.]\s?(\d{{1,2}})\s?[-/.]\s?(\d{{4}}|\d{{2}}){_TIME}\Z")
_COMPACT = re.compile(r"(20\d{2})(\d{2})(\d{2})\Z")
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?\Z")
_DAY_MONTH = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|e|de|ste|er|\.)?[\s-]+(?:of |de )?([^\W\d_]{{3,9}})\.?,?[\s-]+(\d{{4}}){_TIME}\Z", re.I
)
_MONTH_DAY = re.compile(rf"([^\W\d_]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}\Z", re.I)
_WEEKDAY = re.compile(
    r"(?:ma|di|wo|do|vr|za|zo|maan|dins|woens|donder|vrij|zater|zon|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:dag|day)?\.?,?\s+",
    re.I,
)

_MONTHS = (
    "januari jan january januar janvier", "februari feb february februar février fevrier", "maart mrt march mar märz mars",
    "april apr avril", "mei may mai", "juni jun june juin", "juli jul july juillet", "augustus aug august août aout",
    "september sep sept septembre", "oktober okt october oct octobre", "november nov novembre",
    "december dec dezember dez décembre decembre",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""A date outside these years is a slip of the pen, or stands for no date (LimeSurvey writes 1980-01-01 for one that it hides)."""

_EXCEL_START = date(1899, 12, 30)
_SERIALS = range(32_874, 73_051)
"""Day numbers of spreadsheets for those years."""


@dataclass(frozen=True)
class Day:
    """A date as read. `stamp` has the time of day too, where it is written; `text` is what was written."""

    iso: str
    stamp: str

    @property
    def timed(self) -> bool:
        return len(self.stamp) > 10


@dataclass
class Days:
    """What the texts of a column say: text -> date. Texts that are no date are in `unread`."""

    read: dict[str, Day] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    ambiguous: int = 0
    """Cells that can be read in two orders."""
    month_first: bool = False
    """How those were read."""
    decided: bool = False
    """Whether other cells of the column show the order."""

    def iso(self, text: str) -> str:
        return self.read[text].iso if text in self.read else ""

    def stamp(self, text: str) -> str:
        """The date with its time, or what was written where it is no date."""
        return self.read[text].stamp if text in self.read else text


def read_days(counts: Mapping[str, int] | Iterable[str], month_first: bool = False) -> Days:
    """Read the dates of one column.

    counts: text -> number of cells. month_first: the order to take where no cell of the column shows it. A cell shows it when
    one of its numbers is over 12; cells with both orders in one column are each read as they can be, the others as most are.
    """
    counts = counts if isinstance(counts, Mapping) else dict.fromkeys(counts, 1)
    found = Days()
    open_: list[str] = []
    votes = {True: 0, False: 0}
    for text, cells in counts.items():
        said = _WEEKDAY.sub("", text.strip(), count=1)
        if not said:
            continue
        if (match := _YEAR_LAST.match(said)) and int(match[1]) <= 12 and int(match[2]) <= 12:
            if match[1] == match[2]:
                _keep(found, text, _last(match, False))
            else:
                open_.append(text)
                found.ambiguous += cells
            continue
        if match and (int(match[1]) <= 12 or int(match[2]) <= 12):
            votes[int(match[2]) > 12] += cells
            _keep(found, text, _last(match, int(match[2]) > 12))
        else:
            _keep(found, text, _sure(said))
    found.decided = votes[True] != votes[False]
    found.month_first = votes[True] > votes[False] if found.decided else month_first
    for text in open_:
        match = _YEAR_LAST.match(_WEEKDAY.sub("", text.strip(), count=1))
        _keep(found, text, _last(match, found.month_first) if match else None)
    return found


def read_day(text: str) -> str:
    """One date on its own as an ISO date, day before month; empty when it is none."""
    return read_days([text]).iso(text)


def _keep(found: Days, text: str, day: Day | None) -> None:
    if day is None:
        found.unread.append(text)
    else:
        found.read[text] = day


def _sure(text: str) -> Day | None:
    """A date whose order is plain."""
    if match := _YEAR_FIRST.match(text):
        return _day(match[1], match[2], match[3], match.groups()[3:])
    if match := _COMPACT.match(text):
        return _day(match[1], match[2], match[3])
    if (match := _SERIAL.match(text)) and int(match[1]) in _SERIALS:
        return _serial(int(match[1]), match[2])
    if (match := _DAY_MONTH.match(text)) and (month := MONTHS.get(match[2].casefold())):
        return _day(match[3], str(month), match[1], match.groups()[3:])
    if (match := _MONTH_DAY.match(text)) and (month := MONTHS.get(match[1].casefold())):
        return _day(match[3], str(month), match[2], match.groups()[3:])
    return None


def _last(match: re.Match[str], month_first: bool) -> Day | None:
    first, second, year = match[1], match[2], match[3]
    day, month = (second, first) if month_first else (first, second)
    return _day(year if len(year) == 4 else f"20{year}", month, day, match.groups()[3:])


def _serial(number: int, fraction: str | None) -> Day:
    iso = (_EXCEL_START + timedelta(days=number)).isoformat()
    seconds = round(float(f"0.{fraction}") * 86_400) if fraction else 0
    if not 0 < seconds < 86_400:
        return Day(iso, iso)
    return Day(iso, f"{iso}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}")


def _day(year: str, month: str, day: str, time: tuple[str | None, ...] = ()) -> Day | None:
    try:
        iso = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    hour, minute, second, half = (*time, None, None, None, None)[:4]
    if hour is None:
        return Day(iso, iso)
    hours = int(hour) % 12 + (12 if half in "Pp" else 0) if half else int(hour)
    if hours > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        return Day(iso, iso)
    stamp = f"{iso}T{hours:02}:{int(minute or 0):02}:{int(second or 0):02}"
    return Day(iso, iso if stamp.endswith("T00:00:00") else stamp)
