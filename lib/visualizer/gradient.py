"""Derivatives of a function that is known only by its values."""

import numpy as np

# Differences are taken over steps that begin at a hundredth of the scale and shrink by thirds.
LARGEST, RATIO, COUNT = 1e-2, 3, 7


def numerical_gradient(f, x, y, dx, dy):
    """(∂f/∂x, ∂f/∂y) at points x, y, arrays of one shape. f takes arrays.

    dx, dy: the scale on which f changes along each axis, say the size of the picture.
    """
    return derivative(lambda u: f(u, y), x, dx), derivative(lambda u: f(x, u), y, dy)


def derivative(f, at, scale):
    """f′ by central differences of seven step sizes, extrapolated twice towards step 0.

    Of the five results, each point gets the one that the last extrapolation changed least: large
    steps win where f is smooth, small ones where it bends sharply or ends nearby. On f(x) of size 1
    that is smooth on the scale the error is about 1e-13. Source: C. J. F. Ridders, Advances in
    Engineering Software 4 (1982); Press et al., Numerical Recipes, section 5.7.
    """
    steps = np.multiply.outer(LARGEST / RATIO ** np.arange(COUNT), scale)
    after, before = at + steps, at - steps
    # Divided by the steps that the rounded arguments really make.
    slopes = (f(after) - f(before)) / (after - before)
    once = _extrapolated(slopes, RATIO**2)
    twice = _extrapolated(once, RATIO**4)
    changes = np.abs(twice - once[1:])
    steadiest = np.argmin(np.where(np.isfinite(changes), changes, np.inf), axis=0)
    return np.take_along_axis(twice, steadiest[None], axis=0)[0]


def _extrapolated(slopes, gain):
    """From slopes whose errors shrink by the gain, one to the next, slopes without those errors."""
    return (gain * slopes[1:] - slopes[:-1]) / (gain - 1)
