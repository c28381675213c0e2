"""Nesterov's accelerated gradient."""

import numpy as np

from visualizer.optimizers.hyperparameter import LEARNING_RATE, MOMENTUM


class Nesterov:
    """W ← W + α²v − (1 + α) η ∂L/∂W;  v ← αv − η ∂L/∂W: momentum that looks one step ahead.

    W is the point ahead, where the gradient is taken, so that the interface needs no second one.
    Source: Y. Nesterov (1983), in the form of Y. Bengio et al., arXiv:1212.0901, equation 7.
    """

    teaching_order = 3
    formula = "W ← W + α²v − (1 + α) η ∂L/∂W;  v ← αv − η ∂L/∂W"
    choices = {"lr": LEARNING_RATE, "momentum": MOMENTUM}

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            params[key] += self.momentum**2 * self.v[key]
            params[key] -= (1 + self.momentum) * self.lr * grads[key]
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
