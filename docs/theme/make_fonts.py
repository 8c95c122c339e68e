"""Make the two font files of the site from the npm package @fontsource/atkinson-hyperlegible-next.

Run once, by hand, when the font or the needed characters change; the result is kept in docs/assets/fonts:

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0 && tar xf *.tgz
    python docs/theme/make_fonts.py package/files docs/assets/fonts      (needs fonttools and brotli)

Why: the package has a Latin and a Latin Extended file per weight. One file per weight means one request, and no
second font halfway a word such as "Šarović". The typeface has no arrows, ticks or comparison signs; texts use a few,
and a sign from another font would fail the check on the printed sheets, so the few are drawn here with its own
stem width. Its licence (OFL 1.1, no reserved font name) allows that; it stands beside the fonts.
"""

import sys
from itertools import pairwise
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

NAME = "atkinson-hyperlegible-next"
STEM = {400: 78, 700: 128}
WANTED = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    0x2BC,
    *range(0x2010, 0x2027),
    0x202F,
    0x2030,
    0x2032,
    0x2033,
    0x2039,
    0x203A,
    0x20AC,
    0x2122,
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2212,
    0x2264,
    0x2265,
    0x2610,
    0x2713,
    0x2717,
]


def stroke(pen: TTGlyphPen, points: list[tuple[float, float]], width: float) -> None:
    """Draw each piece of a line as a rectangle with square ends; overlaps are allowed in TrueType."""
    for (x1, y1), (x2, y2) in pairwise(points):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        ux, uy = (x2 - x1) / length * width / 2, (y2 - y1) / length * width / 2
        x1, y1, x2, y2 = x1 - ux, y1 - uy, x2 + ux, y2 + uy
        corners = [(x1 - uy, y1 + ux), (x2 - uy, y2 + ux), (x2 + uy, y2 - ux), (x1 + uy, y1 - ux)]
        pen.moveTo(tuple(map(round, corners[0])))
        for corner in corners[1:]:
            pen.lineTo(tuple(map(round, corner)))
        pen.closePath()


# Lines on a 1000-unit square with the x-height in mind: arrows stand around the middle of small letters.
SIGNS = {
    0x2192: (860, [[(110, 300), (720, 300)], [(500, 520), (735, 300), (500, 80)]]),
    0x2190: (860, [[(140, 300), (750, 300)], [(360, 520), (125, 300), (360, 80)]]),
    0x2191: (620, [[(310, 20), (310, 620)], [(90, 410), (310, 640), (530, 410)]]),
    0x2193: (620, [[(310, 60), (310, 660)], [(90, 270), (310, 40), (530, 270)]]),
    0x2264: (600, [[(500, 600), (110, 375), (500, 150)], [(110, 30), (500, 30)]]),
    0x2265: (600, [[(100, 600), (490, 375), (100, 150)], [(100, 30), (490, 30)]]),
    0x2610: (800, [[(120, 40), (680, 40), (680, 600), (120, 600), (120, 40)]]),
    0x2713: (760, [[(110, 290), (290, 70), (650, 590)]]),
    0x2717: (700, [[(120, 560), (580, 80)], [(580, 560), (120, 80)]]),
}


def add_signs(font: TTFont, weight: int) -> None:
    """Draw the signs that the typeface lacks."""
    for code, (advance, lines) in SIGNS.items():
        pen = TTGlyphPen(None)
        for line in lines:
            stroke(pen, line, STEM[weight])
        name = f"uni{code:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (advance, 0)
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (advance, font["glyf"][name].xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def make(source: Path, target: Path, weight: int) -> None:
    parts = []
    for subset in ("latin", "latin-ext"):
        font = TTFont(source / f"{NAME}-{subset}-{weight}-normal.woff2")
        font.flavor = None
        if subset == "latin-ext":  # the merger wants each character once
            have = TTFont(source / f"{NAME}-latin-{weight}-normal.woff2").getBestCmap()
            keep = Subsetter(Options(layout_features=["kern", "mark", "ccmp"]))
            keep.populate(unicodes=set(font.getBestCmap()) - set(have))
            keep.subset(font)
        for table in ("STAT", "prep", "gasp"):
            if table in font:
                del font[table]
        part = target / f"part-{subset}.ttf"
        font.save(part)
        parts.append(part)
    font = Merger().merge([str(part) for part in parts])
    add_signs(font, weight)
    options = Options(layout_features=["kern", "mark", "ccmp", "tnum", "locl"], hinting=False, flavor="woff2")
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=WANTED)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target / f"{NAME}-{weight}.woff2")
    for part in parts:
        part.unlink()


if __name__ == "__main__":
    for each in STEM:
        make(Path(sys.argv[1]), Path(sys.argv[2]), each)
