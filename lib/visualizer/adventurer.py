"""The adventurer who walks down a field by the steps of a method."""

import inspect
from math import isfinite
from numbers import Integral

from visualizer.checks import real_number
from visualizer.field import Field
from visualizer.landscapes import Landscape
from visualizer.messages import VisualizerError, described
from visualizer.route import Route
from visualizer.signature import takes
from visualizer.types import Method
from visualizer.walk import Step, length, walk_field


class Adventurer:
    """Stands at a point, walks with optimize, and remembers the way as its route.

    x, y: where it starts, finite numbers in the field's units; then where it stands, floats.
    """

    def __init__(self, x: float, y: float) -> None:
        self.x, self.y = _finite("x", x), _finite("y", y)
        self._points = [(self.x, self.y)]
        self._losses: list[float] = []
        self._gradients: list[tuple[float, float]] = []
        self._reason: str | None = None
        self._name: str | None = None

    @property
    def route(self) -> Route:
        """Where the adventurer has been: a Route, start included."""
        return Route(self._points, self._losses, self._gradients, self._reason, self._name)

    def optimize(
        self, field: Field | Landscape, method: Method, steps: int = 30, name: str | None = None
    ) -> Route:
        """Walk on from where the adventurer stands; returns the route.

        field: a Field or a Landscape.
        method: any object with update(params, grads) that changes params["x"] and params["y"] in
            place, given grads of the same keys; it keeps its state between calls.
        steps: how many, at most.
        name: what the route is called; without it, as the method's class.

        The walk ends early when it has converged, left the field's bounds far behind, or is not
        finite any more; the route then holds the points up to there, all of them finite, and says
        the reason. Wrong arguments raise VisualizerError. What update or the field raise on the way
        comes through; adventurer.route then holds the steps before, and its reason is "raised".
        """
        _check(field, method, steps)
        self._name = name or type(method).__name__
        steepest = max((length(*slope) for slope in self._gradients), default=0.0)
        walk = walk_field(field, method, self.x, self.y, steps, steepest)
        try:
            for number, step in enumerate(walk):
                self._arrive(step, number)
        finally:
            self._reason = walk.reason
        return self.route

    def _arrive(self, step: Step, number: int) -> None:
        """Remember a step; number 0 is where the adventurer stands, perhaps from a walk before."""
        if number:
            self.x, self.y = step.params["x"], step.params["y"]
            self._points.append((self.x, self.y))
        if number or not self._losses:
            self._losses.append(step.loss)
            self._gradients.append((step.grads["x"], step.grads["y"]))


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
