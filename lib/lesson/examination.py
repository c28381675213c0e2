"""Lets a student's optimizer walk beside the reference, under guard."""

from dataclasses import dataclass, field

import numpy as np

from lesson.structure import structural_mistake
from lesson.trial import Trial, first_difference, on_field, walk, walk_of
from sandbox import Fault, Guard, execute
from visualizer.landscapes import LANDSCAPES

# On several fields, since a formula may be right by chance on one: asymmetric starts, since x and
# y may be mixed up, and rates and momenta that are all different.
PROBES = (
    ("valley", (-7.0, 2.0), {"lr": 0.3, "momentum": 0.5}),
    ("bowl", (0.6, -0.8), {"lr": 0.07, "momentum": 0.8}),
    ("himmelblau", (1.0, 2.5), {"lr": 0.004, "momentum": 0.65}),
)
STEPS = 20


@dataclass(eq=False)
class Walk:
    """A student's walk. trace: its params; expected: the reference's; see lesson.trial.walk.

    method: the student's optimizer. fault: what ended the walk too early, or None.
    """

    trial: object
    expected: list
    trace: list = field(default_factory=list)
    method: object = None
    fault: Fault | None = None
    output: str = ""

    @property
    def difference(self):
        """The first step at which it is not the reference's, or None."""
        return first_difference(self.trace, self.expected)

    @property
    def right(self):
        return self.fault is None and self.difference is None


class Examination:
    """All that is to be known of a student's code, found out within the guard's limits.

    shown: the trial that the student sees. fault: why the code did not run, or None. mistake:
    (key, values) if there is no class to walk with, or None. floats (the shown one first), arrays,
    network, defaults, company: Walks; there are none if there is a fault or a mistake.
    """

    def __init__(self, code, exercise, shown):
        self.code, self.exercise, self.shown = code, exercise, shown
        self.guard = Guard()
        self.mistake, self.floats = None, []
        self.namespace, answer = self._run()
        self.fault, self.output = answer.fault, answer.output
        if not self.fault:
            self.mistake = structural_mistake(self.namespace, exercise)
        if not self.fault and not self.mistake:
            self._walk_all()

    @property
    def student_class(self):
        return self.namespace[self.exercise.class_name]

    @property
    def walks(self):
        others = [self.arrays, self.network, self.defaults, self.company] if self.floats else []
        return [*self.floats, *others]

    def alone(self, trial):
        """The walk on a trial of the class as it is when nothing else has happened before."""
        namespace, _ = self._run()
        return self._walk(trial, lambda: namespace[self.exercise.class_name](**_given(trial)))

    def _run(self):
        namespace = {}
        return namespace, self.guard.call(execute, self.code, namespace)

    def _walk_all(self):
        names = list(self.exercise.hyperparameters)
        self.floats = [self._walk(trial) for trial in (self.shown, *float_trials(names))]
        self.output += self.floats[0].output
        self.arrays = self._walk(_array_trial(names))
        self.network = self._walk(_network_trial(names))
        self.defaults = self._walk(_default_trial())
        trial = float_trials(names)[0]
        self.company = self._walk(trial, lambda: _InCompany(self.student_class, trial))

    def _walk(self, trial, make=None):
        make = make or (lambda: self.student_class(**_given(trial)))
        result = Walk(trial, walk_of(self.exercise.reference(**_given(trial)), trial))
        answer = self.guard.call(_go, make, result)
        result.fault, result.output = answer.fault, answer.output
        return result


class _InCompany:
    """An optimizer beside another one of its class, which makes a step of its own before each."""

    def __init__(self, cls, trial):
        self.one, self.other = cls(**_given(trial)), cls(**_given(trial))
        self.others_params = {key: 1.0 - value for key, value in trial.start.items()}

    def update(self, params, grads):
        self.other.update(self.others_params, dict(grads))
        self.one.update(params, grads)


def _go(make, result):
    result.method = make()
    walk(result.method, result.trial, result.trace, beside=result.expected)


def _given(trial):
    return trial.hyperparameters


def float_trials(names):
    """Trials with floats; names: those of the hyperparameters that the optimizer has."""
    return [
        on_field(LANDSCAPES[key], start, _only(names, hyperparameters), STEPS)
        for key, start, hyperparameters in PROBES
    ]


def _array_trial(names):
    """Several adventurers at once: x and y are arrays."""
    start = np.array([-7.0, 3.0, 5.0]), np.array([2.0, 4.0, -1.0])
    return on_field(LANDSCAPES["valley"], start, _only(names, PROBES[0][2]), STEPS)


def _network_trial(names):
    """Parameters of a small neural network, with other names than x and y and other shapes."""
    shapes = {"W1": (2, 3), "b1": (3,), "W2": (3, 1), "b2": (1,)}
    start = {
        key: np.linspace(-1, 1.5, np.prod(shape)).reshape(shape) for key, shape in shapes.items()
    }
    steepness = {"W1": 0.5, "b1": 1.0, "W2": 1.5, "b2": 2.0}

    def gradients(params):
        return {key: steepness[key] * params[key] for key in params}

    return Trial(start, gradients, _only(names, PROBES[1][2]), STEPS)


def _default_trial():
    """Without hyperparameters: the optimizer's own defaults."""
    return on_field(LANDSCAPES["valley"], PROBES[0][1], {}, STEPS)


def _only(names, hyperparameters):
    return {name: value for name, value in hyperparameters.items() if name in names}
