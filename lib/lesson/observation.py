"""What an update does that changes nothing in params."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import numpy as np

from lesson.exercise import Optimizer
from lesson.mistakes.recognition import numbers_held_by
from lesson.trial import Params, Trial
from sandbox.program import FILENAME


def why_nothing_changes(make: Callable[[], Optimizer], trial: Trial) -> str:
    """The mistake of a method whose update leaves params as they are."""
    method, params = make(), dict(trial.start)
    grads = trial.gradients(params)
    known = {*numbers_held_by(method), *params.values(), *grads.values(), 0.0}
    returned, variables = _watched(method.update, params, grads)
    if returned is not None:
        return "returns"
    others = [value for value in variables if value is not params and value is not grads]
    if any(_is_changed_copy(value, trial.start) for value in others):
        return "params_replaced"
    if any(_is_number(value) and value not in known for value in others):
        return "local_only"
    if any(number not in known for number in numbers_held_by(method)):
        return "velocity_only"
    return "nothing_changes"


def _watched(
    update: Callable[[Params, Params], Any], params: Params, grads: Params
) -> tuple[Any, list[Any]]:
    """(what update returns, all values of local variables when student's functions return)."""
    variables: list[Any] = []

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and frame.f_code.co_filename == FILENAME:
            variables.extend(frame.f_locals.values())

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        returned = update(params, grads)
    finally:
        sys.setprofile(before)
    return returned, variables


def _is_changed_copy(value: Any, start: Params) -> bool:
    same_names = isinstance(value, dict) and value.keys() == start.keys()
    return same_names and any(value[key] != start[key] for key in start)


def _is_number(value: Any) -> bool:
    return isinstance(value, float | np.floating)
