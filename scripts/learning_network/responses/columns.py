"""Columns in which many rows say the same: each value stands there once, and a row holds the number of its own."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload


class Numbered(Sequence[Any]):
    """A column that is read like a list of its rows, and is kept as values and numbers.

    values: each is that of at least one row; equal ones may stand there more than once. of: per row the place of its value. Columns
    that say something of the same things, such as what responses say of themselves, share it.
    """

    __slots__ = ("of", "values")

    def __init__(self, values: Sequence[Any], of: array[int]) -> None:
        self.values, self.of = values, of

    def __len__(self) -> int:
        return len(self.of)

    def __iter__(self) -> Iterator[Any]:
        return map(self.values.__getitem__, self.of)

    @overload
    def __getitem__(self, row: int) -> Any: ...
    @overload
    def __getitem__(self, row: slice) -> list[Any]: ...
    def __getitem__(self, row: int | slice) -> Any:
        if isinstance(row, slice):
            return list(map(self.values.__getitem__, self.of[row]))
        return self.values[self.of[row]]

    def __contains__(self, value: object) -> bool:
        return value in self.values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and not isinstance(other, str) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # a column is compared by what it holds

    def __repr__(self) -> str:
        return f"Numbered({list(self)!r})"

    def count(self, value: object) -> int:
        numbers = {number for number, one in enumerate(self.values) if one == value}
        return len(self.of) if len(numbers) == len(self.values) else sum(map(numbers.__contains__, self.of))


Column = list[Any] | Numbered


def same(value: object, rows: int) -> Numbered:
    """A column that says the same in every row."""
    return Numbered([value] if rows else [], array("i", [0]) * rows)


def changed(column: Column, change: Callable[[Any], Any]) -> Column:
    """The column with its values changed."""
    return Numbered(list(map(change, column.values)), column.of) if isinstance(column, Numbered) else list(map(change, column))


def values_in(column: Iterable[Any]) -> dict[Any, None]:
    """The different values of a column."""
    return dict.fromkeys(column.values if isinstance(column, Numbered) else column)
