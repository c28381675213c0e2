"""Which known mistake makes an optimizer walk as a student's does."""

from dataclasses import dataclass, field

import numpy as np

from lesson.mistakes import keys
from lesson.mistakes.constants import constants
from lesson.trial import follows, same
from visualizer.optimizers import OPTIMIZERS, hyperparameters


@dataclass(frozen=True)
class Suspect:
    """mistake: its key. make: hyperparameters → an optimizer that makes it. values: for blanks."""

    mistake: str
    make: object
    values: dict = field(default_factory=dict)


def recognize(exercise, walks):
    """The Suspect that walks as the student does in all walks, or None.

    walks: [Walk, …] with floats, from lesson.examination. Where several fit, the one whose
    velocity the student's optimizer holds too.
    """
    fitting = []
    for suspect in _suspects(exercise, walks):
        optimizers = _walking_alike(suspect, walks)
        if optimizers:
            fitting.append((suspect, optimizers[0]))
    held = numbers_held_by(walks[0].method)
    fitting.sort(key=lambda fit: not _holds_velocity(held, fit[1]))
    return fitting[0][0] if fitting else None


def numbers_held_by(method):
    """All numbers that an object keeps in its attributes, or in dicts and lists there."""
    attributes = getattr(method, "__dict__", {}).values()
    return [number for value in attributes for item in _items(value) for number in _numbers(item)]


def _items(value):
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list | tuple) else [value]


def _numbers(value):
    if isinstance(value, np.ndarray | np.generic) and value.dtype.kind in "iuf":
        return value.ravel().tolist()
    return [value] if isinstance(value, float | int) else []


def _holds_velocity(held, optimizer):
    velocity = getattr(optimizer, "v", None)
    if not isinstance(velocity, dict):
        return False
    return all(v != 0 and any(same(v, number) for number in held) for v in velocity.values())


def _walking_alike(suspect, walks):
    """The suspect's optimizers, one for each walk, if all of them walk as the student's; or []."""
    optimizers = []
    for walk in walks:
        optimizer = suspect.make(walk.trial.hyperparameters)
        if not _follows(optimizer, walk):
            return []
        optimizers.append(optimizer)
    return optimizers


def _follows(optimizer, walk):
    try:
        with np.errstate(all="ignore"):
            return follows(optimizer, walk.trial, walk.trace)
    except ArithmeticError:  # mistakes may divide by a rate of 0, or square huge numbers
        return False


def _suspects(exercise, walks):
    """All known mistakes, the simplest first; walks: from which constants can be read."""
    reference = exercise.reference
    for mistake, makers in exercise.mistakes.items():
        yield from (Suspect(mistake, make) for make in makers)
    for mistake, classes in keys.MISTAKES.items():
        yield from (Suspect(mistake, _wrapping(cls, reference)) for cls in classes)
    for walk in walks:
        for mistake, used, values in constants(walk.trace, walk.trial):
            yield Suspect(mistake, _with_constants(reference, used), values)
    for name, optimizer in OPTIMIZERS.items():
        if optimizer is not reference:
            yield Suspect("another_method", _known(optimizer), {"name": name})


def _wrapping(cls, reference):
    return lambda given: cls(reference(**given))


def _with_constants(reference, used):
    return lambda given: reference(**used(given))


def _known(optimizer):
    names = {name for name, _, _ in hyperparameters(optimizer)}
    return lambda given: optimizer(**{k: v for k, v in given.items() if k in names})
