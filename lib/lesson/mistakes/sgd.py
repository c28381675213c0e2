"""Wrong formulas for SGD. The right one is w − lr·g."""

import numpy as np

from lesson.mistakes.formula import formula


@formula
def climbs(w, v, g, lr):
    return w + lr * g, v


@formula
def rate_forgotten(w, v, g, lr):
    return w - g, v


@formula
def gradient_forgotten(w, v, g, lr):
    return w - lr, v


@formula
def rate_divides(w, v, g, lr):
    return w - g / lr, v


@formula
def assigns_step(w, v, g, lr):
    return -lr * g, v


@formula
def assigns_step_up(w, v, g, lr):
    return lr * g, v


@formula
def position_for_gradient(w, v, g, lr):
    return w - lr * w, v


@formula
def rate_added(w, v, g, lr):
    return w - (lr + g), v


@formula
def bracket_around_difference(w, v, g, lr):
    return lr * (w - g), v


@formula
def bracket_with_rate(w, v, g, lr):
    return (w - lr) * g, v


@formula
def squared(w, v, g, lr):
    return w - lr * g**2, v


@formula
def sign_only(w, v, g, lr):
    return w - lr * np.sign(g), v


MISTAKES = {
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
