"""Lets a student's optimizer walk beside the reference, under guard."""

from dataclasses import dataclass, field

from lesson.probes import array_trial, default_trial, float_trials, network_trial
from lesson.structure import structural_mistake
from lesson.walking import first_difference, walk, walk_of
from sandbox import Fault, Guard, execute


@dataclass(eq=False)
class Walk:
    """A student's walk. trace: its params; expected: the reference's; see lesson.walking.

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
        self.arrays = self._walk(array_trial(names))
        self.network = self._walk(network_trial(names))
        self.defaults = self._walk(default_trial())
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
