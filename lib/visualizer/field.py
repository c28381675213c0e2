"""The field on which adventurers walk: a function of x and y with bounds."""

import copy
from math import isfinite

import numpy as np

from visualizer.checks import real_number
from visualizer.gradient import numerical_gradient
from visualizer.messages import VisualizerError, told
from visualizer.pointwise import Pointwise


class Field:
    """A function f(x, y) over xlim × ylim.

    f: takes two floats and returns a float; if it takes arrays too, it is called with arrays.
    xlim, ylim: pairs (low, high). grad: a function returning (∂f/∂x, ∂f/∂y); without it, the
    gradient is found numerically. Wrong arguments raise VisualizerError.
    """

    def __init__(self, f, xlim, ylim, grad=None):
        self.f, self.grad = f, grad
        self.xlim, self.ylim = _limits("xlim", xlim), _limits("ylim", ylim)
        self._value = Pointwise(f, "f", 1, self.xlim, self.ylim)
        self._slope = None if grad is None else Pointwise(grad, "grad", 2, self.xlim, self.ylim)

    def __call__(self, x, y):
        """f at a point (a float) or at points (an array of their common shape).

        Where f is undefined or infinite (1/x or the logarithm of x at 0) it is NaN.
        """
        return self._value(x, y)[0]

    def gradient(self, x, y):
        """(∂f/∂x, ∂f/∂y) at a point (floats) or at points (arrays of their common shape).

        Exact where the field has grad. Otherwise by extrapolated central differences (see
        visualizer.gradient): on smooth functions the relative error is below 1e-8, on the
        landscapes of this library below 1e-10.
        """
        if self._slope is not None:
            return tuple(self._slope(x, y))
        x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        with np.errstate(all="ignore"):
            gradient = numerical_gradient(self, x, y, _scale(x, self.xlim), _scale(y, self.ylim))
        return gradient if x.ndim else tuple(float(part) for part in gradient)

    def with_limits(self, xlim, ylim):
        """The same field over other bounds."""
        other = copy.copy(self)
        other.xlim, other.ylim = _limits("xlim", xlim), _limits("ylim", ylim)
        return other

    def plot(self, route=None, ax=None, arrows=False, theme="light"):
        """Contour lines; optionally arrows of −∇f, and routes as dots joined by arrows.

        route: a Route, a sequence of points (x, y), or a dict {name: route}, which gets a legend.
        ax: matplotlib axes to draw on; without it a new figure is made. theme: "light" or "dark".
        Returns the axes.
        """
        from visualizer.figures import plot_field

        return plot_field(self, route, ax, arrows, theme)

    def plot_surface(self, route=None, ax=None, theme="light"):
        """The surface z = f(x, y), with routes on it as in plot. Returns the 3-D axes."""
        from visualizer.figures import plot_surface

        return plot_surface(self, route, ax, theme)


def _limits(name, limits):
    try:
        low, high = limits
    except (TypeError, ValueError):
        raise VisualizerError("limits", name=name, given=told(limits)) from None
    low, high = real_number(low), real_number(high)
    if None in (low, high) or not (isfinite(low) and isfinite(high) and low < high):
        raise VisualizerError("limits", name=name, given=told(limits))
    return low, high


def _scale(at, limits):
    """On which scale f is expected to change: the field's width, more for points far outside."""
    low, high = limits
    return np.maximum(high - low, np.abs(at - (low + high) / 2))
