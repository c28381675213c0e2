"""What values are, asked before they are used. Plain Python: numpy is met, never imported."""

from math import isinf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def real_number(value: "Value") -> float | None:
    """A value as a float if it is one real number, otherwise None.

    value: anything. Truth values are no numbers, an array of one number is one. Whole numbers too
        large for a float are none.
    """
    if isinstance(value, float):
        return float(value)
    if hasattr(value, "dtype"):
        single = value.size == 1 and value.dtype.kind in "iuf"
        return float(value.item()) if single else None
    if isinstance(value, bool) or not (isinstance(value, int) or hasattr(value, "numerator")):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return None if isinf(number) else number
