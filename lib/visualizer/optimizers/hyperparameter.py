"""What an optimizer lets its user choose, and within which limits it is sensible."""

import inspect
from dataclasses import dataclass


@dataclass(frozen=True)
class Hyperparameter:
    """A number to choose. low, high: what a slider offers. label: its name in "ja" and "en"."""

    low: float
    high: float
    label: dict


LEARNING_RATE = Hyperparameter(1e-4, 3.0, {"ja": "学習率 η", "en": "Learning rate η"})
MOMENTUM = Hyperparameter(0.0, 0.999, {"ja": "慣性 α", "en": "Momentum α"})


def hyperparameters(optimizer):
    """[(name, default, Hyperparameter), …] of an optimizer class, in its constructor's order."""
    parameters = inspect.signature(optimizer).parameters
    return [(name, parameters[name].default, optimizer.choices[name]) for name in parameters]
