"""Arrows of the steepest way down, −∇f."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import ground, sampling, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.quiver import Quiver

    from visualizer.figures.ground import AnyField
    from visualizer.types import Array


# As many arrows in a row; in a column as equal axes have room for, or ROWS on others.
COLUMNS, ROWS = 19, 15
# Width of the shafts in points of 1/72 inch.
SHAFT = 0.9
# Longest arrow, as a part of the distance between two arrows.
LONGEST = 0.9
# Slopes so many times as steep as most are drawn as if they were no steeper.
CLIFF = 10.0


def draw_arrows(ax: Axes, field: AnyField, theme: str | None = None) -> Quiver:
    """Draw −∇f at points of a grid over the field's bounds, where f has a value and a slope.

    They point where a step of gradient descent would go, on any axes. Their lengths go by the
    square root of the slope, so that gentle slopes are still seen beside steep ones. Returns the
    quiver.

    ax: flat axes.
    field: a Field or a Landscape.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    dx = (x1 - x0) / COLUMNS
    rows = max(3, round((y1 - y0) / dx)) if ground.fits_equal_axes(field) else ROWS
    dy = dx if ground.fits_equal_axes(field) else (y1 - y0) / ROWS
    X, Y = ground.places(_inner(field, dx / 2, dy / 2), COLUMNS, rows)
    Z, gx, gy = sampling.slopes(field, X, Y, dx, dy)
    # In units of the distance between two arrows.
    steepness = np.hypot(gx / dx, gy / dy)
    known = np.isfinite(steepness) & np.isfinite(Z) & (steepness > 0)
    X, Y, gx, gy, steepness = (part[known] for part in (X, Y, gx, gy, steepness))
    length = LONGEST * np.sqrt(np.minimum(steepness / _steepest(steepness), 1.0)) / steepness
    return ax.quiver(
        X,
        Y,
        -gx * length,
        -gy * length,
        angles="xy",
        scale_units="xy",
        scale=1,
        units="inches",
        width=SHAFT / 72,
        headwidth=4.5,
        color=style.colours(ax, theme).arrow,
        zorder=1.5,
    )


def _steepest(steepness: Array) -> float:
    """The slope that gets the longest arrow: the largest unless it is a cliff's."""
    if steepness.size == 0:
        return 1.0
    return min(float(steepness.max()), CLIFF * float(np.quantile(steepness, 0.9)))


def _inner(field: AnyField, margin_x: float, margin_y: float) -> AnyField:
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    margin_y = min(margin_y, (y1 - y0) / 4)
    return field.with_limits((x0 + margin_x, x1 - margin_x), (y0 + margin_y, y1 - margin_y))
