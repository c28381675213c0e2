"""Which known mistake makes an optimizer walk as a student's does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from inspect import signature
from typing import TYPE_CHECKING, Any

import numpy as np

from lesson.exercise import Exercise, Maker, Optimizer
from lesson.mistakes import keys
from lesson.mistakes.constants import Guess, estimated, written
from lesson.trial import follows, same
from visualizer import VisualizerError
from visualizer.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from lesson.examination import Walk


@dataclass(frozen=True)
class Suspect:
    """A mistake that an answer may have made.

    mistake: its key
    make: hyperparameters → an optimizer that makes it
    values: what fills the blanks of its sentence
    """

    mistake: str
    make: Maker
    values: dict[str, str] = field(default_factory=dict)


def recognize(exercise: Exercise, walks: Sequence[Walk], code: str) -> Suspect | None:
    """The Suspect that walks as the student does in all walks, or None.

    walks: those with floats
    code: the answer, in which constants may stand

    Where several fit, it is the one whose velocity the student's optimizer holds too.
    """
    fitting = []
    for suspect in _suspects(exercise, walks, code):
        optimizers = _walking_alike(suspect, walks)
        if optimizers:
            fitting.append((suspect, optimizers[0]))
    held = numbers_held_by(walks[0].method)
    fitting.sort(key=lambda fit: not _holds_velocity(held, fit[1]))
    return fitting[0][0] if fitting else None


def numbers_held_by(method: object) -> list[float]:
    """All numbers that an object keeps in its attributes, or in dicts and lists there."""
    attributes = getattr(method, "__dict__", {}).values()
    return [number for value in attributes for item in _items(value) for number in _numbers(item)]


def _items(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list | tuple) else [value]


def _numbers(value: Any) -> list[float]:
    if isinstance(value, np.ndarray | np.generic) and value.dtype.kind in "iuf":
        return np.ravel(value).tolist()
    return [value] if isinstance(value, float | int) else []


def _holds_velocity(held: Sequence[float], optimizer: Optimizer) -> bool:
    velocity = getattr(optimizer, "v", None)
    if not isinstance(velocity, dict):
        return False
    return all(v != 0 and any(same(v, number) for number in held) for v in velocity.values())


def _walking_alike(suspect: Suspect, walks: Sequence[Walk]) -> list[Optimizer]:
    """The suspect's optimizers, one for each walk, if all of them walk as the student's; or []."""
    optimizers = []
    for walk in walks:
        try:
            optimizer = suspect.make(walk.trial.hyperparameters)
        except VisualizerError:  # with such constants nothing can walk
            return []
        if not _follows(optimizer, walk):
            return []
        optimizers.append(optimizer)
    return optimizers


def _follows(optimizer: Optimizer, walk: Walk) -> bool:
    try:
        with np.errstate(all="ignore"):
            return follows(optimizer, walk.trial.start, walk.trace, walk.gradients)
    # Mistakes may divide by a rate of 0, square huge numbers, or take roots of negative ones.
    except (ArithmeticError, VisualizerError):
        return False


def _suspects(exercise: Exercise, walks: Sequence[Walk], code: str) -> Iterator[Suspect]:
    """All known mistakes, the simplest first; walks, code: from which constants can be read."""
    reference = exercise.reference
    for mistake, makers in exercise.mistakes.items():
        yield from (Suspect(mistake, make) for make in makers)
    for mistake, classes in keys.MISTAKES.items():
        yield from (Suspect(mistake, _wrapping(cls, reference)) for cls in classes)
    for walk in walks:
        for guess in estimated(walk.trace, walk.trial):
            yield _with_constants(reference, guess)
    for guess in written(exercise, code):
        yield _with_constants(reference, guess)
    for name, optimizer in OPTIMIZERS.items():
        if optimizer is not reference:
            yield Suspect("another_method", _taking_what_it_knows(optimizer), {"name": name})


def _wrapping(cls: Any, reference: type) -> Maker:
    return lambda given: cls(reference(**given))


def _with_constants(reference: type, guess: Guess) -> Suspect:
    mistake, used, blanks = guess
    return Suspect(mistake, lambda given: reference(**used(given)), blanks)


def _taking_what_it_knows(optimizer: Any) -> Maker:
    names = signature(optimizer).parameters
    return lambda given: optimizer(**{k: v for k, v in given.items() if k in names})
