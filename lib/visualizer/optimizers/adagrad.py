"""AdaGrad."""

import numpy as np

from visualizer.optimizers.hyperparameter import LEARNING_RATE

TINY = 1e-7


class AdaGrad:
    """h ← h + (∂L/∂W)²;  W ← W − η ∂L/∂W / √h: each parameter slows by the way it has gone.

    Source: J. Duchi, E. Hazan and Y. Singer, JMLR 12 (2011).
    """

    teaching_order = 4
    formula = "h ← h + (∂L/∂W)²;  W ← W − η ∂L/∂W / √h"
    choices = {"lr": LEARNING_RATE}

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            self.h[key] = self.h[key] + grads[key] * grads[key]
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + TINY)
