"""The legend of routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualizer.figures import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.legend import Legend


def draw_legend(ax: Axes, theme: str | None = None) -> Legend:
    """Draw a legend of all routes on axes that have a name. Returns it.

    ax: axes, flat or 3-D.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    legend = ax.legend(loc="upper right")
    if theme is not None or not style.is_of_rcparams(ax):
        _paint(legend, style.colours(ax, theme))
    return legend


def _paint(legend: Legend, colours: style.Theme) -> None:
    legend.get_frame().set(facecolor=colours.face, edgecolor=colours.faint)
    for text in legend.get_texts():
        text.set_color(colours.text)
