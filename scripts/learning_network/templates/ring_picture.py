"""Rings round a middle, to put people in: the drawing of the site (drawings/rings.svg.j2), as a picture for word processors."""

from __future__ import annotations

import io
from functools import cache

SIDE, SCALE = 400, 3
RADII = (38, 92, 145)
"""The rings of the drawing, on a field of 400 by 400; a broken one stands at its edge."""


@cache
def _png() -> bytes:
    from PIL import Image, ImageDraw  # only one worksheet has rings

    size = SIDE * SCALE
    picture = Image.new("L", (size, size), 255)
    pen = ImageDraw.Draw(picture)
    for radius in RADII:
        box = _box(radius)
        pen.ellipse(box, outline=60, width=8 if radius == RADII[0] else 4)
    for start in range(0, 360, 4):
        pen.arc(_box(196), start, start + 2, fill=60, width=4)
    picture = picture.resize((size // 2, size // 2), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _box(radius: int) -> tuple[int, int, int, int]:
    low, high = (SIDE // 2 - radius) * SCALE, (SIDE // 2 + radius) * SCALE
    return low, low, high, high


def rings() -> io.BytesIO:
    """The picture, as a file to read."""
    return io.BytesIO(_png())
