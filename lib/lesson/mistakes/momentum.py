"""Wrong formulas for Momentum. The right one is v = momentum·v − lr·g, then w + v."""

from typing import Any

from lesson.exercise import Maker
from lesson.mistakes.formula import formula

Result = tuple[Any, Any]


def right(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - lr * g
    return w + v, v


@formula
def climbs(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v + lr * g
    return w + v, v


@formula
def velocity_subtracted(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - lr * g
    return w - v, v


@formula
def friction_negative(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = -momentum * v - lr * g
    return w + v, v


@formula
def rate_forgotten(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - g
    return w + v, v


@formula
def rate_twice(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - lr * g
    return w + lr * v, v


@formula
def momentum_forgotten(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = v - lr * g
    return w + v, v


@formula
def momentum_on_both(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * (v - lr * g)
    return w + v, v


@formula
def momentum_on_gradient(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = v - momentum * lr * g
    return w + v, v


@formula
def roles_swapped(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = lr * v - momentum * g
    return w + v, v


@formula
def average(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v + (1 - momentum) * g
    return w - lr * v, v


@formula
def average_added(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v + (1 - momentum) * g
    return w + lr * v, v


@formula
def state_lost(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = -lr * g
    return w + v, v


@formula
def velocity_unused(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - lr * g
    return w - lr * g, v


@formula
def velocity_old(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    return w + v, momentum * v - lr * g


@formula
def assigns_velocity(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - lr * g
    return v, v


@formula
def gradient_twice(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - lr * g
    return w - lr * g + v, v


@formula
def gradient_forgotten(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * v - lr
    return w + v, v


@formula
def moves_first(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    w = w + momentum * v
    v = momentum * v - lr * g
    return w + v, v


@formula
def friction_on_position(w: Any, v: Any, g: Any, lr: float, momentum: float) -> Result:
    v = momentum * w - lr * g
    return w + v, v


starts_at_gradient = formula(right, first=lambda w, g: g)
starts_at_position = formula(right, first=lambda w, g: w)
starts_at_one = formula(right, first=lambda w, g: 1.0)

MISTAKES: dict[str, list[Maker]] = {
    "climbs": [climbs],
    "velocity_subtracted": [velocity_subtracted],
    "friction_negative": [friction_negative],
    "rate_forgotten": [rate_forgotten],
    "rate_twice": [rate_twice],
    "momentum_forgotten": [momentum_forgotten],
    "momentum_misplaced": [momentum_on_both, momentum_on_gradient],
    "roles_swapped": [roles_swapped],
    "average": [average, average_added],
    "state_lost": [state_lost],
    "velocity_unused": [velocity_unused],
    "velocity_old": [velocity_old],
    "assigns_step": [assigns_velocity],
    "gradient_twice": [gradient_twice],
    "gradient_forgotten": [gradient_forgotten],
    "moves_first": [moves_first],
    "position_for_velocity": [friction_on_position],
    "velocity_starts_wrong": [starts_at_gradient, starts_at_position, starts_at_one],
}
