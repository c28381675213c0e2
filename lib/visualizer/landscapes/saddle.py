"""A saddle between two valleys: f = y⁴/4 − y²/2 + x²/2."""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def f(x: "Value", y: "Value") -> "Value":
    return y**4 / 4 - y**2 / 2 + x**2 / 2


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    return 1.0 * x, y**3 - y


saddle = Landscape(
    key="saddle",
    formula="x²/2 − y²/2 + y⁴/4",
    f=f,
    grad=grad,
    xlim=(-2, 2),
    ylim=(-1.6, 1.6),
    minima=[(0.0, -1.0), (0.0, 1.0)],
    start=(-1.6, 0.05),
)

saddle_info = LandscapeInfo(
    saddle,
    title={"ja": "くら（鞍点）", "en": "Saddle"},
    rates={
        "SGD": 0.5,
        "Momentum": 0.15,
        "Nesterov": 0.5,
        "AdaGrad": 1.0,
        "RMSprop": 0.1,
        "Adam": 0.5,
    },
)
