"""The way an adventurer has walked."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from visualizer.types import Array


class Route:
    """Points, losses and gradients of a walk, from its start to its last step.

    points: (n+1, 2) array of (x, y), in the field's units.
    losses: (n+1,) array of f.
    gradients: (n+1, 2) array of (∂f/∂x, ∂f/∂y).
    reason: why the walk stopped, one of REASONS; FieldWalk in visualizer.walk says what they mean.
    name: what the walk is called, or None.

    Before the first walk there are no losses and gradients, and reason is None. Iterates over its
    points; numpy sees it as them.
    """

    REASONS = (
        "finished",
        "converged",
        "saddle",
        "maximum",
        "flat",
        "cycling",
        "left",
        "not finite",
        "raised",
    )

    def __init__(
        self,
        points: ArrayLike,
        losses: ArrayLike = (),
        gradients: ArrayLike = (),
        reason: str | None = None,
        name: str | None = None,
    ) -> None:
        self.points = np.array(points, dtype=float).reshape(-1, 2)
        self.losses = np.array(losses, dtype=float)
        self.gradients = np.array(gradients, dtype=float).reshape(-1, 2)
        self.reason, self.name = reason, name

    @property
    def x(self) -> Array:
        return self.points[:, 0]

    @property
    def y(self) -> Array:
        return self.points[:, 1]

    def __len__(self) -> int:
        return len(self.points)

    def __iter__(self) -> Iterator[tuple[float, float]]:
        return iter([(x, y) for x, y in self.points.tolist()])

    def __getitem__(self, index: Any) -> Any:
        return self.points[index]

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[Any]:
        return np.array(self.points, dtype=dtype)

    def __repr__(self) -> str:
        name = f"{self.name}: " if self.name else ""
        return f"<Route {name}{len(self) - 1} steps, {self.reason}>"
