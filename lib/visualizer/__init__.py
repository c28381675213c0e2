"""Adventurers who look for the valley floor of a field by the steps of an optimizer.

    from visualizer import SGD, Adventurer, Field

    def f(x, y):
        return x**2 + y**2

    field = Field(f, (-1, 1), (-1, 1))
    adventurer = Adventurer(-0.5, 0.2)
    adventurer.optimize(field, SGD(lr=0.1))
    field.plot(route=adventurer.route)

numpy is needed to walk, matplotlib only to draw.
"""

from visualizer import landscapes
from visualizer.adventurer import Adventurer
from visualizer.field import Field
from visualizer.messages import VisualizerError, set_language
from visualizer.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSprop
from visualizer.route import Route

__version__ = "1.0.0"

__all__ = [
    "SGD",
    "AdaGrad",
    "Adam",
    "Adventurer",
    "Field",
    "Momentum",
    "Nesterov",
    "RMSprop",
    "Route",
    "VisualizerError",
    "landscapes",
    "set_language",
]
