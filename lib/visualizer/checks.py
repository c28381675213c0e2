"""What arguments and results are, asked before they are used."""

import inspect
from numbers import Real

import numpy as np


def real_number(value):
    """value as a float if it is one real number, otherwise None. Truth values are no numbers."""
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.reshape(())[()]
    if not isinstance(value, Real) or isinstance(value, bool):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def takes(function, *arguments):
    """Whether a function can be called with these arguments, as far as its signature tells."""
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return False
    except ValueError:  # some built-in functions do not tell their signatures
        return True
    return True
