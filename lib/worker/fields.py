"""The field that a request speaks of: a named landscape, or a formula that the reader typed."""

from functools import lru_cache

import numpy as np

from visualizer import Field
from visualizer.formula import Formula, FormulaError, parse
from visualizer.landscapes import LANDSCAPES, Landscape

Limits = tuple[float, float]

# Where a formula is looked for values: on a grid with so many points each way.
COLUMNS, ROWS = 161, 161


def field_of(asked: str | dict) -> Landscape | Field:
    """The field of a request, the same object whenever it is asked for again.

    asked: a landscape's key, or {"text": formula, "xlim": [low, high], "ylim": [low, high]}; a
        formula without any value in these bounds raises FormulaError, as does one that is none.
    """
    if isinstance(asked, str):
        return LANDSCAPES[asked]
    return _field_of_formula(asked["text"], tuple(asked["xlim"]), tuple(asked["ylim"]))


@lru_cache(maxsize=8)
def _field_of_formula(text: str, xlim: Limits, ylim: Limits) -> Field:
    formula = parse(text)
    x, y, sloping = _somewhere(formula, xlim, ylim)
    # A Field wants values at one of a few points, the middle among them: it is made around a
    # point that has one, and then given its true bounds.
    grad = formula.gradient if sloping else None
    field = Field(formula.function, _around(x, xlim), _around(y, ylim), grad=grad)
    return field.with_limits(xlim, ylim)


def _somewhere(formula: Formula, xlim: Limits, ylim: Limits) -> tuple[float, float, bool]:
    """(x, y, whether there is a gradient) of a point where the formula has a value."""
    with np.errstate(all="ignore"):
        grid = np.meshgrid(np.linspace(*xlim, COLUMNS), np.linspace(*ylim, ROWS))
        known = np.isfinite(formula.function(*grid))
        sloping = known & np.isfinite(formula.gradient(*grid)).all(axis=0)
    if not known.any():
        raise FormulaError("formula.undefined")
    place = np.argmax(sloping if sloping.any() else known)
    return float(grid[0].flat[place]), float(grid[1].flat[place]), bool(sloping.any())


def _around(middle: float, limits: Limits) -> Limits:
    """Limits with that middle, far narrower than the given ones."""
    size = (limits[1] - limits[0]) / 1e6
    return middle - size, middle + size
