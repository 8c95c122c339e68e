"""Bars as SVG, written by hand: real text, nothing that needs a script, two to four kilobytes.

A chart is 320 units wide, so that its letters stay readable on a small phone, and stands beside a table with the same numbers.
The label of a row stands above its bars and wraps: Dutch words are long. A pale track behind a bar is the whole that the bar is a
part of. Colours are classes (s-<name>), which a page gives its own colours; `alone` gives a file those of the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .cleaning import printable

WIDTH = 320
_LETTER, _SMALL = 14, 12
_ADVANCE = 0.6
"""Width of a letter as a part of its size, on the safe side: in Dutch 0.5 on average in Arial, up to 0.6 in DejaVu Sans, the widest
that a reader without Arial gets."""
_BAR, _LINE, _GAP = 13, 18, 12
_NUMBERS = 46
"""Room to the right of the bars."""

_STYLE = (
    "<style>svg{background:#fbf8f2;font-family:Arial,sans-serif}text{fill:#1f2a2e}.soft{fill:#4b575b}.track{fill:#e6dfd0}"
    ".s-strengths{fill:#2f6b3a}.s-weaknesses{fill:#8a4b12}.s-opportunities{fill:#1f5f8b}.s-threats{fill:#7a3b6d}"
    ".s-plain{fill:#1f5f8b}.s-new{fill:#2f6b3a}.s-gone{fill:#8a4b12}.s-stayed{fill:#4b575b}"
    "@media screen and (prefers-color-scheme:dark){svg{background:#171d1f}text{fill:#e9e4d8}.soft{fill:#b9b8ae}.track{fill:#3a4547}"
    ".s-strengths{fill:#7cc08a}.s-weaknesses{fill:#e9a35b}.s-opportunities{fill:#7db8e0}.s-threats{fill:#d79cc9}"
    ".s-plain{fill:#7db8e0}.s-new{fill:#7cc08a}.s-gone{fill:#e9a35b}.s-stayed{fill:#b9b8ae}}</style>"
)


@dataclass(frozen=True)
class Bar:
    """One bar. label: what it is, beside it, where a row has several; empty for one that is its row."""

    number: int
    of: int
    """The whole of its track; 0 for no track."""
    colour: str
    label: str = ""
    said: str = ""
    """What stands behind the bar, where that is not the number alone."""


@dataclass(frozen=True)
class Row:
    label: str
    bars: tuple[Bar, ...]


def bars(id_: str, title: str, description: str, rows: Sequence[Row]) -> str:
    """The chart as one <svg>. All bars have the same scale, unless they have a whole of their own: then the tracks are equally long.

    id_: makes the ids of its title and description one of a kind in a page.
    """
    labels = {bar.label for row in rows for bar in row.bars if bar.label}
    left = min(124, max((_width(label, _SMALL) for label in labels), default=0) + 10) if labels else 0
    room = WIDTH - left - _NUMBERS
    most = max((bar.number for row in rows for bar in row.bars), default=0) or 1
    parts, y = [], 2
    for row in rows:
        for line in wrapped(row.label, WIDTH, _LETTER):
            parts.append(_text(0, y + _LETTER, line, _LETTER, "strong" if left else ""))
            y += _LINE
        y += 3
        for bar in row.bars:
            lines = wrapped(bar.label, left - 8, _SMALL) if bar.label else []
            high = max(_BAR, len(lines) * 14)
            for i, line in enumerate(lines):
                parts.append(_text(0, y + 10.5 + i * 14, line, _SMALL, "soft"))
            whole = bar.of or most
            if bar.of:
                parts.append(f'<rect class="track" x="{left}" y="{y}" width="{room}" height="{_BAR}" rx="2"/>')
            if long := round(room * min(bar.number / whole, 1), 1):
                parts.append(f'<rect class="s-{bar.colour}" x="{left}" y="{y}" width="{max(long, 2):g}" height="{_BAR}" rx="2"/>')
            behind = left + (room if bar.of else long) + 6
            parts.append(_text(behind, y + 11.5, bar.said or str(bar.number), _SMALL if bar.said else _LETTER, "strong"))
            y += high + (4 if len(row.bars) > 1 else 0)
        y += _GAP
    return _svg(id_, title, description, "".join(parts), max(y - _GAP + 4, 10))


def stacks(id_: str, title: str, description: str, rows: Sequence[Row]) -> str:
    """Stacked bars: the bars of a row behind each other, each with its number in or above it, and a legend of their labels."""
    most = max((sum(bar.number for bar in row.bars) for row in rows), default=0) or 1
    parts, x, y = [], 0.0, 2.0
    for bar in rows[0].bars if rows else ():  # the legend
        wide = 18 + _width(bar.label, _SMALL) + 14
        if x and x + wide > WIDTH:
            x, y = 0, y + _LINE
        parts.append(f'<rect class="s-{bar.colour}" x="{x:g}" y="{y:g}" width="12" height="12" rx="2"/>')
        parts.append(_text(x + 18, y + 10.5, bar.label, _SMALL, "soft"))
        x += wide
    y += _LINE + _GAP
    for row in rows:
        for line in wrapped(row.label, WIDTH, _LETTER):
            parts.append(_text(0, y + _LETTER, line, _LETTER, ""))
            y += _LINE
        x, y = 0, y + 3
        for bar in row.bars:
            if not bar.number:
                continue
            long = max(round((WIDTH - 2) * bar.number / most, 1), 26)
            parts.append(f'<rect class="s-{bar.colour}" x="{x:g}" y="{y:g}" width="{long - 2:g}" height="17" rx="2"/>')
            parts.append(_text(x + 5, y + 13, bar.said or str(bar.number), _SMALL, "in"))
            x += long
        y += 17 + _GAP
    return _svg(id_, title, description, "".join(parts), max(y - _GAP + 4, 10))


def alone(svg: str) -> bytes:
    """The chart as a file of its own, with its colours, also in the dark."""
    head, end, rest = svg.partition(">")
    style = _STYLE.replace(
        "</style>", ".in{fill:#fff}.strong{font-weight:700}@media screen and (prefers-color-scheme:dark){.in{fill:#171d1f}}</style>"
    )
    return printable(f'{head} xmlns="http://www.w3.org/2000/svg"{end}{style}{rest}\n').encode()


def wrapped(text: str, room: float, size: float) -> list[str]:
    """The text in lines that fit; a word that is too long itself is broken."""
    letters = max(int(room / (size * _ADVANCE)), 4)
    lines: list[str] = []
    for word in text.split() or [""]:
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
            continue
        while len(word) > letters:
            lines.append(f"{word[: letters - 1]}-")
            word = word[letters - 1 :]
        lines.append(word)
    return lines


def _width(text: str, size: float) -> float:
    return len(text) * size * _ADVANCE


def _text(x: float, y: float, text: str, size: int, look: str) -> str:
    about = f' class="{look}"' if look else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}"{about}>{escape(text)}</text>'


def _svg(id_: str, title: str, description: str, inside: str, high: float) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {high:g}" role="img" aria-labelledby="{id_}-t {id_}-d"><title id="{id_}-t">{escape(title)}</title>'
        f'<desc id="{id_}-d">{escape(description)}</desc>{inside}</svg>'
    )
