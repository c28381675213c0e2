"""A trial: where an optimizer walks so that its steps can be compared with others'."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trial:
    """start: params to start from, {name: float or array}. gradients: params → grads.

    hyperparameters: for the optimizer's constructor. field: on which one can look at the walk, or
    None.
    """

    start: dict
    gradients: object
    hyperparameters: dict
    steps: int
    field: object = None


def on_field(field, start, hyperparameters, steps):
    """A trial with x and y, floats or arrays, on a field."""

    def gradients(params):
        gx, gy = field.gradient(params["x"], params["y"])
        return {"x": gx, "y": gy}

    x, y = start
    params = {"x": 1.0 * x, "y": 1.0 * y}
    return Trial(params, gradients, hyperparameters, steps, field)
