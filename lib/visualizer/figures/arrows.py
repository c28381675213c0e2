"""Arrows of the steepest way down, −∇f."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import sampling, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.quiver import Quiver

    from visualizer.figures.ground import AnyField
    from visualizer.figures.sampling import Grid
    from visualizer.types import Array


# As many arrows in a row, or in a column where the field is higher than wide, but no nearer to each
# other than so many points of 1/72 inch, which their heads need.
MOST, NEAREST = 19, 13.0
# Width of the shafts in points of 1/72 inch.
SHAFT = 0.9
# Longest arrow, as a part of the distance between two arrows.
LONGEST = 0.9
# Slopes so many times as steep as most are drawn as if they were no steeper.
CLIFF = 10.0


def draw_arrows(
    ax: Axes, field: AnyField, theme: str | None = None, heights: Grid | None = None
) -> Quiver:
    """Draw −∇f at points of a grid over the field's bounds, where f has a value and a slope.

    They point where a step of gradient descent would go, on any axes, and are as far apart in a row
    as in a column on the axes as they are. Their lengths go by the square root of the slope, so
    that gentle slopes are still seen beside steep ones. Returns the quiver.

    ax: flat axes.
    field: a Field or a Landscape.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    heights: (X, Y, Z) that are known, by which a field without a gradient of its own is looked at
        no more.
    """
    columns, rows = _counts(ax, field)
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    dx, dy = (x1 - x0) / columns, (y1 - y0) / rows
    X, Y = np.meshgrid(x0 + dx * (np.arange(columns) + 0.5), y0 + dy * (np.arange(rows) + 0.5))
    if getattr(field, "grad", None) is None and heights is not None and min(heights[2].shape) > 2:
        Z, (gx, gy) = 0.0, sampling.slopes(heights, X, Y)
    else:
        Z, (gx, gy) = field(X, Y), field.gradient(X, Y)
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


def _counts(ax: Axes, field: AnyField) -> tuple[int, int]:
    """How many columns and rows of arrows the field has room for."""
    ax.apply_aspect()
    corners = ax.transData.transform(np.transpose([field.xlim, field.ylim]))
    width, height = np.abs(corners[1] - corners[0])
    apart = max(max(width, height) / MOST, NEAREST * ax.figure.dpi / 72)
    return max(1, round(width / apart)), max(1, round(height / apart))
