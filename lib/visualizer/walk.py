"""The one stepping core: a method walks, and each step is recorded.

Plain Python, so that the very same file walks floats in MicroPython, and floats and arrays in
CPython and Pyodide.

    for step in walk(Momentum(lr=0.1), {"x": -7.0, "y": 2.0}, evaluate, 30):
        print(step.params, step.loss, step.grads, step.state)

walk knows nothing of fields: it serves any parameters, those of a network too. walk_field walks
over a field and knows when to stop.
"""

from math import inf, isfinite, sqrt

from visualizer.checks import real_number
from visualizer.cycle import LONGEST, ROUNDS, goes_round
from visualizer.messages import VisualizerError, described
from visualizer.place import kind_of_place, relief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from visualizer.types import Evaluate, Ground, Limits, Method, Params, Value

# A walk stands still when its last step is as good as nothing beside the field's width and height,
# which is where one looks whether it has converged; it has left when it is LEFT field sizes off the
# middle.
CONVERGED = 1e-10
FLAT = 1e-15
LEFT = 10

# Within these bounds squares of lengths are as good as lengths, and quicker.
LEAST_SQUARE, LARGEST_SQUARE = 1e-280, 1e300

# So many of the last points say whether a walk goes round in circles.
REMEMBERED = LONGEST * ROUNDS


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
            _check_returned(returned, here, there, grads)
        here = there
        loss, grads = evaluate(here)
        yield Step(here, loss, grads, _state(method, start, begun))


class FieldWalk:
    """A walk over a field, iterated Step by Step; made by walk_field.

    reason: why it ended, None before. It came to rest
        "converged": at a minimum, the bottom of a trough included,
        "saddle", "maximum": where its neighbours are lower on opposite sides, or on all,
        "flat": where there is next to no slope, and no minimum either;
        or it was ended:
        "left": it has left the field far behind,
        "not finite": the next point, or its loss or gradient, would not be (where it stopped all
            numbers are, but for a start without a value),
        "raised": update or the field raised an error on the way,
        "cycling": all steps are made, and the last of them went round in a circle,
        "finished": all steps are made.
    """

    def __init__(
        self,
        field: "Ground",
        method: "Method",
        x: float,
        y: float,
        steps: int,
        before: "FieldWalk | None",
    ) -> None:
        self.field, self.method, self.steps = field, method, steps
        self.start = {"x": x, "y": y}
        # The steepest slope on the way, and the last points.
        self.steepest: float = before.steepest if before else 0.0
        self.recent: list = before.recent if before else [(x, y)]
        self.reason: str | None = None
        self._width, self._height = _sizes(field)
        self._doubted = inf  # the slope where it stood still, but not at rest
        self._relief: tuple | None = None

    def __iter__(self) -> "Iterator[Step]":
        """Yield the start and each of the steps, as Steps."""
        begun = dict(_attributes(self.method))
        for x, y, loss, gx, gy in self.paces():
            state = _state(self.method, self.start, begun)
            yield Step({"x": x, "y": y}, loss, {"x": gx, "y": gy}, state)

    def paces(self) -> "Iterator[tuple[float, float, float, float, float]]":
        """Yield (x, y, loss, ∂f/∂x, ∂f/∂y) of the start and of each of the steps: all but state.

        This is walk for two floats, written out because most of the time is spent here.
        """
        try:
            yield from self._paces()
        except GeneratorExit:
            raise
        except OverflowError:  # of update, since where a field overflows it has no value
            self.reason = "not finite"
        except BaseException:
            self.reason = "raised"
            raise

    def _paces(self) -> "Iterator[tuple[float, float, float, float, float]]":
        field, update, start = self.field, self.method.update, self.start
        value, gradient = getattr(field, "value", field), field.gradient
        x, y, params = start["x"], start["y"], start.copy()
        loss = value(x, y)
        gx, gy = gradient(x, y)
        yield x, y, loss, gx, gy
        if not (isfinite(loss) and isfinite(gx) and isfinite(gy)):
            self.reason = "not finite"
            return
        (west, east), (south, north) = _far(field.xlim), _far(field.ylim)
        still_x, still_y = CONVERGED * self._width, CONVERGED * self._height
        self.steepest = max(self.steepest, length(gx, gy))
        squared = _square(self.steepest)
        recent = self.recent = self.recent[:] if self.steps < REMEMBERED else []
        for left in range(self.steps, 0, -1):
            before_x, before_y, gone = x, y, False
            returned = update(params, {"x": gx, "y": gy})
            try:
                x, y = params["x"], params["y"]
            except KeyError:
                _taken(params, start)
            if type(x) is not float or type(y) is not float:
                taken = _taken(params, start)
                x, y = taken["x"], taken["y"]
            if returned is not None and returned is not params:
                here, there = {"x": before_x, "y": before_y}, {"x": x, "y": y}
                _check_returned(returned, here, there, {"x": gx, "y": gy})
            if not (west <= x <= east and south <= y <= north):
                gone = True
                if not (isfinite(x) and isfinite(y)):
                    self.reason = "not finite"
                    return
            loss = value(x, y)
            gx, gy = gradient(x, y)
            if not gx * gx + gy * gy <= squared:  # steeper than ever, or not finite
                if not (isfinite(gx) and isfinite(gy)):
                    self.reason = "not finite"
                    return
                self.steepest = max(self.steepest, length(gx, gy))
                squared = _square(self.steepest)
            if loss - loss != 0.0:  # nan or infinite, and quicker asked than isfinite
                self.reason = "not finite"
                return
            yield x, y, loss, gx, gy
            if gone:
                self.reason = "left"
                return
            if -still_x <= x - before_x <= still_x and -still_y <= y - before_y <= still_y:
                self.reason = self._rest(x, y, gx, gy)
                if self.reason:
                    return
            if left <= REMEMBERED:
                recent.append((x, y))
        del recent[:-REMEMBERED]
        self.reason = "cycling" if goes_round(recent) else "finished"

    def _rest(self, x: float, y: float, gx: float, gy: float) -> str | None:
        """Why a walk that stands still does so, None if it may go on: steps can be small anywhere.

        It is at rest where no way leads down and its slope is as good as nothing, beside the
        steepest on its way or beside the field's relief; on a slope only if that, all across the
        field, would be no more than rounding.
        """
        slope, part = length(gx, gy), self._part_of_relief(gx, gy)
        if slope > self._doubted / 2:
            return None
        if part > CONVERGED and slope > CONVERGED * self.steepest:
            return None
        place = kind_of_place(self.field, x, y)
        if place == "slope" and part > FLAT:
            self._doubted = slope
            return None
        return {"slope": "flat", "minimum": "converged"}.get(place, place)

    def _part_of_relief(self, gx: float, gy: float) -> float:
        """The slope, all across the field, as a part of its relief: the larger of x's and y's."""
        if self._relief is None:
            self._relief = relief(self.field)
        high_x, high_y = self._relief
        return max(_part(abs(gx) * self._width, high_x), _part(abs(gy) * self._height, high_y))


def walk_field(
    field: "Ground",
    method: "Method",
    x: float,
    y: float,
    steps: int,
    before: FieldWalk | None = None,
) -> FieldWalk:
    """A walk over a field from (x, y), which ends early where walking on is of no use.

    field: anything with field(x, y), field.gradient(x, y), xlim and ylim.
    method: any object with update(params, grads); its params are {"x": float, "y": float}.
    x, y: where it starts, finite floats.
    steps: how many, at most.
    before: the walk that goes on.

    Why it ended, its reason says; what update or the field raise comes through.
    """
    return FieldWalk(field, method, x, y, steps, before)


def has_left(field: "Ground", x: float, y: float) -> bool:
    """Whether (x, y) is far outside the field: more than LEFT field sizes off its middle."""
    (west, east), (south, north) = _far(field.xlim), _far(field.ylim)
    return x < west or x > east or y < south or y > north


def _far(limits: "Limits") -> "Limits":
    """Where being far outside begins, below and above the limits."""
    low, high = limits
    middle, far = (low + high) / 2, LEFT * (high - low)
    return middle - far, middle + far


def length(x: float, y: float) -> float:
    """√(x² + y²) without overflow on the way, to the last bits the same in every interpreter."""
    large, small = abs(x), abs(y)
    if large < small:
        large, small = small, large
    if small == 0:
        return large
    part = small / large
    return large * sqrt(1 + part * part)


def _square(size: float) -> float:
    """The square of a length, less than any where squares are not to be relied upon."""
    square = size * size
    return square if LEAST_SQUARE < square < LARGEST_SQUARE else -1.0


def _part(value: float, whole: float) -> float:
    if value == 0:
        return 0.0
    return value / whole if whole else inf


def _sizes(field: "Ground") -> "tuple[float, float]":
    (low, high), (bottom, top) = field.xlim, field.ylim
    return high - low, top - bottom


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
        raise VisualizerError("update.dropped", name=key)
    value = params[key]
    shape = getattr(like, "shape", ())
    if shape == ():
        checked = real_number(value)
    else:
        fits = getattr(value, "shape", None) == shape and value.dtype.kind in "iuf"
        checked = value.copy() if fits else None
    if checked is None:
        raise VisualizerError("update.value", name=key, given=described(value))
    return checked


def _check_returned(returned: "Value", here: "Params", there: "Params", grads: "Params") -> None:
    """Explain an update that returns new values and leaves params alone, where it should not."""
    if not _like_params(returned, here):
        return
    still = all(_all_true(here[key] == there[key]) for key in here)
    sloping = not all(_all_true(grad == 0) for grad in grads.values())
    if still and sloping:
        raise VisualizerError("update.returned")


def _like_params(returned: "Value", params: "Params") -> bool:
    """Whether what update returned may be meant as new values: a number or a text is not."""
    if isinstance(returned, dict):
        return all(key in returned for key in params)
    try:
        return len(returned) == len(params) and not isinstance(returned, str)
    except TypeError:
        return False


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
