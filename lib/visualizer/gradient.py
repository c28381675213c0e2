"""Derivatives of a function that is known only by its values."""

from collections.abc import Callable

import numpy as np

from visualizer.types import Array, Function

# Differences are taken over steps that begin at a hundredth of the scale and shrink by thirds.
LARGEST, RATIO, COUNT = 1e-2, 3, 9
ROUNDING = np.finfo(float).eps


def numerical_gradient(
    f: Function, x: Array, y: Array, dx: Array, dy: Array
) -> tuple[Array, Array]:
    """(∂f/∂x, ∂f/∂y) at points.

    f: a function of (x, y) that takes arrays.
    x, y: the points, arrays of one shape.
    dx, dy: the scale on which f changes along each axis there, say the size of the field.

    Error and source: those of derivative.
    """
    return derivative(lambda u: f(u, y), x, dx), derivative(lambda u: f(x, u), y, dy)


def derivative(f: Callable[[Array], Array], at: Array, scale: Array) -> Array:
    """f′ by central differences over nine steps, extrapolated twice towards step 0.

    f: a function of one variable that takes arrays.
    at: where, an array.
    scale: on which f changes there, in the variable's units, an array of at's shape.

    Of the seven results each point gets the one that is least in doubt, which is what the last
    extrapolation has changed and what rounding f can have done: large steps win where f is smooth,
    small ones where it bends sharply or ends nearby. Measured on functions of size 1 that are
    smooth on the scale, the error is about 1e-13. Source: C. J. F. Ridders, Advances in Engineering
    Software 4 (1982); Press et al., Numerical Recipes, section 5.7.
    """
    steps = np.multiply.outer(LARGEST / RATIO ** np.arange(COUNT), scale)
    after, before = at + steps, at - steps
    above, below = f(after), f(before)
    # Divided by the steps that the rounded arguments really make.
    once = _extrapolated((above - below) / (after - before), RATIO**2)
    twice = _extrapolated(once, RATIO**4)
    doubt = np.abs(twice - once[1:])
    doubt += ROUNDING * (np.maximum(np.abs(above), np.abs(below)) / steps)[2:]
    best = np.argmin(np.where(np.isfinite(doubt), doubt, np.inf), axis=0)
    return np.take_along_axis(twice, best[None], axis=0)[0]


def _extrapolated(slopes: Array, gain: float) -> Array:
    """From slopes whose errors shrink by the gain, one to the next, slopes without those errors."""
    return (gain * slopes[1:] - slopes[:-1]) / (gain - 1)
