"""The adventurer who walks down a field by the steps of a method."""

import inspect
from collections.abc import Callable, Iterator
from itertools import islice
from math import isfinite
from numbers import Integral

import numpy as np

from visualizer.checks import real_number
from visualizer.field import Field
from visualizer.landscapes import Landscape
from visualizer.messages import VisualizerError, described
from visualizer.route import Route
from visualizer.signature import explained, takes
from visualizer.trail import Trail
from visualizer.types import Method
from visualizer.walk import FieldWalk, Step, walk_field

# So many steps are kept as Python's numbers, which take five times the memory, before they move.
CHUNK = 1024


class Adventurer:
    """Stands at a point, walks with optimize, and remembers the way as its route.

    x, y: where it starts, finite numbers in the field's units, inside its bounds or outside; then
        where it stands, floats that only walking changes.
    """

    @explained("Adventurer(-7, 2)")
    def __init__(self, x: float, y: float) -> None:
        self._x, self._y = _finite("x", x), _finite("y", y)
        self._earlier: list[Route] = []
        self._reason: str | None = None
        self._name: str | None = None
        self._begin(None, None)

    @property
    def x(self) -> float:
        return self._x

    @property
    def y(self) -> float:
        return self._y

    @property
    def route(self) -> Route:
        """The last walk: a Route, start included."""
        if not len(self._trail):
            return Route([(self._x, self._y)], reason=self._reason, name=self._name)
        return Route._of_rows(self._trail.rows(), self._reason, self._name)

    @property
    def routes(self) -> tuple[Route, ...]:
        """All walks, one for each field and kind of method; each begins where another ended."""
        return (*self._earlier, self.route)

    @explained("adventurer.optimize(field, SGD(lr=0.1), steps=30)")
    def optimize(
        self,
        field: Field | Landscape,
        method: Method,
        *,
        steps: int = 30,
        name: str | None = None,
        callback: Callable[[Step], object] | None = None,
    ) -> Route:
        """Walk on from where the adventurer stands; returns the route.

        field: a Field or a Landscape.
        method: any object with update(params, grads) that changes params["x"] and params["y"] in
            place, given grads of the same keys; it keeps its state between calls.
        steps: how many, at most.
        name: what the route is called; without it, as the method's class.
        callback: is called with each Step after it was made, and ends the walk when it raises
            StopIteration, as those of scipy.optimize do; the reason is then "stopped".

        The walk ends early when it comes to rest, leaves the field's bounds far behind, or is not
        finite any more; the route then holds the points up to there, all of them finite, and says
        the reason. On the same field, with a method of the same class, the route goes on; otherwise
        another one begins. Wrong arguments raise VisualizerError. What update or the field raise on
        the way comes through; adventurer.route then holds the steps before, and its reason is
        "raised".
        """
        if callback is not None:
            self._call_back(callback, self.walk(field, method, steps=steps, name=name))
            return self.route
        walk = self._walk(field, method, steps, name)
        walk.field = (field.field if isinstance(field, Landscape) else field).at_points
        chunk: list[tuple[float, ...]] = []
        with np.errstate(all="ignore"):
            try:
                paces = walk.paces()
                while True:
                    chunk.extend(islice(paces, CHUNK))  # which keeps what came before an error
                    if len(chunk) < CHUNK:
                        break
                    self._remember(walk, chunk)
                    chunk.clear()
            finally:
                self._remember(walk, chunk)
        return self.route

    @explained("adventurer.walk(field, SGD(lr=0.1), steps=30)")
    def walk(
        self,
        field: Field | Landscape,
        method: Method,
        *,
        steps: int = 30,
        name: str | None = None,
    ) -> Iterator[Step]:
        """Walk on step by step: yields the Step where it stands, then each that is made.

        A Step has params, loss, grads and the method's inner state. What is yielded is on the route
        already; whoever leaves off gets a route with the reason "stopped". Else as optimize.
        """
        return self._steps(self._walk(field, method, steps, name))

    def _steps(self, walk: FieldWalk) -> Iterator[Step]:
        try:
            for step in walk:
                x, y = step.params["x"], step.params["y"]
                self._remember(walk, [(x, y, step.loss, step.grads["x"], step.grads["y"])])
                yield step
        finally:
            self._remember(walk, [])

    def _call_back(self, callback: Callable[[Step], object], steps: Iterator[Step]) -> None:
        next(steps)
        for step in steps:
            try:
                callback(step)
            except StopIteration:
                break

    def _walk(
        self, field: Field | Landscape, method: Method, steps: int, name: str | None
    ) -> FieldWalk:
        _check(field, method, steps)
        if field is not self._field or type(method) is not self._kind:
            if len(self._trail):
                self._earlier.append(self.route)
            self._begin(field, type(method))
        self._name = name or type(method).__name__
        self._stands = len(self._trail) > 0
        return walk_field(field, method, self._x, self._y, steps, self._last)

    def _begin(self, field: Field | Landscape | None, kind: type | None) -> None:
        self._field, self._kind = field, kind
        self._trail = Trail()
        self._last: FieldWalk | None = None
        self._reason = self._name = None
        self._stands = False

    def _remember(self, walk: FieldWalk, rows: list[tuple[float, ...]]) -> None:
        """Take over what was walked; the first row of a walk that goes on is there already."""
        self._last, self._reason = walk, walk.reason or "stopped"
        if rows:
            self._x, self._y = rows[-1][:2]
            self._trail.extend(rows[1:] if self._stands else rows)
            self._stands = False

    def __repr__(self) -> str:
        return f"<Adventurer at ({self._x:g}, {self._y:g}), {len(self.route) - 1} steps>"


def _finite(name: str, value: float) -> float:
    number = real_number(value)
    if number is None or not isfinite(number):
        raise VisualizerError("start", name=name, given=described(value))
    return number


def _check(field: object, method: object, steps: object) -> None:
    if not isinstance(field, Field | Landscape):
        raise VisualizerError("field.type", given=described(field))
    if inspect.isclass(method):
        raise VisualizerError("method.class", name=method.__name__)
    update = getattr(method, "update", None)
    if not callable(update):
        raise VisualizerError("method.update", given=described(method))
    if not takes(update, {}, {}):
        raise VisualizerError("update.arguments")
    if isinstance(steps, bool) or not isinstance(steps, Integral) or steps < 0:
        raise VisualizerError("steps", given=described(steps))
