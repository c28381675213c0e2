"""Running any code with the library, and collecting the figures that it makes."""

import sys
from dataclasses import dataclass

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


def run_freely(code: str, ratio: float = 1.0) -> tuple[Outcome, list[Drawn]]:
    """What has become of a program, and its figures: those of field.plot and of pyplot.

    code: the program as text.
    ratio: device pixels per CSS pixel of the figures.
    """
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
    figures = (made + _of_pyplot())[:MOST_FIGURES]
    drawn = Guard(SECONDS).call(lambda: [_draw(figure, ratio) for figure in figures])
    return outcome, drawn.value or []


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
