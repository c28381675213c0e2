"""The surface z = f(x, y) in three dimensions."""

import numpy as np

from visualizer.figures import ground, style

COLUMNS, ROWS = 49, 41
# How far above the surface routes are drawn, as a part of its height, so that it does not cut them.
LIFT = 0.01


def draw_surface(ax, field, theme="light"):
    """Draw the surface over the field's bounds on 3-D axes. Returns the surface."""
    from mpl_toolkits.mplot3d.art3d import Poly3DCollection

    X, Y, Z = ground.grid(field, COLUMNS, ROWS)
    facets = _facets(X, Y, Z)
    surface = Poly3DCollection(
        facets,
        cmap=style.viridis(theme),
        norm=ground.shade(Z),
        linewidth=0.2,
        edgecolor=style.THEMES[theme].faint,
        alpha=0.92,
    )
    surface.set_array(facets[:, :, 2].mean(axis=1))
    ax.add_collection3d(surface)
    lowest, highest, _ = ground.spread(Z)
    ax.set(xlabel="x", ylabel="y", zlabel="z")
    ax.set(xlim=field.xlim, ylim=field.ylim, zlim=(lowest, highest))
    _paint(ax, theme)
    return surface


def _facets(X, Y, Z):
    """(n, 4, 3) array of the corners of all facets whose heights are known."""
    points = np.stack([X, Y, Z], axis=-1)
    corners = points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]
    facets = np.stack(corners, axis=2).reshape(-1, 4, 3)
    return facets[np.isfinite(facets).all(axis=(1, 2))]


def draw_route_on_surface(ax, field, points, colour, marker):
    """Draw a route of (n+1, 2) points on the surface, where it is over the field's bounds.

    Returns its artists.
    """
    points = np.asarray(points, dtype=float).reshape(-1, 2)
    x, y = _inside(field, points).T
    low, high = ax.get_zlim()
    z = field(x, y) + LIFT * (high - low)
    return ax.plot(x, y, z, color=colour, marker=marker, markersize=4, linewidth=1.4, zorder=9)


def _inside(field, points):
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    x, y = points.T
    seen = (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)
    return np.where(seen[:, None], points, np.nan)


def _paint(ax, theme):
    colours = style.THEMES[theme]
    style.paint_axes(ax, theme)
    ax.zaxis.label.set_color(colours.text)
    for axis in (ax.xaxis, ax.yaxis, ax.zaxis):
        axis.set_pane_color(colours.face)
        axis.line.set_color(colours.faint)
