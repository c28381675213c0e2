"""Ackley's function: a flat plain of hollows around one deep hole.

Source: D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing (1987).
"""

import numpy as np

from visualizer.landscapes.landscape import Landscape


def f(x, y):
    distance = np.sqrt((x**2 + y**2) / 2)
    waves = (np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)) / 2
    return -20 * np.exp(-0.2 * distance) - np.exp(waves) + np.e + 20


def grad(x, y):
    distance = np.sqrt((x**2 + y**2) / 2)
    waves = (np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)) / 2
    # At the hole itself the slope has no direction; 0 is its middle.
    pull = 2 * np.exp(-0.2 * distance) / np.maximum(distance, np.finfo(float).tiny)
    return tuple(pull * u + np.pi * np.sin(2 * np.pi * u) * np.exp(waves) for u in (x, y))


ackley = Landscape(
    key="ackley",
    title={"ja": "アックリー（平原の穴）", "en": "Ackley (a hole in a plain)"},
    formula="−20 exp(−0.2 √((x² + y²)/2)) − exp((cos 2πx + cos 2πy)/2) + e + 20",
    f=f,
    grad=grad,
    xlim=(-5, 5),
    ylim=(-5, 5),
    minima=[(0.0, 0.0)],
    start=(-2.7, 1.6),
    rates={
        "SGD": 0.3,
        "Momentum": 0.05,
        "Nesterov": 0.07,
        "AdaGrad": 1.5,
        "RMSprop": 0.15,
        "Adam": 1.5,
    },
    teaching_order=9,
)
