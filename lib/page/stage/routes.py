"""Routes as the page draws them itself, until matplotlib's figure has them: the same look.

Sizes are those of visualizer.figures.routes, in CSS pixels; there they are in points.
"""

from math import inf, sqrt

from pyscript import window

from page.stage.symbols import outline

POINT = 96 / 72
DOT, DOT_EDGE = 5 * POINT, 0.8 * POINT
START, START_EDGE = 9 * POINT, 2.2 * POINT
END, END_EDGE = 9.5 * POINT, 0.8 * POINT
SHAFT, LINE = 1.4 * POINT, 1.8 * POINT
# As parts of the shaft's width: half an arrow head's width, its length, and where the shaft ends.
HEAD_HALF, HEAD, HEAD_AXIS = 2.5, 6, 5.4
# With more steps a line joins the dots. Points nearer than this, in pixels, are one to the eye.
MOST_ARROWS, SAME = 200, 0.5 * POINT
# Sizes of dots as parts of the largest, and how many diameters of room each needs; up to EDGELESS
# they have no edge, and with more than MOST_DOTS apart there are none (as visualizer.figures.dots).
SIZES, ROOM, EDGELESS, MOST_DOTS = (1.0, 0.7, 0.4), 1.3, 0.5, 600


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
        self._is_dense = len(points) > MOST_ARROWS + 1
        self._plane: object = None
        self._places: list = []
        self._sizes: list = []

    def draw(self, context: object, stage: object) -> None:
        face, text = stage.colour("--card"), stage.colour("--text")
        self._place(stage.plane)
        end = len(self.points) if self.moment is None else self.moment + 1
        at = self._places[:end]
        context.save()
        _clip(context, stage.plane)
        if len(at) > 1:
            self._draw_joints(context, _apart(at))
        for part in SIZES:
            has_edge = part > EDGELESS
            look = part * DOT, self.colour, face, DOT_EDGE if has_edge else 0
            for step, size in enumerate(self._sizes[:end]):
                if size == part:
                    self._draw_symbol(context, stage.ratio, at[step], look)
        look = START, face, self.colour, START_EDGE
        self._draw_symbol(context, stage.ratio, at[0], look)
        if len(self.points) > 1 and self.moment != 0:
            look = END, self.colour, text, END_EDGE
            self._draw_symbol(context, stage.ratio, at[-1], look)
        context.restore()

    def _place(self, plane: object) -> None:
        """Find pixels and sizes of all steps, unless they are those of this plane already."""
        if plane is not self._plane:
            self._plane = plane
            self._places = [plane.to_pixel(x, y) for x, y in self.points]
            self._sizes = _sizes(self._places)

    def _draw_joints(self, context: object, at: list) -> None:
        path = window.Path2D.new()
        if self._is_dense:
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

    def _draw_symbol(self, context: object, ratio: float, place: tuple, look: tuple) -> None:
        """Draw the marker at a place in pixels; look: size, colours of face and edge, its width."""
        (x, y), (size, fill, edge, edge_width) = place, look
        pixels = size * ratio
        context.setTransform(pixels, 0, 0, pixels, x * ratio, y * ratio)
        context.fillStyle = fill
        context.fill(self._symbol)
        if edge_width:
            context.strokeStyle, context.lineWidth = edge, edge_width / size
            context.stroke(self._symbol)


def _clip(context: object, plane: object) -> None:
    context.beginPath()
    context.rect(plane.left, plane.top, plane.inner_width, plane.inner_height)
    context.clip()


def _apart(at: list) -> list:
    """The points that are not where the one before is, and the last."""
    kept, nearest = at[:1], SAME * SAME
    for x, y in at[1:-1]:
        before_x, before_y = kept[-1]
        if (x - before_x) * (x - before_x) + (y - before_y) * (y - before_y) >= nearest:
            kept.append((x, y))
    return kept + at[-1:]


def _sizes(at: list) -> list:
    """For each point one of SIZES, by the room that it has; 0: no dot, or there is one already."""
    cell = ROOM * DOT
    squares: dict = {}
    seen = set()
    for number, (x, y) in enumerate(at):
        place = (round(x / SAME), round(y / SAME))
        if place not in seen:
            seen.add(place)
            squares.setdefault((x // cell, y // cell), []).append(number)
    sizes = [0.0] * len(at)
    if len(seen) > MOST_DOTS:
        return sizes
    bounds = [(size, (size * ROOM * DOT) * (size * ROOM * DOT)) for size in SIZES]
    for (column, row), numbers in squares.items():
        near = []
        for x in (column - 1, column, column + 1):
            for y in (row - 1, row, row + 1):
                near += squares.get((x, y), [])
        for number in numbers:
            room = _room(at, number, near)
            sizes[number] = next((size for size, least in bounds if room >= least), 0.0)
    return sizes


def _room(at: list, number: int, near: list) -> float:
    """The square of the distance from a point to the nearest of others; infinite without any."""
    x, y = at[number]
    room = inf
    for other in near:
        if other != number:
            dx, dy = at[other][0] - x, at[other][1] - y
            room = min(room, dx * dx + dy * dy)
    return room


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
