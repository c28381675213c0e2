"""Long routes on paper: which steps get a dot, how large, and which way the line runs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform, TransformedPath

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from numpy.typing import NDArray

    from visualizer.types import Array

    Numbers: TypeAlias = NDArray[np.intp]

# Sizes of dots, as parts of the largest, and how much room each needs: the distance to the next
# one, in diameters. Those without room for the smallest are left to the line.
SIZES, ROOM = (1.0, 0.7, 0.4), 1.3
# Dots up to this size have no edge.
EDGELESS = 0.5
# No dots in any but the first of the sizes.
NONE = [np.zeros(0, dtype=np.intp)] * (len(SIZES) - 1)
# With more dots apart than this the line alone is clearer (and comparing all of them slow).
MOST_DOTS = 600
# Points nearer than this, in points of 1/72 inch, are one to the eye.
SAME = 0.5
# A line of more points is shortened to what is seen of it: so many pieces cover all that they can.
LONG, MOST_PIECES = 1000, 20_000


class Joints(Line2D):
    """The line through all steps of a route."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw it, shortened to what is seen of it."""
        if np.shape(self.get_xydata())[0] <= LONG or not self.get_visible():
            super().draw(renderer)
            return
        at, unit = _on_paper(self, renderer)
        seen = Line2D([], [])
        seen.update_from(self)
        seen.set(data=shortened(at, SAME / 2 * unit).T, transform=IdentityTransform())
        seen.draw(renderer)
        self.stale = False


class Mark(Line2D):
    """A dot by itself, drawn as it is."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw it; faster than a Line2D does, which counts in playback."""
        if self.get_visible():
            draw_dots(self, *_on_paper(self, renderer), renderer)
        self.stale = False


class Dots(Line2D):
    """The steps of a route as dots, smaller where they are dense, none where they would touch."""

    is_route = True

    def draw(self, renderer: RendererBase) -> None:
        """Draw them, in the sizes for which there is room on this paper."""
        if self.get_visible():
            at, unit = _on_paper(self, renderer)
            draw_dots(self, at, unit, renderer)
        self.stale = False


def draw_dots(line: Line2D, at: Array, unit: float, renderer: RendererBase) -> None:
    """Draw a line's markers, each in the size for which there is room.

    Line2D would draw them as well, size by size, but each playback of a route would take longer.

    line: whose markers they are, its markersize that of the largest.
    at: where, an (n, 2) array in pixels.
    unit: how many pixels a point of 1/72 inch has.
    """
    largest, edge = line.get_markersize(), line.get_markeredgewidth()
    name = line.get_marker()
    marker = _marker(name) if isinstance(name, str) else MarkerStyle(name)
    fill = to_rgba(line.get_markerfacecolor(), line.get_alpha())
    edge_colour = to_rgba(line.get_markeredgecolor(), line.get_alpha())
    turn = marker.get_transform().get_matrix()
    context = renderer.new_gc()
    clip = line.get_clip_path()
    if line.get_clip_on():
        context.set_clip_rectangle(line.get_clip_box())
        context.set_clip_path(clip if isinstance(clip, TransformedPath) else None)
    context.set_joinstyle(marker.get_joinstyle())
    for part, chosen in zip(SIZES, by_size(at / unit, largest), strict=True):
        if len(chosen):
            has_edge = part > EDGELESS or not marker.is_filled()
            context.set_foreground(edge_colour if has_edge else fill)
            context.set_linewidth(edge if has_edge else 0)
            shape = Affine2D(turn).scale(part * largest * unit)
            renderer.draw_markers(
                context, marker.get_path(), shape, Path(at[chosen]), IdentityTransform(), fill
            )
    context.restore()


@lru_cache(maxsize=32)
def _marker(name: str) -> MarkerStyle:
    return MarkerStyle(name)


def _on_paper(line: Line2D, renderer: RendererBase) -> tuple[Array, float]:
    """A line's points in pixels, and how many pixels a point of 1/72 inch has."""
    unit = np.asarray(renderer.points_to_pixels(1.0)).item()
    return line.get_transform().transform(line.get_xydata()), unit


def by_size(at: Array, largest: float) -> list[Numbers]:
    """For each of SIZES, the numbers of the dots that are drawn so large.

    at: (n, 2) array of where they are, in points of 1/72 inch; dots at the same place count as one,
        NaN as none.
    largest: the diameter of the largest dot, in the same unit.
    """
    if len(at) == 1:  # often, and all that follows takes its time
        return [np.flatnonzero(np.isfinite(at).all(axis=1)), *NONE]
    numbers = _apart(at)
    if len(numbers) > MOST_DOTS:
        numbers = numbers[:0]
    bounds = [size * ROOM * largest for size in SIZES]
    room = _room(at[numbers], bounds[0])
    between = zip([np.inf, *bounds], bounds, strict=False)
    return [numbers[(low <= room) & (room < high)] for high, low in between]


def _room(at: Array, most: float) -> Array:
    """From each point the distance to the nearest other one, if it is less than most, else most."""
    if len(at) == 0:
        return np.zeros(0)
    along = int(np.argmax(np.ptp(at, axis=0)))
    order = np.argsort(at[:, along])
    sorted_, room = at[order], np.full(len(at), most)
    for apart in range(1, len(at)):
        step = sorted_[apart:] - sorted_[:-apart]
        if step[:, along].min() >= most:
            break
        distance = np.hypot(*step.T)
        room[apart:] = np.minimum(room[apart:], distance)
        room[:-apart] = np.minimum(room[:-apart], distance)
    back = np.empty_like(room)
    back[order] = room
    return back


def shortened(at: Array, grain: float) -> Array:
    """The points of a line without what is drawn twice, with NaN where the line is broken by that.

    at: (n, 2) array of its points.
    grain: differences smaller than this are not seen.
    """
    at = at[np.isfinite(at).all(axis=1)]
    cells = _cells(at, grain)
    moved = np.r_[True, cells[1:] != cells[:-1]] if len(at) else np.zeros(0, dtype=bool)
    at, cells = at[moved], cells[moved]
    pairs = np.sort(np.stack([cells[:-1], cells[1:]], axis=1), axis=1)
    _, first = np.unique(pairs, axis=0, return_index=True)
    if len(first) == len(pairs) <= MOST_PIECES:
        return at
    first = np.sort(first)[:: -(-len(first) // MOST_PIECES)]
    pieces = np.stack([at[first], at[first + 1], np.full((len(first), 2), np.nan)], axis=1)
    return pieces.reshape(-1, 2)


def _apart(at: Array) -> Numbers:
    """The numbers of those points that are not where one before them is."""
    known = np.flatnonzero(np.isfinite(at).all(axis=1))
    _, first = np.unique(_cells(at[known], SAME), return_index=True)
    return known[np.sort(first)]


def _cells(at: Array, size: float) -> NDArray[np.complex128]:
    """The number of the square of that size in which each point is, as complex numbers."""
    x, y = np.round(at / size).T
    return x + 1j * y
