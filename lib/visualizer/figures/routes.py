"""Routes on flat axes: dots joined by arrows or a line, start and end set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.quiver import Quiver

from visualizer.figures import style
from visualizer.figures.dots import Dots, Joints, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from visualizer.types import Array

# With more steps than this the arrows would hide the dots; a plain line joins them then.
MOST_ARROWS = 200
# In points of 1/72 inch: arrows' shafts, and the line through steps too many for arrows.
SHAFT, LINE = 1.4, 1.8


def draw_route(
    ax: Axes,
    points: Array | Iterable[tuple[float, float]],
    colour: str,
    marker: str,
    theme: str | None = None,
    label: str | None = None,
) -> list[Artist]:
    """Draw a route. Returns its artists, bottom first, few however long it is.

    ax: flat axes.
    points: (n+1, 2) array of (x, y), or a list of pairs; those that are far off the axes' limits
        are drawn where they are, out of sight.
    colour, marker: as matplotlib names them.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    label: its name in a legend, None for a route that is not in there.
    """
    points = np.asarray(points, dtype=float).reshape(-1, 2)
    points = np.where(np.isfinite(points), points, np.nan)
    colours = style.colours(ax, theme)
    dots = _dots(Dots, points, colour, marker, 5, colours.face, 0.8, label)
    start = _dots(Mark, points[:1], colours.face, marker, 9, colour, 2.2)
    artists: list[Artist] = [dots, start]
    if len(points) > 1:
        end = _dots(Mark, points[-1:], colour, marker, 9.5, colours.text, 0.8)
        artists = [_joints(ax, points, colour), *artists, end]
    for artist in artists:
        ax.add_artist(artist)
    return artists


def _dots(
    kind: type[Line2D],
    points: Array,
    fill: str,
    marker: str,
    size: float,
    edge: str,
    edge_width: float,
    label: str | None = None,
) -> Line2D:
    return kind(
        points[:, 0],
        points[:, 1],
        linestyle="none",
        marker=marker,
        markersize=size,
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=edge_width,
        label=label,
        zorder=3,
    )


def _joints(ax: Axes, points: Array, colour: str) -> Artist:
    if len(points) > MOST_ARROWS + 1:
        return Joints(points[:, 0], points[:, 1], color=colour, linewidth=LINE, zorder=2.5)
    return Quiver(
        ax,
        *points[:-1].T,
        *np.diff(points, axis=0).T,
        angles="xy",
        scale_units="xy",
        scale=1,
        units="inches",
        width=SHAFT / 72,
        headwidth=5,
        headlength=6,
        headaxislength=5.4,
        color=colour,
        zorder=2.5,
    )
