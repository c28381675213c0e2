"""Gradient descent with momentum."""

import numpy as np

from visualizer.optimizers.hyperparameter import LEARNING_RATE, MOMENTUM


class Momentum:
    """v ← αv − η ∂L/∂W;  W ← W + v: a ball that rolls, pushed by the slope, slowed by friction.

    Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods (1964).
    """

    teaching_order = 2
    formula = "v ← αv − η ∂L/∂W;  W ← W + v"
    choices = {"lr": LEARNING_RATE, "momentum": MOMENTUM}

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
