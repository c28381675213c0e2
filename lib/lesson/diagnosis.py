"""What to say to a student about an answer to an exercise."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np

from lesson.examination import Examination, Walk
from lesson.exercise import Exercise, Hyperparameters
from lesson.sentences import SENTENCES
from lesson.trial import Trace, Trial, on_field, route, trace_of
from lesson.verdict import judge
from sandbox import Fault
from visualizer.landscapes import LANDSCAPES

Route = list[tuple[float, float]]


@dataclass(frozen=True)
class Diagnosis:
    """Whether an answer is right, and if not, what is wrong and where it shows.

    right: whether it does what the exercise asks for
    mistake: key of a known mistake, or None
    sentence: what is the matter, by language
    nudge: a question that helps on, by language, or None
    remark: what a right answer could do better, by language, or None
    fault: the error that was raised, or None
    line: where in the code, or None
    step: the first that differs from the reference's, or None where there is nothing to compare
    theirs, expected: {"x", "y"} after that step, or None
    field: key of the landscape where it differs, or None
    start: (x, y) of the walk that differs, or None
    hyperparameters: those of the walk that differs, or None
    student_route, reference_route: [(x, y), …] on the field that the student sees. The page, which
        walks anew for its figure, does not get them.
    output: what the code printed there
    """

    right: bool
    mistake: str | None
    sentence: dict[str, str]
    nudge: dict[str, str] | None
    remark: dict[str, str] | None
    fault: Fault | None
    line: int | None
    step: int | None
    theirs: dict[str, float] | None
    expected: dict[str, float] | None
    field: str | None
    start: tuple[float, ...] | None
    hyperparameters: Hyperparameters | None
    student_route: Route
    reference_route: Route
    output: str

    def to_dict(self) -> dict[str, Any]:
        """Plain data for the page, ready for JSON: all but the routes.

        Numbers that are not finite become None.
        """
        parts = {name: part for name, part in vars(self).items() if not name.endswith("_route")}
        plain: dict[str, Any] = _plain({**parts, "fault": self.fault and self.fault.to_dict()})
        return plain


def diagnose(
    code: str,
    exercise: Exercise,
    field: Any = None,
    start: tuple[float, float] | None = None,
    hyperparameters: Mapping[str, float] | None = None,
    steps: int = 30,
) -> Diagnosis:
    """Examine an answer to an exercise; returns a Diagnosis, never raises because of code.

    code: the answer, a program's text
    field: on which the student sees it walk; by default the slides' valley
    start: from where; by default the field's own start
    hyperparameters: with which; by default the exercise's. What the exercise has not is left out.
    steps: how many

    Takes no longer than the sandbox allows.
    """
    field = field or LANDSCAPES["valley"]
    chosen = {**exercise.hyperparameters, **(hyperparameters or {})}
    given = {name: chosen[name] for name in exercise.hyperparameters}
    shown = on_field(field, start or field.start, given, steps)
    examination = Examination(code, exercise, shown)
    verdict = judge(examination)
    key = verdict.key
    if key is None and verdict.fault:
        sentence, nudge = verdict.fault.sentence, None
    else:
        sentence = SENTENCES.both(str(key), **verdict.values)
        nudge = SENTENCES.both(f"{key}.nudge", **verdict.values)
    return Diagnosis(
        right=key == "right",
        mistake=key if verdict.known else None,
        sentence=sentence,
        nudge=nudge,
        remark=SENTENCES.both(verdict.remark) if verdict.remark else None,
        fault=verdict.fault,
        line=_line(verdict.fault, examination),
        output=examination.output,
        **_comparison(verdict.walk),
        **_routes(examination, shown),
    )


def _line(fault: Fault | None, examination: Examination) -> int | None:
    """The fault's line; where only the call of update shows it, the line of its def."""
    if fault is None or fault.line or not examination.floats:
        return fault.line if fault else None
    update = inspect.unwrap(examination.student_class.update)
    return update.__code__.co_firstlineno if inspect.isfunction(update) else None


def _comparison(walk: Walk | None) -> dict[str, Any]:
    """Where a walk differs from the reference's, in numbers that can be shown."""
    if walk is None or walk.trial.field is None or np.ndim(walk.trial.start["x"]):
        names = ("step", "theirs", "expected", "field", "start", "hyperparameters")
        return dict.fromkeys(names)
    step = walk.difference
    return {
        "step": step,
        "theirs": _at(walk.trace, step),
        "expected": _at(walk.expected, step),
        "field": getattr(walk.trial.field, "key", None),
        "start": tuple(walk.trial.start.values()),
        "hyperparameters": walk.trial.hyperparameters,
    }


def _at(trace: Trace, step: int | None) -> dict[str, float] | None:
    return trace[step] if step is not None and step < len(trace) else None


def _routes(examination: Examination, shown: Trial) -> dict[str, Any]:
    reference = examination.exercise.reference(**shown.hyperparameters)
    trace = examination.floats[0].trace if examination.floats else []
    return {
        "student_route": route(trace, shown.field),
        "reference_route": route(trace_of(reference, shown), shown.field),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return float(value) if isfinite(value) else None
    return value
