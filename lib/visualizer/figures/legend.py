"""The legend of routes, where it covers none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from matplotlib.legend import Legend
from matplotlib.legend_handler import HandlerLine2D
from matplotlib.lines import Line2D

from visualizer.figures import style
from visualizer.figures.dots import Dots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from visualizer.types import Array

    Corner: TypeAlias = Literal["upper right", "upper left", "lower right", "lower left"]

# Corners of the axes as matplotlib names them, and where they are, from 0 to 1; first come first.
CORNERS: dict[Corner, tuple[int, int]] = {
    "upper right": (1, 1),
    "upper left": (0, 1),
    "lower right": (1, 0),
    "lower left": (0, 0),
}
# A line is looked at in so many places between two of its points, if it has few.
BETWEEN, MANY = 20, 2000
# Of a route's sample, in points of 1/72 inch.
DOT, LINE = 6.5, 1.6


class RouteSample(HandlerLine2D):
    """How a route is shown in any legend: a line with one of its dots, large enough to be known."""

    def create_artists(self, legend: Legend, orig_handle: Any, *where: Any) -> Sequence[Artist]:
        """See matplotlib.legend_handler.HandlerBase."""
        colour = orig_handle.get_markerfacecolor()
        look = {"color": colour, "marker": orig_handle.get_marker(), "markersize": DOT}
        sample = Line2D([], [], linewidth=LINE, **look)
        artists: Sequence[Artist] = super().create_artists(legend, sample, *where)
        return artists


Legend.update_default_handler_map({Dots: RouteSample()})


def draw_legend(ax: Axes, theme: str | None = None) -> Legend:
    """Draw a legend of all that has a name on axes. Returns it.

    It stands in a corner where no line runs. If there is none, it stands outside of axes that have
    their figure for themselves, and in the corner with the fewest points of others.

    ax: axes, flat or 3-D.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    legend = ax.legend(loc="upper left")
    if hasattr(ax, "get_zlim"):
        # A surface stands in the middle of its place, its z-axis at the right.
        place = ax.get_position(original=True)
        legend.set_bbox_to_anchor(place, transform=ax.figure.transSubfigure)
    else:
        _place(legend, ax)
    if theme is not None or not style.is_of_rcparams(ax):
        _paint(legend, style.colours(ax, theme))
    return legend


def _place(legend: Legend, ax: Axes) -> None:
    width, height = _size(legend)
    ax.apply_aspect()
    unit = ax.figure.dpi / 72
    across, up = ax.bbox.width / unit, ax.bbox.height / unit
    at = np.concatenate([_seen(line) for line in ax.lines])
    x, y = (at - ax.bbox.min).T / unit
    points = {
        corner: np.count_nonzero(
            (np.abs(x - right * across) < width) & (np.abs(y - top * up) < height)
        )
        for corner, (right, top) in CORNERS.items()
    }
    best = min(points, key=lambda corner: points[corner])
    if points[best] and len(ax.figure.axes) == 1 and ax.get_subplotspec() is not None:
        _put_outside(legend, ax, width)
    else:
        legend.set_loc(best)


def _size(legend: Legend) -> tuple[float, float]:
    """About how wide and high a legend will be with its margin, in points of 1/72 inch."""
    font = float(legend.get_texts()[0].get_fontsize())
    longest = max(_length(text.get_text()) for text in legend.get_texts())
    return (longest + 4.5) * font, (1.3 * len(legend.get_texts()) + 1.5) * font


def _length(text: str) -> float:
    """In em; Japanese letters are as wide as high."""
    return sum(1.0 if ord(letter) > 0x2E7F else 0.62 for letter in text)


def _seen(line: Line2D) -> Array:
    """Points of a line and some in between, in pixels."""
    at = line.get_transform().transform(line.get_xydata())
    if 1 < len(at) < MANY:
        numbers = np.linspace(0, len(at) - 1, (len(at) - 1) * BETWEEN + 1)
        at = np.stack([np.interp(numbers, np.arange(len(at)), part) for part in at.T], axis=1)
    return at


def _put_outside(legend: Legend, ax: Axes, width: float) -> None:
    """At the right of the axes, which make room for it unless a layout engine sees to that."""
    legend.set_loc("upper left")
    legend.set_bbox_to_anchor((1.01, 1.0), transform=ax.transAxes)
    from matplotlib.figure import Figure

    figure = ax.figure
    if isinstance(figure, Figure) and figure.get_layout_engine() is None:
        share = width / 72 / figure.get_figwidth()
        figure.subplots_adjust(right=max(0.4, 1 - share))


def _paint(legend: Legend, colours: style.Theme) -> None:
    legend.get_frame().set(facecolor=colours.face, edgecolor=colours.faint)
    for text in legend.get_texts():
        text.set_color(colours.text)
