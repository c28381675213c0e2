"""What joins the steps of a route on the page: arrows as matplotlib draws them, or a line."""

from math import sqrt

from pyscript import window

from page.stage.dots import POINT

SHAFT = 1.4 * POINT
# As parts of the shaft's width: half an arrow head's width, its length, and where the shaft ends.
HEAD_HALF, HEAD, HEAD_AXIS = 2.5, 6, 5.4
# With more steps a line joins the dots; points need so many pixels.
MOST_ARROWS, SAME = 200, 1


class Joints:
    """Arrows or a line from step to step, without steps that are hidden behind the next.

    A playback adds a step to those before, so that each is looked at once.

    places: the pixels of the steps, of the first one to begin with; more may follow.
    are_line: whether they are a line.
    """

    def __init__(self, places: list) -> None:
        self._places = places
        self._begin(0)

    def grow(self, count: int) -> None:
        """Join so many steps, but for the last of them."""
        if count < self._count or self.are_line != (count > MOST_ARROWS + 1):
            self._begin(count)
        for place in self._places[self._known : count - 1]:
            if _are_apart(self._last, place):
                self._add(self._path, place)
                self._last = place
        self._count, self._known = count, max(count - 1, self._known)

    def path(self, count: int) -> object:
        """The path through so many steps, to the last of them."""
        self.grow(count)
        path = window.Path2D.new(self._path)
        if count > 1:
            self._add(path, self._places[count - 1])
        return path

    def _begin(self, count: int) -> None:
        self.are_line = count > MOST_ARROWS + 1
        self._path = window.Path2D.new()
        self._count, self._known = 0, 1
        self._last = self._places[0]
        if self.are_line:
            self._path.moveTo(*self._last)

    def _add(self, path: object, place: tuple) -> None:
        if self.are_line:
            path.lineTo(*place)
        else:
            _add_arrow(path, self._last, place)


def _are_apart(one: tuple, other: tuple) -> bool:
    dx, dy = other[0] - one[0], other[1] - one[1]
    return dx * dx + dy * dy >= SAME * SAME


def _add_arrow(path: object, start: tuple, end: tuple) -> None:
    """Add an arrow to a path, in the shape of matplotlib's Quiver: short ones are smaller."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = sqrt(dx * dx + dy * dy)
    if length == 0:
        return
    width = SHAFT * min(1, length / (HEAD * SHAFT))
    ux, uy = dx / length * width, dy / length * width
    (x0, y0), (x1, y1) = start, end
    axis_x, axis_y = x1 - HEAD_AXIS * ux, y1 - HEAD_AXIS * uy
    back_x, back_y = x1 - HEAD * ux, y1 - HEAD * uy
    path.moveTo(x0 - uy / 2, y0 + ux / 2)
    path.lineTo(axis_x - uy / 2, axis_y + ux / 2)
    path.lineTo(back_x - HEAD_HALF * uy, back_y + HEAD_HALF * ux)
    path.lineTo(x1, y1)
    path.lineTo(back_x + HEAD_HALF * uy, back_y - HEAD_HALF * ux)
    path.lineTo(axis_x + uy / 2, axis_y - ux / 2)
    path.lineTo(x0 + uy / 2, y0 - ux / 2)
    path.closePath()
