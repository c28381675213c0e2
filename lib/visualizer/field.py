"""The field on which adventurers walk: a function of x and y with bounds."""

import copy
from collections.abc import Callable
from math import isfinite, nan
from typing import TYPE_CHECKING, Any

import numpy as np

from visualizer.checks import real_number
from visualizer.comparison import warn_of_wrong_gradient
from visualizer.gradient import derivative_at, numerical_gradient
from visualizer.messages import VisualizerError, described
from visualizer.pointwise import Pointwise
from visualizer.signature import explained
from visualizer.types import Array, Function, Limits, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap, Normalize

    from visualizer.figures.plots import Aspect


class Field:
    """A function f(x, y) over xlim × ylim.

    f: takes two floats and returns a float; if it takes arrays too, it is called with arrays.
    xlim, ylim: the bounds, pairs (low, high).
    grad: a function of (x, y) that returns (∂f/∂x, ∂f/∂y); without it, the gradient is found
        numerically. One that goes up where f goes down, or is far from what f does, is warned of.

    Wrong arguments raise VisualizerError.
    """

    @explained("Field(f, (-1, 1), (-1, 1), grad=grad)")
    def __init__(
        self, f: Function, xlim: Limits, ylim: Limits, *, grad: Function | None = None
    ) -> None:
        self.f, self.grad = f, grad
        self.xlim, self.ylim = _limits("xlim", xlim), _limits("ylim", ylim)
        self._value = Pointwise(f, "f", 1, self.xlim, self.ylim)
        self._slope = None if grad is None else Pointwise(grad, "grad", 2, self.xlim, self.ylim)
        self._at_points = AtPoints(self._value, self._slope, self.xlim, self.ylim)
        if self._slope:
            warn_of_wrong_gradient(self._value, self._slope, self.xlim, self.ylim)

    def __repr__(self) -> str:
        grad = f", grad={described(self.grad)}" if self.grad else ""
        return f"Field({described(self.f)}, {self.xlim}, {self.ylim}{grad})"

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        """A small picture, which Jupyter shows."""
        from visualizer.figures.small import field_picture

        return field_picture(self)

    def __call__(self, x: Value, y: Value) -> Value:
        """f at a point (a float) or at points (an array of their common shape).

        Where f is undefined or infinite (1/x or the logarithm of x at 0) it is NaN.
        """
        if type(x) is float and type(y) is float:
            with np.errstate(all="ignore"):
                return self._at_points(x, y)
        return self._value(x, y)[0]

    def gradient(self, x: Value, y: Value) -> tuple[Value, Value]:
        """(∂f/∂x, ∂f/∂y) at a point (floats) or at points (arrays of their common shape).

        Exact where the field has grad. Otherwise by extrapolated central differences (source:
        visualizer.gradient): on smooth functions the relative error is below 1e-8, on the
        landscapes of this library below 1e-10.
        """
        if type(x) is float and type(y) is float:
            with np.errstate(all="ignore"):
                return self._at_points.gradient(x, y)
        if self._slope is not None:
            gx, gy = self._slope(x, y)
            return gx, gy
        x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        if x.ndim == 0:
            return self.gradient(float(x), float(y))
        dx, dy = _scale(x, self.xlim), _scale(y, self.ylim)
        with np.errstate(all="ignore"):
            return numerical_gradient(self, x, y, dx, dy, self._value.rounding)

    @property
    def at_points(self) -> "AtPoints":
        """The same field, quicker, for floats only and for whoever has numpy ignore errors."""
        return self._at_points

    def with_limits(self, xlim: Limits, ylim: Limits) -> "Field":
        """The same field over other bounds, pairs (low, high)."""
        other = copy.copy(self)
        other.xlim, other.ylim = _limits("xlim", xlim), _limits("ylim", ylim)
        other._at_points = AtPoints(self._value, self._slope, other.xlim, other.ylim)
        return other

    @explained("field.plot(route=adventurer.route)")
    def plot(
        self,
        route: Any = None,
        *,
        ax: "Axes | None" = None,
        arrows: bool = False,
        theme: "str | None" = None,
        aspect: "Aspect | None" = None,
        levels: "int | Sequence[float]" = 18,
        resolution: "int | tuple[int, int] | None" = None,
        cmap: "str | Colormap | None" = None,
        norm: "str | Normalize | None" = None,
        colorbar: bool = False,
        labels: bool = False,
        xlabel: str = "x",
        ylabel: str = "y",
    ) -> "Axes":
        """Contour lines, and routes as dots joined by arrows; returns the axes.

        route: a Route, a sequence of points (x, y), or several in a sequence or a dict
            {name: route}; what has a name is in a legend.
        ax: matplotlib axes to draw on; without them pyplot's current ones are taken if they are
            empty, else a new figure is made.
        arrows: whether arrows of −∇f are drawn too.
        theme: "light" or "dark", which then wins in everything that is drawn; without one the
            figure is as matplotlib's rcParams say, or as the axes are.
        aspect: "equal" (a unit of x as long as one of y), "auto" (the axes filled) or a number, as
            matplotlib has it; without one new axes are equal where that can be read, and given
            ones stay as they are.
        levels: how many contour lines, or a rising sequence of their heights.
        resolution: at n × n points f is looked at, or at (columns, rows); None for enough.
        cmap, norm: colour map and norm as matplotlib has them, None for a viridis that gives every
            band between the levels its own colour.
        colorbar: whether one is drawn beside the axes.
        labels: whether the contour lines carry their heights.
        xlabel, ylabel: what is written at the axes.

        visualizer.figures.compose draws the same and returns the artists.
        """
        from visualizer.figures import plot_field

        return plot_field(
            self,
            route,
            ax=ax,
            arrows=arrows,
            theme=theme,
            aspect=aspect,
            levels=levels,
            resolution=resolution,
            cmap=cmap,
            norm=norm,
            colorbar=colorbar,
            labels=labels,
            xlabel=xlabel,
            ylabel=ylabel,
        )

    @explained("field.plot_surface(route=adventurer.route)")
    def plot_surface(
        self,
        route: Any = None,
        *,
        ax: "Axes | None" = None,
        theme: "str | None" = None,
        resolution: "int | tuple[int, int] | None" = None,
        cmap: "str | Colormap | None" = None,
        norm: "str | Normalize | None" = None,
        colorbar: bool = False,
        xlabel: str = "x",
        ylabel: str = "y",
        zlabel: str = "z",
    ) -> "Axes":
        """The surface z = f(x, y), with routes on it; returns the 3-D axes.

        Where the surface hides a route, it is drawn thin and pale. The parameters are those of
        plot, but ax are 3-D axes of matplotlib.
        """
        from visualizer.figures import plot_surface

        return plot_surface(
            self,
            route,
            ax=ax,
            theme=theme,
            resolution=resolution,
            cmap=cmap,
            norm=norm,
            colorbar=colorbar,
            xlabel=xlabel,
            ylabel=ylabel,
            zlabel=zlabel,
        )


class AtPoints:
    """A field for floats: what walks ask, with nothing in between that takes time.

    value: a function of (x, y), which is all that calling it does.
    gradient: a function of (x, y) that returns (∂f/∂x, ∂f/∂y).
    """

    def __init__(
        self, value: Pointwise, slope: Pointwise | None, xlim: Limits, ylim: Limits
    ) -> None:
        self.xlim, self.ylim = xlim, ylim
        self.value = value.quick()
        self.gradient = slope.quick() if slope else self._differences(value.rounding)

    def __call__(self, x: float, y: float) -> float:
        return self.value(x, y)

    def _differences(self, rounding: float) -> Callable[[float, float], tuple[float, float]]:
        value, (low, high), (bottom, top) = self.value, self.xlim, self.ylim
        width, height = high - low, top - bottom
        middle_x, middle_y = (low + high) / 2, (bottom + top) / 2

        def gradient(x: float, y: float) -> tuple[float, float]:
            if not (isfinite(x) and isfinite(y)):
                return nan, nan
            dx, dy = max(width, abs(x - middle_x)), max(height, abs(y - middle_y))
            return (
                derivative_at(lambda u: value(u, y), x, dx, rounding),
                derivative_at(lambda u: value(x, u), y, dy, rounding),
            )

        return gradient


def _limits(name: str, limits: Any) -> Limits:
    try:
        low, high = limits
    except (TypeError, ValueError):
        raise VisualizerError("limits", name=name, given=described(limits)) from None
    low, high = real_number(low), real_number(high)
    if low is None or high is None or not (isfinite(low) and isfinite(high) and low < high):
        raise VisualizerError("limits", name=name, given=described(limits))
    return low, high


def _scale(at: Array, limits: Limits) -> Array:
    """On which scale f is expected to change: the field's width, more for points far outside."""
    low, high = limits
    return np.maximum(high - low, np.abs(at - (low + high) / 2))
