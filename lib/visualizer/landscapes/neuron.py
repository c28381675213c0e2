"""The loss of one neuron: x is its weight w, y its bias b."""

from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value

# Inputs t and wanted answers: the neuron w·t + b can meet them all, with w = 2 and b = -1.
DATA = ((0.0, -1.0), (1.0, 1.0), (2.0, 3.0))


def f(x: "Value", y: "Value") -> "Value":
    return sum((x * t + y - wanted) ** 2 for t, wanted in DATA) / len(DATA)


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    errors = [(t, x * t + y - wanted) for t, wanted in DATA]
    return (
        sum(2 * error * t for t, error in errors) / len(DATA),
        sum(2 * error for t, error in errors) / len(DATA),
    )


neuron = Landscape(
    key="neuron",
    title={"ja": "ニューロン一つの損失 (x = w, y = b)", "en": "Loss of one neuron (x = w, y = b)"},
    formula="((y+1)² + (x+y−1)² + (2x+y−3)²)/3",
    f=f,
    grad=grad,
    xlim=(-2, 6),
    ylim=(-4, 3),
    minima=[(2.0, -1.0)],
    start=(-1, 2),
    rates={
        "SGD": 0.3,
        "Momentum": 0.03,
        "Nesterov": 0.2,
        "AdaGrad": 1.5,
        "RMSprop": 0.15,
        "Adam": 0.2,
    },
)
