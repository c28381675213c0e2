"""The types that the hints speak of. MicroPython never sees them."""

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Value: TypeAlias = Any
"""A float or an Array: what arithmetic takes either of and gives back alike."""

Params: TypeAlias = dict[str, Value]
Evaluate: TypeAlias = Callable[[Params], tuple[Value, Params]]
Words: TypeAlias = dict[str, str]
"""One text in each language: {"ja": …, "en": …}."""

Function: TypeAlias = Callable[[Any, Any], Any]
Limits: TypeAlias = tuple[float, float]


class Method(Protocol):
    """What walks: anything with update, which changes params in place."""

    def update(self, params: Params, grads: Params, /) -> object: ...


class Ground(Protocol):
    """What is walked on: a Field, a Landscape, or anything that answers like them."""

    @property
    def xlim(self) -> Limits: ...

    @property
    def ylim(self) -> Limits: ...

    def __call__(self, x: float, y: float, /) -> Value: ...

    def gradient(self, x: float, y: float, /) -> tuple[Value, Value]: ...
