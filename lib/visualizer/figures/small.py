"""Small pictures, which Jupyter shows of what a cell gives; pyplot knows nothing of them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from visualizer.figures import ground, style
from visualizer.figures.compose import compose
from visualizer.figures.look import Look
from visualizer.figures.routes import draw_route

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from visualizer.figures.ground import AnyField
    from visualizer.route import Route
    from visualizer.types import Array

    # A PNG, and its size in CSS pixels, as IPython takes them from _repr_png_.
    Png: TypeAlias = tuple[bytes, dict[str, int]]

# In CSS pixels, each of which has FINE × FINE real ones; a letter is as high as DPI says.
WIDTH, HEIGHT, FINE, DPI = 300, 220, 2, 72
# A function that takes its time is not looked at more often for a picture that nobody asked for.
RESOLUTION = (41, 31)
# Around a route, as a part of its width and height.
MARGIN = 0.08
# Losses that fall by so many times are shown by their powers of ten.
MANY_TIMES = 100.0


def field_picture(field: AnyField) -> Png:
    """The contour lines of a field."""
    figure = _figure(WIDTH)
    ax = figure.add_subplot(aspect="equal" if ground.fits_equal_axes(field) else "auto")
    compose(ax, field, look=Look(resolution=RESOLUTION))
    return _png(figure)


def route_picture(route: Route) -> Png:
    """The way of a route, and its losses if it has any."""
    has_losses = bool(np.isfinite(route.losses).any())
    figure = _figure(WIDTH * (1 + has_losses))
    way, *beside = figure.subplots(1, 1 + has_losses, squeeze=False)[0]
    way.set(xlim=_around(route.x), ylim=_around(route.y), xlabel="x", ylabel="y")
    colour, marker = style.route_style(0)
    draw_route(way, route.points, colour, marker)
    for ax in beside:
        _draw_losses(ax, route.losses, colour)
    return _png(figure)


def _draw_losses(ax: Axes, losses: Array, colour: str) -> None:
    ax.plot(losses, color=colour)
    ax.set(xlabel="step", ylabel="loss")
    known = losses[np.isfinite(losses)]
    if known.min() > 0 and known.max() > MANY_TIMES * known.min():
        ax.set_yscale("log")


def _around(at: Array) -> tuple[float, float]:
    known = at[np.isfinite(at)]
    low, high = (known.min(), known.max()) if known.size else (0.0, 0.0)
    margin = MARGIN * (high - low) or 0.5
    return low - margin, high + margin


def _figure(width: int) -> Figure:
    figure = Figure(figsize=(width / DPI, HEIGHT / DPI), dpi=DPI * FINE, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def _png(figure: Figure) -> Png:
    written = BytesIO()
    figure.savefig(written, format="png", dpi=figure.dpi)
    width, height = (round(inches * DPI) for inches in figure.get_size_inches())
    return written.getvalue(), {"width": width, "height": height}
