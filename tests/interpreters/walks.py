"""Walks of every optimizer on every landscape, printed as JSON: run unchanged by each interpreter.

REFERENCE, if it is there, holds the points of somebody else's walks: each step is then taken at
those points, so that a rounding cannot grow into another way, as it does where walks are chaotic.
"""

import json
import struct

from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZER_INFO
from visualizer.walk import walk, walk_field

STEPS = 30


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
    return info.optimizer(lr=landscape.rates.get(info.name, info.defaults["lr"]))


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


def registered():
    """Names in the order in which the interpreter has them."""
    return {"optimizers": list(OPTIMIZER_INFO), "landscapes": list(LANDSCAPES)}


def answer(reference):
    return json.dumps({"walks": all_walks(reference), "registered": registered()})
