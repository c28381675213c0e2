"""Whether a gradient that was given is that of the function."""

import warnings

import numpy as np

from visualizer.gradient import ROUNDING, derivative_at
from visualizer.messages import VisualizerError
from visualizer.pointwise import Pointwise
from visualizer.types import Limits

# At some points, parts of the field's width and height, where kinks and symmetries hardly are.
PLACES = ((0.17, 0.29), (0.81, 0.23), (0.37, 0.83), (0.71, 0.67), (0.53, 0.07))

# Two slopes differ when they do so by this part, and by more than rounding f can have done.
APART, DOUBT = 0.01, 1e4 * ROUNDING


def warn_of_wrong_gradient(value: Pointwise, slope: Pointwise, xlim: Limits, ylim: Limits) -> None:
    """Warn (UserWarning) of a gradient that differs from the numerical one at most places.

    value, slope: f and grad of a field.
    xlim, ylim: its limits.

    The warning points at the line that makes the field, three calls further out.
    Whether it has the wrong sign, or another fault, the sentence says.
    """
    with np.errstate(all="ignore"):
        try:
            pairs = [_slopes(value, slope, xlim, ylim, place) for place in PLACES]
        except Exception:  # what fails there is told to whoever walks there
            return
    for name, axis in (("x", 0), ("y", 1)):
        compared = [pair[axis] for pair in pairs if np.isfinite(pair[axis]).all()]
        for key, differs in (("grad.sign", _opposite), ("grad.differs", _apart)):
            if compared and sum(differs(*pair) for pair in compared) > len(compared) / 2:
                warnings.warn(str(VisualizerError(key, name=name)), stacklevel=4)
                break


def _slopes(
    value: Pointwise, slope: Pointwise, xlim: Limits, ylim: Limits, place: tuple[float, float]
) -> list[tuple[float, float, float]]:
    """For x and for y: (the given slope, the numerical one, how much rounding may do)."""
    f, width, height = value.quick(), xlim[1] - xlim[0], ylim[1] - ylim[0]
    x, y = xlim[0] + place[0] * width, ylim[0] + place[1] * height
    given, size = slope.quick()(x, y), abs(f(x, y))
    rounding = value.rounding
    return [
        (given[0], derivative_at(lambda u: f(u, y), x, width, rounding), DOUBT * size / width),
        (given[1], derivative_at(lambda u: f(x, u), y, height, rounding), DOUBT * size / height),
    ]


def _apart(given: float, found: float, doubt: float) -> bool:
    return abs(given - found) > APART * max(abs(given), abs(found)) + doubt


def _opposite(given: float, found: float, doubt: float) -> bool:
    return _apart(given, found, doubt) and not _apart(-given, found, doubt)
