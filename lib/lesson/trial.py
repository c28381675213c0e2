"""A trial: where an optimizer walks so that its steps can be compared with others'."""

from dataclasses import dataclass
from itertools import pairwise
from math import isclose, isfinite

import numpy as np

from visualizer import VisualizerError
from visualizer.adventurer import has_left
from visualizer.landscapes import LANDSCAPES
from visualizer.messages import told

# Beyond this a walk says nothing any more, and its powers would overflow.
FAR = 1e9

# Equal but for rounding: formulas may be written in many ways.
RELATIVE, ABSOLUTE = 1e-9, 1e-10


@dataclass(frozen=True)
class Trial:
    """start: params to start from, {name: float or array}. gradients: params → grads.

    hyperparameters: for the optimizer's constructor. field: on which one can look at the walk, or
    None.
    """

    start: dict
    gradients: object
    hyperparameters: dict
    steps: int
    field: object = None


def on_field(field, start, hyperparameters, steps):
    """A trial with x and y, floats or arrays, on a field."""

    def gradients(params):
        gx, gy = field.gradient(params["x"], params["y"])
        return {"x": gx, "y": gy}

    x, y = start
    params = {"x": 1.0 * x, "y": 1.0 * y}
    return Trial(params, gradients, hyperparameters, steps, field)


# On several fields, since a formula may be right by chance on one: asymmetric starts, since x and
# y may be mixed up, and rates and momenta that are all different.
PROBES = (
    ("valley", (-7.0, 2.0), {"lr": 0.3, "momentum": 0.5}),
    ("bowl", (0.6, -0.8), {"lr": 0.07, "momentum": 0.8}),
    ("himmelblau", (1.0, 2.5), {"lr": 0.004, "momentum": 0.65}),
)
STEPS = 20


def float_trials(names):
    """Trials with floats; names: those of the hyperparameters that the optimizer has."""
    return [
        on_field(LANDSCAPES[key], start, _only(names, hyperparameters), STEPS)
        for key, start, hyperparameters in PROBES
    ]


def array_trial(names):
    """Several adventurers at once: x and y are arrays."""
    start = np.array([-7.0, 3.0, 5.0]), np.array([2.0, 4.0, -1.0])
    return on_field(LANDSCAPES["valley"], start, _only(names, PROBES[0][2]), STEPS)


def network_trial(names):
    """Parameters of a small neural network, with other names than x and y and other shapes."""
    shapes = {"W1": (2, 3), "b1": (3,), "W2": (3, 1), "b2": (1,)}
    start = {
        key: np.linspace(-1, 1.5, np.prod(shape)).reshape(shape) for key, shape in shapes.items()
    }
    steepness = {"W1": 0.5, "b1": 1.0, "W2": 1.5, "b2": 2.0}

    def gradients(params):
        return {key: steepness[key] * params[key] for key in params}

    return Trial(start, gradients, _only(names, PROBES[1][2]), STEPS)


def default_trial():
    """Without hyperparameters: the optimizer's own defaults."""
    return on_field(LANDSCAPES["valley"], PROBES[0][1], {}, STEPS)


def _only(names, hyperparameters):
    return {name: value for name, value in hyperparameters.items() if name in names}


def walk(method, trial, trace, beside=()):
    """Append params at the start and after each step to trace, as copies.

    beside: another trace. As long as both are the same, gradients are those of its points, so that
    rounding cannot grow into a difference, as it would on a field where walks are chaotic.
    Ends early when the numbers grow beyond all bounds. Raises VisualizerError when update leaves
    something else than numbers in params, and whatever update raises.
    """
    params = _copy(trial.start)
    trace.append(_copy(params))
    for step in range(trial.steps):
        together = step < len(beside) and same_params(trace[-1], beside[step])
        here = beside[step] if together else trace[-1]
        method.update(params, trial.gradients(_copy(here)))
        trace.append({key: _number(params, key, like) for key, like in trial.start.items()})
        if not _tame(trace[-1]):
            break


def walk_of(method, trial):
    """The trace of a method that is known to be well-behaved."""
    trace = []
    walk(method, trial, trace)
    return trace


def follows(method, trial, trace):
    """Whether, from each point of a trace, the method's step leads to the next."""
    params = _copy(trial.start)
    for here, there in pairwise(trace):
        method.update(params, trial.gradients(_copy(here)))
        if not same_params(params, there):
            return False
    return True


def first_difference(trace, other):
    """The index of the first step at which two traces differ, or None."""
    for step, (one, two) in enumerate(zip(trace, other, strict=False)):
        if not same_params(one, two):
            return step
    return None if len(trace) == len(other) else min(len(trace), len(other))


def same_params(one, two):
    """Whether two params are equal but for rounding."""
    return all(same(one[key], two[key]) for key in two)


def same(one, two):
    """Whether two numbers or arrays are equal but for rounding."""
    if isinstance(one, float) and isinstance(two, float):
        return isclose(one, two, rel_tol=RELATIVE, abs_tol=ABSOLUTE)  # 30 times faster
    return np.allclose(one, two, rtol=RELATIVE, atol=ABSOLUTE)


def _copy(params):
    return {key: np.copy(v) if isinstance(v, np.ndarray) else v for key, v in params.items()}


def _number(params, key, like):
    if key not in params:
        raise VisualizerError("update.dropped", key=key)
    try:
        value = np.array(params[key])
    except ValueError:  # a ragged list
        raise VisualizerError("update.value", key=key, given=told(params[key])) from None
    if value.dtype.kind not in "iuf" or value.size != np.size(like):
        raise VisualizerError("update.value", key=key, given=told(params[key]))
    return value.astype(float).reshape(like.shape) if np.ndim(like) else float(value.reshape(()))


def _tame(params):
    return all(np.all(np.abs(value) < FAR) for value in params.values())


def route(trace, field):
    """The points (x, y) of a trace until it leaves the field far behind or is not finite."""
    points = []
    for x, y in ((params["x"], params["y"]) for params in trace):
        if not (isfinite(x) and isfinite(y)):
            break
        points.append((x, y))
        if has_left(field, x, y):
            break
    return points
