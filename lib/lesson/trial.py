"""A trial: where an optimizer walks, step by step, so that walks can be compared."""

from dataclasses import dataclass
from itertools import pairwise
from math import isclose, isfinite

import numpy as np

from visualizer import VisualizerError
from visualizer.adventurer import has_left
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
    fits = value.shape == like.shape if np.ndim(like) else value.size == 1
    if value.dtype.kind not in "iuf" or not fits:
        raise VisualizerError("update.value", key=key, given=told(params[key]))
    return value.astype(float) if np.ndim(like) else float(value.reshape(()))


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
