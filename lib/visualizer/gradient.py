"""Derivatives of a function that is known only by its values."""

from collections.abc import Callable
from math import inf, isfinite, nan

import numpy as np

from visualizer.types import Array, Function

# Differences are taken over steps that shrink by thirds. They begin at a hundredth of the scale;
# where values are rounded to few digits, as float32 is, only larger steps tell them apart.
RATIO, COUNT = 3, 9
LARGEST, LARGEST_OF_COARSE = 1e-2, 0.3
ROUNDING = float(np.finfo(float).eps)

# A doubt that is this small a part of the slope is none.
SURE = 1e-14


def numerical_gradient(
    f: Function, x: Array, y: Array, dx: Array, dy: Array, rounding: float = ROUNDING
) -> tuple[Array, Array]:
    """(∂f/∂x, ∂f/∂y) at points.

    f: a function of (x, y) that takes arrays.
    x, y: the points, arrays of one shape.
    dx, dy: the scale on which f changes along each axis there, say the size of the field.
    rounding: the relative error of f's values.

    Error and source: those of derivative.
    """
    return (
        derivative(lambda u: f(u, y), x, dx, rounding),
        derivative(lambda u: f(x, u), y, dy, rounding),
    )


def derivative(
    f: Callable[[Array], Array], at: Array, scale: Array, rounding: float = ROUNDING
) -> Array:
    """f′ by central differences over nine steps, extrapolated twice towards step 0.

    f: a function of one variable that takes arrays.
    at: where, an array.
    scale: on which f changes there, in the variable's units, an array of at's shape.
    rounding: the relative error of f's values.

    Of the seven results each point gets the one that is least in doubt, which is what the last
    extrapolation has changed and what rounding f can have done: large steps win where f is smooth,
    small ones where it bends sharply or ends nearby. Measured on functions of size 1 that are
    smooth on the scale, the error is about 1e-13. Source: C. J. F. Ridders, Advances in Engineering
    Software 4 (1982); Press et al., Numerical Recipes, section 5.7.
    """
    steps = np.multiply.outer(_largest(rounding) / RATIO ** np.arange(COUNT), scale)
    after, before = at + steps, at - steps
    above, below = f(after), f(before)
    # Divided by the steps that the rounded arguments really make.
    once = _extrapolated((above - below) / (after - before), RATIO**2)
    twice = _extrapolated(once, RATIO**4)
    doubt = np.abs(twice - once[1:])
    doubt += rounding * (np.maximum(np.abs(above), np.abs(below)) / steps)[2:]
    best = np.argmin(np.where(np.isfinite(doubt), doubt, np.inf), axis=0)
    return np.take_along_axis(twice, best[None], axis=0)[0]


def derivative_at(
    f: Callable[[float], float], at: float, scale: float, rounding: float = ROUNDING
) -> float:
    """derivative at one point, by floats, with as few values of f as will do: six or more.

    The parameters are those of derivative. It ends as soon as rounding is the larger part of the
    doubt, for smaller steps only add to that.
    """
    step = _largest(rounding) * scale
    slope = once = best = nan
    least = inf
    for _ in range(COUNT):
        after, before = at + step, at - step
        if after == before:
            break
        above, below = f(after), f(before)
        last_slope, last_once = slope, once
        slope = (above - below) / (after - before)
        once = (9 * slope - last_slope) / 8
        twice = (81 * once - last_once) / 80
        by_rounding = rounding * max(abs(above), abs(below)) / step
        by_steps = abs(twice - once)
        if by_steps + by_rounding < least:
            least, best = by_steps + by_rounding, twice
            if by_steps <= by_rounding or least <= SURE * abs(twice):
                break
        step /= RATIO
    return best if isfinite(best) else nan


def _largest(rounding: float) -> float:
    return LARGEST if rounding <= ROUNDING else LARGEST_OF_COARSE


def _extrapolated(slopes: Array, gain: float) -> Array:
    """From slopes whose errors shrink by the gain, one to the next, slopes without those errors."""
    return (gain * slopes[1:] - slopes[:-1]) / (gain - 1)
