"""Walks of every optimizer on every landscape, printed as JSON: run unchanged by each interpreter.

REFERENCE, if it is there, holds the points of somebody else's walks: each step is then taken at
those points, so that a rounding cannot grow into another way, as it does where walks are chaotic.
"""

import json
import math
import struct

from visualizer import elementary
from visualizer.formula import parse
from visualizer.landscapes import LANDSCAPE_INFO, LANDSCAPES
from visualizer.optimizers import OPTIMIZER_INFO
from visualizer.walk import walk, walk_field

STEPS = 30
FUNCTIONS = ["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "sqrt", "absolute", "sign"]
NUMBERS = [0.0, -0.0, 0.3, -2.5, 7.0, 1000.0, -1000.0, 1e308, math.inf, -math.inf, math.nan]
EXPONENTS = [-1.0, 0.0, 0.5, 2.0, 3.0, math.inf, -math.inf, math.nan]
FORMULAS = ["x²/20 + y²", "exp(−x²) sin 3y", "exp(-x**2)*sin(3*y)", "x**0.5 + log(y)", "1/x + |y|"]
POINTS = [(-7.0, 2.0), (0.5, -0.25), (0.0, 0.0), (1.0, 3.0), (1e200, 1.0)]


def exact(number):
    """All bits of a float, as text."""
    return "".join(["%02x" % byte for byte in struct.pack(">d", number)])


def recorded(steps):
    """[[x, y, loss, ∂f/∂x, ∂f/∂y, inner state …], …] of a walk."""
    rows = []
    for step in steps:
        row = [step.params["x"], step.params["y"], step.loss, step.grads["x"], step.grads["y"]]
        for name in sorted(step.state):
            held = step.state[name]
            row += [held["x"], held["y"]] if isinstance(held, dict) else [float(held)]
        rows.append([exact(number) for number in row])
    return rows


def method_of(info, landscape):
    rates = LANDSCAPE_INFO[landscape.key].rates
    return info.optimizer(lr=rates.get(info.name, info.defaults["lr"]))


def free(info, landscape):
    """A walk from the landscape's start, and why it ended."""
    x, y = landscape.start
    steps = walk_field(landscape, method_of(info, landscape), float(x), float(y), STEPS)
    rows = recorded(steps)
    return {"rows": rows, "reason": steps.reason}


def beside(info, landscape, points):
    """A walk that is given the values and gradients at points."""
    asked = []

    def evaluate(_):
        x, y = points[len(asked)]
        asked.append(1)
        gx, gy = landscape.gradient(x, y)
        return landscape(x, y), {"x": gx, "y": gy}

    start = {"x": points[0][0], "y": points[0][1]}
    return recorded(walk(method_of(info, landscape), start, evaluate, len(points) - 1))


def all_walks(reference):
    """{"landscape optimizer": {"rows", "reason", "beside"}} of all of them."""
    found = {}
    for landscape in LANDSCAPES.values():
        for info in OPTIMIZER_INFO.values():
            name = landscape.key + " " + info.name
            found[name] = free(info, landscape)
            if reference:
                points = [[_float(x), _float(y)] for x, y in reference[name]]
                found[name]["beside"] = beside(info, landscape, points)
    return found


def _float(text):
    return struct.unpack(">d", bytes.fromhex(text))[0]


def elementary_values():
    """{function: values at NUMBERS}, and those of pairs for the functions of two."""
    found = {}
    for name in FUNCTIONS:
        found[name] = [exact(float(getattr(elementary, name)(x))) for x in NUMBERS]
    for name in ("power", "maximum"):
        function = getattr(elementary, name)
        found[name] = [exact(float(function(x, y))) for x in NUMBERS for y in EXPONENTS]
    return found


def formula_values():
    """{text: values and gradients at POINTS, or the key of the sentence why there are none}."""
    found = {}
    for text in FORMULAS:
        try:
            formula = parse(text)
        except ValueError as error:
            found[text] = error.key
            continue
        values = []
        for x, y in POINTS:
            gx, gy = formula.gradient(x, y)
            values += [exact(float(value)) for value in (formula.function(x, y), gx, gy)]
        found[text] = values
    return found


def registered():
    """Names in the order in which the interpreter has them."""
    return {"optimizers": list(OPTIMIZER_INFO), "landscapes": list(LANDSCAPES)}


def answer(reference):
    found = {
        "walks": all_walks(reference),
        "registered": registered(),
        "elementary": elementary_values(),
        "formulas": formula_values(),
    }
    return json.dumps(found)
