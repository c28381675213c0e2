"""What to tell a student about an answer to an exercise."""

import inspect
from dataclasses import dataclass
from math import isfinite

import numpy as np

from lesson.examination import Examination
from lesson.sentences import nudge, sentence
from lesson.trial import on_field, route, walk_of
from lesson.verdict import judge
from sandbox import Fault
from visualizer.landscapes import LANDSCAPES


@dataclass(frozen=True)
class Diagnosis:
    """Whether an answer is right, and if not, what is wrong and where it shows.

    mistake: key of a known mistake, or None. sentence: what is the matter; nudge: a question that
    helps on, or None; both {"ja", "en"}. fault: the error that was raised, or None; line: where.
    step: the first that differs from the reference's, theirs and expected: {"x", "y"} after it;
    field (key), start and hyperparameters: where it did; None where there is nothing to compare.
    student_route, reference_route: [(x, y), …] on the field the student sees. output: what the
    code printed there.
    """

    right: bool
    mistake: str | None
    sentence: dict
    nudge: dict | None
    fault: Fault | None
    line: int | None
    step: int | None
    theirs: dict | None
    expected: dict | None
    field: str | None
    start: tuple | None
    hyperparameters: dict | None
    student_route: list
    reference_route: list
    output: str

    def to_dict(self):
        """Plain data for JSON; numbers that are not finite become None."""
        return _plain({**vars(self), "fault": self.fault and self.fault.to_dict()})


def diagnose(code, exercise, field=None, start=None, hyperparameters=None, steps=30):
    """Examine an answer, given as a program's text, to an exercise; returns a Diagnosis.

    field, start, hyperparameters, steps: the walk that the student sees; by default the slides'
    valley, the field's own start and the exercise's hyperparameters. Never raises because of code,
    and takes no longer than the sandbox allows.
    """
    field = field or LANDSCAPES["valley"]
    given = {**exercise.hyperparameters, **(hyperparameters or {})}
    shown = on_field(field, start or field.start, given, steps)
    examination = Examination(code, exercise, shown)
    verdict = judge(examination)
    told = verdict.key is not None
    return Diagnosis(
        right=verdict.key == "right",
        mistake=verdict.key if verdict.known else None,
        sentence=sentence(verdict.key, verdict.values) if told else verdict.fault.sentence,
        nudge=nudge(verdict.key, verdict.values) if told else None,
        fault=verdict.fault,
        line=_line(verdict.fault, examination),
        output=examination.output,
        **_comparison(verdict.walk),
        **_routes(examination, shown),
    )


def _line(fault, examination):
    """The fault's line; where only the call of update shows it, the line of its def."""
    if fault is None or fault.line or not examination.floats:
        return fault and fault.line
    update = inspect.unwrap(examination.student_class.update)
    return update.__code__.co_firstlineno if inspect.isfunction(update) else None


def _comparison(walk):
    """Where a walk differs from the reference's, in numbers that can be shown."""
    shown = walk and walk.trial.field is not None and np.ndim(walk.trial.start["x"]) == 0
    step = walk.difference if shown else None
    return {
        "step": step,
        "theirs": _at(walk.trace, step) if shown else None,
        "expected": _at(walk.expected, step) if shown else None,
        "field": getattr(walk.trial.field, "key", None) if shown else None,
        "start": tuple(walk.trial.start.values()) if shown else None,
        "hyperparameters": walk.trial.hyperparameters if shown else None,
    }


def _at(trace, step):
    return trace[step] if step is not None and step < len(trace) else None


def _routes(examination, shown):
    reference = examination.exercise.reference(**shown.hyperparameters)
    trace = examination.floats[0].trace if examination.floats else []
    return {
        "student_route": route(trace, shown.field),
        "reference_route": route(walk_of(reference, shown), shown.field),
    }


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return float(value) if isfinite(value) else None
    return value
