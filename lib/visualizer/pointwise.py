"""A user's function of x and y, called with floats or arrays and explained where it is wrong."""

from math import isfinite, nan

import numpy as np

from visualizer.checks import real_number
from visualizer.messages import VisualizerError, told
from visualizer.signature import takes

# Where a function is tried before it is trusted, as parts of the field's width and height.
SAMPLES = ((0.5, 0.5), (0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.3, 0.8), (0.85, 0.15))


class Pointwise:
    """function(x, y), which gives `parts` real numbers, for points and for arrays of points.

    name: "f" or "grad", to name it in explanations. A function that works on arrays is called with
    them; one that does not (math.sin, `if x > 0`) is called point by point. Where it is undefined
    or infinite (a division by zero, the logarithm of a negative number) its value is NaN.
    """

    def __init__(self, function, name, parts, xlim, ylim):
        if not callable(function):
            raise VisualizerError(f"{name}.callable", given=told(function))
        if not takes(function, 0.0, 0.0):
            raise VisualizerError(f"{name}.arguments")
        self.function, self.name, self.parts = function, name, parts
        with np.errstate(all="ignore"):
            self._on_arrays = self._tried(*_samples(xlim, ylim))

    def __call__(self, x, y):
        """All parts: floats at a point, arrays of the common shape at arrays of points."""
        with np.errstate(all="ignore"):
            if np.ndim(x) == 0 and np.ndim(y) == 0:
                return self._at_point(float(x), float(y))
            x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
            return self._on_arrays(x.flatten(), y.flatten()).reshape(self.parts, *x.shape)

    def _tried(self, x, y):
        """The way to call the function with arrays, after trying it on some points."""
        one_by_one = self._one_by_one(x, y)
        if np.isnan(one_by_one).all():
            self._explain_undefined(x[0], y[0])
        try:
            at_once = self._at_once(x, y)
        except Exception:  # whatever a function for floats does when it meets arrays
            return self._one_by_one
        scale = np.nanmax(np.abs(one_by_one))
        same = np.allclose(at_once, one_by_one, rtol=1e-9, atol=1e-9 * scale, equal_nan=True)
        return self._at_once if same else self._one_by_one

    def _at_once(self, x, y):
        given = self.function(x, y)
        parts = [np.asarray(part, dtype=float) for part in self._split(given)]
        values = np.array([np.broadcast_to(part, x.shape) for part in parts])
        return np.where(np.isfinite(values), values, np.nan)

    def _one_by_one(self, x, y):
        values = [self._at_point(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]
        return np.array(values).reshape(-1, self.parts).T

    def _at_point(self, x, y):
        try:
            given = self.function(x, y)
        except VisualizerError:
            raise
        except (ArithmeticError, ValueError):
            return (nan,) * self.parts
        except TypeError as error:
            _explain_caret(error)
            raise
        numbers = tuple(real_number(part) for part in self._split(given))
        if None in numbers:
            raise VisualizerError(f"{self.name}.value", given=told(given))
        return tuple(number if isfinite(number) else nan for number in numbers)

    def _split(self, given):
        """The parts of what the function gave."""
        if self.parts == 1:
            return (given,)
        try:
            parts = tuple(given)
        except TypeError:
            parts = ()
        if len(parts) != self.parts:
            raise VisualizerError(f"{self.name}.value", given=told(given))
        return parts

    def _explain_undefined(self, x, y):
        try:
            outcome = self.function(float(x), float(y))
        except (ArithmeticError, ValueError) as error:
            outcome = error
        raise VisualizerError("undefined", name=self.name, given=told(outcome))


def _samples(xlim, ylim):
    along, up = np.transpose(SAMPLES)
    return xlim[0] + along * (xlim[1] - xlim[0]), ylim[0] + up * (ylim[1] - ylim[0])


def _explain_caret(error):
    if "for ^" in str(error):
        raise VisualizerError("caret") from error
