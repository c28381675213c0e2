"""The one place where pictures are put together: a field as its ground, and routes over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualizer.figures.arrows import draw_arrows
from visualizer.figures.colorbar import draw_colorbar
from visualizer.figures.contour import draw_contours, draw_minima, heights_of
from visualizer.figures.legend import draw_legend
from visualizer.figures.look import AS_EVER, Look
from visualizer.figures.routes import draw_route
from visualizer.figures.surface import draw_route_on_surface, draw_surface

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.colorbar import Colorbar
    from matplotlib.contour import QuadContourSet
    from matplotlib.legend import Legend
    from matplotlib.lines import Line2D
    from matplotlib.quiver import Quiver

    from visualizer.figures.ground import AnyField
    from visualizer.figures.relief import Surface
    from visualizer.types import Array

VIEWS = ("contour", "arrows", "surface")


@dataclass(frozen=True)
class StyledRoute:
    """A route as it is drawn.

    points: (n+1, 2) array of (x, y), or a sequence of pairs.
    colour, marker: as matplotlib names them.
    label: its name in the legend; without one it is not in there.
    """

    points: Array | Iterable[tuple[float, float]]
    colour: str
    marker: str
    label: str | None = None


@dataclass(frozen=True)
class Picture:
    """The artists of a picture.

    ground: the contour lines or the surface.
    arrows: those of −∇f, or None.
    minima: their marks, or None.
    routes: a list for each route, bottom first.
    colorbar, legend: or None.
    """

    ground: QuadContourSet | Surface
    arrows: Quiver | None
    minima: Line2D | None
    routes: list[list[Artist]]
    colorbar: Colorbar | None
    legend: Legend | None


def compose(
    ax: Axes,
    field: AnyField,
    view: str = "contour",
    routes: Iterable[StyledRoute] = (),
    theme: str | None = None,
    look: Look = AS_EVER,
) -> Picture:
    """Draw a field over its bounds, its minima where they are known, routes, and their legend.

    ax: matplotlib axes, 3-D ones for the view "surface".
    field: a Field or a Landscape.
    view: one of VIEWS: contour lines, the same with arrows of −∇f, or the surface z = f(x, y),
        which shows no minima.
    routes: StyledRoutes, in the order in which they are drawn.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    look: levels, colours and words.

    Returns the artists.
    """
    arrows = minima = None
    ground: QuadContourSet | Surface
    if view == "surface":
        ground = draw_surface(ax, field, theme, look)
    else:
        heights = heights_of(field, look)
        ground = draw_contours(ax, field, theme, look, heights)
        arrows = draw_arrows(ax, field, theme, heights) if view == "arrows" else None
        known = getattr(field, "minima", None)
        minima = draw_minima(ax, known, theme) if known else None
    routes = list(routes)
    drawn = [compose_routes(ax, field, view, [route], theme) for route in routes]
    colorbar = draw_colorbar(ax, ground, theme) if look.colorbar else None
    named = any(route.label is not None for route in routes)
    legend = draw_legend(ax, theme) if named else None
    return Picture(ground, arrows, minima, drawn, colorbar, legend)


def compose_routes(
    ax: Axes,
    field: AnyField,
    view: str,
    routes: Iterable[StyledRoute],
    theme: str | None = None,
) -> list[Artist]:
    """Draw routes over a ground that compose has drawn; returns their artists, bottom first.

    The parameters are those of compose.
    """
    artists: list[Artist] = []
    for route in routes:
        how = route.points, route.colour, route.marker
        if view == "surface":
            artists += draw_route_on_surface(ax, field, *how, route.label, theme)
        else:
            artists += draw_route(ax, *how, theme, route.label)
    return artists
