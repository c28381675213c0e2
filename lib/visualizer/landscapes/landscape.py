"""A field with a name. Plain Python: a point is answered at once, all else by a Field."""

from math import isfinite, nan

from visualizer.checks import is_complex, is_undefined
from visualizer.registry import MISSING, check_complete

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from matplotlib.axes import Axes

    from visualizer.field import Field
    from visualizer.types import Function, Limits, Value


class Landscape:
    """A field that is known by name, with its exact gradient; an incomplete one raises ValueError.

    key: its name in code.
    formula: f in plain text.
    f: the function of (x, y), floats or arrays.
    grad: its exact gradient, a function of (x, y) that returns (∂f/∂x, ∂f/∂y).
    xlim, ylim: its bounds, pairs (low, high).
    minima: all known global minima, [(x, y), …]; none are [].
    start: (x, y), a point within the bounds from which a walk is instructive.

    It is as good as a Field, and makes one where that is needed: field.
    """

    def __init__(
        self,
        key: str,
        formula: str = MISSING,
        f: "Function" = MISSING,
        grad: "Function" = MISSING,
        xlim: "Limits" = MISSING,
        ylim: "Limits" = MISSING,
        minima: "list[tuple[float, float]]" = MISSING,
        start: "tuple[float, float]" = MISSING,
    ) -> None:
        check_complete(
            "The landscape " + repr(key),
            key=key,
            formula=formula,
            f=f,
            grad=grad,
            xlim=xlim,
            ylim=ylim,
            minima=minima,
            start=start,
        )
        self.key, self.formula = key, formula
        self.f, self.grad = f, grad
        self.xlim, self.ylim = _floats(xlim), _floats(ylim)
        self.minima, self.start = minima, start
        self._field: Field | None = None

    @property
    def field(self) -> "Field":
        """The Field of its function, gradient and bounds."""
        if self._field is None:
            from visualizer.field import Field

            self._field = Field(self.f, self.xlim, self.ylim, grad=self.grad)
        return self._field

    def __call__(self, x: "Value", y: "Value") -> "Value":
        """f at a point (a float) or at points (an array of their common shape), as a Field's."""
        if type(x) is not float or type(y) is not float:
            return self.field(x, y)
        try:
            return _finite(self.f(x, y))
        except (ArithmeticError, ValueError) as error:
            if not is_undefined(error):
                raise
            return nan

    def gradient(self, x: "Value", y: "Value") -> "tuple[Value, Value]":
        """(∂f/∂x, ∂f/∂y) at a point (floats) or at points (arrays of their common shape)."""
        if type(x) is not float or type(y) is not float:
            return self.field.gradient(x, y)
        try:
            gx, gy = self.grad(x, y)
        except (ArithmeticError, ValueError) as error:
            if not is_undefined(error):
                raise
            return nan, nan
        return _finite(gx), _finite(gy)

    def __repr__(self) -> str:
        return f"<Landscape {self.key}: {self.formula}>"

    def _repr_png_(self) -> "tuple[bytes, dict[str, int]]":
        """A small picture, which Jupyter shows."""
        from visualizer.figures.small import field_picture

        return field_picture(self)

    def with_limits(self, xlim: "Limits", ylim: "Limits") -> "Landscape":
        """The same landscape over other bounds, pairs (low, high)."""
        other = self.field.with_limits(xlim, ylim)
        return Landscape(
            self.key,
            self.formula,
            self.f,
            self.grad,
            other.xlim,
            other.ylim,
            self.minima,
            self.start,
        )

    def plot(self, route: "Any" = None, **options: "Any") -> "Axes":
        """As Field.plot, with the minima; the options are those of Field.plot."""
        from visualizer.field import Field

        whole: Any = self  # Field.plot says what is wrong with options
        return Field.plot(whole, route, **options)

    def plot_surface(self, route: "Any" = None, **options: "Any") -> "Axes":
        """As Field.plot_surface; the options are those of Field.plot_surface."""
        from visualizer.field import Field

        whole: Any = self
        return Field.plot_surface(whole, route, **options)


def _floats(limits: "Limits") -> "Limits":
    low, high = limits
    return float(low), float(high)


def _finite(value: float) -> float:
    if type(value) is float:
        return value if isfinite(value) else nan
    if is_complex(value):
        return nan
    return float(value) if isfinite(value) else nan
