"""An optimizer that students write themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any, Protocol

from bilingual import LANGUAGES
from lesson.sentences import SENTENCES
from visualizer.landscapes import LANDSCAPES

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
    """What students are to write, and how their answers are examined.

    key: its name in links and in what the browser keeps
    reference: the optimizer class that the student's must equal
    hyperparameters: with which it walks where the page chooses no others
    skeleton: code to begin with, by language
    hints: sentences to open one at a time, by language
    solution: code of a right answer
    probes: walks on at least two fields, with different values of each hyper-parameter, since a
        formula may be right by chance on one of them
    mistakes: {mistake, a key of lesson.sentences: makers of optimizers that make it}
    """

    key: str
    reference: type
    hyperparameters: Hyperparameters
    skeleton: dict[str, str]
    hints: dict[str, list[str]]
    solution: str
    probes: tuple[Probe, ...]
    mistakes: dict[str, list[Maker]]

    def __post_init__(self) -> None:
        for lacking in _lacking(self):
            raise ValueError(f"exercise {self.key}: {lacking}")

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
    for language in LANGUAGES:
        lacking += [
            f"{part} is missing in “{language}”"
            for part in ("skeleton", "hints")
            if not getattr(exercise, part).get(language)
        ]
    lacking += [
        f"{part} has no line “class {exercise.class_name}”"
        for part, code in [("solution", exercise.solution), *exercise.skeleton.items()]
        if f"class {exercise.class_name}" not in code
    ]
    for probe in exercise.probes:
        if probe.field not in LANDSCAPES:
            lacking.append(f"there is no landscape {probe.field} for a probe")
        if set(probe.hyperparameters) != names:
            lacking.append(f"the probe on {probe.field} must give {sorted(names)} values")
    if len({probe.field for probe in exercise.probes}) < 2:
        lacking.append("probes are needed on at least two landscapes")
    lacking += _lacking_in_mistakes(exercise)
    for name in sorted(names):
        if len({probe.hyperparameters.get(name) for probe in exercise.probes}) < 2:
            lacking.append(f"the probes need different values of {name}")
    return lacking


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
