"""Pictures of fields and routes with matplotlib.

The draw_ functions draw one thing on given axes; plot_field and plot_surface put them together.
"""

from visualizer.figures.arrows import draw_arrows
from visualizer.figures.contour import draw_contours, draw_minima
from visualizer.figures.plots import plot_field, plot_surface
from visualizer.figures.routes import draw_route
from visualizer.figures.surface import draw_route_on_surface, draw_surface

__all__ = [
    "draw_arrows",
    "draw_contours",
    "draw_minima",
    "draw_route",
    "draw_route_on_surface",
    "draw_surface",
    "plot_field",
    "plot_surface",
]
