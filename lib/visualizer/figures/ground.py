"""Values of a field on a grid, and heights that divide it into bands worth looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from typing import TypeAlias

    from matplotlib.colors import Normalize

    from visualizer.field import Field
    from visualizer.landscapes import Landscape
    from visualizer.types import Array

    # What has values and gradients at arrays of points, over bounds.
    AnyField: TypeAlias = Field | Landscape


# A field and what is shown around it have so many times the levels of the field at most.
MOST_TIMES = 4
# Up to this ratio of its sides a field can be read with as many pixels per unit on both axes.
LONGEST_SIDE = 6.0


def fits_equal_axes(field: AnyField) -> bool:
    """Whether a field can be read on axes with as many pixels per unit of x as of y."""
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    return 1 / LONGEST_SIDE <= (x1 - x0) / (y1 - y0) <= LONGEST_SIDE


def places(field: AnyField, columns: int, rows: int) -> tuple[Array, Array]:
    """(X, Y) all over the field's bounds, arrays of shape (rows, columns)."""
    X, Y = np.meshgrid(np.linspace(*field.xlim, columns), np.linspace(*field.ylim, rows))
    return X, Y


def grid(field: AnyField, columns: int, rows: int) -> tuple[Array, Array, Array]:
    """(X, Y, Z) over the field's bounds, arrays of shape (rows, columns)."""
    X, Y = places(field, columns, rows)
    return X, Y, field(X, Y)


def spread(heights: Array) -> tuple[float, float, float]:
    """(lowest, highest, bend) of heights, NaN and infinity left out.

    bend is the power p for which lowest + (highest − lowest)·tᵖ at t = ½ is the middle height
    (the median), within 1 to 6: about 2 for a bowl, more for a deep narrow valley.
    """
    finite = _finite(heights)
    if finite.size == 0:
        return 0.0, 1.0, 1.0
    low, high, middle = float(finite.min()), float(finite.max()), float(np.median(finite))
    if not low < middle < high:
        return low, high if high > low else low + 1.0, 1.0
    bend = np.log((middle - low) / (high - low)) / np.log(0.5)
    return low, high, float(np.clip(bend, 1.0, 6.0))


def levels(heights: Array, count: int) -> Array:
    """Rising heights for contour lines: dense at the valley floor, wide apart on the slopes."""
    low, high, bend = spread(heights)
    return low + (high - low) * (np.arange(1, count + 1) / (count + 1)) ** bend


def levels_beyond(heights: Array, shown: Array, count: int) -> Array:
    """The levels of a field, and as many more by the same law as what is shown around it needs.

    heights: of the field, over its own bounds.
    shown: heights of all that is shown; beyond a few times count levels nothing is told apart.
    count: how many there are between the lowest and the highest of the field.
    """
    low, high, bend = spread(heights)
    parts = (_finite(shown) - low) / (high - low)
    numbers = np.sign(parts) * np.abs(parts) ** (1 / bend) * (count + 1)
    first, last = np.clip([numbers.min(), numbers.max()], -MOST_TIMES * count, MOST_TIMES * count)
    steps = np.arange(min(np.ceil(first), 1), max(np.floor(last), count) + 1)
    steps = steps[steps != 0] / (count + 1)
    return low + (high - low) * np.sign(steps) * np.abs(steps) ** bend


def shade(heights: Array) -> Normalize:
    """A matplotlib norm that gives every band between levels its own part of the colours."""
    from matplotlib.colors import PowerNorm

    low, high, bend = spread(heights)
    return PowerNorm(1 / bend, vmin=low, vmax=high, clip=True)


def _finite(heights: Array) -> Array:
    return heights[np.isfinite(heights)]
