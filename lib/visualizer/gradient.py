"""Derivatives of a function of two variables that is known only by its values."""

# Weights of Richardson's extrapolation from steps h, h/2, h/4: the h² and h⁴ errors cancel.
RICHARDSON = ((1.0, 1 / 45), (0.5, -20 / 45), (0.25, 64 / 45))


def numerical_gradient(f, x, y, dx, dy):
    """(∂f/∂x, ∂f/∂y) by central differences with Richardson extrapolation.

    f takes floats or arrays; x and y likewise, and the result has their shape. dx, dy: the largest
    step along each axis, about a thousandth of the distance over which f changes its character.
    The error is O(step⁶). Source: Press et al., Numerical Recipes, section 5.7.
    """
    gx = sum(w * _central(lambda h: f(x + h, y), x, s * dx) for s, w in RICHARDSON)
    gy = sum(w * _central(lambda h: f(x, y + h), y, s * dy) for s, w in RICHARDSON)
    return gx, gy


def _central(f_at, at, step):
    """Central difference, divided by the step that the rounded arguments really make."""
    return (f_at(step) - f_at(-step)) / ((at + step) - (at - step))
