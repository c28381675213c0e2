"""Trials in which a student's optimizer is probed besides the one that the student sees."""

import numpy as np

from lesson.trial import Trial, on_field
from visualizer.landscapes import LANDSCAPES

# On several fields, since a formula may be right by chance on one: asymmetric starts, since x and
# y may be mixed up, and rates and momenta that are all different.
PROBES = (
    ("valley", (-7.0, 2.0), {"lr": 0.3, "momentum": 0.5}),
    ("bowl", (0.6, -0.8), {"lr": 0.07, "momentum": 0.8}),
    ("himmelblau", (1.0, 2.5), {"lr": 0.004, "momentum": 0.65}),
)
STEPS = 20


def float_trials(names):
    """Trials with floats; names: those of the hyperparameters that the optimizer has."""
    return [
        on_field(LANDSCAPES[key], start, _only(names, hyperparameters), STEPS)
        for key, start, hyperparameters in PROBES
    ]


def array_trial(names):
    """Several adventurers at once: x and y are arrays."""
    start = np.array([-7.0, 3.0, 5.0]), np.array([2.0, 4.0, -1.0])
    return on_field(LANDSCAPES["valley"], start, _only(names, PROBES[0][2]), STEPS)


def network_trial(names):
    """Parameters of a small neural network, with other names than x and y and other shapes."""
    shapes = {"W1": (2, 3), "b1": (3,), "W2": (3, 1), "b2": (1,)}
    start = {
        key: np.linspace(-1, 1.5, np.prod(shape)).reshape(shape) for key, shape in shapes.items()
    }
    steepness = {"W1": 0.5, "b1": 1.0, "W2": 1.5, "b2": 2.0}

    def gradients(params):
        return {key: steepness[key] * params[key] for key in params}

    return Trial(start, gradients, _only(names, PROBES[1][2]), STEPS)


def default_trial():
    """Without hyperparameters: the optimizer's own defaults."""
    return on_field(LANDSCAPES["valley"], PROBES[0][1], {}, STEPS)


def _only(names, hyperparameters):
    return {name: value for name, value in hyperparameters.items() if name in names}
