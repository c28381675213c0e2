"""An optimizer that students write themselves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import signature
from typing import Any, Protocol

from bilingual import LANGUAGES
from lesson.sentences import SENTENCES
from visualizer.landscapes import LANDSCAPES
from visualizer.registry import MISSING, check_complete, check_tuple

Hyperparameters = dict[str, float]


class Optimizer(Protocol):
    """Whatever changes params in place, given a gradient of the same keys."""

    def update(self, params: Any, grads: Any) -> Any: ...


Maker = Callable[[Hyperparameters], Optimizer]


@dataclass(frozen=True)
class Probe:
    """A walk on which an answer must go where the reference goes.

    field: key of a landscape
    start: (x, y) there; |x| ≠ |y|, since answers may mix them up
    hyperparameters: a value for each that the exercise has; not its default, since answers may
        leave it out
    """

    field: str
    start: tuple[float, float]
    hyperparameters: Hyperparameters


@dataclass(frozen=True)
class Exercise:
    """What students are to write, and how answers are examined; incomplete, it raises ValueError.

    key: its name in links and in what the browser keeps
    reference: the optimizer class that the student's must equal
    hyperparameters: with which it walks where the page chooses no others
    skeleton: code to begin with, by language
    hints: sentences to open one at a time, by language
    solution: code of a right answer
    probes: walks on at least two fields, with different values of each hyper-parameter, since a
        formula may be right by chance on one of them
    mistakes: {mistake, a key of lesson.sentences: makers of optimizers that make it}; may be left
        out
    """

    key: str
    reference: type = MISSING
    hyperparameters: Hyperparameters = MISSING
    skeleton: dict[str, str] = MISSING
    hints: dict[str, list[str]] = MISSING
    solution: str = MISSING
    probes: tuple[Probe, ...] = MISSING
    mistakes: dict[str, list[Maker]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        whose = f"The exercise {self.key!r}"
        check_complete(
            whose,
            key=self.key,
            reference=self.reference,
            hyperparameters=bool(self.hyperparameters) or None,
            skeleton=self.skeleton,
            hints=self.hints,
            solution=self.solution,
            probes=self.probes,
        )
        check_tuple(whose, "probes", self.probes, Probe)
        for language in LANGUAGES:
            check_tuple(whose, f"hints in {language!r}", self.hints[language], str)
        for lacking in _lacking(self):
            raise ValueError(f"{whose}: {lacking}.")

    @property
    def class_name(self) -> str:
        return self.reference.__name__

    def to_dict(self) -> dict[str, Any]:
        """Plain data for the page."""
        return {
            "class": self.class_name,
            "method": self.class_name,
            "skeleton": self.skeleton,
            "hints": self.hints,
            "hyperparameters": self.hyperparameters,
        }


def _lacking(exercise: Exercise) -> list[str]:
    """What an exercise still needs, in words for its author."""
    names = set(exercise.hyperparameters)
    taken = set(signature(exercise.reference).parameters)
    lacking = [
        f"{exercise.class_name} has no hyper-parameter {name}" for name in sorted(names - taken)
    ]
    if len({len(hints) for hints in exercise.hints.values()}) > 1:
        lacking.append("there are not as many hints in each language")
    lacking += [
        f"{part} has no line “class {exercise.class_name}”"
        for part, code in [("solution", exercise.solution), *exercise.skeleton.items()]
        if f"class {exercise.class_name}" not in code
    ]
    for probe in exercise.probes:
        lacking += [f"the probe on {probe.field} {fault}" for fault in _faults(probe, exercise)]
    if len({probe.field for probe in exercise.probes}) < 2:
        lacking.append("probes are needed on at least two landscapes")
    lacking += _lacking_in_mistakes(exercise)
    for name in sorted(names):
        if len({probe.hyperparameters.get(name) for probe in exercise.probes}) < 2:
            lacking.append(f"the probes need different values of {name}")
    return lacking


def _faults(probe: Probe, exercise: Exercise) -> list[str]:
    """What is wrong with a probe, in words that go on after its name."""
    names = sorted(exercise.hyperparameters)
    if probe.field not in LANDSCAPES:
        return ["is nowhere: there is no landscape of that name"]
    if sorted(probe.hyperparameters) != names:
        return [f"must give {names} values"]
    taken = signature(exercise.reference).parameters
    faults = [
        f"must give {name} another value than its default, which answers may take instead"
        for name in names
        if name in taken and probe.hyperparameters[name] == taken[name].default
    ]
    if abs(probe.start[0]) == abs(probe.start[1]):
        faults.append("must start where |x| ≠ |y|, which answers may mix up")
    return faults


def _lacking_in_mistakes(exercise: Exercise) -> list[str]:
    """What the mistakes still need: sentences, and makers that take the hyper-parameters."""
    lacking = [
        f"there is no sentence for the mistake {mistake}"
        for mistake in exercise.mistakes
        if mistake not in SENTENCES.table
    ]
    for mistake, makers in exercise.mistakes.items():
        for maker in makers:
            try:
                maker(exercise.hyperparameters).update({"x": 1.0}, {"x": 1.0})
            except TypeError as error:
                lacking.append(f"a maker of the mistake {mistake} does not fit it ({error})")
    return lacking
