"""Lets a student's optimizer walk beside the reference, under guard."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lesson.exercise import Exercise, Hyperparameters, Optimizer
from lesson.imports import IMPORTS
from lesson.structure import structural_mistake
from lesson.trial import (
    Params,
    Trace,
    Trial,
    first_difference,
    on_field,
    record,
    trace_of,
)
from sandbox import Answer, Fault, Guard, execute
from visualizer.landscapes import LANDSCAPES

STEPS = 20
# Students see nothing of what is printed in walks that they do not see.
CHARACTERS_UNSEEN = 1_000_000


@dataclass(eq=False)
class Walk:
    """A student's walk.

    trial: where and how it is walked
    expected: the reference's trace
    trace: the student's
    gradients: those that were given at its points
    method: the student's optimizer
    fault: what ended the walk too early, or None
    output: what was printed
    """

    trial: Trial
    expected: Trace
    trace: Trace = field(default_factory=list)
    gradients: list[Params] = field(default_factory=list)
    method: Optimizer | None = None
    fault: Fault | None = None
    output: str = ""

    @property
    def difference(self) -> int | None:
        """The first step at which it is not the reference's, or None."""
        return first_difference(self.trace, self.expected)

    @property
    def right(self) -> bool:
        return self.fault is None and self.difference is None


class Examination:
    """All that is to be known of a student's code, found out within the guard's limits.

    code: the answer
    exercise: to which it is an answer
    shown: the trial that the student sees

    fault: why the code did not run, or None
    mistake: (key, values) if there is no class to walk with, or None
    floats: Walks on the shown trial and on the exercise's probes; none where there is a fault or a
        mistake, nor are there the following
    company: a Walk beside another optimizer of the class
    arrays: a Walk of several adventurers at once
    network: a Walk of parameters of other names and shapes than the exercise shows
    """

    arrays: Walk
    network: Walk
    company: Walk

    def __init__(self, code: str, exercise: Exercise, shown: Trial) -> None:
        self.code, self.exercise, self.shown = code, exercise, shown
        self.guard = Guard(imports=IMPORTS)
        self.mistake: tuple[str, dict[str, str]] | None = None
        self.floats: list[Walk] = []
        self.namespace, answer = self._run()
        self.fault, self.output = answer.fault, answer.output
        if not self.fault:
            self.mistake = structural_mistake(self.namespace, exercise)
        if not self.fault and not self.mistake:
            self._walk_all()

    @property
    def student_class(self) -> Any:
        return self.namespace[self.exercise.class_name]

    @property
    def walks(self) -> list[Walk]:
        return [*self.floats, self.company, self.arrays, self.network] if self.floats else []

    def alone(self, trial: Trial) -> Walk:
        """The walk on a trial of the class as it is when nothing else has happened before."""
        namespace, _ = self._run()
        return self._walk(
            trial, lambda: namespace[self.exercise.class_name](**trial.hyperparameters)
        )

    def _run(self) -> tuple[dict[str, Any], Answer]:
        namespace: dict[str, Any] = {}
        return namespace, self.guard.call(execute, self.code, namespace)

    def _walk_all(self) -> None:
        self.floats = [self._walk(trial) for trial in (self.shown, *float_trials(self.exercise))]
        self.output += self.floats[0].output
        self.arrays = self._walk(_array_trial(self.exercise))
        self.network = self._walk(_network_trial(self.exercise.probes[1].hyperparameters))
        trial = self.floats[1].trial
        self.company = self._walk(trial, lambda: _InCompany(self.student_class, trial))

    def _walk(self, trial: Trial, make: Callable[[], Optimizer] | None = None) -> Walk:
        def go() -> None:
            result.method = make() if make else self.student_class(**trial.hyperparameters)
            record(result.method, trial, result.trace, result.gradients, result.expected)

        result = Walk(trial, trace_of(self.exercise.reference(**trial.hyperparameters), trial))
        limit = None if trial is self.shown else CHARACTERS_UNSEEN
        answer = self.guard.call(go, characters=limit)
        result.fault, result.output = answer.fault, answer.output
        return result


class _InCompany:
    """An optimizer beside another one of its class, which walks from elsewhere by turns."""

    def __init__(self, cls: Any, trial: Trial) -> None:
        self.gradients = trial.gradients
        self.one, self.other = (cls(**trial.hyperparameters) for _ in range(2))
        self.others_params = {key: 1.0 - value for key, value in trial.start.items()}

    def update(self, params: Params, grads: Params) -> None:
        self.other.update(self.others_params, self.gradients(self.others_params))
        self.one.update(params, grads)


def float_trials(exercise: Exercise) -> list[Trial]:
    """The exercise's probes as trials."""
    return [
        on_field(LANDSCAPES[probe.field], probe.start, probe.hyperparameters, STEPS)
        for probe in exercise.probes
    ]


def _array_trial(exercise: Exercise) -> Trial:
    """Several adventurers at once: x and y are arrays."""
    probe = exercise.probes[0]
    x, y = probe.start
    start = x * np.array([1.0, -0.4, -0.7]), y * np.array([1.0, 2.0, -0.5])
    return on_field(LANDSCAPES[probe.field], start, probe.hyperparameters, STEPS)


def _network_trial(hyperparameters: Hyperparameters) -> Trial:
    """Parameters of a small neural network, with other names than x and y and other shapes."""
    shapes = {"W1": (2, 3), "b1": (3,), "W2": (3, 1), "b2": (1,)}
    start = {
        key: np.linspace(-1, 1.5, np.prod(shape)).reshape(shape) for key, shape in shapes.items()
    }
    steepness = {"W1": 0.5, "b1": 1.0, "W2": 1.5, "b2": 2.0}

    def gradients(params: Params) -> Params:
        return {key: steepness[key] * params[key] for key in params}

    return Trial(start, gradients, hyperparameters, STEPS)
