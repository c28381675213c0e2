"""Nesterov's accelerated gradient."""

from visualizer.optimizers.info import LEARNING_RATE, MOMENTUM, OptimizerInfo, number, shown


class Nesterov:
    """W ← W + α²v − (1 + α) η ∂L/∂W;  v ← αv − η ∂L/∂W: momentum that looks one step ahead.

    W is the point ahead, where the gradient is taken, so that the interface needs no second one.

    lr: the learning rate η.
    momentum: α, the part of the velocity that is kept.

    Source: Y. Nesterov (1983), in the form of Y. Bengio et al., arXiv:1212.0901, equation 7.
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
            params[key] += self.momentum**2 * self.v[key]
            params[key] -= (1 + self.momentum) * self.lr * grads[key]
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]


nesterov = OptimizerInfo(
    Nesterov,
    label="Nesterov",
    formula="W ← W + α²v − (1 + α) η ∂L/∂W;  v ← αv − η ∂L/∂W",
    colour="#009E73",
    marker="^",
    hyperparameters=(LEARNING_RATE, MOMENTUM),
    state=("v",),
)
