"""The codes of items: of one, and of very many as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import overload

import numpy as np

from .numbers import Numbers

Code = tuple[str, str]
"""A theme, and the rule that applied."""

Codes = tuple[Code, ...]
"""Of one item, in the order of the codebook."""


class AllCodes(Sequence[Codes]):
    """The codes of all items, read like a list of them: a million items are a few arrays.

    different: the codes that may occur. sizes: how many codes each item has. numbers: the place of each code among the different
    ones, of all items behind each other.
    """

    def __init__(self, different: Sequence[Code], sizes: Numbers, numbers: Numbers) -> None:
        self.different, self.sizes, self.numbers = different, sizes, numbers

    def __len__(self) -> int:
        return len(self.sizes)

    def __iter__(self) -> Iterator[Codes]:
        every = map(self.different.__getitem__, self.numbers.tolist())
        return (tuple(islice(every, size)) for size in self.sizes.tolist())

    @overload
    def __getitem__(self, item: int) -> Codes: ...
    @overload
    def __getitem__(self, item: slice) -> list[Codes]: ...
    def __getitem__(self, item: int | slice) -> Codes | list[Codes]:
        if isinstance(item, slice):
            return [self[one] for one in range(*item.indices(len(self)))]
        end = int(self._ends[item])
        return tuple(self.different[number] for number in self.numbers[end - int(self.sizes[item]) : end].tolist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # codes are compared by what they hold

    def __repr__(self) -> str:
        return f"AllCodes of {list(self)!r}"

    @cached_property
    def _ends(self) -> Numbers:
        ends: Numbers = np.cumsum(self.sizes)
        return ends

    @property
    def of(self) -> Numbers:
        """The item of each code."""
        items: Numbers = np.repeat(np.arange(len(self)), self.sizes)
        return items

    def only(self, items: Sequence[int]) -> AllCodes:
        """The codes of these items."""
        some = np.asarray(items, np.int64)
        sizes = self.sizes[some]
        starts = self._ends[some] - sizes
        return AllCodes(self.different, sizes, self.numbers[np.repeat(starts - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())])


def all_codes(codes: Sequence[Codes]) -> AllCodes:
    """The codes of each item, as AllCodes."""
    if isinstance(codes, AllCodes):
        return codes
    places: dict[Code, int] = {}
    numbers = [places.setdefault(code, len(places)) for code in chain.from_iterable(codes)]
    return AllCodes(list(places), np.array([len(one) for one in codes], np.int64), np.array(numbers, np.int64))
