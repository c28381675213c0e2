"""Values of a field for a picture, with fewer looks at a function that takes its time.

A function that is quick is asked at every point. A slow one is asked at every fourth in both
directions, and between them where the ground bends too sharply to be told from its surroundings.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import ground

if TYPE_CHECKING:
    from visualizer.figures.ground import AnyField
    from visualizer.figures.look import Look
    from visualizer.types import Array

# What is done within so many seconds is done in full; a refinement takes no longer than ENOUGH.
AT_ONCE, ENOUGH = 0.5, 1.8
# Every how manyth point is looked at first, to see how long it takes, and next, whatever it takes.
FIRST, NEXT = 8, 4
# How far from the truth a height may be, as a part of the distance between two contour lines, of
# which there are about so many.
TOLERANCE, LINES = 0.04, 20
# A step along x or y for a slope, as a part of the distance between two arrows.
STEP = 1e-4


def grid(field: AnyField, look: Look, columns: int, rows: int) -> tuple[Array, Array, Array]:
    """(X, Y, Z) over the field's bounds, arrays of shape (rows, columns).

    look: its resolution, if it has one, is kept to; else the heights are as exact as can be seen.
    columns, rows: how many points if it has none, multiples of 8 and one more.
    """
    if look.resolution is not None:
        return ground.grid(field, *look.grid(columns, rows))
    X, Y = ground.places(field, columns, rows)
    return X, Y, _heights(field, X, Y)


def _heights(field: AnyField, X: Array, Y: Array) -> Array:
    first, cost = _timed(field, X[::FIRST, ::FIRST], Y[::FIRST, ::FIRST])
    if cost * X.size <= AT_ONCE:
        return field(X, Y)
    return _refined(field, X, Y, first, round(ENOUGH / cost) - first.size)


def _timed(field: AnyField, X: Array, Y: Array) -> tuple[Array, float]:
    """f at points, and how many seconds a point takes: in two halves, lest one was held up."""
    Z, costs = np.empty(X.shape), []
    for half in (slice(0, None, 2), slice(1, None, 2)):
        before = perf_counter()
        Z[half] = field(X[half], Y[half])
        costs.append((perf_counter() - before) / Z[half].size)
    return Z, min(costs)


def slopes(field: AnyField, X: Array, Y: Array, dx: float, dy: float) -> tuple[Array, Array, Array]:
    """(f, ∂f/∂x, ∂f/∂y) at points, by few looks at f where it is slow and all that is known.

    X, Y: arrays of one shape.
    dx, dy: the distance between two arrows.
    """
    hx, hy = STEP * dx, STEP * dy
    before = perf_counter()
    east = field(X + hx, Y)
    # The field's own gradient looks at f some forty times.
    is_slow = (perf_counter() - before) * 40 > AT_ONCE
    if getattr(field, "grad", None) is not None or not is_slow:
        return field(X, Y), *field.gradient(X, Y)
    west, north, south = field(X - hx, Y), field(X, Y + hy), field(X, Y - hy)
    return (east + west) / 2, (east - west) / (2 * hx), (north - south) / (2 * hy)


def _refined(field: AnyField, X: Array, Y: Array, first: Array, most: int) -> Array:
    """Heights by halving the distance between points again and again, the worst places first.

    first: those of every FIRST-th row and column.
    most: how often f may be looked at, beyond every NEXT-th row and column.
    """
    scale = ground.spread(first)
    Z, surprise, stride = first, np.full(first.shape, np.inf), FIRST
    while stride > 1:
        stride //= 2
        guess = _between(_between(Z).T).T
        doubt = _among(surprise)
        is_new = np.ones(guess.shape, dtype=bool)
        is_new[::2, ::2] = False
        asked = np.flatnonzero(is_new & (doubt / 4 > TOLERANCE))
        if stride < NEXT:
            asked = asked[np.argsort(-doubt.ravel()[asked], kind="stable")][: max(0, most)]
        most -= asked.size
        Z = guess.copy()
        Z.ravel()[asked] = field(
            X[::stride, ::stride].ravel()[asked], Y[::stride, ::stride].ravel()[asked]
        )
        # Of a smooth function the next guess is sixteen times as good; of a bend, half as bad.
        was_asked = np.zeros(guess.shape, dtype=bool)
        was_asked.ravel()[asked] = True
        surprise = np.where(was_asked, _difference(guess, Z, scale), doubt / 16)
        surprise[::2, ::2] = 0
        surprise[::2, ::2] = _neighbours_worst(surprise)[::2, ::2]
    return Z


def _between(Z: Array) -> Array:
    """Rows with one more between each two, on the cubic through the four around it if it can be."""
    middle = (9 * (Z[1:-2] + Z[2:-1]) - Z[:-3] - Z[3:]) / 16
    top, bottom = ((5 * a + 15 * b - 5 * c + d) / 16 for a, b, c, d in (Z[:4], Z[:-5:-1]))
    both = np.empty((2 * len(Z) - 1, *Z.shape[1:]))
    cubic, straight = np.concatenate([top[None], middle, bottom[None]]), (Z[1:] + Z[:-1]) / 2
    both[::2], both[1::2] = Z, np.where(np.isnan(cubic), straight, cubic)
    return both


def _difference(guess: Array, truth: Array, scale: tuple[float, float, float]) -> Array:
    """By how many contour lines a guess was wrong; endlessly if only one of both is defined."""
    low, high, bend = scale
    with np.errstate(all="ignore"):
        parts = [np.clip((Z - low) / (high - low), 0.0, 1.0) for Z in (guess, truth)]
    numbers = [np.maximum(LINES * part ** (1 / bend), 0.5) for part in parts]
    away = np.abs(numbers[0] - numbers[1])
    away[np.isnan(guess) & np.isnan(truth)] = 0
    return np.nan_to_num(away, nan=np.inf, posinf=np.inf)


def _among(surprise: Array) -> Array:
    """For points twice as dense, the greatest surprise around."""
    rows = np.repeat(surprise, 2, axis=0)[:-1]
    rows[1::2] = np.maximum(surprise[:-1], surprise[1:])
    both = np.repeat(rows, 2, axis=1)[:, :-1]
    both[:, 1::2] = np.maximum(rows[:, :-1], rows[:, 1:])
    return both


def _neighbours_worst(surprise: Array) -> Array:
    """The greatest of each value and the eight around it."""
    framed = np.pad(surprise, 1, mode="edge")
    rows = np.maximum(np.maximum(framed[:-2], framed[1:-1]), framed[2:])
    return np.maximum(np.maximum(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
