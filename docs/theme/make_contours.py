"""Draw the contour lines behind the head of each page: docs/theme/partials/contours.html.

Run once, by hand, when the ground should look different (needs numpy and contourpy):

    python docs/theme/make_contours.py docs/theme/partials/contours.html

Why a script: real contours of an invented hill country look like a map; lines drawn by hand or a pattern do not.
The lines are inline SVG and not a picture, so that they take the colour of the phase, in light and dark.
"""

import sys
from pathlib import Path

import contourpy
import numpy as np

WIDTH, HEIGHT = 1200, 420
# Hills of the invented country: x, y, height, spread.
HILLS = [
    (930, 90, 10, 150),
    (760, 300, 6.5, 130),
    (1130, 330, 7, 120),
    (560, 60, 4.5, 120),
    (330, 240, 4, 150),
    (90, 40, 4, 140),
    (1010, 210, 3, 60),
    (690, 150, -2.5, 70),
    (450, 400, 3, 110),
]
LEVELS = np.arange(1.0, 12, 1.2)


def thin(line: np.ndarray, every: int) -> np.ndarray:
    """Keep one point in so many: the curve through them stays smooth and the file small."""
    kept = line[::every]
    return kept if np.allclose(kept[-1], line[-1]) else np.vstack([kept, line[-1]])


def path(line: np.ndarray) -> str:
    """A smooth path: quadratic curves through the middles of the pieces; a ring closes without a corner."""
    points = np.round(line).astype(int)
    if ring := bool((points[0] == points[-1]).all()):
        points = np.vstack([points[:-1], points[:2]])
    middles = np.round((points[:-1] + points[1:]) / 2).astype(int)
    start = "" if ring else f"M{points[0][0]} {points[0][1]}L"
    text = f"{start or 'M'}{middles[0][0]} {middles[0][1]}"
    x0, y0 = middles[0]
    for (cx, cy), (x, y) in zip(points[1:-1], middles[1:], strict=False):
        text += f"q{cx - x0} {cy - y0} {x - x0} {y - y0}".replace(" -", "-")
        x0, y0 = x, y
    return text + ("z" if ring else f"L{points[-1][0]} {points[-1][1]}")


def main(target: Path) -> None:
    x, y = np.meshgrid(np.linspace(0, WIDTH, 81), np.linspace(0, HEIGHT, 29))
    land = sum(h * np.exp(-(((x - a) / s) ** 2 + ((y - b) / (s * 0.72)) ** 2)) for a, b, h, s in HILLS)
    land += 0.22 * np.sin(x / 71 + y / 83) + 0.12 * np.sin(y / 47 - x / 111)
    maker = contourpy.contour_generator(x, y, land)
    thin_lines, thick_lines = [], []
    for number, level in enumerate(LEVELS):
        for line in maker.lines(level):
            if len(line) > 20:
                (thick_lines if number % 4 == 3 else thin_lines).append(path(thin(line, 4)))
    target.write_text(
        "{#- Contour lines behind the head of a page; made by make_contours.py. Decoration only. -#}\n"
        f'<svg class="contours" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'preserveAspectRatio="xMaxYMin slice" aria-hidden="true" focusable="false">'
        f'<path d="{"".join(thin_lines)}"/><path class="contours__index" d="{"".join(thick_lines)}"/></svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
