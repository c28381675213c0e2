"""A user's function of x and y, called with floats or arrays and explained where it is wrong."""

from collections.abc import Callable
from functools import cached_property
from math import inf, isfinite, nan
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from visualizer.checks import is_complex, is_undefined, real_number
from visualizer.messages import VisualizerError, described
from visualizer.signature import takes
from visualizer.types import Array, Limits, Value

# Where a function is tried before it is trusted, as parts of the field's width and height.
SAMPLES = ((0.5, 0.5), (0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.3, 0.8), (0.85, 0.15))

# If it has no value there, it is tried at points strewn evenly, on no common lines: from the first
# to the last of these numbers, more and more.
STREWN = ((0, 1_000), (1_000, 20_000))

# So far from the samples, as a part of their spread, values are looked at digit by digit.
ODD = 1e-3 / 7


class Pointwise:
    """function(x, y), which gives `parts` real numbers, for points and for arrays of points.

    function: what a user gave.
    name: "f" or "grad", to name it in explanations.
    parts: how many numbers it gives.
    xlim, ylim: the bounds within which it is tried, pairs (low, high).

    A function that works on arrays is called with them; one that does not (math.sin, `if x > 0`) is
    called point by point. Where it is undefined, infinite or complex (a division by zero, a root of
    a negative number) its value is NaN. Whatever else goes wrong in it comes through.
    """

    def __init__(
        self, function: Callable[..., Any], name: str, parts: int, xlim: Limits, ylim: Limits
    ) -> None:
        if not callable(function):
            raise VisualizerError(f"{name}.callable", given=described(function))
        if not takes(function, 0.0, 0.0):
            raise VisualizerError(f"{name}.arguments")
        self.function, self.name, self.parts = function, name, parts
        with np.errstate(all="ignore"):
            self._tried_at = self._samples(xlim, ylim)
            self._on_arrays = self._tried(*self._tried_at)

    def __call__(self, x: Value, y: Value) -> Any:
        """All parts: floats at a point, arrays of the common shape at arrays of points."""
        with np.errstate(all="ignore"):
            if np.ndim(x) == 0 and np.ndim(y) == 0:
                return self._at_point(float(x), float(y))
            x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
            return self._on_arrays(x.flatten(), y.flatten()).reshape(self.parts, *x.shape)

    def quick(self) -> Callable[[float, float], Any]:
        """The function for two floats, with the least around it, where numpy ignores errors."""
        return self._quick_number() if self.parts == 1 else self._quick_pair()

    def _quick_number(self) -> Callable[[float, float], float]:
        function, slowly, number = self.function, self._at_point, self._number

        def value(x: float, y: float) -> float:
            try:
                given = function(x, y)
            except (ArithmeticError, ValueError, TypeError):
                return slowly(x, y)[0]
            if type(given) is float and -inf < given < inf:
                return given
            return number(given, given)

        return value

    def _quick_pair(self) -> Callable[[float, float], tuple[float, ...]]:
        function, slowly, number = self.function, self._at_point, self._number

        def pair(x: float, y: float) -> tuple[float, ...]:
            try:
                given = function(x, y)
            except (ArithmeticError, ValueError, TypeError):
                return slowly(x, y)
            try:
                first, second = given
            except (TypeError, ValueError):
                first, second = self._split(given)
            if type(first) is float and type(second) is float and isfinite(first + second):
                return first, second
            return number(first, given), number(second, given)

        return pair

    def _samples(self, xlim: Limits, ylim: Limits) -> tuple[Array, Array]:
        """Points at some of which the function has a value, or the sentence that it has none."""
        for parts in (np.transpose(SAMPLES), *(_strewn(*part) for part in STREWN)):
            x = xlim[0] + parts[0] * (xlim[1] - xlim[0])
            y = ylim[0] + parts[1] * (ylim[1] - ylim[0])
            known = np.asarray(np.isfinite(self._one_by_one(x, y)).all(axis=0))
            if known.any():
                return self._kept(x, y, known)
        self._explain_undefined(*(low + 0.5 * (high - low) for low, high in (xlim, ylim)))

    def _kept(self, x: Array, y: Array, known: NDArray[np.bool_]) -> tuple[Array, Array]:
        """As many points as there are samples, those with values first."""
        order = np.argsort(np.logical_not(known), kind="stable")[: len(SAMPLES)]
        return x[order], y[order]

    def _tried(self, x: Array, y: Array) -> Callable[[Array, Array], Array]:
        """The way to call the function with arrays, after trying it on some points."""
        one_by_one = self._one_by_one(x, y)
        try:
            at_once = self._at_once(x, y)
        except Exception:  # whatever a function for floats does when it meets arrays
            return self._one_by_one
        scale = np.nanmax(np.abs(one_by_one))
        same = np.allclose(at_once, one_by_one, rtol=1e-9, atol=1e-9 * scale, equal_nan=True)
        return self._at_once if same else self._one_by_one

    @cached_property
    def rounding(self) -> float:
        """The relative error of the values: that of float32 if all are such, else of float."""
        # At round numbers the values of any function may be round.
        x, y = (part + ODD * (1 + np.ptp(part)) for part in self._tried_at)
        try:
            with np.errstate(all="ignore"):
                values = self._one_by_one(x, y)
                coarse = values.astype(np.float32) == values
        except Exception:  # what fails there is told to whoever walks there
            return float(np.finfo(float).eps)
        known = np.isfinite(values)
        few_digits = len(np.unique(values[known])) > 2 and coarse[known].all()
        return float(np.finfo(np.float32 if few_digits else float).eps)

    def _at_once(self, x: Array, y: Array) -> Array:
        given = self.function(x, y)
        parts = [_real(part) for part in self._split(given)]
        values = np.array([np.broadcast_to(part, x.shape) for part in parts])
        return np.where(np.isfinite(values), values, np.nan)

    def _one_by_one(self, x: Array, y: Array) -> Array:
        values = [self._at_point(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]
        return np.array(values).reshape(-1, self.parts).T

    def _at_point(self, x: float, y: float) -> tuple[float, ...]:
        try:
            given = self.function(x, y)
        except (ArithmeticError, ValueError) as error:
            if isinstance(error, VisualizerError) or not is_undefined(error):
                raise
            return (nan,) * self.parts
        except TypeError as error:
            if "for ^" in str(error):
                raise VisualizerError("power", name=self.name) from error
            raise
        return tuple(self._number(part, given) for part in self._split(given))

    def _number(self, part: Any, given: Any) -> float:
        """One part of what the function gave, NaN where it is infinite or complex."""
        number = real_number(part)
        if number is None and is_complex(part):
            return nan
        if number is None:
            raise VisualizerError(f"{self.name}.value", given=described(given))
        return number if isfinite(number) else nan

    def _split(self, given: Any) -> tuple[Any, ...]:
        """The parts of what the function gave."""
        if self.parts == 1:
            return (given,)
        try:
            parts = tuple(given)
        except TypeError:
            parts = ()
        if len(parts) != self.parts:
            raise VisualizerError(f"{self.name}.value", given=described(given))
        return parts

    def _explain_undefined(self, x: float, y: float) -> NoReturn:
        try:
            outcome = self.function(float(x), float(y))
        except (ArithmeticError, ValueError) as error:
            outcome = error
        if not isinstance(outcome, Exception) and any(map(is_complex, self._split(outcome))):
            raise VisualizerError(f"{self.name}.value", given=described(outcome))
        tried = len(SAMPLES) + STREWN[-1][1]
        raise VisualizerError("undefined", name=self.name, tried=tried, given=described(outcome))


def _strewn(first: int, end: int) -> Array:
    """(2, end − first) parts of width and height. Source: M. Roberts, sequence R2 (2018)."""
    plastic = 1.32471795724474602596
    return np.outer((1 / plastic, 1 / plastic**2), np.arange(first + 1, end + 1)) % 1


def _real(part: Any) -> Array:
    """A part as an array of floats, NaN where it is complex."""
    values = np.asarray(part)
    if values.dtype.kind == "c":
        values = np.where(values.imag == 0, values.real, nan)
    return values.astype(float)
