"""Adam."""

import numpy as np

from visualizer.optimizers.hyperparameter import LEARNING_RATE, Hyperparameter

TINY = 1e-7
BETA1 = Hyperparameter(0.0, 0.999, {"ja": "一次の減衰 β₁", "en": "First decay β₁"})
BETA2 = Hyperparameter(0.0, 0.9999, {"ja": "二次の減衰 β₂", "en": "Second decay β₂"})


class Adam:
    """m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  W ← W − η m̂ / √v̂, with g = ∂L/∂W.

    m̂ and v̂ are m and v freed of their bias towards zero; both corrections go into the rate.
    Source: D. P. Kingma and J. Ba, arXiv:1412.6980, end of section 2.
    """

    teaching_order = 6
    formula = "m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  W ← W − η m̂ / √v̂"
    choices = {"lr": LEARNING_RATE, "beta1": BETA1, "beta2": BETA2}

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.step = 0
        self.m = self.v = None

    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.step += 1
        rate = self.lr * np.sqrt(1 - self.beta2**self.step) / (1 - self.beta1**self.step)
        for key in params:
            self.m[key] = self.m[key] + (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] = self.v[key] + (1 - self.beta2) * (grads[key] ** 2 - self.v[key])
            params[key] -= rate * self.m[key] / (np.sqrt(self.v[key]) + TINY)
