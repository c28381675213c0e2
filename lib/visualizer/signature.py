"""Whether something can be called the way it is going to be."""

import inspect
from collections.abc import Callable


def takes(function: Callable[..., object], *arguments: object) -> bool:
    """Whether a function can be called with these arguments, as far as its signature tells."""
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return False
    except ValueError:  # some built-in functions do not tell their signatures
        return True
    return True
