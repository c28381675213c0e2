"""What Field.plot and Field.plot_surface do: whatever a caller brings, made ready for compose."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from visualizer.checks import real_number
from visualizer.figures import ground, style
from visualizer.figures.canvas import new_axes
from visualizer.figures.compose import StyledRoute, compose
from visualizer.figures.labels import readable
from visualizer.figures.look import Look
from visualizer.messages import VisualizerError, described
from visualizer.route import Route

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from visualizer.figures.ground import AnyField
    from visualizer.types import Array

    Aspect: TypeAlias = Literal["equal", "auto"] | float
    Points: TypeAlias = Array | list[tuple[float, float]]
    Named: TypeAlias = tuple[str | None, Points]


def plot_field(
    field: AnyField,
    route: object = None,
    *,
    ax: Axes | None = None,
    arrows: bool = False,
    theme: str | None = None,
    aspect: Aspect | None = None,
    **look: Any,
) -> Axes:
    """See Field.plot; what it does not name itself are the fields of a Look."""
    _check(theme, aspect, ax)
    checked, given = Look(**look), _named_routes(route)
    if ax is None:
        ax = new_axes()
        aspect = aspect or ("equal" if ground.fits_equal_axes(field) else "auto")
    if aspect is not None:
        ax.set_aspect(aspect)
    compose(ax, field, "arrows" if arrows else "contour", _styled(given, ax), theme, checked)
    return ax


def plot_surface(
    field: AnyField,
    route: object = None,
    *,
    ax: Axes | None = None,
    theme: str | None = None,
    **look: Any,
) -> Axes:
    """See Field.plot_surface; what it does not name itself are the fields of a Look."""
    _check(theme, None, ax)
    checked, given = Look(**look), _named_routes(route)
    if ax is None:
        ax = new_axes(projection="3d")
    if not hasattr(ax, "plot_surface"):
        raise VisualizerError("ax.flat")
    compose(ax, field, "surface", _styled(given, ax), theme, checked)
    return ax


def _styled(given: list[Named], ax: Axes) -> list[StyledRoute]:
    """Routes in the colours and markers that come next on axes."""
    first = sum(getattr(line, "is_route", False) for line in ax.lines)
    return [
        StyledRoute(
            points, *style.route_style(index), None if name is None else readable(name, index)
        )
        for index, (name, points) in enumerate(given, first)
    ]


def _named_routes(route: object) -> list[Named]:
    """What a caller gives as route, as pairs of a name or None and the points.

    route: a Route, a sequence of points (x, y), several of these in a sequence or in a dict
        {name: route}, or None; what is none of these raises VisualizerError.
    """
    if route is None:
        return []
    if isinstance(route, dict):
        return [(str(name), _checked(_points(given), given)) for name, given in route.items()]
    is_one = isinstance(route, Route | str) or getattr(route, "ndim", 3) < 3
    several = list(route) if isinstance(route, Iterable) and not is_one else []
    points = _points(several or route)
    if points is None and several:
        return [(_name(each), _checked(_points(each), several)) for each in several]
    return [(_name(route), _checked(points, route))]


def _name(route: object) -> str | None:
    return route.name if isinstance(route, Route) else None


def _points(given: object) -> Points | None:
    """The points of one route, or None if it is none."""
    if isinstance(given, Route):
        return given.points
    if isinstance(given, np.ndarray) and given.dtype.kind in "iuf" and given.shape[1:] == (2,):
        return given.astype(float) if len(given) else None
    try:
        return [(float(x), float(y)) for x, y in given] or None  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return None


def _checked(points: Points | None, given: object) -> Points:
    if points is None:
        raise VisualizerError("route.shape", given=described(given))
    return points


def _check(theme: object, aspect: object, ax: object) -> None:
    """Before a figure is made."""
    if theme is not None and theme not in list(style.THEMES):
        raise VisualizerError("theme", given=described(theme))
    if aspect is not None and not _is_aspect(aspect):
        raise VisualizerError("aspect", given=described(aspect))
    if ax is not None and not hasattr(ax, "contour"):
        raise VisualizerError("ax", given=described(ax))


def _is_aspect(given: object) -> bool:
    if isinstance(given, str):
        return given in ("equal", "auto")
    number = real_number(given)
    return number is not None and 0 < number < inf
