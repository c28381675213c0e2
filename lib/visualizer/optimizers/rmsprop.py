"""RMSprop."""

import numpy as np

from visualizer.optimizers.hyperparameter import LEARNING_RATE, Hyperparameter

TINY = 1e-7
DECAY = Hyperparameter(0.0, 0.9999, {"ja": "減衰率 ρ", "en": "Decay rate ρ"})


class RMSprop:
    """h ← ρh + (1 − ρ)(∂L/∂W)²;  W ← W − η ∂L/∂W / √h: AdaGrad that forgets.

    Source: T. Tieleman and G. Hinton, Neural Networks for Machine Learning, lecture 6.5 (2012).
    """

    teaching_order = 5
    formula = "h ← ρh + (1 − ρ)(∂L/∂W)²;  W ← W − η ∂L/∂W / √h"
    choices = {"lr": LEARNING_RATE, "decay_rate": DECAY}

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr, self.decay_rate = lr, decay_rate
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            squared = grads[key] * grads[key]
            self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * squared
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + TINY)
