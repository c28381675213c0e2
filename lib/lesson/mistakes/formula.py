"""Optimizers made of a formula."""

from functools import partial


class FormulaOptimizer:
    """Applies a formula (w, v, g, **hyperparameters) → (w, v) to each parameter.

    w: the parameter, v: its velocity, g: its gradient. first(w, g): the velocity to begin with.
    """

    def __init__(self, formula, first, hyperparameters):
        self.formula, self.first, self.hyperparameters = formula, first, hyperparameters
        self.v = {}

    def update(self, params, grads):
        for key, w in params.items():
            v = self.v[key] if key in self.v else self.first(w, grads[key])
            params[key], self.v[key] = self.formula(w, v, grads[key], **self.hyperparameters)


def formula(function, first=lambda w, g: 0.0):
    """A maker, hyperparameters → optimizer, from a formula. Also a decorator."""
    return partial(FormulaOptimizer, function, first)
