"""Where a figure comes from when its caller brings no axes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def _pyplot_figure() -> Figure:
    """A pyplot figure, which Jupyter shows below the cell and a script shows with plt.show()."""
    from matplotlib import pyplot

    return pyplot.figure()


figure_factory = _pyplot_figure


def use_factory(factory: Callable[[], Figure]) -> None:
    """Have new figures made by factory() instead; the web page uses this to collect them."""
    global figure_factory
    figure_factory = factory


def new_axes(projection: str | None = None) -> Axes:
    """pyplot's current axes if nothing has been drawn on them yet, else axes on a new figure.

    projection: "3d" for axes of that kind, None for flat ones; empty axes of another kind make
        place for them.
    """
    empty = _empty_axes()
    if empty is None:
        return figure_factory().add_subplot(projection=projection)
    place, figure = empty.get_subplotspec(), empty.figure
    if hasattr(empty, "get_zlim") == (projection == "3d") or place is None:
        return empty
    empty.remove()
    return figure.add_subplot(place, projection=projection)


def _empty_axes() -> Axes | None:
    """The axes that pyplot would draw on, if a program has made them and left them empty."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None or not pyplot.get_fignums():
        return None
    axes = pyplot.gca()
    return None if axes.has_data() or axes.texts else axes
