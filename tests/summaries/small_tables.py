"""Small tables of answers, made in the test that counts them by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from learning_network.responses.account import Account
from learning_network.responses.items import Items
from learning_network.summaries.codes import Codes
from learning_network.summaries.counting import Table, table_of
from learning_network.summaries.summarise import summarise
from learning_network.summaries.summary import Coding, Leftovers, Masked, Summary

DAY = date(2026, 11, 22)
THEMES = ("time-and-workload", "funding", "involvement-of-the-person")

Said = Mapping[str, Any]
"""One item: `who` is the response, `themes` its themes; all else as the column is called."""


def one(who: str, field: str, themes: str = "", **about: Any) -> Said:
    """An item. themes: with spaces between them."""
    return {"who": who, "field": field, "themes": tuple(themes.split()), **about}


def table(said: Iterable[Said], instrument: str = "swot") -> tuple[Items, list[Codes]]:
    """Items and their codes, in the order in which they are given."""
    items, codes = Items(), list[Codes]()
    numbers: dict[tuple[str, str], int] = {}
    for values in said:
        about = dict(values)
        who, field, themes = about.pop("who"), about.pop("field"), about.pop("themes")
        position = numbers[(who, field)] = numbers.get((who, field), 0) + 1
        given = {"instrument": instrument, "text": f"{field} {position} of {who}", "position": position} | about
        items.add(item_id=f"{who}-{field}-{given['position']}", response_id=who, field=field, **given)
        codes.append(tuple((theme, "a rule") for theme in themes))
    return items, codes


def counted(said: Iterable[Said], instrument: str = "swot", themes: Sequence[str] = THEMES) -> Table:
    items, codes = table(said, instrument)
    return table_of(items, codes, instrument, themes)


def summary_of(said: Iterable[Said], instrument: str = "swot", themes: Sequence[str] = THEMES, **options: Any) -> Summary:
    items, codes = table(said, instrument)
    return summarised(items, codes, instrument, themes, **options)


def summarised(items: Items, codes: Sequence[Codes], instrument: str, themes: Sequence[str] = THEMES, **options: Any) -> Summary:
    n = len(items)
    given: dict[str, Any] = {
        "account": Account((), n, n, 0, 0, 0, n, 0, 0),
        "masked": Masked({}, 0, "none"),
        "coding": Coding(tuple({"id": theme, "label": theme, "definition": ""} for theme in themes), (), 0, 0, 0, 0),
        "leftovers": Leftovers((), 0, (), ()),
        "remarks": (),
        "rejected": (),
        "language": "nl",
        "made_on": DAY,
    }
    return summarise(items, codes, instrument, **(given | options))


# sums of rows, in fractions: another way than the code's


def echelon(rows: Sequence[Sequence[int]]) -> list[list[Fraction]]:
    """Rows that span the same."""
    basis: list[list[Fraction]] = []
    for row in rows:
        rest = reduced(row, basis)
        if any(rest):
            basis.append(rest)
    return basis


def reduced(row: Sequence[int], basis: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    rest = list(map(Fraction, row))
    for known in basis:
        lead = next(n for n, value in enumerate(known) if value)
        if rest[lead]:
            rest = [a - rest[lead] / known[lead] * b for a, b in zip(rest, known, strict=True)]
    return rest


def spanned(row: Sequence[int], basis: Sequence[Sequence[Fraction]]) -> bool:
    """Whether a row is a sum of these, with any factors."""
    return not any(reduced(row, basis))
