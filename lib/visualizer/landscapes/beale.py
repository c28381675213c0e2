"""Beale's function: a flat valley between steep corners.

Source: E. M. L. Beale, On an Iterative Method for Finding a Local Minimum (1958).
"""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value

TARGETS = (1.5, 2.25, 2.625)


# Added up by hand, since sum rounds in another way from Python 3.12 on.
def f(x: "Value", y: "Value") -> "Value":
    total = 0.0
    for n, c in enumerate(TARGETS, 1):
        total = total + (c - x + x * y**n) ** 2
    return total


def grad(x: "Value", y: "Value") -> "tuple[Value, Value]":
    gx = gy = 0.0
    for n, c in enumerate(TARGETS, 1):
        term = c - x + x * y**n
        gx = gx + 2 * term * (y**n - 1)
        gy = gy + 2 * term * n * x * y ** (n - 1)
    return gx, gy


beale = Landscape(
    key="beale",
    formula="(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
    f=f,
    grad=grad,
    xlim=(-4.5, 4.5),
    ylim=(-4.5, 4.5),
    minima=[(3.0, 0.5)],
    start=(1, 1.5),
)

beale_info = LandscapeInfo(
    beale,
    title={"ja": "ビール", "en": "Beale"},
    rates={
        "SGD": 0.02,
        "Momentum": 0.007,
        "Nesterov": 0.003,
        "AdaGrad": 1.5,
        "RMSprop": 0.15,
        "Adam": 1.5,
    },
)
