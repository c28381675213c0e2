"""The one place where pictures are put together: a field as its ground, and routes over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualizer.figures.arrows import draw_arrows
from visualizer.figures.contour import draw_contours, draw_minima
from visualizer.figures.legend import draw_legend
from visualizer.figures.routes import draw_route
from visualizer.figures.surface import draw_route_on_surface, draw_surface

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from visualizer.figures.ground import AnyField
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


def compose(
    ax: Axes,
    field: AnyField,
    view: str = "contour",
    routes: Iterable[StyledRoute] = (),
    theme: str | None = None,
) -> None:
    """Draw a field over its bounds, its minima where they are known, routes, and their legend.

    ax: matplotlib axes, 3-D ones for the view "surface".
    field: a Field or a Landscape.
    view: one of VIEWS: contour lines, the same with arrows of −∇f, or the surface z = f(x, y),
        which shows no minima.
    routes: StyledRoutes, in the order in which they are drawn.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    if view == "surface":
        draw_surface(ax, field, theme)
    else:
        _draw_plane(ax, field, view, theme)
    routes = list(routes)
    compose_routes(ax, field, view, routes, theme)
    if any(route.label is not None for route in routes):
        draw_legend(ax, theme)


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
            artists += draw_route_on_surface(ax, field, *how, route.label)
        else:
            artists += draw_route(ax, *how, theme, route.label)
    return artists


def _draw_plane(ax: Axes, field: AnyField, view: str, theme: str | None) -> None:
    draw_contours(ax, field, theme)
    if view == "arrows":
        draw_arrows(ax, field, theme)
    minima = getattr(field, "minima", None)
    if minima:
        draw_minima(ax, minima, theme)
