"""Optimizers made of a formula."""

from collections.abc import Callable
from functools import partial
from typing import Any

Params = dict[str, Any]
# (w, v, g, **hyperparameters) → (w, v)
Formula = Callable[..., tuple[Any, Any]]


class FormulaOptimizer:
    """Applies a formula to each parameter.

    formula: from w, the parameter, v, its velocity, and g, its gradient, to the new w and v
    first: from w and g to the velocity to begin with
    hyperparameters: for the formula, by name
    """

    def __init__(
        self,
        formula: Formula,
        first: Callable[[Any, Any], Any],
        hyperparameters: dict[str, float],
    ) -> None:
        self.formula, self.first, self.hyperparameters = formula, first, hyperparameters
        self.v: Params = {}

    def update(self, params: Params, grads: Params) -> None:
        for key, w in params.items():
            v = self.v[key] if key in self.v else self.first(w, grads[key])
            params[key], self.v[key] = self.formula(w, v, grads[key], **self.hyperparameters)


def formula(
    function: Formula, first: Callable[[Any, Any], Any] = lambda w, g: 0.0
) -> Callable[[dict[str, float]], FormulaOptimizer]:
    """A maker, hyperparameters → optimizer, from a formula. Also a decorator."""
    return partial(FormulaOptimizer, function, first)
