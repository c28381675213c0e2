"""The field on which adventurers walk: a function of x and y with bounds."""

import copy
from math import isfinite
from numbers import Real

import numpy as np

from visualizer.gradient import numerical_gradient
from visualizer.messages import VisualizerError, told

# The largest step of the numerical gradient, as a part of the field's width.
STEP = 1e-3


class Field:
    """A function f(x, y) over xlim × ylim.

    f: takes two floats and returns a float; if it takes arrays too, it is called with arrays.
    xlim, ylim: pairs (low, high). grad: a function returning (∂f/∂x, ∂f/∂y); without it, the
    gradient is found numerically. Wrong arguments raise VisualizerError.
    """

    def __init__(self, f, xlim, ylim, grad=None):
        if not callable(f):
            raise VisualizerError("f.callable", given=told(f))
        if grad is not None and not callable(grad):
            raise VisualizerError("grad.callable", given=told(grad))
        self.f, self.grad = f, grad
        self.xlim, self.ylim = _limits("xlim", xlim), _limits("ylim", ylim)
        self._values = self._on_arrays(_checked(f))

    def __call__(self, x, y):
        """f at a point (a float) or at points (an array of their common shape).

        Where f is undefined (a division by zero, the logarithm of a negative number) it is NaN.
        """
        if np.ndim(x) == 0 and np.ndim(y) == 0:
            return _checked(self.f)(float(x), float(y))
        x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        with np.errstate(all="ignore"):
            return self._values(x, y)

    def gradient(self, x, y):
        """(∂f/∂x, ∂f/∂y) at a point (floats) or at points (arrays of their common shape).

        Exact where the field has grad. Otherwise by central differences of three step sizes from
        a thousandth of the field's width, extrapolated (see visualizer.gradient): on smooth
        functions the relative error is below 1e-8.
        """
        if self.grad is not None:
            return self._exact_gradient(x, y)
        if np.ndim(x) == 0 and np.ndim(y) == 0:
            x, y = float(x), float(y)
        else:
            x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        dx = STEP * (self.xlim[1] - self.xlim[0])
        dy = STEP * (self.ylim[1] - self.ylim[0])
        with np.errstate(all="ignore"):
            return numerical_gradient(self, x, y, dx, dy)

    def with_limits(self, xlim, ylim):
        """The same field over other bounds."""
        other = copy.copy(self)
        other.xlim, other.ylim = _limits("xlim", xlim), _limits("ylim", ylim)
        return other

    def plot(self, route=None, ax=None, arrows=False, theme="light"):
        """Contour lines; optionally arrows of −∇f, and routes as dots joined by arrows.

        route: a Route, a sequence of points (x, y), or a dict {name: route}, which gets a legend.
        ax: matplotlib axes to draw on; without it a new figure is made. Returns the axes.
        """
        from visualizer.figures import plot_field

        return plot_field(self, route, ax, arrows, theme)

    def plot_surface(self, route=None, ax=None, theme="light"):
        """The surface z = f(x, y), with routes on it as in plot. Returns the 3-D axes."""
        from visualizer.figures import plot_surface

        return plot_surface(self, route, ax, theme)

    def _exact_gradient(self, x, y):
        try:
            gx, gy = given = self.grad(x, y)
        except (TypeError, ValueError) as error:
            _explain_caret(error)
            raise VisualizerError("grad.value", given=type(error).__name__) from error
        if np.ndim(x) == 0 and np.ndim(y) == 0:
            return _number(gx, "grad.value", given), _number(gy, "grad.value", given)
        shape = np.broadcast_shapes(np.shape(x), np.shape(y))
        return tuple(np.broadcast_to(np.asarray(g, dtype=float), shape).copy() for g in (gx, gy))

    def _on_arrays(self, f):
        """f for arrays: f itself if it gives at arrays what it gives point by point."""
        x, y = np.array([*self.xlim, *self.xlim]), np.array([*self.ylim, *self.ylim[::-1]])
        one_by_one = np.array([f(float(a), float(b)) for a, b in zip(x, y, strict=True)])
        try:
            with np.errstate(all="ignore"):
                at_once = np.asarray(self.f(x, y), dtype=float)
            if np.allclose(at_once, one_by_one, equal_nan=True, rtol=1e-9, atol=0):
                return lambda x, y: np.broadcast_to(np.asarray(self.f(x, y), float), x.shape).copy()
        except Exception:
            pass
        return np.vectorize(f, otypes=[float])


def _limits(name, limits):
    try:
        low, high = (float(limit) for limit in limits)
    except (TypeError, ValueError):
        raise VisualizerError("limits", name=name, given=told(limits)) from None
    if not (isfinite(low) and isfinite(high) and low < high):
        raise VisualizerError("limits", name=name, given=told(limits))
    return low, high


def _checked(f):
    """f of two floats as a float; NaN where f is undefined; an explanation where f is wrong."""

    def value(x, y):
        try:
            z = f(x, y)
        except (ArithmeticError, ValueError):
            return float("nan")
        except TypeError as error:
            _explain_caret(error)
            if "positional argument" in str(error):
                raise VisualizerError("f.arguments") from error
            raise
        return _number(z, "f.value", z)

    return value


def _number(value, key, given):
    if isinstance(value, Real) and not isinstance(value, bool) or np.size(value) == 1:
        try:
            return float(np.asarray(value, dtype=float).reshape(()))
        except (TypeError, ValueError):
            pass
    raise VisualizerError(key, given=told(given))


def _explain_caret(error):
    if "for ^" in str(error) or "ufunc 'bitwise_xor'" in str(error):
        raise VisualizerError("caret") from error
