"""The long valley of the slides."""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def f(x: "Value", y: "Value") -> "Value":
    return x**2 / 20 + y**2


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    return x / 10, 2 * y


valley = Landscape(
    key="valley",
    formula="x²/20 + y²",
    f=f,
    grad=grad,
    xlim=(-10, 10),
    ylim=(-5, 5),
    minima=[(0.0, 0.0)],
    start=(-7, 2),
)

valley_info = LandscapeInfo(
    valley,
    title={"ja": "細長い谷", "en": "Long valley"},
    rates={
        "SGD": 0.95,
        "Momentum": 0.1,
        "Nesterov": 0.2,
        "AdaGrad": 1.5,
        "RMSprop": 0.5,
        "Adam": 0.3,
    },
)
