"""Where a figure comes from when its caller brings no axes."""

from __future__ import annotations

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
    """Axes on a new figure.

    projection: "3d" for axes of that kind, None for flat ones.
    """
    return figure_factory().add_subplot(projection=projection)
