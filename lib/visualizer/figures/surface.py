"""The surface z = f(x, y) in three dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import ground, style
from visualizer.figures.look import AS_EVER, Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.artist import Artist
    from mpl_toolkits.mplot3d.axes3d import Axes3D  # type: ignore[import-untyped]

    from visualizer.figures.ground import AnyField
    from visualizer.figures.relief import Heights, Surface
    from visualizer.types import Array

COLUMNS, ROWS = 49, 41
# More labels than this on an axis run into those of the next.
MOST_TICKS = 5
# Heights outside of these powers of ten are written with a common one, or they run into the label.
LONGEST_NUMBERS = (-3, 5)
# How far above the surface routes are drawn, as a part of its height, so that it does not cut them.
LIFT = 0.01


def draw_surface(
    ax: Axes3D, field: AnyField, theme: str | None = None, look: Look = AS_EVER
) -> Surface:
    """Draw the surface over the field's bounds. Returns the collection of its facets.

    ax: 3-D axes.
    field: a Field or a Landscape.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    look: colours and words; the surface has no levels.
    """
    from matplotlib.ticker import ScalarFormatter

    from visualizer.figures.relief import Heights, Surface

    X, Y, Z = ground.grid(field, *look.grid(COLUMNS, ROWS))
    surface = Surface(
        Heights(X[0], Y[:, 0], Z),
        cmap=look.cmap or style.viridis(style.colours(ax, theme)),
        norm=look.norm or ground.shade(Z),
        linewidth=0.2,
        edgecolor=style.colours(ax, theme).faint,
        alpha=0.92,
    )
    ax.add_collection3d(surface)
    lowest, highest, _ = ground.spread(Z)
    ax.set(xlabel=look.xlabel, ylabel=look.ylabel, zlabel=look.zlabel)
    ax.set(xlim=field.xlim, ylim=field.ylim, zlim=(lowest, highest))
    ax.locator_params(nbins=MOST_TICKS)
    if isinstance(ax.zaxis.get_major_formatter(), ScalarFormatter):
        ax.zaxis.get_major_formatter().set_powerlimits(LONGEST_NUMBERS)
    _paint(ax, theme)
    return surface


def draw_route_on_surface(
    ax: Axes3D,
    field: AnyField,
    points: Array | Iterable[tuple[float, float]],
    colour: str,
    marker: str,
    label: str | None = None,
    theme: str | None = None,
) -> list[Artist]:
    """Draw a route on the surface, where it is over the field's bounds. Returns its artists.

    ax: 3-D axes on which draw_surface has drawn.
    field: a Field or a Landscape.
    points: (n+1, 2) array of (x, y), or a list of pairs.
    colour, marker: as matplotlib names them.
    label: its name in a legend, None for a route that is not in there.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    from visualizer.figures.relief import SurfaceRoute

    points = np.asarray(points, dtype=float).reshape(-1, 2)
    x, y = _inside(field, points).T
    low, high = ax.get_zlim()
    z = field(x, y) + LIFT * (high - low)
    slack, colours = LIFT * (high - low), style.colours(ax, theme)
    line = SurfaceRoute(
        x, y, z, _heights(ax), slack, colour, marker, label, colours.face, colours.text
    )
    ax.add_line(line)
    return [line]


def _heights(ax: Axes3D) -> Heights | None:
    """Of the surface that draw_surface has drawn on axes."""
    return next((part.heights for part in ax.collections if hasattr(part, "heights")), None)


def _inside(field: AnyField, points: Array) -> Array:
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    x, y = points.T
    seen = (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)
    return np.where(seen[:, None], points, np.nan)


def _paint(ax: Axes3D, theme: str | None) -> None:
    if theme is None:
        return
    colours = style.THEMES[theme]
    style.paint_axes(ax, theme)
    ax.zaxis.label.set_color(colours.text)
    for axis in (ax.xaxis, ax.yaxis, ax.zaxis):
        axis.set_pane_color(colours.face)
        axis.line.set_color(colours.faint)
