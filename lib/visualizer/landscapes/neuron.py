"""The loss of one neuron: x is its weight w, y its bias b."""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value

# Inputs t and wanted answers: the neuron w·t + b can meet them all, with w = 2 and b = -1.
DATA = ((0.0, -1.0), (1.0, 1.0), (2.0, 3.0))


# Added up by hand, since sum rounds in another way from Python 3.12 on.
def f(x: "Value", y: "Value") -> "Value":
    total = 0.0
    for t, wanted in DATA:
        total = total + (x * t + y - wanted) ** 2
    return total / len(DATA)


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    gx = gy = 0.0
    for t, wanted in DATA:
        error = x * t + y - wanted
        gx = gx + 2 * error * t
        gy = gy + 2 * error
    return gx / len(DATA), gy / len(DATA)


neuron = Landscape(
    key="neuron",
    formula="((y+1)² + (x+y−1)² + (2x+y−3)²)/3",
    f=f,
    grad=grad,
    xlim=(-2, 6),
    ylim=(-4, 3),
    minima=[(2.0, -1.0)],
    start=(-1, 2),
)

neuron_info = LandscapeInfo(
    neuron,
    title={"ja": "ニューロン一つの損失 (x = w, y = b)", "en": "Loss of one neuron (x = w, y = b)"},
    rates={
        "SGD": 0.3,
        "Momentum": 0.03,
        "Nesterov": 0.2,
        "AdaGrad": 1.5,
        "RMSprop": 0.15,
        "Adam": 0.2,
    },
)
