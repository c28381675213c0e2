"""Wrong formulas for SGD. The right one is w − lr·g."""

from typing import Any

import numpy as np

from lesson.exercise import Maker
from lesson.mistakes.formula import formula

Result = tuple[Any, Any]


@formula
def climbs(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w + lr * g, v


@formula
def rate_forgotten(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w - g, v


@formula
def gradient_forgotten(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w - lr, v


@formula
def rate_divides(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w - g / lr, v


@formula
def assigns_step(w: Any, v: Any, g: Any, lr: float) -> Result:
    return -lr * g, v


@formula
def assigns_step_up(w: Any, v: Any, g: Any, lr: float) -> Result:
    return lr * g, v


@formula
def position_for_gradient(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w - lr * w, v


@formula
def rate_added(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w - (lr + g), v


@formula
def bracket_around_difference(w: Any, v: Any, g: Any, lr: float) -> Result:
    return lr * (w - g), v


@formula
def bracket_with_rate(w: Any, v: Any, g: Any, lr: float) -> Result:
    return (w - lr) * g, v


@formula
def squared(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w - lr * g**2, v


@formula
def sign_only(w: Any, v: Any, g: Any, lr: float) -> Result:
    return w - lr * np.sign(g), v


MISTAKES: dict[str, list[Maker]] = {
    "climbs": [climbs],
    "rate_forgotten": [rate_forgotten],
    "gradient_forgotten": [gradient_forgotten],
    "rate_divides": [rate_divides],
    "assigns_step": [assigns_step, assigns_step_up],
    "position_for_gradient": [position_for_gradient],
    "rate_added": [rate_added],
    "bracket": [bracket_around_difference, bracket_with_rate],
    "squared": [squared],
    "sign_only": [sign_only],
}
