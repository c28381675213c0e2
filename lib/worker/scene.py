"""A field drawn once, with routes drawn over a copy of it again and again."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from visualizer import Field, Route
from visualizer.figures import StyledRoute, compose, compose_routes
from visualizer.figures.contour import look_of
from visualizer.figures.look import AS_EVER, Look
from visualizer.landscapes import Landscape

CSS_PIXELS_PER_INCH = 96
# The surface fills its figure but for a strip below, where the labels of its axes hang over.
SURFACE_AXES, SURFACE_ZOOM = (0, 0.03, 1, 0.97), 0.92


class Scene:
    """A figure of a field on a canvas of its own.

    field: a Field or a Landscape, over the bounds that are shown.
    view: one of visualizer.figures.VIEWS.
    size: (width, height) in device pixels.
    ratio: device pixels per CSS pixel.
    axes: (left, bottom, width, height) of flat axes, as parts of the figure.
    theme: "light" or "dark".
    turn: (elevation, azimuth) of the surface in degrees.
    look: levels and colours, or None.
    """

    def __init__(
        self,
        field: Field | Landscape,
        view: str,
        size: tuple[int, int],
        ratio: float,
        axes: tuple[float, float, float, float],
        theme: str,
        turn: tuple[float, float] = (30.0, -60.0),
        look: Look | None = None,
    ) -> None:
        dpi = CSS_PIXELS_PER_INCH * ratio
        self.field, self.view, self.theme = field, view, theme
        self.size = size
        figure = Figure(figsize=(size[0] / dpi, size[1] / dpi), dpi=dpi)
        self.canvas = FigureCanvasAgg(figure)
        self.axes: Any
        if view == "surface":
            self.axes = figure.add_axes(SURFACE_AXES, projection="3d")
        else:
            self.axes = figure.add_axes(axes)
        compose(self.axes, field, view, theme=theme, look=look or AS_EVER)
        if view == "surface":
            self.axes.view_init(*turn)
            self.axes.set_box_aspect(None, zoom=SURFACE_ZOOM)
        self.canvas.draw()
        self._background = self.canvas.copy_from_bbox(figure.bbox)

    @property
    def ground(self) -> memoryview:
        """The figure without routes, as pixels gives it."""
        return self.pixels([])

    def pixels(
        self, routes: Iterable[tuple[Route, str, str]], moment: int | None = None
    ) -> memoryview:
        """The figure with routes on it, as RGBA bytes of shape (height, width, 4).

        routes: [(Route, colour, marker), …].
        moment: up to which step they are drawn, None for their ends.
        """
        self.canvas.restore_region(self._background)
        end = None if moment is None else moment + 1
        styled = [StyledRoute(route.points[:end], *look) for route, *look in routes]
        for artist in compose_routes(self.axes, self.field, self.view, styled, self.theme):
            self.axes.draw_artist(artist)
            artist.remove()
        return self.canvas.buffer_rgba()


@lru_cache(maxsize=8)
def scene_of(
    field: Field | Landscape,
    view: str,
    size: tuple[int, int],
    ratio: float,
    axes: tuple[float, float, float, float],
    theme: str,
    turn: tuple[float, float],
    xlim: tuple[float, float],
    ylim: tuple[float, float],
) -> Scene:
    """The scene of these properties, drawn only if it is none of the last few.

    xlim, ylim: the bounds that flat views show; the surface shows those of the field.
    """
    if view == "surface":
        return Scene(field, view, size, ratio, axes, theme, turn)
    shown = field.with_limits(xlim, ylim)
    return Scene(shown, view, size, ratio, axes, theme, look=look_of(field, shown))
