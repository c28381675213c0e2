"""How long figures take, beside the same data drawn by plain matplotlib.

    build/tests-venv/bin/python tests/benchmarks/plots.py [rounds]

Prints, all from one run: milliseconds for a plot (a new figure with a field and a route, to its
pixels) and for a frame (a route over a field that is drawn already, as in playback), for routes of
3 to 100,000 steps of three kinds, with their ratios to a contour and a line with dots of
matplotlib's; how often each landscape is looked at for its picture; and how long a picture of a
function takes that needs half a millisecond for a point. The times are those of the processor, the
best of some rounds that take turns.
"""

import sys
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "lib"))

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from visualizer import Field
from visualizer.figures import StyledRoute, compose, compose_routes
from visualizer.landscapes import LANDSCAPES

VALLEY = LANDSCAPES["valley"]
STEPS = (3, 30, 300, 3000, 100_000)
COLOUR = "#D55E00"
SLOW = 5e-4


def bend(steps):
    """One way across, each step a hair from the next."""
    part = np.linspace(0, 1, steps + 1)
    return np.c_[-8 + 15 * part, 4 * (1 - part) ** 3 - 2 * part]


def zigzag(steps):
    """To and fro, less and less."""
    step = np.arange(steps + 1)
    return np.c_[-8 * 0.999**step, 3 * (-0.995) ** step]


def chaos(steps):
    """All over the field."""
    return np.random.default_rng(1).uniform((-9, -4), (9, 4), (steps + 1, 2))


def axes():
    figure = Figure()
    FigureCanvasAgg(figure)
    return figure.add_subplot()


def plot(points):
    ax = VALLEY.plot(points, ax=axes())
    ax.figure.canvas.draw()


def plain_plot(points):
    ax = axes()
    X, Y = np.meshgrid(np.linspace(-10, 10, 161), np.linspace(-5, 5, 121))
    ax.contour(X, Y, VALLEY(X, Y), levels=18)
    plain_line(ax, points)
    ax.figure.canvas.draw()


def plain_line(ax, points):
    look = {"color": COLOUR, "markersize": 5, "markeredgecolor": "white", "markeredgewidth": 0.8}
    return ax.plot(*points.T, "-o", **look)


def frame(ax, points):
    for artist in compose_routes(ax, VALLEY, "contour", [StyledRoute(points, COLOUR, "o")]):
        ax.draw_artist(artist)
        artist.remove()


def plain_frame(ax, points):
    (line,) = plain_line(ax, points)
    ax.draw_artist(line)
    line.remove()


def milliseconds(run, *given):
    begun = process_time()
    try:
        run(*given)
    except OverflowError:  # agg refuses lines that fill the picture, as plain ones
        return np.nan
    return (process_time() - begun) * 1e3


def routes(rounds):
    print(f"{'':8}{'steps':>8}{'plot':>9}{'plain':>9}{'ratio':>7}", end="")
    print(f"{'frame':>10}{'plain':>9}{'ratio':>7}   milliseconds")
    ax = axes()
    compose(ax, VALLEY)
    ax.figure.canvas.draw()
    runs = ((plot,), (plain_plot,), (frame, ax), (plain_frame, ax))
    for kind in (bend, zigzag, chaos):
        for steps in STEPS:
            points = kind(steps)
            times = np.array(
                [[milliseconds(*run, points) for run in runs] for _ in range(rounds)]
            ).min(axis=0)
            cells = f"{times[0]:9.1f}{times[1]:9.1f}{times[0] / times[1]:7.2f}"
            cells += f"{times[2]:10.2f}{times[3]:9.2f}{times[2] / times[3]:7.2f}"
            print(f"{kind.__name__:8}{steps:8,}{cells}")


def slowly(f, looks):
    def slow(x, y):
        begun = process_time()
        looks.append(1)
        value = float(f(float(x), float(y)))
        while process_time() - begun < SLOW:
            pass
        return value

    return slow


def landscapes():
    print(f"\n{'':12}{'looks':>7}{'of all':>8}{'seconds':>9}   with f of {SLOW * 1e3} ms")
    for key, landscape in LANDSCAPES.items():
        looks = []
        field = Field(slowly(landscape.f, looks), landscape.xlim, landscape.ylim)
        looks.clear()
        begun = process_time()
        field.plot(ax=axes()).figure.canvas.draw()
        seconds = process_time() - begun
        print(f"{key:12}{len(looks):7,}{len(looks) / (161 * 121):8.0%}{seconds:9.2f}")


def main():
    routes(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    landscapes()


if __name__ == "__main__":
    main()
