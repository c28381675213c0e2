"""Arrows of the steepest way down, −∇f."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import ground, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.quiver import Quiver

    from visualizer.figures.ground import AnyField


COLUMNS = 19
# Width of the shafts in points of 1/72 inch.
SHAFT = 0.9
# Longest arrow, as a part of the distance between two arrows.
LONGEST = 0.9


def draw_arrows(ax: Axes, field: AnyField, theme: str | None = None) -> Quiver:
    """Draw −∇f at points of a grid over the field's bounds, where f has a value.

    The arrows point truly where the axes are equal. Their lengths go by the square root of the
    slope, so that gentle slopes are still seen beside steep ones. Returns the quiver.

    ax: flat axes.
    field: a Field or a Landscape.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    spacing = (x1 - x0) / COLUMNS
    rows = max(3, round((y1 - y0) / spacing))
    X, Y, Z = ground.grid(_inner(field, spacing / 2), COLUMNS, rows)
    gx, gy = field.gradient(X, Y)
    steepness = np.hypot(gx, gy)
    known = np.isfinite(steepness) & np.isfinite(Z)
    X, Y, gx, gy, steepness = (part[known] for part in (X, Y, gx, gy, steepness))
    steepest = steepness.max(initial=0.0) or 1.0
    with np.errstate(all="ignore"):
        length = LONGEST * spacing * np.sqrt(steepness / steepest) / steepness
    length = np.where(steepness > 0, length, 0.0)
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


def _inner(field: AnyField, margin: float) -> AnyField:
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    margin_y = min(margin, (y1 - y0) / 4)
    return field.with_limits((x0 + margin, x1 - margin), (y0 + margin_y, y1 - margin_y))
