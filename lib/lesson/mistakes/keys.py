"""The right formula, applied to the wrong parameters.

Each class takes an optimizer that is right."""

from typing import Any

from lesson.exercise import Optimizer

Params = dict[str, Any]


class OnlyFirst:
    """Changes the first parameter and forgets the others."""

    def __init__(self, optimizer: Optimizer) -> None:
        self.optimizer = optimizer

    def update(self, params: Params, grads: Params) -> None:
        part = {key: params[key] for key in self.chosen(list(params))}
        self.optimizer.update(part, grads)
        params.update(part)

    def chosen(self, keys: list[str]) -> list[str]:
        return keys[:1]


class OnlyLast(OnlyFirst):
    """Changes the last parameter and forgets the others."""

    def chosen(self, keys: list[str]) -> list[str]:
        return keys[-1:]


class GradientsSwapped:
    """Goes along x by the slope along y, and the other way round."""

    def __init__(self, optimizer: Optimizer) -> None:
        self.optimizer = optimizer

    def update(self, params: Params, grads: Params) -> None:
        slopes = self.mixed(list(grads.values()))
        self.optimizer.update(params, dict(zip(grads, slopes, strict=True)))

    def mixed(self, slopes: list[Any]) -> list[Any]:
        return slopes[::-1]


class FirstGradientForAll(GradientsSwapped):
    """Goes along every parameter by the slope of the first."""

    def mixed(self, slopes: list[Any]) -> list[Any]:
        return [slopes[0] for _ in slopes]


class LastGradientForAll(GradientsSwapped):
    """Goes along every parameter by the slope of the last."""

    def mixed(self, slopes: list[Any]) -> list[Any]:
        return [slopes[-1] for _ in slopes]


class ResultsSwapped:
    """Puts the new x into y, and the other way round."""

    def __init__(self, optimizer: Optimizer) -> None:
        self.optimizer = optimizer

    def update(self, params: Params, grads: Params) -> None:
        self.optimizer.update(params, grads)
        params.update(zip(list(params), list(params.values())[::-1], strict=True))


class Repeated:
    """Makes the whole step once for each parameter: a loop within a loop."""

    def __init__(self, optimizer: Optimizer) -> None:
        self.optimizer = optimizer

    def update(self, params: Params, grads: Params) -> None:
        for _ in params:
            self.optimizer.update(params, grads)


class OneStateForAll:
    """Keeps one state for all parameters, where each needs its own."""

    def __init__(self, optimizer: Optimizer) -> None:
        self.optimizer = optimizer

    def update(self, params: Params, grads: Params) -> None:
        for key in params:
            alone = {"all": params[key]}
            self.optimizer.update(alone, {"all": grads[key]})
            params[key] = alone["all"]


MISTAKES: dict[str, list[type]] = {
    "only_first": [OnlyFirst],
    "only_last": [OnlyLast],
    "mixed_up": [GradientsSwapped, FirstGradientForAll, LastGradientForAll, ResultsSwapped],
    "repeated": [Repeated],
    "state_shared_keys": [OneStateForAll],
}
