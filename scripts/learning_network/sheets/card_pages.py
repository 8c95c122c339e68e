"""Cards on pages: fronts on one page, backs mirrored left to right on the next, and the marks to cut along.

All measures are in mm from the top left corner of the paper, type sizes in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from .cards import Card
from .lettering import MM_PER_POINT, Lettering, TooLong
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
    """A text of a card does not fit at the smallest size.

    part: which one: front, back, lead, choices, low, high, or title and mark, which stand at the foot.
    letters: how many are too many; word: one that is wider than the card, when that is why.
    """

    def __init__(self, record: str, card: str, side: str, language: str, part: str, text: str, fault: TooLong) -> None:
        super().__init__(
            f"card '{card}' of {record}, {side} ({language}): {fault.letters} letters too many for the card, "
            "even at the smallest type; shorten it"
        )
        self.part, self.text, self.letters, self.word = part, text, fault.letters, fault.word


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
class Strip:
    """A text on a card besides its main one, at one size (points), in a width (mm), with the air round it (mm)."""

    part: str
    text: str
    size: float
    width: float
    leading: float
    air: float = 0.0


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
        return self._fitted(card, "front", card.front, sizes, LEADING_FRONT)

    def back(self, card: Card) -> tuple[float, float]:
        """Size of a back, and where it begins. Raises CardTooLong, which names the card and how much is too much."""
        return self._fitted(card, "back", card.back, self.grid.backs, LEADING_BACK)

    def _fitted(self, card: Card, side: str, text: str, sizes: tuple[float, ...], leading: float) -> tuple[float, float]:
        grid = self.grid
        foot, beside = self._foot(card, side), self._beside(card) if side == "front" else []
        heights = {strip.part: self._height(card, side, strip) for strip in [*foot, *beside]}
        room = grid.height - grid.inset - FOOT_AIR - sum(heights[strip.part] for strip in foot)
        above_and_below = sum(heights[strip.part] for strip in beside)
        least = grid.picture if card.picture and side == "front" else sizes[-1] * leading * MM_PER_POINT if text else 0
        missing = least - (room - above_and_below)
        if missing > 0:
            strip = max([*foot, *beside], key=lambda strip: heights[strip.part])
            self._height(card, side, strip, heights[strip.part] - missing)
        try:
            size = self.letters.fit(text, sizes, grid.inner, room - above_and_below, leading)
        except TooLong as error:
            raise CardTooLong(self.record, card.id, side, self.language, side, text, error) from error
        high = above_and_below + (self.letters.height(text, size, grid.inner, leading) or 0)
        if card.picture and side == "front":
            high = grid.picture
        return size, round(grid.inset + (0 if card.own else (room - high) / 2), 2)

    def _foot(self, card: Card, side: str) -> list[Strip]:
        """The lines at the foot. The half size is what the trail mark takes of the line."""
        size, width = self.grid.foot, self.grid.inner - self.grid.foot * 0.55
        lines = [("title", self.title), *([("mark", card.mark)] if side == "back" else [])]
        return [Strip(part, text, size, width, LEADING_FRONT) for part, text in lines]

    def _beside(self, card: Card) -> list[Strip]:
        """What stands on a front besides the thought itself: the line above it, options, the ends of a row of numbers."""
        small, inner = self.grid.small, self.grid.inner
        lines = [("lead", card.lead), ("choices", " · ".join(card.choices))]
        strips = [Strip(part, text, small, inner, LEADING_BACK, air=2) for part, text in lines if text]
        if card.scale:
            ends = [Strip(part, getattr(card.scale, part), small, inner * 0.48, LEADING_BACK, air=SCALE_HEIGHT) for part in ("low", "high")]
            strips.append(max(ends, key=lambda end: self._height(card, "front", end)))
        return strips

    def _height(self, card: Card, side: str, strip: Strip, most: float = float("inf")) -> float:
        """The height of a strip with its air. Raises CardTooLong when it is more than `most`, or a word is wider than the strip."""
        try:
            self.letters.fit(strip.text, (strip.size,), strip.width, most - strip.air, strip.leading)
        except TooLong as error:
            raise CardTooLong(self.record, card.id, side, self.language, strip.part, strip.text, error) from error
        return strip.air + (self.letters.height(strip.text, strip.size, strip.width, strip.leading) or 0)


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
