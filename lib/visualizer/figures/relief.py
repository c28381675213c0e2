"""A surface, and routes on it that are pale where it hides them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.transforms import IdentityTransform
from mpl_toolkits.mplot3d.art3d import Line3D, Poly3DCollection  # type: ignore[import-untyped]
from mpl_toolkits.mplot3d.proj3d import proj_transform  # type: ignore[import-untyped]

from visualizer.figures.dots import draw_dots
from visualizer.figures.legend import RouteSample

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from numpy.typing import NDArray

    from visualizer.types import Array

# In points of 1/72 inch.
DOT, LINE = 4.0, 1.6
START, START_EDGE, END, END_EDGE = 7.0, 1.8, 7.5, 0.8
HIDDEN_LINE, HIDDEN_ALPHA = 1.1, 0.65
# A step is looked at in so many places, fewer if there are many steps; each from so many on the
# way to the eye.
PLACES, MOST_PLACES, ON_THE_WAY = 8, 200, 20
# Heights between the points of the grid are looked up in a grid that is so many times as fine.
FINER = 4
SHARES = np.linspace(0.0, 1.0, ON_THE_WAY + 1)[1:]


@dataclass(frozen=True)
class Heights:
    """The heights of a surface on a grid.

    x, y: the rising coordinates of its columns and rows.
    z: (rows, columns) array, NaN where there is no surface.
    """

    x: Array
    y: Array
    z: Array

    def at(self, x: Array, y: Array) -> Array:
        """The height near points within the grid, about as the facets are drawn, or NaN."""
        rows, columns = self._finer.shape
        column = _nearest(x, self.x, columns)
        return self._finer.ravel().take(_nearest(y, self.y, rows) * columns + column)

    @cached_property
    def _finer(self) -> Array:
        z = self.z
        for _ in range(2):
            numbers = np.linspace(0, len(z) - 1, (len(z) - 1) * FINER + 1)
            below = np.minimum(numbers.astype(int), len(z) - 2)
            part = (numbers - below)[:, None]
            z = (z[below] * (1 - part) + z[below + 1] * part).T
        return z

    @property
    def box(self) -> tuple[Array, Array]:
        """(lowest, highest) corner of the space above, on and below the surface."""
        low, high = np.nanmin(self.z), np.nanmax(self.z)
        low -= high - low
        return (
            np.array([self.x[0], self.y[0], low]),
            np.array([self.x[-1], self.y[-1], high]),
        )


class Surface(Poly3DCollection):  # type: ignore[misc]
    """The facets of a surface; of those without a height at one corner the other half is left.

    heights: of its points, kept as heights.
    look: as matplotlib names it.
    """

    def __init__(self, heights: Heights, **look: Any) -> None:
        self.heights = heights
        points = np.stack([*np.meshgrid(heights.x, heights.y), heights.z], axis=-1)
        corners = points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]
        facets = np.stack(corners, axis=2).reshape(-1, 4, 3)
        facets = _whole(facets)
        super().__init__(facets, **look)
        self.set_array(facets[:, :, 2].mean(axis=1))


def _whole(facets: Array) -> Array:
    """Facets with heights at all corners; with three, they are triangles with one corner twice."""
    is_known = np.asarray(np.isfinite(facets).all(axis=2))
    wanted = is_known.sum(axis=1, dtype=int) >= 3
    facets, is_known = facets[wanted], is_known[wanted]
    return np.where(is_known[:, :, None], facets, np.roll(facets, 1, axis=1))


class SurfaceRoute(Line3D):  # type: ignore[misc]
    """A route over a surface: dots and a line, pale and thin where the surface hides it.

    x, y, z: its steps, arrays; NaN where it is not seen.
    heights: the surface's, None for one that hides nothing.
    slack: how far it may be below the surface and still be on it.
    colour, marker: as matplotlib names them.
    label: its name in a legend, or None.
    face, text: the colour in the middle of its start, and that around its end.
    """

    is_route = True

    def __init__(
        self,
        x: Array,
        y: Array,
        z: Array,
        heights: Heights | None,
        slack: float,
        colour: str,
        marker: str,
        label: str | None,
        face: str,
        text: str,
    ) -> None:
        super().__init__(
            x,
            y,
            z,
            color=colour,
            marker=marker,
            markersize=DOT,
            linewidth=LINE,
            label=label,
            zorder=9,
        )
        self.heights, self.slack = heights, slack
        self._start = _mark(marker, START, face, colour, START_EDGE)
        self._end = _mark(marker, END, colour, text, END_EDGE)

    def draw(self, renderer: RendererBase) -> None:
        """Draw it as it is seen from where the axes are looked at."""
        if not self.get_visible():
            return
        places, parts = self._places()
        is_hidden = self._hidden(places)
        x, y, _ = proj_transform(*places.T, self.axes.M)
        at = self.axes.transData.transform(np.stack([x, y], axis=1))
        if is_hidden.any():
            pale = {"linewidth": HIDDEN_LINE, "alpha": HIDDEN_ALPHA}
            self._draw_line(renderer, _only(at, is_hidden), **pale)
        self._draw_line(renderer, _only(at, ~is_hidden))
        unit = np.asarray(renderer.points_to_pixels(1.0)).item()
        is_hidden, at = is_hidden[::parts], at[::parts]
        draw_dots(self, np.where(is_hidden[:, None], np.nan, at), unit, renderer)
        for mark, number in ((self._start, 0), (self._end, -1))[: len(at)]:
            mark.set_alpha(HIDDEN_ALPHA if is_hidden[number] else self.get_alpha())
            draw_dots(mark, at[[number]], unit, renderer)
        self.stale = False

    def _draw_line(self, renderer: RendererBase, at: Array, **look: Any) -> None:
        line = Line2D(
            at[:, 0],
            at[:, 1],
            **{"color": self.get_color(), "linewidth": LINE, "alpha": self.get_alpha(), **look},
        )
        line.set_transform(IdentityTransform())
        line.draw(renderer)

    def hidden_steps(self) -> NDArray[np.bool_]:
        """Which steps the surface hides, as the axes were looked at when they were last drawn."""
        places, parts = self._places()
        return self._hidden(places)[::parts]

    def _places(self) -> tuple[Array, int]:
        """The steps with places in between, and every how manyth of them is a step."""
        return _with_places_between(self._above_facets(np.stack(self.get_data_3d(), axis=1)))

    def _above_facets(self, steps: Array) -> Array:
        """Steps raised to the surface where its facets, coarser than the field, are above them."""
        if self.heights is None:
            return steps
        x, y, z = steps.T
        return np.stack([x, y, np.fmax(z, self.heights.at(x, y) + self.slack)], axis=1)

    def _hidden(self, places: Array) -> NDArray[np.bool_]:
        """Which of (n, 3) places the surface hides from the eye."""
        if self.heights is None:
            return np.zeros(len(places), dtype=bool)
        way = _way_to_the_eye(places, self.axes.M)
        low, high = self.heights.box
        with np.errstate(all="ignore"):
            # How far along its way each place leaves the space that the surface is in.
            leaves = (np.where(way > 0, high, low) - places) / way
            leaves = np.where(way == 0, np.inf, leaves)
            leaves = np.minimum(np.minimum(leaves[:, 0], leaves[:, 1]), leaves[:, 2])
            far = np.multiply.outer(SHARES, leaves)
            x, y, z = (places[:, i] + far * way[:, i] for i in range(3))
            is_below = z < self.heights.at(x, y) - self.slack
        return np.asarray(is_below.any(axis=0))


Legend.update_default_handler_map({SurfaceRoute: RouteSample()})


def _mark(marker: str, size: float, fill: str, edge: str, edge_width: float) -> Line2D:
    return Line2D(
        [],
        [],
        marker=marker,
        markersize=size,
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=edge_width,
    )


def _way_to_the_eye(places: Array, projection: Array) -> Array:
    """From each of (n, 3) places the direction of the eye, for a 4 × 4 matrix of projection."""
    *eye, nearness = np.linalg.inv(projection) @ (0.0, 0.0, 1.0, 0.0)
    # The eye is at eye / nearness, or endlessly far away.
    return (np.array(eye) - nearness * places) * (np.sign(nearness) or -1.0)


def _with_places_between(steps: Array) -> tuple[Array, int]:
    """Steps with equidistant places in between, and every how manyth of them is a step."""
    parts = int(np.clip(MOST_PLACES // max(1, len(steps)), 1, PLACES))
    numbers = np.arange((len(steps) - 1) * parts + 1) / parts
    known = np.arange(len(steps))
    return np.stack([np.interp(numbers, known, part) for part in steps.T], axis=1), parts


def _only(at: Array, wanted: NDArray[np.bool_]) -> Array:
    """A line with NaN where it is not wanted, joined to what is wanted on both sides."""
    beside = wanted.copy()
    beside[1:] |= wanted[:-1]
    return np.where(beside[:, None], at, np.nan)


def _nearest(at: Array, grid: Array, count: int) -> NDArray[np.intp]:
    """The number of the nearest of so many evenly spaced points from one end of a grid to another.

    Rounding may leave numbers a little outside of the grid, NaN is somewhere in it.
    """
    position = (at - grid[0]) * ((count - 1) / (grid[-1] - grid[0])) + 0.5
    with np.errstate(invalid="ignore"):
        return np.clip(position.astype(np.intp), 0, count - 1)
