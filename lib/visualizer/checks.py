"""What values are, asked before they are used. Plain Python: numpy is met, never imported."""

from math import isinf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def real_number(value: "Value") -> float | None:
    """A value as a float if it is one real number, otherwise None.

    value: anything. Truth values are no numbers; an array of one number is one, as are a tensor
        without dimensions, a Fraction and a Decimal. Whole numbers too large for a float are none.
    """
    if isinstance(value, float):
        return float(value)
    if hasattr(value, "dtype"):
        return _single(value)
    countable = isinstance(value, int) or hasattr(value, "numerator")
    if isinstance(value, bool) or not (countable or _is_decimal(value)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return None if isinf(number) and countable else number


def _single(array: "Value") -> float | None:
    """The only number of an array of numpy's, or of a tensor without dimensions."""
    kind = getattr(array.dtype, "kind", None)
    if kind is None:
        return real_number(array.item()) if getattr(array, "ndim", 1) == 0 else None
    return float(array.item()) if array.size == 1 and kind in "iuf" else None


def _is_decimal(value: "Value") -> bool:
    return hasattr(value, "as_integer_ratio") and hasattr(value, "is_signed")


def is_complex(value: "Value") -> bool:
    """Whether a value is one complex number, as x**0.5 is where x is negative."""
    kind = getattr(getattr(value, "dtype", None), "kind", None)
    return isinstance(value, complex) or (kind == "c" and value.size == 1)


# How math says that it has no value: the first two until Python 3.13 and in MicroPython, then one
# sentence for each function.
UNDEFINED = (
    "math domain error",
    "math range error",
    "expected a ",
    "cannot convert NaN",
    "cannot convert float NaN",
    "not defined for negative",
    "nonnegative",
    "non-negative",
)
# Whoever raises ValueError from in there speaks of numbers. Of numpy only its own LinAlgError does,
# for its ValueErrors speak of shapes.
MATHEMATICAL = ("mpmath", "sympy", "scipy", "statistics")


def is_undefined(error: BaseException) -> bool:
    """Whether an error says that a formula has no value there, and not that a program is wrong.

    error: any ArithmeticError does, of the ValueErrors those of mathematics.
    """
    if isinstance(error, ArithmeticError):
        return True
    if not isinstance(error, ValueError):
        return False
    kind = getattr(type(error), "__module__", "").split(".")[0]
    if kind in MATHEMATICAL + ("numpy",) or raised_in(error) in MATHEMATICAL:
        return True
    return any(part in str(error) for part in UNDEFINED)


def raised_in(error: BaseException) -> str:
    """The package in whose Python code an error was raised, "" where that is not known."""
    place = getattr(error, "__traceback__", None)  # MicroPython keeps none
    if place is None:
        return ""
    while place.tb_next:
        place = place.tb_next
    return place.tb_frame.f_globals.get("__name__", "").split(".")[0]
