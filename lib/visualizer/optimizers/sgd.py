"""Stochastic gradient descent."""

from visualizer.optimizers.info import LEARNING_RATE, OptimizerInfo, number, shown


class SGD:
    """W ← W − η ∂L/∂W: a step down the slope, as long as the slope is steep.

    lr: the learning rate η.

    Source: H. Robbins and S. Monro, A Stochastic Approximation Method (1951).
    """

    def __init__(self, lr: float = 0.1) -> None:
        self.lr = number("lr", lr)

    def __repr__(self) -> str:
        return shown(self, "lr")

    def update(self, params: dict, grads: dict) -> None:
        for key in params:
            params[key] -= self.lr * grads[key]


sgd = OptimizerInfo(
    SGD,
    label="SGD",
    formula="W ← W − η ∂L/∂W",
    colour="#D55E00",
    marker="o",
    hyperparameters=(LEARNING_RATE,),
)
