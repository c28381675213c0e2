"""AdaGrad."""

from visualizer.elementary import sqrt
from visualizer.optimizers.info import EPS, LEARNING_RATE, OptimizerInfo, number, shown


class AdaGrad:
    """h ← h + (∂L/∂W)²;  W ← W − η ∂L/∂W / √h: each parameter slows by the way it has gone.

    lr: the learning rate η.
    eps: ε, added to √h so that nothing is divided by 0. In PyTorch it stands there too, as 1e-10.

    Source: J. Duchi, E. Hazan and Y. Singer, JMLR 12 (2011).
    """

    def __init__(self, lr: float = 0.01, eps: float = 1e-7) -> None:
        self.lr = number("lr", lr)
        self.eps = number("eps", eps)
        self.h: dict | None = None

    def __repr__(self) -> str:
        return shown(self, "lr", "eps")

    def update(self, params: dict, grads: dict) -> None:
        if self.h is None:
            self.h = dict.fromkeys(params, 0.0)
        for key in params:
            self.h[key] = self.h[key] + grads[key] * grads[key]
            params[key] -= self.lr * grads[key] / (sqrt(self.h[key]) + self.eps)


adagrad = OptimizerInfo(
    AdaGrad,
    label="AdaGrad",
    formula="h ← h + (∂L/∂W)²;  W ← W − η ∂L/∂W / √h",
    colour="#CC79A7",
    marker="D",
    hyperparameters=(LEARNING_RATE, EPS),
    state=("h",),
)
