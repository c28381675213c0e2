"""Gradient descent with momentum."""

from visualizer.optimizers.info import LEARNING_RATE, MOMENTUM, OptimizerInfo, number, shown


class Momentum:
    """v ← αv − η ∂L/∂W;  W ← W + v: a ball that rolls, pushed by the slope, slowed by friction.

    lr: the learning rate η.
    momentum: α, the part of the velocity that is kept.

    Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods (1964).
    """

    def __init__(self, lr: float = 0.01, momentum: float = 0.9) -> None:
        self.lr = number("lr", lr)
        self.momentum = number("momentum", momentum)
        self.v: dict | None = None

    def __repr__(self) -> str:
        return shown(self, "lr", "momentum")

    def update(self, params: dict, grads: dict) -> None:
        if self.v is None:
            self.v = dict.fromkeys(params, 0.0)
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]


momentum = OptimizerInfo(
    Momentum,
    label="Momentum",
    formula="v ← αv − η ∂L/∂W;  W ← W + v",
    colour="#0072B2",
    marker="s",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    state=("v",),
)
