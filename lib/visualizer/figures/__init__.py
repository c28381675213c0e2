"""Pictures of fields and routes with matplotlib.

compose puts them together, on axes that it is given, and returns their artists; plot_field and
plot_surface do what Field.plot and Field.plot_surface say, with compose. The draw_ functions draw
one thing each.
"""

from visualizer.figures.arrows import draw_arrows
from visualizer.figures.compose import VIEWS, Picture, StyledRoute, compose, compose_routes
from visualizer.figures.contour import draw_contours, draw_minima
from visualizer.figures.look import Look
from visualizer.figures.plots import plot_field, plot_surface
from visualizer.figures.routes import draw_route
from visualizer.figures.surface import draw_route_on_surface, draw_surface

__all__ = [
    "VIEWS",
    "Look",
    "Picture",
    "StyledRoute",
    "compose",
    "compose_routes",
    "draw_arrows",
    "draw_contours",
    "draw_minima",
    "draw_route",
    "draw_route_on_surface",
    "draw_surface",
    "plot_field",
    "plot_surface",
]
