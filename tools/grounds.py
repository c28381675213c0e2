"""The grounds of the library's landscapes as SVG: contour lines that are there before any Python.

The page shows them until matplotlib's figures come, at the same place and in the same colours.
"""

from collections.abc import Iterator

import numpy as np
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.path import Path

from visualizer.figures import compose, style
from visualizer.figures.contour import look_of
from visualizer.landscapes import LANDSCAPES, Landscape

FOLDER = "assets/grounds"
# The stage may be so many times as wide as the field is for its height, or as high for its width.
WIDEST, HIGHEST = 2.0, 2.4
# The field's own width in the picture's units, and a difference that nobody sees.
UNITS, UNSEEN = 6000, 2.0
# In pixels: contour lines are one point wide.
WIDTH = round(96 / 72, 2)

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>path{{fill:none;stroke-width:{stroke};vector-effect:non-scaling-stroke}}
{light}
@media (prefers-color-scheme: dark){{
{dark}
}}</style>
{paths}
</svg>
"""


def grounds() -> dict[str, str]:
    """{path in the project: text} of one picture for each landscape."""
    return {f"{FOLDER}/{key}.svg": ground(landscape) for key, landscape in LANDSCAPES.items()}


def ground(landscape: Landscape) -> str:
    """Contour lines of a landscape and of what lies around it; its bounds are the view box."""
    (x0, x1), (y0, y1) = landscape.xlim, landscape.ylim
    unit = UNITS / (x1 - x0)
    lines = {theme: list(_lines(landscape, theme)) for theme in style.THEMES}
    scale = np.array([unit, -unit])
    return SVG.format(
        width=UNITS,
        height=round((y1 - y0) * unit),
        stroke=WIDTH,
        paths="\n".join(
            f'<path class="l{i}" d="{_drawn(path, scale, np.array([x0, y1]))}"/>'
            for i, (path, _) in enumerate(lines["light"])
        ),
        **{
            theme: "\n".join(f".l{i}{{stroke:{c}}}" for i, (_, c) in enumerate(of_theme))
            for theme, of_theme in lines.items()
        },
    )


def _lines(landscape: Landscape, theme: str) -> Iterator[tuple[Path, str]]:
    """(path, colour) of every contour line, lowest first."""
    (x0, x1), (y0, y1) = landscape.xlim, landscape.ylim
    around = landscape.with_limits(
        _stretched(x0, x1, WIDEST), _stretched(y0, y1, HIGHEST * (x1 - x0) / (y1 - y0) / 2)
    )
    ax = Figure().add_subplot()
    picture = compose(ax, around, theme=theme, look=look_of(landscape, around))
    contours = picture.ground
    colours = contours.to_rgba(np.asarray(contours.levels))
    for path, colour in zip(contours.get_paths(), colours, strict=True):
        if len(path):
            yield path, to_hex(colour)


def _stretched(low: float, high: float, times: float) -> tuple[float, float]:
    middle, half = (low + high) / 2, max(times, 1.0) * (high - low) / 2
    return middle - half, middle + half


def _drawn(path: Path, scale: np.ndarray, corner: np.ndarray) -> str:
    """A path as SVG writes it: whole numbers, each point beside the one before."""
    at = Path((path.vertices - corner) * scale, path.codes)
    at.should_simplify, at.simplify_threshold = True, UNSEEN
    words, here = [], (0, 0)
    for point, code in at.iter_segments(simplify=True, curves=False):
        if code == Path.CLOSEPOLY:
            words.append("z")
            continue
        x, y = (round(float(value)) for value in point)
        if code == Path.MOVETO:
            words.append(f"M{x} {y}l")
        else:
            words.append(f"{x - here[0]} {y - here[1]} ")
        here = x, y
    return "".join(words).replace(" -", "-").replace(" z", "z").strip()
