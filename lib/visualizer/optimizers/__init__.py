"""Optimizers, one file each. Plain Python, numpy is met but never imported.

Every class has update(params, grads), which changes params in place. params and grads are dicts of
floats or arrays with the same keys and shapes: the interface of the book 「ゼロから作る Deep
Learning」 (K. Saito, O'Reilly Japan, 2016), common/optimizer.py. Beside each class stands its
record, an OptimizerInfo.

A new optimizer is a new file; here its class and its record are imported, the class is named in
__all__ (or ruff takes it for unused) and the record in _INFOS. Its update must be right for floats
and for arrays: what +, −, ×, ÷ and ** cannot say, such as √, max and sign, is taken from
visualizer.elementary. One argument of its constructor is lr, and all have defaults.
"""

from visualizer.optimizers.adagrad import AdaGrad, adagrad
from visualizer.optimizers.adam import Adam, adam
from visualizer.optimizers.info import Hyperparameter, OptimizerInfo, check_styles
from visualizer.optimizers.momentum import Momentum, momentum
from visualizer.optimizers.nesterov import Nesterov, nesterov
from visualizer.optimizers.rmsprop import RMSprop, rmsprop
from visualizer.optimizers.sgd import SGD, sgd
from visualizer.registry import all_of, ordered

__all__ = [
    "OPTIMIZERS",
    "OPTIMIZER_INFO",
    "SGD",
    "AdaGrad",
    "Adam",
    "Hyperparameter",
    "Momentum",
    "Nesterov",
    "OptimizerInfo",
    "RMSprop",
]

_INFOS = (
    sgd,
    momentum,
    nesterov,
    adagrad,
    rmsprop,
    adam,
)

check_styles(all_of(OptimizerInfo, _INFOS))

OPTIMIZER_INFO = ordered((info.name, info) for info in _INFOS)
"""Name → record, in the order in which they are taught."""

OPTIMIZERS = ordered((info.name, info.optimizer) for info in _INFOS)
"""Name → class, in the same order."""
