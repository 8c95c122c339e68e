"""Cards on pages: fronts on one page, backs mirrored left to right on the next, and the marks to cut along.

All measures are in mm from the top left corner of the paper, type sizes in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from .cards import Card
from .lettering import Lettering, TooLong
from .specs import Size

PAPER = (210.0, 297.0)
GAP, MARK = 2.0, 5.0
"""Between the cards and a cutting mark, and the length of the mark."""
LEADING_FRONT, LEADING_BACK = 1.2, 1.3
FOOT_AIR = 7.0
"""Below the foot of a card, and between it and the text."""
SCALE_HEIGHT = 12.0


@dataclass(frozen=True)
class Grid:
    """How the cards lie on a page, and their type: sizes from large to small, all of one scale (steps of 1.2)."""

    columns: int
    rows: int
    width: float
    height: float
    fronts: tuple[float, ...]
    terms: tuple[float, ...]
    backs: tuple[float, ...]
    small: float
    foot: float
    inset: float = 6.0

    @property
    def picture(self) -> float:
        """Height of a picture (four wide to three high) that is as large as the card allows above its foot."""
        return min(self.inner * 0.75, self.height - 3 * self.inset)

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    @property
    def left(self) -> float:
        return (PAPER[0] - self.columns * self.width) / 2

    @property
    def top(self) -> float:
        return (PAPER[1] - self.rows * self.height) / 2

    @property
    def inner(self) -> float:
        """Width of the text on a card."""
        return self.width - 2 * self.inset


GRIDS: dict[Size, Grid] = {
    "ordinary": Grid(2, 4, 88, 63, (20.7, 17.3, 14.4), (24.9, 20.7, 17.3, 14.4), (12.0, 10.0), 10.0, 7.5),
    "large": Grid(2, 2, 88, 116, (23.0, 19.2, 16.0), (27.6, 23.0, 19.2, 16.0), (16.0,), 16.0, 16.0),
}
"""88 by 63 mm is the size of a playing card, for which there are boxes and sleeves. Large print takes twice the room."""


class CardTooLong(ValueError):
    """A text of a card does not fit at the smallest size."""

    def __init__(self, record: str, card: str, side: str, language: str, letters: int) -> None:
        super().__init__(
            f"card '{card}' of {record}, {side} ({language}): {letters} letters too many for the card, even at the smallest type; shorten it"
        )


@dataclass(frozen=True)
class Face:
    """One side of a card at its place, with the size of its main text and the distance of that text from the top of the card."""

    card: Card
    left: float
    top: float
    size: float
    down: float


@dataclass(frozen=True)
class CardPage:
    """A side of a sheet of paper."""

    side: str
    number: int
    faces: tuple[Face, ...]


def card_pages(cards: list[Card], grid: Grid, fit: Fit) -> list[CardPage]:
    """The pages in the order of printing: a page of fronts, then its backs, mirrored for a flip on the long edge.

    Backs stand in reading order as well. Raises CardTooLong.
    """
    pages = []
    for number, start in enumerate(range(0, len(cards), grid.per_page), start=1):
        front, back = [], []
        for i, card in enumerate(cards[start : start + grid.per_page]):
            row, column = divmod(i, grid.columns)
            left, top = grid.left + column * grid.width, grid.top + row * grid.height
            front.append(Face(card, left, top, *fit.front(card)))
            back.append(Face(card, PAPER[0] - left - grid.width, top, *fit.back(card)))
        pages += [CardPage("front", number, tuple(front)), CardPage("back", number, tuple(sorted(back, key=lambda f: (f.top, f.left))))]
    return pages


@dataclass(frozen=True)
class Fit:
    """Finds the type size of each text, and how far down its card it begins, so that it stands in the middle.

    title: the name of the set, which stands at that foot and takes its room too.
    """

    grid: Grid
    letters: Lettering
    record: str
    language: str
    title: str
    terms: bool = False

    def front(self, card: Card) -> tuple[float, float]:
        """Size of a front, and where it begins. Raises CardTooLong."""
        sizes = self.grid.terms if self.terms else self.grid.fronts
        return self._fitted(card, "front", card.front, sizes, LEADING_FRONT, (self.title,))

    def back(self, card: Card) -> tuple[float, float]:
        """Size of a back, and where it begins. Raises CardTooLong, which names the card and how much is too much."""
        return self._fitted(card, "back", card.back, self.grid.backs, LEADING_BACK, (self.title, card.mark))

    def _fitted(
        self, card: Card, side: str, text: str, sizes: tuple[float, ...], leading: float, foot: tuple[str, ...]
    ) -> tuple[float, float]:
        grid = self.grid
        try:
            # The half size is what the trail mark takes of the line.
            foot_high = sum(self._height(line, grid.foot, grid.inner - grid.foot * 0.55, LEADING_FRONT) for line in foot)
            room = grid.height - grid.inset - FOOT_AIR - foot_high
            beside = sum(self._beside(card)) if side == "front" else 0
            size = self.letters.fit(text, sizes, grid.inner, room - beside, leading)
            high = beside + self._height(text, size, grid.inner, leading)
            if card.picture and side == "front":
                high = grid.picture
            return size, grid.inset + (0 if card.own else (room - high) / 2)
        except TooLong as error:
            raise CardTooLong(self.record, card.id, side, self.language, error.letters) from error

    def _beside(self, card: Card) -> list[float]:
        """The heights of what stands on a front besides the thought itself: the line above it, options, a row of numbers."""
        grid = self.grid
        small = [text for text in (card.lead, " · ".join(card.choices)) if text]
        heights = [self._height(text, grid.small, grid.inner, LEADING_BACK) + 2 for text in small]
        if card.scale:
            ends = (self._height(text, grid.small, grid.inner * 0.48, LEADING_BACK) for text in (card.scale.low, card.scale.high))
            heights.append(SCALE_HEIGHT + max(ends))
        return heights

    def _height(self, text: str, size: float, width: float, leading: float) -> float:
        high = self.letters.height(text, size, width, leading)
        if high is None:
            raise TooLong(len(text))
        return high


def cutting_marks(grid: Grid) -> list[tuple[float, float, float, float]]:
    """The marks to cut along, as lines from (x1, y1) to (x2, y2): in the margins only, at each edge between cards."""
    right, bottom = PAPER[0] - grid.left, PAPER[1] - grid.top
    marks = []
    for column in range(grid.columns + 1):
        x = grid.left + column * grid.width
        marks += [(x, grid.top - GAP - MARK, x, grid.top - GAP), (x, bottom + GAP, x, bottom + GAP + MARK)]
    for row in range(grid.rows + 1):
        y = grid.top + row * grid.height
        marks += [(grid.left - GAP - MARK, y, grid.left - GAP, y), (right + GAP, y, right + GAP + MARK, y)]
    return marks


def marks_as_image(grid: Grid) -> str:
    """The cutting marks as an address of a picture of the whole page, for its background: no reader stumbles on them."""
    path = "".join(f"M{x1:g} {y1:g}L{x2:g} {y2:g}" for x1, y1, x2, y2 in cutting_marks(grid))
    width, height = PAPER
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" viewBox="0 0 {width:g} {height:g}"><path d="{path}" stroke="#1f2a2e" stroke-width="0.2"/></svg>'
    return "data:image/svg+xml," + quote(svg)
