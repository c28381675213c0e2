"""Himmelblau's function: four valleys of equal depth.

Source: D. M. Himmelblau, Applied Nonlinear Programming (1972).
"""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def f(x: "Value", y: "Value") -> "Value":
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    a, b = x**2 + y - 11, x + y**2 - 7
    return 4 * x * a + 2 * b, 2 * a + 4 * y * b


himmelblau = Landscape(
    key="himmelblau",
    formula="(x² + y − 11)² + (x + y² − 7)²",
    f=f,
    grad=grad,
    xlim=(-5, 5),
    ylim=(-5, 5),
    minima=[
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.283185991286170),
        (3.584428340330492, -1.848126526964404),
    ],
    start=(-0.5, -1.5),
)

himmelblau_info = LandscapeInfo(
    himmelblau,
    title={"ja": "ヒンメルブラウ（谷が四つ）", "en": "Himmelblau (four valleys)"},
    rates={
        "SGD": 0.01,
        "Momentum": 0.007,
        "Nesterov": 0.007,
        "AdaGrad": 1.0,
        "RMSprop": 0.1,
        "Adam": 2.0,
    },
)
