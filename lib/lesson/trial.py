"""A trial: where an optimizer walks, step by step, so that walks can be compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isclose, isfinite
from typing import Any

import numpy as np

from lesson.exercise import Hyperparameters, Optimizer
from visualizer.walk import has_left, walk

# {name: float or array}
Params = dict[str, Any]
Trace = list[Params]

# Beyond this a walk says nothing any more, and its powers would overflow.
FAR = 1e9

# Equal but for rounding: formulas may be written in many ways.
RELATIVE, ABSOLUTE = 1e-9, 1e-10


@dataclass(frozen=True)
class Trial:
    """Where and how an optimizer is to walk.

    start: params to start from, {name: float or array}
    gradients: params → grads
    hyperparameters: for the optimizer's constructor
    steps: how many
    field: on which one can look at the walk, or None
    """

    start: Params
    gradients: Callable[[Params], Params]
    hyperparameters: Hyperparameters
    steps: int
    field: Any = None


def on_field(
    field: Any, start: tuple[Any, Any], hyperparameters: Hyperparameters, steps: int
) -> Trial:
    """A trial with x and y, floats or arrays, on a field."""

    def gradients(params: Params) -> Params:
        gx, gy = field.gradient(params["x"], params["y"])
        return {"x": gx, "y": gy}

    x, y = start
    params = {"x": 1.0 * x, "y": 1.0 * y}
    return Trial(params, gradients, hyperparameters, steps, field)


def record(
    method: Optimizer,
    trial: Trial,
    trace: Trace,
    gradients: list[Params],
    beside: Sequence[Params] = (),
) -> None:
    """Walk, and append params at the start and after each step to a trace.

    method: the optimizer that walks
    trace: holds the steps before when the method raises; what it raises comes through, as does
        the VisualizerError when it leaves something else than numbers in params
    gradients: those that the method is given are appended here; none where the walk ends anyway
    beside: another trace. As long as both are the same, gradients are those of its points, so that
        rounding cannot grow into a difference, as it would on a field where walks are chaotic.

    Ends early when the numbers grow beyond all bounds.
    """

    def evaluate(params: Params) -> tuple[None, Params]:
        step = len(trace)
        together = step < len(beside) and same_params(params, beside[step])
        here = beside[step] if together else params
        gradients.append(trial.gradients(here) if _tame(here) else {})
        return None, gradients[-1]

    for step in walk(method, trial.start, evaluate, trial.steps):
        trace.append(step.params)
        if not _tame(step.params):
            break


def trace_of(method: Optimizer, trial: Trial) -> Trace:
    """The trace of a method that is known to be well-behaved."""
    trace: Trace = []
    record(method, trial, trace, [])
    return trace


def follows(
    method: Optimizer, start: Params, trace: Sequence[Params], gradients: Sequence[Params]
) -> bool:
    """Whether, from each point of a trace, the method's step leads to the next.

    gradients: those that were given at the points of the trace
    """
    given = iter(gradients)
    steps = walk(method, start, lambda params: (None, next(given)), len(trace) - 1)
    return all(same_params(step.params, point) for step, point in zip(steps, trace, strict=True))


def first_difference(trace: Sequence[Params], other: Sequence[Params]) -> int | None:
    """The index of the first step at which two traces differ, or None."""
    for step, (one, two) in enumerate(zip(trace, other, strict=False)):
        if not same_params(one, two):
            return step
    return None if len(trace) == len(other) else min(len(trace), len(other))


def same_params(one: Params, two: Params) -> bool:
    """Whether two params are equal but for rounding."""
    return all(same(one[key], two[key]) for key in two)


def same(one: Any, two: Any) -> bool:
    """Whether two numbers or arrays are equal but for rounding; NaN is equal to NaN."""
    if isinstance(one, float) and isinstance(two, float):  # 30 times faster
        return isclose(one, two, rel_tol=RELATIVE, abs_tol=ABSOLUTE) or (one != one and two != two)
    return np.allclose(one, two, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True)


def route(trace: Sequence[Params], field: Any) -> list[tuple[float, float]]:
    """The points (x, y) of a trace until it leaves the field far behind or is not finite."""
    points = []
    for x, y in ((params["x"], params["y"]) for params in trace):
        if not (isfinite(x) and isfinite(y)):
            break
        points.append((x, y))
        if has_left(field, x, y):
            break
    return points


def _tame(params: Params) -> bool:
    return all(
        abs(value) < FAR if isinstance(value, float) else bool(np.all(np.abs(value) < FAR))
        for value in params.values()
    )
