"""Optimizers, one file each. A new file in this folder with a new class is all that one needs.

Every class has update(params, grads), which changes params in place. params and grads are dicts of
floats or arrays with the same keys and shapes: the interface of the book 「ゼロから作る Deep
Learning」 (K. Saito, O'Reilly Japan, 2016), common/optimizer.py.
"""

import importlib
import pkgutil

from visualizer.optimizers.hyperparameter import hyperparameters

__all__ = ["OPTIMIZERS", "hyperparameters"]


def _found():
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        for item in vars(importlib.import_module(module.name)).values():
            if isinstance(item, type) and item.__module__ == module.name and "update" in vars(item):
                yield item


OPTIMIZERS = {
    optimizer.__name__: optimizer
    for optimizer in sorted(_found(), key=lambda optimizer: optimizer.teaching_order)
}
"""Name → class, in the order in which they are taught."""

globals().update(OPTIMIZERS)
