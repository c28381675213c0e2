"""Adam."""

from visualizer.elementary import sqrt
from visualizer.optimizers.info import (
    EPS,
    LEARNING_RATE,
    Hyperparameter,
    OptimizerInfo,
    fraction,
    number,
    shown,
)

BETA1 = Hyperparameter("beta1", 0.0, 0.999, {"ja": "一次の減衰 β₁", "en": "First decay β₁"})
BETA2 = Hyperparameter("beta2", 0.0, 0.9999, {"ja": "二次の減衰 β₂", "en": "Second decay β₂"})


class Adam:
    """m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  W ← W − η m̂ / √v̂, with g = ∂L/∂W.

    m̂ and v̂ are m and v freed of their bias towards zero; both corrections go into the rate.

    lr: the learning rate η.
    beta1: β₁, the part of m that is kept.
    beta2: β₂, the part of v that is kept.
    eps: ε, so that nothing is divided by 0. As in the book it is added to √v. PyTorch adds it, as
        1e-8, to √v̂, as the paper's algorithm 1 does: to have that, divide it by √(1 − β₂ᵗ).

    Source: D. P. Kingma and J. Ba, arXiv:1412.6980, end of section 2.
    """

    def __init__(
        self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-7
    ) -> None:
        self.lr = number("lr", lr)
        self.beta1 = fraction("beta1", beta1)
        self.beta2 = fraction("beta2", beta2)
        self.eps = number("eps", eps)
        self.step = 0
        self.m: dict | None = None
        self.v: dict | None = None

    def __repr__(self) -> str:
        return shown(self, "lr", "beta1", "beta2", "eps")

    def update(self, params: dict, grads: dict) -> None:
        if self.m is None or self.v is None:
            self.m, self.v = dict.fromkeys(params, 0.0), dict.fromkeys(params, 0.0)
        self.step += 1
        rate = self.lr * sqrt(1 - self.beta2**self.step) / (1 - self.beta1**self.step)
        for key in params:
            self.m[key] = self.m[key] + (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] = self.v[key] + (1 - self.beta2) * (grads[key] ** 2 - self.v[key])
            params[key] -= rate * self.m[key] / (sqrt(self.v[key]) + self.eps)


adam = OptimizerInfo(
    Adam,
    label="Adam",
    formula="m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  W ← W − η m̂ / √v̂",
    colour="#56B4E9",
    marker="P",
    hyperparameters=(LEARNING_RATE, BETA1, BETA2, EPS),
    state=("m", "v"),
)
