"""Routes on flat axes: dots joined by arrows, start and end set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.quiver import Quiver

from visualizer.figures import style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from visualizer.types import Array

# With more steps than this the arrows would hide the dots; a plain line joins them then.
MOST_ARROWS = 200


def draw_route(
    ax: Axes,
    points: Array | Iterable[tuple[float, float]],
    colour: str,
    marker: str,
    theme: str = "light",
    label: str | None = None,
) -> list[Artist]:
    """Draw a route. Returns its artists, bottom first, few however long it is.

    ax: flat axes.
    points: (n+1, 2) array of (x, y), or a list of pairs; those that are far off the axes' limits
        are drawn where they are, out of sight.
    colour, marker: as matplotlib names them.
    theme: "light" or "dark".
    label: its name in a legend, None for a route that is not in there.
    """
    points = np.asarray(points, dtype=float).reshape(-1, 2)
    face = style.THEMES[theme].face
    dots = _dots(points, colour, marker, 5, face, label)
    artists: list[Artist] = [_joints(ax, points, colour), dots] if len(points) > 1 else [dots]
    artists.append(_dots(points[:1], face, marker, 9, colour, edge_width=2.2))
    if len(points) > 1:
        artists.append(_dots(points[-1:], colour, marker, 9.5, style.THEMES[theme].text))
    for artist in artists:
        ax.add_artist(artist)
    return artists


def _dots(
    points: Array,
    fill: str,
    marker: str,
    size: float,
    edge: str,
    label: str | None = None,
    edge_width: float = 0.8,
) -> Line2D:
    return Line2D(
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
        return Line2D(points[:, 0], points[:, 1], color=colour, linewidth=1.2, zorder=2.5)
    steps = np.diff(points, axis=0)
    return Quiver(
        ax,
        *points[:-1].T,
        *steps.T,
        angles="xy",
        scale_units="xy",
        scale=1,
        units="dots",
        width=1.4 * ax.figure.dpi / 72,
        headwidth=5,
        headlength=6,
        headaxislength=5.4,
        color=colour,
        zorder=2.5,
    )
