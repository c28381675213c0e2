"""Routes as the page draws them itself, until matplotlib's figure has them: the same look.

Sizes are those of visualizer.figures.routes, in CSS pixels; there they are in points.
"""

from math import sqrt

from pyscript import window

from page.stage.dots import DOT, EDGELESS, POINT, SIZES, Dots
from page.stage.symbols import outline

DOT_EDGE = 0.8 * POINT
START, START_EDGE = 9 * POINT, 2.2 * POINT
END, END_EDGE = 9.5 * POINT, 0.8 * POINT
SHAFT, LINE = 1.4 * POINT, 1.8 * POINT
# As parts of the shaft's width: half an arrow head's width, its length, and where the shaft ends.
HEAD_HALF, HEAD, HEAD_AXIS = 2.5, 6, 5.4
# With more steps a line joins the dots; points need so many pixels.
MOST_ARROWS, SAME = 200, 1


class RouteMark:
    """A route: arrows or a line from step to step, a dot at each, start and end set apart.

    points: [[x, y], …] of the field, the start first.
    colour, marker: as matplotlib names them.

    moment: up to which step it is drawn; None for its end.
    """

    def __init__(self, points: list, colour: str, marker: str) -> None:
        self.points, self.colour = points, colour
        self.moment: int | None = None
        self._symbol = window.Path2D.new(outline(marker))
        self._plane: object = None
        self._places: list = []
        self._dots = Dots([])

    def draw(self, context: object, stage: object) -> None:
        face, text = stage.colour("--card"), stage.colour("--text")
        at, count = self._shown(stage.plane), self._count
        context.save()
        _clip(context, stage.plane)
        if len(at) > 1:
            self._draw_joints(context, at)
        for i, places in enumerate(self._dots.by_size(count)):
            part = SIZES[i]
            edge = DOT_EDGE if part > EDGELESS else 0
            for x, y in places:
                self._draw_symbol(context, stage.ratio, x, y, DOT * part, self.colour, face, edge)
        self._draw_symbol(context, stage.ratio, *at[0], START, face, self.colour, START_EDGE)
        if len(self.points) > 1 and self.moment != 0:
            self._draw_symbol(context, stage.ratio, *at[-1], END, self.colour, text, END_EDGE)
        context.restore()

    @property
    def _count(self) -> int:
        """How many points are shown."""
        whole = len(self.points)
        return whole if self.moment is None else min(self.moment + 1, whole)

    def _shown(self, plane: object) -> list:
        """Pixels of the steps that are shown, without those that are hidden behind the next."""
        if plane is not self._plane:
            self._plane = plane
            self._places = [plane.to_pixel(x, y) for x, y in self.points]
            self._dots = Dots(self._places)
        return _apart(self._places[: self._count], SAME)

    def _draw_joints(self, context: object, at: list) -> None:
        path = window.Path2D.new()
        if self._count > MOST_ARROWS + 1:
            path.moveTo(*at[0])
            for x, y in at:
                path.lineTo(x, y)
            context.lineWidth, context.strokeStyle = LINE, self.colour
            context.stroke(path)
            return
        for i in range(len(at) - 1):
            _add_arrow(path, at[i], at[i + 1])
        context.fillStyle = self.colour
        context.fill(path)

    def _draw_symbol(
        self,
        context: object,
        ratio: float,
        x: float,
        y: float,
        size: float,
        fill: str,
        edge: str,
        edge_width: float,
    ) -> None:
        pixels = size * ratio
        context.setTransform(pixels, 0, 0, pixels, x * ratio, y * ratio)
        context.fillStyle, context.strokeStyle = fill, edge
        context.lineWidth = edge_width / size
        context.fill(self._symbol)
        if edge_width:
            context.stroke(self._symbol)


def _clip(context: object, plane: object) -> None:
    context.beginPath()
    context.rect(plane.left, plane.top, plane.inner_width, plane.inner_height)
    context.clip()


def _apart(at: list, distance: float) -> list:
    """The points that are at least so far from the one before, and the last."""
    kept, nearest = at[:1], distance * distance
    for x, y in at[1:-1]:
        before_x, before_y = kept[-1]
        if (x - before_x) * (x - before_x) + (y - before_y) * (y - before_y) >= nearest:
            kept.append((x, y))
    return kept + at[-1:] if len(at) > 1 else kept


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
