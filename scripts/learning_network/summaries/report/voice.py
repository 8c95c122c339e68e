"""How a report says things: counts with their meaning, names of themes, fields and groups, dates, in the report's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from learning_network.summaries.summary import Count, Goal, Quotation, Summary
from learning_network.words.strings import Strings, strings

from .blocks import Paragraph, Said

GROUP_OF_SMALL = "*"
"""The label of the group that stands for the small ones."""

T = TypeVar("T")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Voice:
    """The words for one summary. Call it with a key under `summary`, e.g. voice("in_short.answers", n=5)."""

    def __init__(self, summary: Summary, too_many: int) -> None:
        self.summary, self.too_many = summary, too_many
        self.t: Strings = strings(summary.language)
        self._labels = {theme["id"]: theme["label"] for theme in summary.coding.themes}

    def __call__(self, key: str, **values: object) -> str:
        said = {name: self.number(value) if type(value) is int else value for name, value in values.items()}
        return self.t(f"summary.{key}", **said)

    def reader(self, reader: str) -> str:
        """What kind of file it was, in words; a kind that we have no words for as it is called."""
        if not reader:
            return self("method.not_read")
        return str(self.t.raw("summary.method.readers").get(reader, reader))

    def number(self, n: int) -> _Number:
        """A whole number that is written with its thousands apart."""
        return _Number(n).with_separator(self.t("summary.thousands"))

    def counted(self, key: str, n: int) -> str:
        """A number and what it counts, e.g. '12 mensen'."""
        return self(f"count.{key}", n=n)

    def part(self, key: str, n: int, of: int) -> str:
        """A part of a whole, e.g. '12 van de 58 mensen'."""
        return self(f"part.{key}", n=n, of=of) if of > 1 else self.counted(key, n)

    def share(self, count: Count) -> str:
        """By how many something was said: '12 van de 58 mensen, uit 4 van de 6 organisaties'. One organisation is not worth saying."""
        whole = self.summary.count
        people = self.part("people", count.respondents, whole.respondents)
        if whole.organisations < 2 or not count.organisations:
            return people
        return self("share", people=people, organisations=self.part("organisations", count.organisations, whole.organisations))

    def theme(self, id_: str) -> str:
        return self._labels.get(id_, id_)

    def themes(self, ids: Iterable[str]) -> str:
        """Themes in a row; their names hold commas and 'and' themselves."""
        return self.and_(f"“{self.theme(id_)}”" for id_ in ids)

    def field(self, id_: str) -> str:
        """The name of a quadrant or step, e.g. Sterktes."""
        return self._named("fields", id_)

    def one(self, id_: str) -> str:
        """What one answer in it is, e.g. Sterkte."""
        return self._named("field_one", id_)

    @cached_property
    def goal_numbers(self) -> dict[str, int]:
        """Goals are numbered in the order of the page, so that a table can point to them."""
        goals = self.summary.grrow.goals if self.summary.grrow else ()
        return {goal.response_id: n for n, goal in enumerate(sorted(goals, key=by_organisation), start=1)}

    def field_words(self) -> dict[str, str]:
        return dict(self.t.raw("summary.field_one"))

    def instrument(self) -> str:
        return self.summary.instrument.upper()

    def kind(self, id_: str) -> str:
        """A kind of personal data."""
        return self._named("kinds", id_)

    def fields_in_words(self, ids: Iterable[str]) -> str:
        return self.and_(self.field(id_).lower() for id_ in ids)

    def group(self, by: str, label: str) -> str:
        """A group as people name it; the phases have names of their own."""
        if not label:
            return self("groups.not_said")
        if label == GROUP_OF_SMALL:
            return self("groups.small")
        return self._named("phases", label) if by == "phase" else label

    def and_(self, names: Iterable[str]) -> str:
        """Names in a row: 'a, b en c'."""
        listed = list(names)
        if len(listed) < 2:
            return "".join(listed)
        return f"{', '.join(listed[:-1])} {self('and')} {listed[-1]}"

    def place(self, organisation: str, team: str) -> str:
        """Organisation and team, as far as they are known."""
        return ", ".join(filter(None, (organisation, team))) or self("not_named")

    def day(self, written: str) -> str:
        """A date in words; what is no date as it was written."""
        if not _ISO.fullmatch(written):
            return written
        try:
            return self.t.date(date.fromisoformat(written))
        except ValueError:
            return written

    def score(self, mean: float) -> str:
        """A mean with its sign: '+1,5', '0', '−0,5'."""
        tenths = int(abs(mean) * 10 + 0.5)
        text = f"{tenths / 10:.1f}".removesuffix(".0").replace(".", self.t("summary.decimal"))
        return text if not tenths else f"{'+' if mean > 0 else '−'}{text}"

    def said(self, quotations: Sequence[Quotation], *, with_field: bool = False) -> tuple[Said, ...]:
        return tuple(Said(q.text, q.item_id, q.field if with_field else "") for q in quotations)

    def shown(self, rows: Sequence[T], file: str, total: int | None = None) -> tuple[Sequence[T], tuple[Paragraph, ...]]:
        """The rows that a page has room for, and a line that says where all of them stand, if these are not all."""
        first, total = rows[: self.too_many], len(rows) if total is None else total
        return first, () if len(first) >= total else (Paragraph(self("first_of", n=len(first), of=total, file=file), "rule"),)

    def has(self, key: str) -> bool:
        try:
            self.t.raw(f"summary.{key}")
        except KeyError:
            return False
        return True

    def _named(self, group: str, id_: str) -> str:
        names: dict[str, Any] = self.t.raw(f"summary.{group}")
        return str(names.get(id_, id_))


def by_organisation(goal: Goal) -> tuple[bool, str]:
    """The order of goals: by organisation, those that name none last."""
    return not goal.organisation, goal.organisation.casefold()


class _Number(int):
    """A whole number with its own way of being written; it still is 1 or not, which chooses singular and plural."""

    separator = ""

    def with_separator(self, separator: str) -> _Number:
        self.separator = separator
        return self

    def __str__(self) -> str:
        return f"{int(self):,}".replace(",", self.separator)

    def __format__(self, how: str) -> str:
        return str(self) if not how else format(int(self), how)
