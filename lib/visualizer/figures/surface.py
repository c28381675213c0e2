"""The surface z = f(x, y) in three dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import ground, style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.artist import Artist
    from mpl_toolkits.mplot3d.art3d import Poly3DCollection  # type: ignore[import-untyped]
    from mpl_toolkits.mplot3d.axes3d import Axes3D  # type: ignore[import-untyped]

    from visualizer.figures.ground import AnyField
    from visualizer.types import Array

COLUMNS, ROWS = 49, 41
# How far above the surface routes are drawn, as a part of its height, so that it does not cut them.
LIFT = 0.01


def draw_surface(ax: Axes3D, field: AnyField, theme: str | None = None) -> Poly3DCollection:
    """Draw the surface over the field's bounds. Returns the collection of its facets.

    ax: 3-D axes.
    field: a Field or a Landscape.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    from mpl_toolkits.mplot3d.art3d import Poly3DCollection

    X, Y, Z = ground.grid(field, COLUMNS, ROWS)
    facets = _facets(X, Y, Z)
    surface = Poly3DCollection(
        facets,
        cmap=style.viridis(style.colours(ax, theme)),
        norm=ground.shade(Z),
        linewidth=0.2,
        edgecolor=style.colours(ax, theme).faint,
        alpha=0.92,
    )
    surface.set_array(facets[:, :, 2].mean(axis=1))
    ax.add_collection3d(surface)
    lowest, highest, _ = ground.spread(Z)
    ax.set(xlabel="x", ylabel="y", zlabel="z")
    ax.set(xlim=field.xlim, ylim=field.ylim, zlim=(lowest, highest))
    _paint(ax, theme)
    return surface


def _facets(X: Array, Y: Array, Z: Array) -> Array:
    """(n, 4, 3) array of the corners of all facets whose heights are known."""
    points = np.stack([X, Y, Z], axis=-1)
    corners = points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]
    facets = np.stack(corners, axis=2).reshape(-1, 4, 3)
    return facets[np.isfinite(facets).all(axis=(1, 2))]


def draw_route_on_surface(
    ax: Axes3D,
    field: AnyField,
    points: Array | Iterable[tuple[float, float]],
    colour: str,
    marker: str,
    label: str | None = None,
) -> list[Artist]:
    """Draw a route on the surface, where it is over the field's bounds. Returns its artists.

    ax: 3-D axes on which draw_surface has drawn.
    field: a Field or a Landscape.
    points: (n+1, 2) array of (x, y), or a list of pairs.
    colour, marker: as matplotlib names them.
    label: its name in a legend, None for a route that is not in there.
    """
    points = np.asarray(points, dtype=float).reshape(-1, 2)
    x, y = _inside(field, points).T
    low, high = ax.get_zlim()
    z = field(x, y) + LIFT * (high - low)
    look = {"color": colour, "marker": marker, "markersize": 4, "linewidth": 1.4}
    return ax.plot(x, y, z, **look, label=label, zorder=9)


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
