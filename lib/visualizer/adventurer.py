"""The adventurer who walks down a field by the steps of a method."""

import inspect
from math import hypot, isfinite
from numbers import Integral, Real

import numpy as np

from visualizer.field import Field
from visualizer.messages import VisualizerError, told
from visualizer.route import Route

# A walk has converged when neither a step nor what the slope still promises is worth mentioning,
# both as parts of the field's size; it has left when it is this many field sizes off the middle.
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
        self._look_around(field)
        params = {"x": self.x, "y": self.y}
        self._reason = "finished"
        for _ in range(steps):
            stopped = self._step(field, method, params)
            if stopped:
                self._reason = stopped
                break
        return self.route

    def _look_around(self, field):
        """Loss and gradient underfoot; known ones stay, even if another field told them."""
        if len(self._losses) < len(self._points):
            self._losses.append(field(self.x, self.y))
            self._gradients.append(field.gradient(self.x, self.y))

    def _step(self, field, method, params):
        """One step; the reason to stop, or None."""
        before, gradient = (self.x, self.y), field.gradient(self.x, self.y)
        if not all(isfinite(part) for part in gradient):
            return "not finite"
        point = update(method, params, gradient)
        if not (isfinite(point[0]) and isfinite(point[1])):
            return "not finite"
        self.x, self.y = point
        self._points.append(point)
        self._look_around(field)
        if has_left(field, *point):
            return "left"
        moved = hypot(point[0] - before[0], point[1] - before[1])
        return "converged" if has_converged(field, moved, self._gradients[-1]) else None


def update(method, params, gradient):
    """Let the method change params by a gradient (gx, gy); the new point (x, y), checked."""
    before = dict(params)
    returned = method.update(params, {"x": gradient[0], "y": gradient[1]})
    if returned is not None and params == before:
        raise VisualizerError("update.returned")
    return _coordinate(params, "x"), _coordinate(params, "y")


def has_left(field, x, y):
    """Whether (x, y) is far outside the field: more than LEFT field sizes off its middle."""
    return any(
        abs(value - (low + high) / 2) > LEFT * (high - low)
        for value, (low, high) in ((x, field.xlim), (y, field.ylim))
    )


def has_converged(field, moved, gradient):
    """Whether both the last step and the slope are as good as nothing on this field."""
    size = hypot(field.xlim[1] - field.xlim[0], field.ylim[1] - field.ylim[0])
    return moved <= CONVERGED * size and hypot(*gradient) * size <= CONVERGED


def _coordinate(params, key):
    if key not in params:
        raise VisualizerError("update.dropped", key=key)
    value = params[key]
    if not np.isrealobj(value) or isinstance(value, str) or np.size(value) != 1:
        raise VisualizerError("update.value", key=key, given=told(value))
    try:
        return float(np.asarray(value).reshape(()))
    except (TypeError, ValueError):
        raise VisualizerError("update.value", key=key, given=told(value)) from None


def _finite(name, value):
    good = isinstance(value, Real | np.generic) and not isinstance(value, bool | np.bool_)
    try:
        number = float(value) if good else float("nan")
    except (TypeError, ValueError):
        number = float("nan")
    if not isfinite(number):
        raise VisualizerError("start", name=name, given=told(value))
    return number


def _check(field, method, steps):
    if not isinstance(field, Field):
        raise VisualizerError("field.type", given=told(field))
    if inspect.isclass(method):
        raise VisualizerError("method.class", name=method.__name__)
    if not callable(getattr(method, "update", None)):
        raise VisualizerError("method.update", given=told(method))
    if not _takes_two(method.update):
        raise VisualizerError("update.arguments")
    if not isinstance(steps, Integral) or isinstance(steps, bool) or steps < 0:
        raise VisualizerError("steps", given=told(steps))


def _takes_two(function):
    try:
        inspect.signature(function).bind({}, {})
    except TypeError:
        return False
    except ValueError:  # a built-in function that does not tell its signature
        return True
    return True
