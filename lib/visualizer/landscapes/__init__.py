"""Well-known fields, one file each. Plain Python, numpy is met but never imported.

    from visualizer import landscapes

    landscapes.rosenbrock.plot()

Beside each stands its record, a LandscapeInfo. A new landscape is a new file with both, which are
imported here; the record is named in _INFOS.
"""

from visualizer.landscapes.ackley import ackley, ackley_info
from visualizer.landscapes.beale import beale, beale_info
from visualizer.landscapes.bowl import bowl, bowl_info
from visualizer.landscapes.himmelblau import himmelblau, himmelblau_info
from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape
from visualizer.landscapes.neuron import neuron, neuron_info
from visualizer.landscapes.rastrigin import rastrigin, rastrigin_info
from visualizer.landscapes.rosenbrock import rosenbrock, rosenbrock_info
from visualizer.landscapes.saddle import saddle, saddle_info
from visualizer.landscapes.valley import valley, valley_info
from visualizer.registry import all_of, ordered

__all__ = [
    "LANDSCAPES",
    "LANDSCAPE_INFO",
    "Landscape",
    "LandscapeInfo",
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

_INFOS = (
    valley_info,
    bowl_info,
    neuron_info,
    saddle_info,
    rosenbrock_info,
    himmelblau_info,
    beale_info,
    rastrigin_info,
    ackley_info,
)

LANDSCAPE_INFO = ordered((info.key, info) for info in all_of(LandscapeInfo, _INFOS))
"""Key → record, in the order in which they are taught."""

LANDSCAPES = ordered((info.key, info.landscape) for info in _INFOS)
"""Key → landscape, in the same order."""
