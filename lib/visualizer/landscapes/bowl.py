"""The round bowl with which the slides begin."""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def f(x: "Value", y: "Value") -> "Value":
    return x**2 + y**2


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    return 2 * x, 2 * y


bowl = Landscape(
    key="bowl",
    formula="x² + y²",
    f=f,
    grad=grad,
    xlim=(-1, 1),
    ylim=(-1, 1),
    minima=[(0.0, 0.0)],
    start=(-0.5, 0.2),
)

bowl_info = LandscapeInfo(
    bowl,
    title={"ja": "おわん", "en": "Bowl"},
    rates={
        "SGD": 0.1,
        "Momentum": 0.05,
        "Nesterov": 0.05,
        "AdaGrad": 0.5,
        "RMSprop": 0.05,
        "Adam": 0.2,
    },
)
