"""The one stepping core: a method walks, and each step is recorded.

Plain Python, so that the very same file walks floats in MicroPython, and floats and arrays in
CPython and Pyodide.

    for step in walk(Momentum(lr=0.1), {"x": -7.0, "y": 2.0}, evaluate, 30):
        print(step.params, step.loss, step.grads, step.state)

walk knows nothing of fields: it serves any parameters, those of a network too. walk_field walks
over a field and knows when to stop.
"""

from math import isfinite, nan, sqrt

from visualizer.checks import real_number
from visualizer.messages import VisualizerError, described

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from visualizer.types import Evaluate, Ground, Method, Params, Value

# A walk has converged when its last step is as good as nothing beside the field's size, and the
# slope beside the steepest on its way; it has left when it is LEFT field sizes off the middle.
CONVERGED = 1e-10
LEFT = 10


class Step:
    """What is known after one step of a walk; the first Step is the start.

    params: {name: float or array}, where the walk is; a copy.
    loss: what evaluate said of params: a float, an array or None.
    grads: {name: float or array}, the gradient that evaluate said of params.
    state: {name: {parameter's name: float or array}}, the method's inner state, in copies: every
        attribute that is a dict with the parameters' names. Attributes that are single numbers or
        arrays belong to it once the method has put another value in their place:
        {name: float or array}.
    """

    __slots__ = ("params", "loss", "grads", "state")

    def __init__(self, params: "Params", loss: "Value", grads: "Params", state: "Params") -> None:
        self.params, self.loss, self.grads, self.state = params, loss, grads, state


def walk(method: "Method", start: "Params", evaluate: "Evaluate", steps: int) -> "Iterator[Step]":
    """Yield the start and each of the steps that the method makes from there, as Steps.

    method: any object with update(params, grads), which changes params in place.
    start: {name: float or array}, of any names and shapes; it is left as it is.
    evaluate: a function of params that returns (loss, grads). It is asked once at the start and
        once after each step, may answer with the gradient of another point, and leaves params as
        they are.
    steps: how many, at most; each is made when it is asked for.

    Raises VisualizerError when update leaves something else in params than it found there: no
    number or no array of the same shape, or when it returns new values instead. What update or
    evaluate raise comes through.
    """
    copy = dict if all(type(value) is float for value in start.values()) else _copied
    params, here = copy(start), copy(start)
    begun = dict(_attributes(method))
    loss, grads = evaluate(here)
    yield Step(here, loss, grads, _state(method, start, begun))
    for _ in range(steps):
        returned = method.update(params, copy(grads))
        there = _taken(params, start)
        if returned is not None and returned is not params:
            _check_returned(here, there, grads)
        here = there
        loss, grads = evaluate(here)
        yield Step(here, loss, grads, _state(method, start, begun))


class FieldWalk:
    """A walk over a field, iterated Step by Step; made by walk_field.

    reason: why it ended: "finished" all its steps, "converged", "left" the field far behind, "not
        finite" any more (where it stopped all numbers were finite still, but for a start without
        a value), or "raised": update or the field raised an error on the way. None before.
    """

    def __init__(
        self, field: "Ground", method: "Method", x: float, y: float, steps: int, steepest: float
    ) -> None:
        self.field, self.method, self.steps = field, method, steps
        self.start = {"x": x, "y": y}
        self.steepest = steepest
        self.reason: str | None = None

    def __iter__(self) -> "Iterator[Step]":
        here = None
        self.reason = "raised"  # if no step comes any more
        for step in walk(self.method, self.start, self._evaluate, self.steps):
            self.reason = self._reason_to_stop(here, step)
            if here is None or self.reason != "not finite":
                yield step
            if self.reason:
                return
            here = step
            self.reason = "raised"
        self.reason = "finished"

    def _evaluate(self, params: "Params") -> "tuple[Value, Params]":
        x, y = params["x"], params["y"]
        if not (isfinite(x) and isfinite(y)):
            return nan, {"x": nan, "y": nan}
        loss = self.field(x, y)
        gx, gy = self.field.gradient(x, y)
        return loss, {"x": gx, "y": gy}

    def _reason_to_stop(self, before: Step | None, step: Step) -> str | None:
        gx, gy = step.grads["x"], step.grads["y"]
        if not (isfinite(step.loss) and isfinite(gx) and isfinite(gy)):
            return "not finite"
        slope = length(gx, gy)
        if slope > self.steepest:
            self.steepest = slope
        if before is None:
            return None
        x, y = step.params["x"], step.params["y"]
        if has_left(self.field, x, y):
            return "left"
        if slope > CONVERGED * self.steepest:
            return None
        moved = length(x - before.params["x"], y - before.params["y"])
        return "converged" if moved <= CONVERGED * _size(self.field) else None


def walk_field(
    field: "Ground", method: "Method", x: float, y: float, steps: int, steepest: float = 0.0
) -> FieldWalk:
    """A walk over a field from (x, y), which ends early where walking on is of no use.

    field: anything with field(x, y), field.gradient(x, y), xlim and ylim.
    method: any object with update(params, grads); its params are {"x": float, "y": float}.
    x, y: where it starts, finite floats.
    steps: how many, at most.
    steepest: the steepest slope met before, for a walk that goes on.

    Why it ended, its reason says; what update or the field raise comes through.
    """
    return FieldWalk(field, method, x, y, steps, steepest)


def has_left(field: "Ground", x: float, y: float) -> bool:
    """Whether (x, y) is far outside the field: more than LEFT field sizes off its middle."""
    low, high = field.xlim
    if abs(x - (low + high) / 2) > LEFT * (high - low):
        return True
    low, high = field.ylim
    return abs(y - (low + high) / 2) > LEFT * (high - low)


def length(x: float, y: float) -> float:
    """√(x² + y²) without overflow on the way, to the last bits the same in every interpreter."""
    large, small = abs(x), abs(y)
    if large < small:
        large, small = small, large
    if small == 0:
        return large
    part = small / large
    return large * sqrt(1 + part * part)


def _size(field: "Ground") -> float:
    return length(field.xlim[1] - field.xlim[0], field.ylim[1] - field.ylim[0])


def _copied(values: "Params") -> "Params":
    return {key: _copy(value) for key, value in values.items()}


def _copy(value: "Value") -> "Value":
    return value.copy() if hasattr(value, "shape") else value


def _taken(params: "Params", start: "Params") -> "Params":
    """Copies of what update left in params, checked."""
    taken = {}
    for key, like in start.items():
        value = params.get(key)
        if type(value) is float and type(like) is float:  # most of them, and quickly
            taken[key] = value
        else:
            taken[key] = _checked(params, key, like)
    return taken


def _checked(params: "Params", key: str, like: "Value") -> "Value":
    """What update left under a key: a float, or a copy of an array of the start's shape."""
    if key not in params:
        raise VisualizerError("update.dropped", key=key)
    value = params[key]
    shape = getattr(like, "shape", ())
    if shape == ():
        checked = real_number(value)
    else:
        fits = getattr(value, "shape", None) == shape and value.dtype.kind in "iuf"
        checked = value.copy() if fits else None
    if checked is None:
        raise VisualizerError("update.value", key=key, given=described(value))
    return checked


def _check_returned(here: "Params", there: "Params", grads: "Params") -> None:
    """Explain an update that returns new values and leaves params alone, where it should not."""
    still = all(_all_true(here[key] == there[key]) for key in here)
    sloping = not all(_all_true(grad == 0) for grad in grads.values())
    if still and sloping:
        raise VisualizerError("update.returned")


def _all_true(truth: "Value") -> bool:
    return bool(truth.all()) if hasattr(truth, "all") else truth


def _attributes(method: "Method") -> "Params":
    return getattr(method, "__dict__", {})


def _state(method: "Method", start: "Params", begun: "Params") -> "Params":
    """The method's inner state as Step has it; begun: its attributes when the walk began."""
    state = {}
    for name, value in _attributes(method).items():
        if type(value) is dict:
            held = {}
            for key in start:
                number = value.get(key)
                if type(number) is float:
                    held[key] = number
                elif _is_number(number):
                    held[key] = _copy(number)
            if held:
                state[name] = held
        elif value is not begun.get(name) and _is_number(value):
            state[name] = _copy(value)
    return state


def _is_number(value: "Value") -> bool:
    if hasattr(value, "dtype"):
        return value.dtype.kind in "iuf"
    return isinstance(value, (float, int)) and not isinstance(value, bool)
