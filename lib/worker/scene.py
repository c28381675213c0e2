"""A field drawn once, with routes drawn over a copy of it again and again."""

from functools import lru_cache

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from visualizer.figures import (
    draw_arrows,
    draw_contours,
    draw_minima,
    draw_route,
    draw_route_on_surface,
    draw_surface,
    style,
)

POINTS_PER_INCH = 72
CSS_PIXELS_PER_INCH = 96


class Scene:
    """One picture of a field on a canvas of its own.

    view: "contour", "arrows" or "surface". size: width and height in device pixels. ratio: device
    pixels per CSS pixel. axes: left, bottom, width and height of the axes as parts of the figure.
    turn: elevation and azimuth of the surface in degrees.
    """

    def __init__(self, field, view, size, ratio, axes, theme, turn=(30.0, -60.0)):
        dpi = CSS_PIXELS_PER_INCH * ratio
        self.field, self.theme = field, theme
        self.size = size
        figure = Figure(figsize=(size[0] / dpi, size[1] / dpi), dpi=dpi)
        figure.set_facecolor(style.THEMES[theme].face)
        self.canvas = FigureCanvasAgg(figure)
        self.flat = view != "surface"
        if self.flat:
            self.axes = figure.add_axes(axes)
            self._draw_plane(view)
        else:
            self.axes = figure.add_axes((0, 0.03, 1, 0.97), projection="3d")
            draw_surface(self.axes, field, theme=theme)
            self.axes.view_init(*turn)
            self.axes.set_box_aspect(None, zoom=0.92)
        self.canvas.draw()
        self._background = self.canvas.copy_from_bbox(figure.bbox)

    def pixels(self, routes, moment=None):
        """RGBA bytes of the picture with the routes up to a moment (None: to their ends).

        routes: a list of (Route, colour, marker).
        """
        self.canvas.restore_region(self._background)
        for route, colour, marker in routes:
            self._draw_route(route.points[: None if moment is None else moment + 1], colour, marker)
        return self.canvas.buffer_rgba()

    def _draw_plane(self, view):
        draw_contours(self.axes, self.field, theme=self.theme)
        if view == "arrows":
            draw_arrows(self.axes, self.field, theme=self.theme)
        if getattr(self.field, "minima", None):
            draw_minima(self.axes, self.field.minima, theme=self.theme)

    def _draw_route(self, points, colour, marker):
        if self.flat:
            artists = draw_route(self.axes, points, colour, marker, theme=self.theme)
        else:
            artists = draw_route_on_surface(self.axes, self.field, points, colour, marker)
        for artist in artists:
            self.axes.draw_artist(artist)
            artist.remove()


@lru_cache(maxsize=8)
def scene_of(field, view, size, ratio, axes, theme, turn, xlim, ylim):
    """The scene of these properties, drawn only if it has not been just before."""
    shown = field if view == "surface" else field.with_limits(xlim, ylim)
    return Scene(shown, view, size, ratio, axes, theme, turn)
