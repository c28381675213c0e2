"""Whole pictures: a field with its routes."""

from visualizer.figures import style
from visualizer.figures.arrows import draw_arrows
from visualizer.figures.canvas import new_axes
from visualizer.figures.contour import draw_contours, draw_minima
from visualizer.figures.labels import readable
from visualizer.figures.routes import draw_route
from visualizer.figures.surface import draw_route_on_surface, draw_surface
from visualizer.messages import VisualizerError, told
from visualizer.route import Route


def plot_field(field, route=None, ax=None, arrows=False, theme="light"):
    """See Field.plot."""
    _check_theme(theme)
    if ax is None:
        ax = new_axes(theme)
        ax.set_aspect("equal")
    draw_contours(ax, field, theme)
    if arrows:
        draw_arrows(ax, field, theme)
    if getattr(field, "minima", None):
        draw_minima(ax, field.minima, theme)
    named = named_routes(route)
    for index, (name, one) in enumerate(named):
        draw_route(ax, one.points, *style.route_style(index), theme, label=readable(name, index))
    _add_legend(ax, named, theme)
    return ax


def plot_surface(field, route=None, ax=None, theme="light"):
    """See Field.plot_surface."""
    _check_theme(theme)
    if ax is None:
        ax = new_axes(theme, projection="3d")
    if not hasattr(ax, "plot_surface"):
        raise VisualizerError("ax.flat")
    draw_surface(ax, field, theme)
    named = named_routes(route)
    for index, (name, one) in enumerate(named):
        colour, marker = style.route_style(index)
        (line,) = draw_route_on_surface(ax, field, one.points, colour, marker)
        line.set_label(readable(name, index))
    _add_legend(ax, named, theme)
    return ax


def named_routes(route):
    """[(name, Route), …] of whatever a caller gives as route; a lone route has no name."""
    if route is None:
        return []
    if isinstance(route, dict):
        return [(str(name), _as_route(one)) for name, one in route.items()]
    return [(None, _as_route(route))]


def _as_route(given):
    if isinstance(given, Route):
        return given
    try:
        pairs = [(float(x), float(y)) for x, y in given]
    except (TypeError, ValueError):
        raise VisualizerError("route.shape", given=told(given)) from None
    if not pairs:
        raise VisualizerError("route.shape", given=told(given))
    return Route(pairs)


def _add_legend(ax, named, theme):
    if any(name is not None for name, _ in named):
        colours = style.THEMES[theme]
        ax.legend(
            loc="upper right",
            facecolor=colours.face,
            edgecolor=colours.faint,
            labelcolor=colours.text,
        )


def _check_theme(theme):
    if theme not in style.THEMES:
        raise VisualizerError("theme", given=told(theme))
