"""Elementary functions of whatever they get: floats by math, arrays by numpy. Plain Python.

Each is defined everywhere and never raises: undefined values are nan (√ of a negative number),
overflow is inf, poles are inf or −inf, and nothing is ever complex. Numpy is never imported: where
an array comes, it is there already.
"""

import math
import sys
from math import e, pi

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from visualizer.types import Value

__all__ = [
    "absolute",
    "cos",
    "cosh",
    "e",
    "exp",
    "log",
    "maximum",
    "pi",
    "power",
    "sign",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
]


def exp(x: "Value") -> "Value":
    if _is_array(x):
        return _by_numpy("exp", x)
    try:
        return math.exp(x)
    except (OverflowError, ValueError):  # MicroPython says ValueError
        return math.inf


def log(x: "Value") -> "Value":
    """The natural logarithm; −inf at 0."""
    if _is_array(x):
        return _by_numpy("log", x)
    if x > 0:
        return math.log(x)
    return -math.inf if x == 0 else math.nan


def sin(x: "Value") -> "Value":
    if _is_array(x):
        return _by_numpy("sin", x)
    return math.sin(x) if math.isfinite(x) else math.nan


def cos(x: "Value") -> "Value":
    if _is_array(x):
        return _by_numpy("cos", x)
    return math.cos(x) if math.isfinite(x) else math.nan


def tan(x: "Value") -> "Value":
    if _is_array(x):
        return _by_numpy("tan", x)
    return math.tan(x) if math.isfinite(x) else math.nan


def sinh(x: "Value") -> "Value":
    if _is_array(x):
        return _by_numpy("sinh", x)
    try:
        return math.sinh(x)
    except (OverflowError, ValueError):
        return math.inf if x > 0 else -math.inf


def cosh(x: "Value") -> "Value":
    if _is_array(x):
        return _by_numpy("cosh", x)
    try:
        return math.cosh(x)
    except (OverflowError, ValueError):
        return math.inf


def tanh(x: "Value") -> "Value":
    return _by_numpy("tanh", x) if _is_array(x) else math.tanh(x)


def sqrt(x: "Value") -> "Value":
    """√x, rounded correctly everywhere, which x ** 0.5 is not."""
    if _is_array(x):
        return _by_numpy("sqrt", x)
    return math.sqrt(x) if x >= 0 else math.nan


def absolute(x: "Value") -> "Value":
    return abs(x)


def sign(x: "Value") -> "Value":
    """1 above 0, −1 below it, 0 at it, nan at nan."""
    if _is_array(x):
        return _by_numpy("sign", x)
    if x > 0:
        return 1.0
    if x < 0:
        return -1.0
    return 0.0 if x == 0 else math.nan


def power(x: "Value", y: "Value") -> "Value":
    """x to the power of y; nan where that were complex."""
    if _is_array(x) or _is_array(y):
        numpy = _numpy()
        with numpy.errstate(all="ignore"):
            # As numpy writes x**2 and x**0.5, with operators, which are rounded best.
            return (x if _is_array(x) else numpy.float64(x)) ** (y if _is_array(y) else float(y))
    x, y = float(x), float(y)
    odd = y % 2 == 1
    if x < 0 and not math.isinf(y) and (y != y or y != math.floor(y)):
        return math.nan
    if x == 0 and y < 0:
        return math.copysign(math.inf, x) if odd else math.inf
    try:
        return x**y
    except OverflowError:
        return -math.inf if x < 0 and odd else math.inf


def maximum(x: "Value", y: "Value") -> "Value":
    """The larger of two; nan where one is."""
    if _is_array(x) or _is_array(y):
        return _by_numpy("maximum", x, y)
    return x if x > y or x != x else y


def _is_array(x: "Value") -> bool:
    return hasattr(x, "shape") and not isinstance(x, float)


def _numpy() -> "ModuleType":
    return sys.modules["numpy"]


def _by_numpy(name: str, *arguments: "Value") -> "Value":
    numpy = _numpy()
    with numpy.errstate(all="ignore"):
        return getattr(numpy, name)(*arguments)
