"""Stochastic gradient descent."""

from visualizer.optimizers.hyperparameter import LEARNING_RATE


class SGD:
    """W ← W − η ∂L/∂W: a step down the slope, as long as the slope is steep.

    Source: H. Robbins and S. Monro, A Stochastic Approximation Method (1951).
    """

    teaching_order = 1
    formula = "W ← W − η ∂L/∂W"
    choices = {"lr": LEARNING_RATE}

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]
