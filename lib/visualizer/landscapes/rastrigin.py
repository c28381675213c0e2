"""Rastrigin's function: a bowl full of small hollows.

Source: L. A. Rastrigin, Systems of Extremal Control (1974).
"""

from visualizer.elementary import cos, pi, sin
from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def f(x: "Value", y: "Value") -> "Value":
    return 20 + (x**2 - 10 * cos(2 * pi * x) + (y**2 - 10 * cos(2 * pi * y)))


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    return 2 * x + 20 * pi * sin(2 * pi * x), 2 * y + 20 * pi * sin(2 * pi * y)


rastrigin = Landscape(
    key="rastrigin",
    formula="20 + x² − 10 cos 2πx + y² − 10 cos 2πy",
    f=f,
    grad=grad,
    xlim=(-5.12, 5.12),
    ylim=(-5.12, 5.12),
    minima=[(0.0, 0.0)],
    start=(-3.3, 2.6),
)

rastrigin_info = LandscapeInfo(
    rastrigin,
    title={"ja": "ラストリギン（くぼみだらけ）", "en": "Rastrigin (many hollows)"},
    rates={
        "SGD": 0.003,
        "Momentum": 0.0007,
        "Nesterov": 0.002,
        "AdaGrad": 1.0,
        "RMSprop": 0.1,
        "Adam": 0.7,
    },
)
