"""Colours and markers: for the ground in light and dark, and for routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap


@dataclass(frozen=True)
class Theme:
    """Colours of a figure.

    face, text, faint, arrow: of the background, of words, of frames and of the arrows of −∇f.
    darkest: where viridis starts, 0 to 1, so that its low end is seen on face.
    """

    face: str
    text: str
    faint: str
    arrow: str
    darkest: float


THEMES = {
    "light": Theme("#ffffff", "#1b2530", "#d5d3cb", "#3b4754", 0.0),
    "dark": Theme("#1a2027", "#e8ecef", "#35404b", "#c3ccd4", 0.25),
}

# Okabe and Ito's colours, told apart by people with every kind of colour vision; the markers tell
# the routes apart without any colour.
ROUTE_STYLES = (
    ("#D55E00", "o"),
    ("#0072B2", "s"),
    ("#009E73", "^"),
    ("#CC79A7", "D"),
    ("#E69F00", "v"),
    ("#56B4E9", "P"),
    ("#F0E442", "X"),
    ("#999999", "p"),
)

# Of the route that a student's own method has walked, whatever others walk beside it.
STUDENT_STYLE = ("#F0E442", "X")


def route_style(index: int) -> tuple[str, str]:
    """(colour, marker) of the route with that number; they repeat after eight."""
    return ROUTE_STYLES[index % len(ROUTE_STYLES)]


def paint_axes(ax: Axes, theme: str) -> None:
    """Give axes, flat or 3-D, the colours of a theme."""
    colours = THEMES[theme]
    ax.set_facecolor(colours.face)
    for axis in (ax.xaxis, ax.yaxis):
        axis.label.set_color(colours.text)
    ax.tick_params(colors=colours.text)
    for spine in ax.spines.values():
        spine.set_color(colours.faint)


def viridis(theme: str, colour_count: int = 256) -> Colormap:
    """The viridis colour map without the end that a theme's background would swallow."""
    import matplotlib
    from matplotlib.colors import LinearSegmentedColormap

    colours = matplotlib.colormaps["viridis"]
    start = THEMES[theme].darkest
    part = [colours(start + (1 - start) * i / (colour_count - 1)) for i in range(colour_count)]
    return LinearSegmentedColormap.from_list(f"viridis-{theme}", part)
