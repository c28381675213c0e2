"""Running any code with the library, and collecting the figures that it makes."""

import sys
from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from sandbox import Guard, run
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


def run_freely(code, ratio=1.0):
    """(Outcome, [Drawn, …]) of a program; its figures are those of field.plot and of pyplot."""
    made = []

    def new_figure():
        made.append(Figure(figsize=SIZE))
        return made[-1]

    before = canvas.figure_factory
    canvas.use_factory(new_figure)
    try:
        outcome = run(code, seconds=SECONDS)
    finally:
        canvas.use_factory(before)
    figures = (made + _of_pyplot())[:MOST_FIGURES]
    drawn = Guard(SECONDS).call(lambda: [_draw(figure, ratio) for figure in figures])
    return outcome, drawn.value or []


def _of_pyplot():
    """The figures that the program made with pyplot, if it imported it; pyplot forgets them."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if not pyplot:
        return []
    figures = [pyplot.figure(number) for number in pyplot.get_fignums()]
    pyplot.close("all")
    return figures


def _draw(figure, ratio):
    figure.set_dpi(CSS_PIXELS_PER_INCH * ratio)
    agg = FigureCanvasAgg(figure)
    agg.draw()
    width, height = agg.get_width_height()
    return Drawn(width, height, agg.buffer_rgba())
