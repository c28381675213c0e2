"""Running any code with the library, and collecting the figures that it makes."""

import sys
from collections.abc import Generator
from dataclasses import dataclass, replace

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from lesson.imports import IMPORTS
from sandbox import Guard, Outcome, run
from visualizer.figures import canvas

SECONDS = 1.5
CSS_PIXELS_PER_INCH = 96
SIZE = (6.4, 4.6)
MOST_FIGURES = 6


@dataclass(frozen=True)
class Drawn:
    """A figure as pixels: width × height, RGBA."""

    width: int
    height: int
    pixels: memoryview


def run_freely(
    code: str, ratio: float = 1.0
) -> Generator[float, None, tuple[Outcome, list[Drawn]]]:
    """The parts of a job (see protocol.jobs): run a program, then draw its figures one by one.

    code: the program as text.
    ratio: device pixels per CSS pixel of the figures.

    Returns what has become of it, and its figures: those of field.plot and of pyplot.
    """
    outcome, figures = _run(code)
    guard, drawn = Guard(SECONDS), []
    for i, figure in enumerate(figures):
        yield i / len(figures)
        answer = guard.call(_draw, figure, ratio)
        drawn += [answer.value] if answer.value else []
        # A figure that cannot be drawn is a fault of the program's, too.
        outcome = replace(outcome, fault=outcome.fault or answer.fault)
    return outcome, drawn


def _run(code: str) -> tuple[Outcome, list[Figure]]:
    """What has become of a program, and its figures, not yet drawn."""
    made: list[Figure] = []

    def new_figure() -> Figure:
        made.append(Figure(figsize=SIZE))
        return made[-1]

    before = canvas.figure_factory
    canvas.use_factory(new_figure)
    try:
        outcome = run(code, seconds=SECONDS, imports=IMPORTS)
    finally:
        canvas.use_factory(before)
    return outcome, (made + _of_pyplot())[:MOST_FIGURES]


def _of_pyplot() -> list[Figure]:
    """The figures that the program made with pyplot, if it imported it; pyplot forgets them."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if not pyplot:
        return []
    figures = [pyplot.figure(number) for number in pyplot.get_fignums()]
    pyplot.close("all")
    return figures


def _draw(figure: Figure, ratio: float) -> Drawn:
    figure.set_dpi(CSS_PIXELS_PER_INCH * ratio)
    agg = FigureCanvasAgg(figure)
    agg.draw()
    width, height = agg.get_width_height()
    return Drawn(width, height, agg.buffer_rgba())
