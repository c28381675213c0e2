"""Well-known fields, one file each. Plain Python, numpy is met but never imported.

    from visualizer import landscapes

    landscapes.rosenbrock.plot()

A new landscape is a new file with a Landscape, which is imported here and named in _LANDSCAPES.
"""

from visualizer.landscapes.ackley import ackley
from visualizer.landscapes.beale import beale
from visualizer.landscapes.bowl import bowl
from visualizer.landscapes.himmelblau import himmelblau
from visualizer.landscapes.landscape import Landscape
from visualizer.landscapes.neuron import neuron
from visualizer.landscapes.rastrigin import rastrigin
from visualizer.landscapes.rosenbrock import rosenbrock
from visualizer.landscapes.saddle import saddle
from visualizer.landscapes.valley import valley
from visualizer.registry import all_of, ordered

__all__ = [
    "LANDSCAPES",
    "Landscape",
    "ackley",
    "beale",
    "bowl",
    "himmelblau",
    "neuron",
    "rastrigin",
    "rosenbrock",
    "saddle",
    "valley",
]

_LANDSCAPES = (
    valley,
    bowl,
    neuron,
    saddle,
    rosenbrock,
    himmelblau,
    beale,
    rastrigin,
    ackley,
)

LANDSCAPES = ordered((landscape.key, landscape) for landscape in all_of(Landscape, _LANDSCAPES))
"""Key → landscape, in the order in which they are taught."""
