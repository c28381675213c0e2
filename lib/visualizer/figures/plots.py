"""What Field.plot and Field.plot_surface do: whatever a caller brings, made ready for compose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from visualizer.figures import ground, style
from visualizer.figures.canvas import new_axes
from visualizer.figures.compose import StyledRoute, compose
from visualizer.figures.labels import readable
from visualizer.messages import VisualizerError, described
from visualizer.route import Route

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from visualizer.figures.ground import AnyField
    from visualizer.types import Array

    Aspect: TypeAlias = Literal["equal", "auto"] | float


def plot_field(
    field: AnyField,
    route: object = None,
    *,
    ax: Axes | None = None,
    arrows: bool = False,
    theme: str | None = None,
    aspect: Aspect | None = None,
) -> Axes:
    """See Field.plot."""
    _check_theme(theme)
    routes = styled_routes(route)
    if ax is None:
        ax = new_axes()
        aspect = aspect or ("equal" if ground.fits_equal_axes(field) else "auto")
    if aspect is not None:
        ax.set_aspect(aspect)
    compose(ax, field, "arrows" if arrows else "contour", routes, theme)
    return ax


def plot_surface(
    field: AnyField, route: object = None, *, ax: Axes | None = None, theme: str | None = None
) -> Axes:
    """See Field.plot_surface."""
    _check_theme(theme)
    routes = styled_routes(route)
    if ax is None:
        ax = new_axes(projection="3d")
    if not hasattr(ax, "plot_surface"):
        raise VisualizerError("ax.flat")
    compose(ax, field, "surface", routes, theme)
    return ax


def styled_routes(route: object) -> list[StyledRoute]:
    """What a caller gives as route, in colours and markers by its place.

    route: a Route, a sequence of points (x, y), a dict {name: route} or None; a lone route gets no
        label, and what is none of these raises VisualizerError.
    """
    if route is None:
        return []
    if not isinstance(route, dict):
        return [StyledRoute(_points(route), *style.route_style(0))]
    return [
        StyledRoute(_points(given), *style.route_style(index), readable(str(name), index))
        for index, (name, given) in enumerate(route.items())
    ]


def _points(given: object) -> Array | list[tuple[float, float]]:
    if isinstance(given, Route):
        return given.points
    try:
        points = [(float(x), float(y)) for x, y in given]  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        raise VisualizerError("route.shape", given=described(given)) from None
    if not points:
        raise VisualizerError("route.shape", given=described(given))
    return points


def _check_theme(theme: str | None) -> None:
    if theme is not None and theme not in style.THEMES:
        raise VisualizerError("theme", given=described(theme))
