"""Values of a field for contour lines, by fewer looks at it than there are points.

f is looked at at every fourth point in both directions and in the middle between each four of
these. All else is interpolated, and looked at only where the interpolation is in doubt. What is
looked at is decided by the values, never by a clock: a picture is the same on every machine, and
whether f is slow or quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import ground

if TYPE_CHECKING:
    from typing import TypeAlias

    from numpy.typing import NDArray

    from visualizer.figures.ground import AnyField
    from visualizer.figures.look import Look
    from visualizer.types import Array

    Grid: TypeAlias = tuple[Array, Array, Array]
    Where: TypeAlias = NDArray[np.bool_]

# Every how manyth point is looked at first.
FIRST = 4
# How many contour lines two interpolations may be apart whose better one is taken for the truth:
# between points that are FIRST apart, and between those of the last refinement.
TOLERANCE, LAST = 0.04, 0.1
# How many points around it a point is interpolated from in a row, the first that can be.
ORDERS = (6, 4, 2)
# Of all points every how manyth is looked at in the end, and by how many contour lines the height
# there may be a surprise: after a greater one f is looked at everywhere.
PROBES, SURPRISE = 127, 1.0
# So many heights are told apart at least where a caller has chosen those of the contour lines.
LINES = 18


def grid(field: AnyField, look: Look, columns: int, rows: int) -> Grid:
    """(X, Y, Z) over the field's bounds, arrays of shape (rows, columns).

    look: its resolution, if it has one, is kept to, and f looked at everywhere; else the heights
        are as exact as can be seen between its levels.
    columns, rows: how many points if it has none, multiples of 4 and one more.
    """
    if look.resolution is not None:
        return ground.grid(field, *look.grid(columns, rows))
    X, Y = ground.places(field, columns, rows)
    return X, Y, _heights(field, X, Y, look.levels)


def slopes(heights: Grid, x: Array, y: Array) -> tuple[Array, Array]:
    """(∂f/∂x, ∂f/∂y) at points within a grid, of the parabolas through the three nearest of it.

    heights: as grid gives them, at least three points in each direction.
    x, y: arrays of one shape.
    """
    X, Y, Z = heights
    columns, across, along = _parabola(x, X[0])
    rows, up, steep = _parabola(y, Y[:, 0])
    around = Z[rows[..., :, None], columns[..., None, :]]
    gx = np.einsum("...ij,...i,...j->...", around, up, along)
    return gx, np.einsum("...ij,...i,...j->...", around, steep, across)


def _parabola(at: Array, nodes: Array) -> tuple[NDArray[np.intp], Array, Array]:
    """For each point the three nearest nodes, their weights for a value and for a slope."""
    step = (nodes[-1] - nodes[0]) / (len(nodes) - 1)
    nearest = np.clip(np.round((at - nodes[0]) / step), 1, len(nodes) - 2).astype(np.intp)
    t = (at - nodes[nearest]) / step
    value = np.stack([t * (t - 1) / 2, 1 - t**2, t * (t + 1) / 2], axis=-1)
    slope = np.stack([t - 0.5, -2 * t, t + 0.5], axis=-1) / step
    return nearest[..., None] + np.arange(-1, 2), value, slope


def _heights(field: AnyField, X: Array, Y: Array, levels: int | Sequence[float]) -> Array:
    def looked(stride: int, where: Where) -> Array:
        return field(X[::stride, ::stride][where], Y[::stride, ::stride][where])

    Z: Array = field(X[::FIRST, ::FIRST], Y[::FIRST, ::FIRST])
    marks = _marks(Z, levels)
    stride = FIRST
    while stride > 1:
        stride //= 2
        Z, doubt = _between(Z, marks)
        is_open = np.ones(Z.shape, dtype=bool)
        is_open[::2, ::2] = False
        if 2 * stride == FIRST:
            middles = np.zeros(Z.shape, dtype=bool)
            middles[1::2, 1::2] = True
            guess = Z.copy()
            Z[middles] = looked(stride, middles)
            doubt = np.maximum(doubt, _beside(_apart(guess, Z, marks)))
            is_open &= ~middles
        in_doubt = is_open & (doubt > (TOLERANCE if stride > 1 else LAST))
        if in_doubt.any():
            Z[in_doubt] = looked(stride, in_doubt)
    probes = np.zeros(Z.shape, dtype=bool)
    probes.ravel()[::PROBES] = True
    probes &= is_open & ~in_doubt
    if probes.any() and (_apart(Z[probes], looked(1, probes), marks) > SURPRISE).any():
        return np.asarray(field(X, Y))
    return Z


def _marks(Z: Array, levels: int | Sequence[float]) -> Array:
    """Rising heights a contour line apart or less, from the lowest to the highest."""
    low, high, _ = ground.spread(Z)
    marks = [low, high, *ground.levels(Z, levels if isinstance(levels, int) else LINES)]
    return np.unique(marks if isinstance(levels, int) else [*marks, *levels])


def _between(Z: Array, marks: Array) -> tuple[Array, Array]:
    """Heights at points twice as dense, interpolated, and by how many marks they are in doubt."""
    many, some, few = (_halved(_halved(Z, order).T, order).T for order in ORDERS)
    doubt = np.where(np.isnan(many), _apart(some, few, marks), _apart(many, some, marks))
    best = np.where(np.isnan(many), np.where(np.isnan(some), few, some), many)
    # Whether it is defined is known where all of the nearest points are, or none is.
    known = _halved(_halved(np.isfinite(Z).astype(float), 2).T, 2).T
    return best, np.where(known == 0, 0.0, np.where(known < 1, np.inf, doubt))


def _halved(Z: Array, order: int) -> Array:
    """Rows with one more between each two, on the polynomial through so many around it."""
    first, weights = _midpoints(len(Z), order)
    both = np.empty((2 * len(Z) - 1, Z.shape[1]))
    both[::2] = Z
    both[1::2] = sum(weights[:, i, None] * Z[first + i] for i in range(order))
    return both


@lru_cache(maxsize=32)
def _midpoints(count: int, order: int) -> tuple[NDArray[np.intp], Array]:
    """For each middle between so many values in a row: the first of those around it, and weights.

    order: how many are around it.
    """
    places = np.arange(count - 1)
    first = np.clip(places + 1 - order // 2, 0, count - order)
    at = places + 0.5 - first
    weights = np.ones((count - 1, order))
    for node in range(order):
        for other in {*range(order)} - {node}:
            weights[:, node] *= (at - other) / (node - other)
    return first, weights


def _apart(one: Array, other: Array, marks: Array) -> Array:
    """By how many marks heights differ; endlessly if only one of both is defined."""
    numbers = [np.interp(Z, marks, np.arange(len(marks))) for Z in (one, other)]
    away = np.abs(numbers[0] - numbers[1])
    away[np.isnan(one) & np.isnan(other)] = 0
    return np.nan_to_num(away, nan=np.inf)


def _beside(doubt: Array) -> Array:
    """The greatest of each value and the eight around it."""
    framed = np.pad(doubt, 1)
    rows = np.maximum(np.maximum(framed[:-2], framed[1:-1]), framed[2:])
    return np.maximum(np.maximum(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
