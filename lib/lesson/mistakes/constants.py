"""Hyper-parameters that are written into the code instead of being taken from self."""

import ast
from collections.abc import Callable, Iterator, Sequence
from inspect import signature
from itertools import combinations
from math import isfinite

from lesson.exercise import Exercise, Hyperparameters
from lesson.trial import Params, Trial

# More numbers than these stand in no answer that is worth the time to try them all.
MOST_NUMBERS = 20

# A mistake, the hyper-parameters in use as a function of those given, blanks for the sentence.
Guess = tuple[str, Callable[[Hyperparameters], Hyperparameters], dict[str, str]]


def estimated(trace: Sequence[Params], trial: Trial) -> Iterator[Guess]:
    """Guesses from the first two steps of a walk with floats, for formulas like Momentum's."""
    given = trial.hyperparameters
    if "lr" not in given:
        return
    rate, momentum = _estimates(trace, trial)
    if rate is None:
        return
    if rate <= 0:
        yield "climbs", _with(lr=rate), {}
        return
    yield "rate_fixed", _with(lr=rate), {"rate": f"{rate:.4g}"}
    if given["lr"]:
        factor = rate / given["lr"]
        yield "scaled", _scaled(factor), {"factor": f"{factor:.4g}"}
    if "momentum" in given and momentum is not None:
        blanks = {"momentum": f"{momentum:.4g}"}
        yield "momentum_fixed", _with(momentum=momentum), blanks
        blanks |= {"rate": f"{rate:.4g}"}
        yield "both_fixed", _with(lr=rate, momentum=momentum), blanks


def written(exercise: Exercise, code: str) -> Iterator[Guess]:
    """Guesses for any formula: numbers that stand in the code, and the reference's defaults."""
    parameters = signature(exercise.reference).parameters
    names = list(exercise.hyperparameters)
    defaults = {name: parameters[name].default for name in names}
    if "lr" in names:
        yield "climbs", _scaled(-1.0), {}
    for name in names:
        for value in dict.fromkeys([defaults[name], *_numbers(code)]):
            yield _fixed({name: value})
    for count in range(2, len(names) + 1):
        for chosen in combinations(names, count):
            yield _fixed({name: defaults[name] for name in chosen})


def _fixed(values: Hyperparameters) -> Guess:
    blanks = {"values": ", ".join(f"{name} = {value:.4g}" for name, value in values.items())}
    return "fixed", _with(**values), blanks


def _with(**values: float) -> Callable[[Hyperparameters], Hyperparameters]:
    return lambda given: {**given, **values}


def _scaled(factor: float) -> Callable[[Hyperparameters], Hyperparameters]:
    return lambda given: {**given, "lr": factor * given["lr"]}


def _numbers(code: str) -> list[float]:
    nodes = ast.walk(ast.parse(code))
    values = [node.value for node in nodes if isinstance(node, ast.Constant)]
    numbers = dict.fromkeys(value for value in values if isinstance(value, float | int))
    return list(numbers)[:MOST_NUMBERS]


def _estimates(trace: Sequence[Params], trial: Trial) -> tuple[float | None, float | None]:
    """The rate of the first step and the momentum of the second; None where they tell nothing."""
    points = [params["x"] for params in trace[:3]]
    slopes = [trial.gradients(params)["x"] for params in trace[:2]]
    if len(points) < 3 or slopes[0] == 0 or points[1] == points[0]:
        return None, None
    rate = (points[0] - points[1]) / slopes[0]
    momentum = (points[2] - points[1] + rate * slopes[1]) / (points[1] - points[0])
    return rate, momentum if isfinite(momentum) else None
