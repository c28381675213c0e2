"""Rosenbrock's banana: a curved valley with an almost flat floor.

Source: H. H. Rosenbrock, The Computer Journal 3 (1960).
"""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def f(x: "Value", y: "Value") -> "Value":
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    return -2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)


rosenbrock = Landscape(
    key="rosenbrock",
    formula="(1 − x)² + 100(y − x²)²",
    f=f,
    grad=grad,
    xlim=(-2, 2),
    ylim=(-1, 3),
    minima=[(1.0, 1.0)],
    start=(-1.5, 1.5),
)

rosenbrock_info = LandscapeInfo(
    rosenbrock,
    title={"ja": "ローゼンブロック", "en": "Rosenbrock"},
    rates={
        "SGD": 0.003,
        "Momentum": 0.001,
        "Nesterov": 0.001,
        "AdaGrad": 0.7,
        "RMSprop": 0.07,
        "Adam": 0.015,
    },
)
