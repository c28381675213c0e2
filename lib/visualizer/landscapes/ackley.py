"""Ackley's function: a flat plain of hollows around one deep hole.

Source: D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing (1987).
"""

from visualizer.elementary import cos, e, exp, maximum, pi, sin, sqrt
from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value

SMALLEST = 2.0**-1022  # of the floats with all their digits


def f(x: "Value", y: "Value") -> "Value":
    distance = sqrt((x**2 + y**2) / 2)
    waves = (cos(2 * pi * x) + cos(2 * pi * y)) / 2
    return -20 * exp(-0.2 * distance) - exp(waves) + e + 20


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    distance = sqrt((x**2 + y**2) / 2)
    waves = (cos(2 * pi * x) + cos(2 * pi * y)) / 2
    # At the hole itself the slope has no direction; 0 is its middle.
    pull = 2 * exp(-0.2 * distance) / maximum(distance, SMALLEST)
    gx = pull * x + pi * sin(2 * pi * x) * exp(waves)
    gy = pull * y + pi * sin(2 * pi * y) * exp(waves)
    return gx, gy


ackley = Landscape(
    key="ackley",
    formula="−20 exp(−0.2 √((x² + y²)/2)) − exp((cos 2πx + cos 2πy)/2) + e + 20",
    f=f,
    grad=grad,
    xlim=(-5, 5),
    ylim=(-5, 5),
    minima=[(0.0, 0.0)],
    start=(-2.7, 1.6),
)

ackley_info = LandscapeInfo(
    ackley,
    title={"ja": "アックリー（平原の穴）", "en": "Ackley (a hole in a plain)"},
    rates={
        "SGD": 0.3,
        "Momentum": 0.05,
        "Nesterov": 0.07,
        "AdaGrad": 1.5,
        "RMSprop": 0.15,
        "Adam": 1.5,
    },
)
