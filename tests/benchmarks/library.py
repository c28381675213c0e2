"""How many steps a second the library walks, beside loops written by hand.

    build/tests-venv/bin/python tests/benchmarks/library.py [steps]

Prints, all from one run: microseconds a step, their ratio to the loop that each kind of walk is to
be compared with, and what is wanted of it; the memory that a walk of 10⁶ steps takes; and how much
longer than numpy the library takes to import.
"""

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "lib"))

from visualizer import SGD, Adam, Adventurer, Field, Momentum
from visualizer.landscapes import LANDSCAPES

START, RATE = (-7.0, 2.0), 1e-5
XLIM, YLIM = (-10, 10), (-5, 5)
ROUNDS, EPS = 5, sys.float_info.epsilon


def f(x, y):
    return x**2 / 20 + y**2


def grad(x, y):
    return x / 10, 2 * y


class BooksSGD:
    """As printed in the book."""

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for key in params.keys():  # noqa: SIM118
            params[key] -= self.lr * grads[key]


def by_hand(steps):
    x, y = START
    points = [(x, y)]
    for _ in range(steps):
        gx, gy = grad(x, y)
        x, y = x - RATE * gx, y - RATE * gy
        points.append((x, y))


def by_the_book(steps):
    """The loop of the book's optimizer_compare_naive.py, which keeps every x and y."""
    params, grads = dict(zip("xy", START, strict=True)), {}
    method, xs, ys = BooksSGD(RATE), [], []
    for _ in range(steps):
        xs.append(params["x"])
        ys.append(params["y"])
        grads["x"], grads["y"] = grad(params["x"], params["y"])
        method.update(params, grads)


def by_six_points(steps):
    """The book's loop with differences over six points, written out: as accurate as the library's
    on this f and with as many values, but blind where f changes quicker."""
    params, method, points = dict(zip("xy", START, strict=True)), BooksSGD(RATE), []
    h, k = (XLIM[1] - XLIM[0]) / 100, (YLIM[1] - YLIM[0]) / 100
    for _ in range(steps):
        x, y = params["x"], params["y"]
        points.append((x, y, f(x, y)))
        gx = 45 * (f(x + h, y) - f(x - h, y)) - 9 * (f(x + 2 * h, y) - f(x - 2 * h, y))
        gy = 45 * (f(x, y + k) - f(x, y - k)) - 9 * (f(x, y + 2 * k) - f(x, y - 2 * k))
        gx = (gx + f(x + 3 * h, y) - f(x - 3 * h, y)) / (60 * h)
        gy = (gy + f(x, y + 3 * k) - f(x, y - 3 * k)) / (60 * k)
        method.update(params, {"x": gx, "y": gy})


def by_extrapolation(steps):
    """The book's loop with the library's own differences written out, for every smooth f."""
    params, method, points = dict(zip("xy", START, strict=True)), BooksSGD(RATE), []
    for _ in range(steps):
        x, y = params["x"], params["y"]
        points.append((x, y, f(x, y)))
        grads, slopes = {}, ((XLIM, 1, 0), (YLIM, 0, 1))
        for key, ((low, high), along, up) in zip("xy", slopes, strict=True):
            h, slope, once, least = (high - low) / 100, math.nan, math.nan, math.inf
            for _ in range(9):
                dx, dy = along * h, up * h
                above, below = f(x + dx, y + dy), f(x - dx, y - dy)
                last_slope, last_once = slope, once
                slope = (above - below) / (2 * h)
                once = (9 * slope - last_slope) / 8
                twice = (81 * once - last_once) / 80
                rounding, doubt = EPS * max(abs(above), abs(below)) / h, abs(twice - once)
                if doubt + rounding < least:
                    least, grads[key] = doubt + rounding, twice
                    if doubt <= rounding:
                        break
                h /= 3
        method.update(params, grads)


def by_simple_differences(steps):
    """The book's loop with one central difference, of six digits fewer."""
    params, method, points, h = dict(zip("xy", START, strict=True)), BooksSGD(RATE), [], 1e-4
    for _ in range(steps):
        x, y = params["x"], params["y"]
        points.append((x, y))
        gx = (f(x + h, y) - f(x - h, y)) / (2 * h)
        gy = (f(x, y + h) - f(x, y - h)) / (2 * h)
        method.update(params, {"x": gx, "y": gy})


def walk(field, method):
    return lambda steps: Adventurer(*START).optimize(field, method(lr=RATE), steps=steps)


def step_by_step(steps):
    for _ in Adventurer(*START).walk(GIVEN, Momentum(lr=RATE), steps=steps):
        pass


GIVEN, FOUND = Field(f, XLIM, YLIM, grad=grad), Field(f, XLIM, YLIM)
BOOK, SIX_POINTS = "book-style loop", "six-point differences"
# name: (walk, what it is compared with, the ratio that is wanted)
WALKS = {
    "hand-written loop": (by_hand, None, None),
    BOOK: (by_the_book, None, None),
    "one central difference": (by_simple_differences, None, None),
    SIX_POINTS: (by_six_points, None, None),
    "extrapolated differences": (by_extrapolation, None, None),
    "f with grad": (walk(GIVEN, SGD), BOOK, 0.25),
    "f with grad, book's class": (walk(GIVEN, BooksSGD), BOOK, 0.25),
    "f with grad, Adam": (walk(GIVEN, Adam), BOOK, None),
    "landscape": (walk(LANDSCAPES["valley"], SGD), BOOK, 0.25),
    "f with grad, Step by Step": (step_by_step, BOOK, None),
    "f without grad": (walk(FOUND, SGD), SIX_POINTS, 0.25),
}


def microseconds(steps):
    """{name: µs a step}, the best of some rounds that take turns."""
    found = {name: [] for name in WALKS}
    for _ in range(ROUNDS):
        for name, (run, _, _) in WALKS.items():
            begun = time.perf_counter()
            run(steps)
            found[name].append((time.perf_counter() - begun) / steps * 1e6)
    return {name: min(times) for name, times in found.items()}


def memory(steps=1_000_000):
    """(MB at most, MB that stay) of a walk of so many steps."""
    tracemalloc.start()
    adventurer = Adventurer(*START)
    adventurer.optimize(GIVEN, SGD(lr=1e-9), steps=steps)
    stays, most = (size / 1e6 for size in tracemalloc.get_traced_memory())
    tracemalloc.stop()
    assert len(adventurer.route) == steps + 1
    return most, stays


def import_milliseconds():
    """How much longer than numpy alone the library takes, compiled before, as pip leaves it."""
    program = "import sys, time; sys.path.insert(0, sys.argv[1]); import numpy; "
    program += "t = time.perf_counter(); import visualizer; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", program, str(ROOT / "lib")]
    with tempfile.TemporaryDirectory() as compiled:
        where = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        times = [
            float(subprocess.run(command, env=where, capture_output=True).stdout) for _ in range(12)
        ]
    return statistics.median(times[1:]) * 1e3


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    times = microseconds(steps)
    print(f"{'':28}{'µs a step':>10}{'steps/s':>12}{'ratio':>8}{'wanted':>8}")
    for name, (_, beside, wanted) in WALKS.items():
        ratio = f"{times[beside] / times[name]:.2f}" if beside else ""
        goal = f"{wanted:.2f}" if wanted else ""
        print(f"{name:28}{times[name]:10.2f}{1e6 / times[name]:12,.0f}{ratio:>8}{goal:>8}")
    print(
        "\na million steps: at most {:.0f} MB, of which {:.0f} MB are the route".format(*memory())
    )
    print(f"import, above numpy's: {import_milliseconds():.0f} ms (wanted: 20)")


if __name__ == "__main__":
    main()
