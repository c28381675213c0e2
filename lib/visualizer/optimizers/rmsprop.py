"""RMSprop."""

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

DECAY = Hyperparameter("decay_rate", 0.0, 0.9999, {"ja": "減衰率 ρ", "en": "Decay rate ρ"})


class RMSprop:
    """h ← ρh + (1 − ρ)(∂L/∂W)²;  W ← W − η ∂L/∂W / √h: AdaGrad that forgets.

    lr: the learning rate η.
    decay_rate: ρ, the part of h that is kept.
    eps: ε, added to √h so that nothing is divided by 0. In PyTorch it stands there too, as 1e-8.

    Source: T. Tieleman and G. Hinton, Neural Networks for Machine Learning, lecture 6.5 (2012).
    """

    def __init__(self, lr: float = 0.01, decay_rate: float = 0.99, eps: float = 1e-7) -> None:
        self.lr = number("lr", lr)
        self.decay_rate = fraction("decay_rate", decay_rate)
        self.eps = number("eps", eps)
        self.h: dict | None = None

    def __repr__(self) -> str:
        return shown(self, "lr", "decay_rate", "eps")

    def update(self, params: dict, grads: dict) -> None:
        if self.h is None:
            self.h = dict.fromkeys(params, 0.0)
        for key in params:
            squared = grads[key] * grads[key]
            self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * squared
            params[key] -= self.lr * grads[key] / (sqrt(self.h[key]) + self.eps)


rmsprop = OptimizerInfo(
    RMSprop,
    label="RMSprop",
    formula="h ← ρh + (1 − ρ)(∂L/∂W)²;  W ← W − η ∂L/∂W / √h",
    colour="#E69F00",
    marker="v",
    hyperparameters=(LEARNING_RATE, DECAY, EPS),
    state=("h",),
)
