"""The way an adventurer has walked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from os import PathLike
from typing import TYPE_CHECKING, Any

import numpy as np

from visualizer.messages import VisualizerError, described
from visualizer.signature import explained
from visualizer.types import Array

if TYPE_CHECKING:
    from typing import TextIO

    from numpy.typing import ArrayLike, DTypeLike, NDArray
    from pandas import DataFrame

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
    "stopped",
)


class Route:
    """Points, losses and gradients of a walk, from its start to its last step; it never changes.

    points: (n+1, 2) array of (x, y), in the field's units, or a sequence of pairs.
    losses: (n+1,) array of f.
    gradients: (n+1, 2) array of (∂f/∂x, ∂f/∂y).
    reason: why the walk stopped, one of REASONS; FieldWalk in visualizer.walk says what they mean.
    name: what the walk is called, or None.

    Before the first walk there are no losses and gradients, and reason is None. Iterates over its
    points, as pairs of floats; numpy sees it as an array of them. Two routes are equal when all of
    this is. What does not fit together raises VisualizerError.
    """

    REASONS = REASONS

    @explained('Route([(-7, 2), (-6, 1)], name="SGD")')
    def __init__(
        self,
        points: ArrayLike,
        losses: ArrayLike = (),
        gradients: ArrayLike = (),
        *,
        reason: str | None = None,
        name: str | None = None,
    ) -> None:
        if reason is not None and reason not in REASONS:
            raise VisualizerError("route.reason", given=described(reason))
        self._points = _kept("points", points, (2,))
        self._losses = _kept("losses", losses, ())
        self._gradients = _kept("gradients", gradients, (2,))
        if len(self._points) == 0:
            raise VisualizerError("route.shape", given=described(points))
        for part in ("losses", "gradients"):
            if len(getattr(self, part)) not in (0, len(self._points)):
                raise VisualizerError("route.parts", part=part, points=len(self._points))
        self._reason, self._name = reason, name

    @classmethod
    def _of_rows(cls, rows: Array, reason: str | None, name: str | None) -> Route:
        """The route of an (n, 5) array of x, y, loss and gradient, which nobody changes."""
        route = cls.__new__(cls)
        route._points, route._losses, route._gradients = rows[:, :2], rows[:, 2], rows[:, 3:]
        route._reason, route._name = reason, name
        return route

    @property
    def points(self) -> Array:
        return self._points

    @property
    def losses(self) -> Array:
        return self._losses

    @property
    def gradients(self) -> Array:
        return self._gradients

    @property
    def reason(self) -> str | None:
        return self._reason

    @property
    def name(self) -> str | None:
        return self._name

    @property
    def x(self) -> Array:
        return self._points[:, 0]

    @property
    def y(self) -> Array:
        return self._points[:, 1]

    def to_csv(self, file: str | PathLike[str] | TextIO | None = None) -> str | None:
        """Write step, x, y, loss and gradient as comma-separated values, one step a line.

        file: a path, or a text file that is open; without it the text is returned.

        Every number reads back as the same float.
        """
        if file is None:
            written = io.StringIO()
            self._write(written)
            return written.getvalue()
        if not isinstance(file, str | PathLike):
            self._write(file)
            return None
        with open(file, "w", encoding="utf-8") as opened:
            self._write(opened)
        return None

    def to_dataframe(self) -> DataFrame:
        """The same columns as a pandas DataFrame, its index the step; pandas must be installed."""
        import pandas

        index = pandas.RangeIndex(len(self), name="step")
        return pandas.DataFrame(self._columns(), index=index)

    def _columns(self) -> dict[str, Array]:
        columns = {"x": self.x, "y": self.y}
        if len(self._losses):
            columns["loss"] = self._losses
        if len(self._gradients):
            columns["gradient_x"], columns["gradient_y"] = self._gradients.T
        return columns

    def _write(self, file: TextIO) -> None:
        columns = self._columns()
        file.write(",".join(("step", *columns)) + "\n")
        rows = zip(*(column.tolist() for column in columns.values()), strict=True)
        for step, row in enumerate(rows):
            file.write(",".join((str(step), *map(repr, row))) + "\n")

    def __reduce__(self) -> tuple[Any, ...]:
        # An array that numpy copies or unpickles by itself could be written to.
        return _made_again, (self._points, self._losses, self._gradients, self._reason, self._name)

    def __len__(self) -> int:
        return len(self._points)

    def __iter__(self) -> Iterator[tuple[float, float]]:
        return iter([(x, y) for x, y in self._points.tolist()])

    def __getitem__(self, index: Any) -> Any:
        """A point as a pair of floats; several, by a slice or otherwise, as numpy gives them."""
        found = self._points[index]
        return tuple(found.tolist()) if np.ndim(index) == 0 and found.shape == (2,) else found

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[Any]:
        return np.array(self._points, dtype=dtype, copy=copy is not False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Route):
            return NotImplemented
        parts = ("points", "losses", "gradients")
        return (self.reason, self.name) == (other.reason, other.name) and all(
            np.array_equal(getattr(self, part), getattr(other, part), equal_nan=True)
            for part in parts
        )

    def __hash__(self) -> int:
        return hash((self.reason, self.name, len(self)))

    def __repr__(self) -> str:
        name = f"{self.name}: " if self.name else ""
        return f"<Route {name}{len(self) - 1} steps, {self.reason}>"

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        """A small picture, which Jupyter shows."""
        from visualizer.figures.small import route_picture

        return route_picture(self)


def _made_again(
    points: Array, losses: Array, gradients: Array, reason: str | None, name: str | None
) -> Route:
    return Route(points, losses, gradients, reason=reason, name=name)


def _kept(name: str, given: ArrayLike, shape: tuple[int, ...]) -> Array:
    """A copy as an array of floats that cannot be written to, its rows of a shape."""
    try:
        array = np.array(given, dtype=float)
    except (TypeError, ValueError):
        raise VisualizerError("route." + name, given=described(given)) from None
    if array.size == 0:
        array = array.reshape(0, *shape)
    if array.shape[1:] != shape or array.ndim == 0:
        raise VisualizerError("route." + name, given=described(given))
    array.flags.writeable = False
    return array
