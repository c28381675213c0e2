"""The adventurer who walks down a field by the steps of a method."""

import inspect
from math import dist, hypot, isfinite
from numbers import Integral

from visualizer.checks import real_number
from visualizer.field import Field
from visualizer.messages import VisualizerError, told
from visualizer.route import Route
from visualizer.signature import takes

# A walk has converged when its last step is as good as nothing beside the field's size, and the
# slope beside the steepest on its way; it has left when it is LEFT field sizes off the middle.
CONVERGED = 1e-10
LEFT = 10


class Adventurer:
    """Stands at (x, y), walks with optimize, and remembers the way as its route."""

    def __init__(self, x, y):
        self.x, self.y = _finite("x", x), _finite("y", y)
        self._points, self._losses, self._gradients = [(self.x, self.y)], [], []
        self._reason = self._name = None

    @property
    def route(self):
        """Where the adventurer has been: a Route, start included."""
        return Route(self._points, self._losses, self._gradients, self._reason, self._name)

    def optimize(self, field, method, steps=30, name=None):
        """Walk at most that many steps on from where the adventurer stands; returns the route.

        method: any object with update(params, grads) that changes params["x"] and params["y"] in
        place, given grads of the same keys; it keeps its state between calls. The walk ends early
        when it has converged, left the field's bounds far behind, or is not finite any more; the
        route then holds the points up to there, all of them finite, and says the reason.
        """
        _check(field, method, steps)
        self._name = name or type(method).__name__
        self._reason = self._walk(field, method, steps)
        return self.route

    def _walk(self, field, method, steps):
        """Take the steps; the reason for standing still after them."""
        loss, gradient = field(self.x, self.y), field.gradient(self.x, self.y)
        if not self._losses:
            self._losses, self._gradients = [loss], [gradient]
        if not _all_finite(loss, *gradient):
            return "not finite"
        steepest = max(hypot(*slope) for slope in self._gradients)
        params = {"x": self.x, "y": self.y}
        for _ in range(steps):
            point = update(method, params, gradient)
            if not _all_finite(*point):
                return "not finite"
            loss, gradient = field(*point), field.gradient(*point)
            if not _all_finite(loss, *gradient):
                return "not finite"
            moved = dist((self.x, self.y), point)
            self._arrive(point, loss, gradient)
            steepest = max(steepest, hypot(*gradient))
            if has_left(field, *point):
                return "left"
            if has_converged(field, moved, gradient, steepest):
                return "converged"
        return "finished"

    def _arrive(self, point, loss, gradient):
        self.x, self.y = point
        self._points.append(point)
        self._losses.append(loss)
        self._gradients.append(gradient)


def update(method, params, gradient):
    """Let the method change params by a gradient (gx, gy); the new point (x, y), checked."""
    before = dict(params)
    returned = method.update(params, {"x": gradient[0], "y": gradient[1]})
    point = _coordinate(params, "x"), _coordinate(params, "y")
    handed_back = returned is not None and returned is not params
    if handed_back and point == (before["x"], before["y"]) and any(gradient):
        raise VisualizerError("update.returned")
    return point


def has_left(field, x, y):
    """Whether (x, y) is far outside the field: more than LEFT field sizes off its middle."""
    return any(
        abs(value - (low + high) / 2) > LEFT * (high - low)
        for value, (low, high) in ((x, field.xlim), (y, field.ylim))
    )


def has_converged(field, moved, gradient, steepest):
    """Whether the last step is as good as nothing, and the slope is beside the steepest one."""
    size = hypot(field.xlim[1] - field.xlim[0], field.ylim[1] - field.ylim[0])
    return moved <= CONVERGED * size and hypot(*gradient) <= CONVERGED * steepest


def _coordinate(params, key):
    if key not in params:
        raise VisualizerError("update.dropped", key=key)
    number = real_number(params[key])
    if number is None:
        raise VisualizerError("update.value", key=key, given=told(params[key]))
    return number


def _finite(name, value):
    number = real_number(value)
    if number is None or not isfinite(number):
        raise VisualizerError("start", name=name, given=told(value))
    return number


def _all_finite(*numbers):
    return all(isfinite(number) for number in numbers)


def _check(field, method, steps):
    if not isinstance(field, Field):
        raise VisualizerError("field.type", given=told(field))
    if inspect.isclass(method):
        raise VisualizerError("method.class", name=method.__name__)
    if not callable(getattr(method, "update", None)):
        raise VisualizerError("method.update", given=told(method))
    if not takes(method.update, {}, {}):
        raise VisualizerError("update.arguments")
    if not isinstance(steps, Integral) or isinstance(steps, bool) or steps < 0:
        raise VisualizerError("steps", given=told(steps))
